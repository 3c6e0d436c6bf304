//! A text that quotes more than once, as a forwarded news post does: each quote is a claim of its own.

use crate::structure;

/// The fewest words of a quote that is a claim.
const FEWEST: usize = 4;
/// The most bytes of a text that is looked through: a message has at most 4,096 characters.
const MOST_BYTES: usize = 64 << 10;

/// The quotes of a text that has at least two, as a news post has: each as a claim, its words behind who said them. None of any other
/// text, which is a claim itself.
pub fn claims(text: &str) -> Vec<String> {
    if text.len() > MOST_BYTES {
        return Vec::new();
    }
    // In another language there is nothing to be found; the check itself says so.
    let Ok(draft) = structure::draft(text, None) else { return Vec::new() };
    let mut claims: Vec<String> = Vec::new();
    for quote in &draft.quotes {
        let parts: Vec<&str> = quote.parts.iter().map(|part| &text[part.start..part.end]).collect();
        if parts.iter().map(|part| part.split_whitespace().count()).sum::<usize>() < FEWEST {
            continue;
        }
        // What an attribution stood between is not said to be one run.
        let words = parts.join(" … ");
        let claim = match &quote.speaker {
            Some(speaker) => format!("{speaker}: «{words}»"),
            None => format!("«{words}»"),
        };
        if !claims.contains(&claim) {
            claims.push(claim);
        }
    }
    if claims.len() < 2 { Vec::new() } else { claims }
}

#[cfg(test)]
mod tests {
    use super::claims;

    #[test]
    fn each_quote_of_a_text_is_a_claim_of_its_own() {
        let news = "Аким области Ерлан Сапаров выступил перед сельчанами.\n\n«Мы построили водохранилище за три года», – сказал он. \
            «Вода придёт в двенадцать сёл», – добавил Сапаров.\n\nДиректор школы Айгуль Ахметова ответила: «Мы ждали этого долгие годы».";
        let expected = [
            "Ерлан Сапаров: «Мы построили водохранилище за три года»",
            "Ерлан Сапаров: «Вода придёт в двенадцать сёл»",
            "Айгуль Ахметова: «Мы ждали этого долгие годы»",
        ];
        assert_eq!(claims(news), expected);
    }

    #[test]
    fn a_text_that_quotes_once_is_the_claim() {
        for text in [
            "",
            "Мы построили водохранилище за три года",
            "«Мы построили водохранилище, – сказал Сапаров, – за три года»",
            "Сапаров: «Мы построили водохранилище за три года»",
            "Кафе «Встреча» и кинотеатр «Мир» закрыты, сообщил аким: «Мы построили водохранилище за три года»",
            "مرحبا بالعالم",
        ] {
            assert!(claims(text).is_empty(), "{text}: {:?}", claims(text));
        }
    }
}
