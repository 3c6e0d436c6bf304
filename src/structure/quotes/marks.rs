//! Which quotation marks belong together.
//!
//! What stands around a mark says whether it opens or closes, more surely than its shape: `«…«` and `"…"` are told apart
//! by the spaces. Only outer marks count; what is left open at the end of a paragraph is looked at once all is read.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::Kind;

/// A run of text in quotation marks, within one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// The first token of the opening mark; that of the text where the mark is missing.
    pub(super) open: usize,
    /// The tokens between the marks.
    pub(super) inner: Range<usize>,
    /// The first token after the closing mark.
    pub(super) after: usize,
    /// Whether the marks open and close.
    pub(super) opened: bool,
    pub(super) closed: bool,
}

/// A mark in a paragraph.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// Its token, and how many it has: `''` is two.
    at: usize,
    width: usize,
    sign: char,
    /// Whether nothing, a space or a mark parts it from what stands before it and after it.
    free_before: bool,
    free_after: bool,
}

/// The outer marks of a paragraph, in order; the last may lack its closing mark, the first its opening one.
pub(super) fn pairs(text: &Text, paragraph: Range<usize>) -> Vec<Marked> {
    let marks = marks(text, paragraph.clone());
    let mut found: Vec<Marked> = Vec::new();
    let mut open: Vec<(Mark, usize)> = Vec::new();
    // A closing mark without an opening one, before all others.
    let mut stray: Option<Mark> = None;
    for (number, mark) in marks.iter().enumerate() {
        let single = is_single(mark.sign);
        // `can’t`
        if single && !mark.free_before && !mark.free_after {
            continue;
        }
        if opens(*mark, &open) {
            // A single mark opens before a word: '90s and 'n' do not.
            let before_word =
                text.tokens.get(mark.at + 1).is_some_and(|next| matches!(next.kind, Kind::Word(_) | Kind::Mark(_)));
            if open.len() < 8 && (!single || before_word && mark.sign != '’') {
                open.push((*mark, number));
            }
            continue;
        }
        let Some(last) = open.iter().rposition(|(opening, _)| is_single(opening.sign) == single) else {
            if stray.is_none() && found.is_empty() && open.is_empty() && !single {
                stray = Some(*mark);
            }
            continue;
        };
        // A single mark that was not closed is none; a double one is not closed across a single one's end.
        if single && last + 1 < open.len() {
            continue;
        }
        open.truncate(last + 1);
        if let Some((opening, _)) = open.pop() {
            let inner = opening.at + opening.width..mark.at;
            // What stood inside is inside no longer a run of its own.
            while found.last().is_some_and(|inside| inside.open >= opening.at) {
                found.pop();
            }
            let marked = Marked { open: opening.at, inner, after: mark.at + mark.width, opened: true, closed: true };
            // `''«…»''`: the same words twice in marks.
            found.push(marked);
        }
    }
    if let Some(stray) = stray {
        let (open, after) = (paragraph.start, stray.at + stray.width);
        let marked = Marked { open, inner: open..stray.at, after, opened: false, closed: true };
        found.insert(0, marked);
    }
    // The outermost that was not closed, if it is double, or opens a paragraph or follows a colon.
    let begins = |opening: &Mark| opening.at == paragraph.start || text.is(opening.at - 1, ':');
    if let Some((opening, _)) = open.iter().find(|(opening, _)| !is_single(opening.sign) || begins(opening)) {
        let (open, end) = (opening.at, paragraph.end);
        found.push(Marked { open, inner: open + opening.width..end, after: end, opened: true, closed: false });
    }
    for marked in &mut found {
        tighten(text, marked);
    }
    found.retain(|marked| !marked.inner.is_empty());
    found
}

/// Takes marks around all of the inner words away: `«„…“»`, `'«…»'`.
fn tighten(text: &Text, marked: &mut Marked) {
    let quoting = |at: usize| matches!(text.tokens[at].kind, Kind::Mark(sign) if is_quotation(sign));
    while marked.closed && marked.inner.len() > 2 && quoting(marked.inner.start) && quoting(marked.inner.end - 1) {
        let inside = marked.inner.start + 1..marked.inner.end - 1;
        // `«Альфа» и «Бета»` keeps its marks.
        let balanced = inside.clone().take(4096).filter(|at| quoting(*at)).count() == 0;
        if !balanced {
            return;
        }
        marked.inner = inside;
    }
}

/// The quotation marks of a paragraph.
fn marks(text: &Text, paragraph: Range<usize>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        let Kind::Mark(sign) = text.tokens[at].kind else {
            at += 1;
            continue;
        };
        if !is_quotation(sign) {
            at += 1;
            continue;
        }
        let twice = is_single(sign) && at + 1 < paragraph.end && text.is(at + 1, sign) && !text.tokens[at + 1].spaced;
        let (width, sign) = if twice { (2, '"') } else { (1, sign) };
        let free_before = at == paragraph.start
            || text.tokens[at].spaced
            || match text.tokens[at - 1].kind {
                Kind::Mark(before) if is_quotation(before) => marks.last().is_some_and(|mark| mark.free_before),
                Kind::Mark(before) => matches!(before, '(' | '[' | '—' | '–' | '-' | '/'),
                _ => false,
            };
        marks.push(Mark { at, width, sign, free_before, free_after: false });
        at += width;
    }
    for number in (0..marks.len()).rev() {
        let next = marks[number].at + marks[number].width;
        let free = next >= paragraph.end
            || text.tokens[next].spaced
            || match text.tokens[next].kind {
                Kind::Mark(after) if is_quotation(after) => marks.get(number + 1).is_some_and(|mark| mark.free_after),
                Kind::Mark(after) => {
                    !matches!(after, '(' | '[' | '$' | '€' | '₸' | '£' | '#' | '@' | '№' | '…' | '-' | '–' | '—')
                        || matches!(after, '-' | '–' | '—' | '…') && !marks[number].free_before
                }
                _ => false,
            };
        marks[number].free_after = free;
    }
    join_italics(&mut marks);
    join_doubled(text, &mut marks);
    // After a figure a straight mark may stand for inches or minutes.
    marks.retain(|mark| {
        let after_digit = mark.at > paragraph.start && matches!(text.tokens[mark.at - 1].kind, Kind::Digits);
        !(after_digit && mark.sign == '\'' && !text.tokens[mark.at].spaced)
    });
    marks
}

/// `"Пора домой"", – сказал он`: where the marks do not come out even, one of two that stand together is a slip.
fn join_doubled(text: &Text, marks: &mut Vec<Mark>) {
    let straight = |mark: &Mark| mark.sign == '"' && mark.width == 1;
    if marks.iter().filter(|mark| straight(mark)).count() % 2 == 0 {
        return;
    }
    let pair = |pair: &[Mark]| straight(&pair[0]) && straight(&pair[1]) && pair[0].at + 1 == pair[1].at;
    let together = |two: &[Mark]| pair(two) && !text.tokens[two[1].at].spaced;
    if let Some(first) = marks.windows(2).position(together) {
        marks[first].width = 2;
        marks[first].free_after = marks[first + 1].free_after;
        marks.remove(first + 1);
    }
}

/// `''«…», — сказал он. — «…»''`: beside marks of their own `''` are those of italics, and belong to the marks they touch.
fn join_italics(marks: &mut Vec<Mark>) {
    let own = |mark: &Mark| matches!(mark.sign, '«' | '»');
    let italic = |mark: &Mark| mark.width == 2;
    let touch = |a: &Mark, b: &Mark| a.at + a.width == b.at && (own(a) && italic(b) || italic(a) && own(b));
    if !marks.windows(2).any(|pair| touch(&pair[0], &pair[1])) {
        return;
    }
    let mut joined: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks.drain(..) {
        match joined.last_mut() {
            Some(last) if touch(last, &mark) => {
                last.width += mark.width;
                last.free_after = mark.free_after;
                last.sign = if own(last) { last.sign } else { mark.sign };
            }
            _ => joined.push(mark),
        }
    }
    joined.retain(|mark| !italic(mark));
    *marks = joined;
}

/// Whether a mark opens, given those that are open.
fn opens(mark: Mark, open: &[(Mark, usize)]) -> bool {
    let any = open.iter().any(|(opening, _)| is_single(opening.sign) == is_single(mark.sign));
    match (mark.free_before, mark.free_after) {
        (true, false) => true,
        (false, true) => false,
        _ if is_single(mark.sign) => false,
        _ => match mark.sign {
            '«' | '„' => true,
            '»' | '”' => false,
            '“' => !open.iter().any(|(opening, _)| opening.sign == '„'),
            _ => !any,
        },
    }
}

/// Whether a character is a quotation mark.
pub(super) fn is_quotation(sign: char) -> bool {
    matches!(sign, '«' | '»' | '"' | '“' | '”' | '„' | '‟' | '″' | '‹' | '›') || is_single(sign)
}

fn is_single(sign: char) -> bool {
    matches!(sign, '\'' | '‘' | '’' | '‚' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language::Ru;

    /// The runs in marks, `!` before one that does not open and after one that does not close.
    fn runs(raw: &str) -> Vec<String> {
        let text = Text::new(raw, Ru);
        let shown = |marked: &Marked| {
            let inner = text.slice(marked.inner.clone());
            format!("{}{inner}{}", if marked.opened { "" } else { "!" }, if marked.closed { "" } else { "!" })
        };
        pairs(&text, 0..text.tokens.len()).iter().map(shown).collect()
    }

    #[test]
    fn marks_find_each_other() {
        for (raw, expected) in [
            ("«Да», — сказал он. «Нет».", vec!["Да", "Нет"]),
            ("«Да«, — сказал он. »Нет».", vec!["Да", "Нет"]),
            ("\"Он и остался в \"Газпроме\"\", — сказал.", vec!["Он и остался в \"Газпроме\""]),
            ("„Ja“ und «нет „дожали“ их»", vec!["Ja", "нет „дожали“ их"]),
            ("заявив: ''«Не могу.»''. Мать", vec!["Не могу."]),
            ("«Альфа» и «Бета»", vec!["Альфа", "Бета"]),
            ("“I’ve seen the players’ house,” he said.", vec!["I’ve seen the players’ house,"]),
            ("‘We can’t,’ he said. It's '90s.", vec!["We can’t,"]),
            ("“Open at the end", vec!["Open at the end!"]),
            ("Нет начала», — сказал он о «Газпроме».", vec!["!Нет начала", "Газпроме"]),
            ("училище « Escuela » города", vec!["Escuela"]),
            ("ток-шоу (\"Прямой эфир\")", vec!["Прямой эфир"]),
            ("«»", vec![]),
        ] {
            assert_eq!(runs(raw), expected, "{raw}");
        }
    }
}
