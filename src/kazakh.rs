//! Endings of Kazakh words: `700-ден`, `пайызға`, `сегізі`, `жылдың`, `үшінші`.
//!
//! A form is a stem and its endings in a fixed order: plural, possession, case, and what makes a word of a case say of
//! another (`жастағы`). Their vowels follow the last vowel of the stem, their first consonant its last letter, so that
//! `ойда` is no form of `он` and `айта` none of `ай`.

/// The case of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Case {
    #[default]
    Bare,
    Genitive,
    Dative,
    Accusative,
    Locative,
    Ablative,
    Instrumental,
}

/// What stands after a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Ending {
    /// It makes an ordinal: `үшінші`.
    pub(crate) ordinal: bool,
    pub(crate) plural: bool,
    /// Somebody's: `пайызы`, `сегізі`.
    pub(crate) possessive: bool,
    pub(crate) case: Case,
    /// It makes an adjective of a noun: `күндік`, `орындық`.
    pub(crate) quality: bool,
    /// It says of another word: `жастағы`, `жылғы`.
    pub(crate) linking: bool,
}

impl Ending {
    /// Whether nothing stands there.
    pub(crate) fn is_bare(self) -> bool {
        self == Self::default()
    }

    /// Whether no case stands there.
    pub(crate) fn case_is_bare(self) -> bool {
        self.case == Case::Bare
    }
}

/// A sort of ending.
#[derive(Clone, Copy)]
enum Part {
    Ordinal,
    Quality,
    Plural,
    Possessive,
    Case(Case),
    Linking,
}

/// More than one.
pub(crate) const PLURAL: &[&str] = &["лар", "лер", "дар", "дер", "тар", "тер"];
/// They make an adjective or another noun of a noun: `ауылдық`.
pub(crate) const QUALITY: &[&str] = &["лық", "лік", "дық", "дік", "тық", "тік"];
pub(crate) const GENITIVE: &[&str] = &["ның", "нің", "дың", "дің", "тың", "тің"];
pub(crate) const DATIVE: &[&str] = &["ға", "ге", "қа", "ке", "на", "не"];
pub(crate) const ACCUSATIVE: &[&str] = &["ны", "ні", "ды", "ді", "ты", "ті"];
pub(crate) const LOCATIVE: &[&str] = &["да", "де", "та", "те"];
pub(crate) const ABLATIVE: &[&str] = &["дан", "ден", "тан", "тен", "нан", "нен"];
pub(crate) const INSTRUMENTAL: &[&str] = &["мен", "бен", "пен"];
/// The locative of what is somebody's: `басында`.
pub(crate) const OWNED_LOCATIVE: &[&str] = &["нда", "нде"];
const OWNED_ABLATIVE: &[&str] = &["ндан", "нден"];
const OWNED_DATIVE: &[&str] = &["а", "е"];
const OWNED_ACCUSATIVE: &[&str] = &["н"];
const ORDINAL: &[&str] = &["сыншы", "ыншы", "інші", "ншы", "нші"];
const POSSESSIVE: &[&str] = &["ымыз", "іміз", "мыз", "міз", "сы", "сі", "ым", "ім", "ы", "і"];
const LINKING: &[&str] = &["ғы", "гі", "қы", "кі"];

/// The endings in the order in which they may follow each other, longer ones first.
const PARTS: [(Part, &[&str]); 16] = [
    (Part::Ordinal, ORDINAL),
    (Part::Quality, QUALITY),
    (Part::Plural, PLURAL),
    (Part::Possessive, POSSESSIVE),
    (Part::Case(Case::Genitive), GENITIVE),
    (Part::Case(Case::Instrumental), &["менен"]),
    (Part::Case(Case::Instrumental), INSTRUMENTAL),
    (Part::Case(Case::Ablative), OWNED_ABLATIVE),
    (Part::Case(Case::Ablative), ABLATIVE),
    (Part::Case(Case::Locative), OWNED_LOCATIVE),
    (Part::Case(Case::Locative), LOCATIVE),
    (Part::Case(Case::Dative), DATIVE),
    (Part::Case(Case::Dative), OWNED_DATIVE),
    (Part::Case(Case::Accusative), ACCUSATIVE),
    (Part::Case(Case::Accusative), OWNED_ACCUSATIVE),
    (Part::Linking, LINKING),
];

/// Reads what follows a stem; `None` where that is no ending. An empty stem (digits, a sign) takes any.
pub(crate) fn ending(stem: &str, rest: &str) -> Option<Ending> {
    let mut ending = Ending::default();
    let (mut rest, mut sound) = (rest, Sound::of(stem));
    for (part, forms) in PARTS {
        if rest.is_empty() {
            break;
        }
        // One case at most.
        if matches!(part, Part::Case(_)) && ending.case != Case::Bare {
            continue;
        }
        let fits = |form: &&str| rest.starts_with(form) && sound.takes(form, ending.possessive, part);
        let Some(form) = forms.iter().copied().find(fits) else { continue };
        match part {
            Part::Ordinal => ending.ordinal = true,
            Part::Quality => ending.quality = true,
            Part::Plural => ending.plural = true,
            Part::Possessive => ending.possessive = true,
            Part::Case(case) => ending.case = case,
            Part::Linking => ending.linking = true,
        }
        rest = &rest[form.len()..];
        sound = Sound::of(form);
    }
    rest.is_empty().then_some(ending)
}

/// Splits a form into a known stem and its ending, the longest stem first; the stem may end in a consonant that a
/// vowel has voiced (`бөлігі`, of `бөлік`).
pub(crate) fn split<T>(form: &str, known: impl Fn(&str) -> Option<T>) -> Option<(T, Ending)> {
    if let Some(found) = known(form) {
        return Some((found, Ending::default()));
    }
    form.char_indices().rev().map(|(at, _)| at).take(12).take_while(|at| *at > 0).find_map(|at| {
        let (stem, rest) = form.split_at(at);
        // Few stems are known: that is asked before whether an ending follows.
        if let Some(found) = known(stem) {
            return Some((found, ending(stem, rest)?));
        }
        // A vowel has voiced the last consonant: `қыркүйек`, `қыркүйегінде`.
        vowel(rest.chars().next()?)?;
        let [start, last] = [("г", "к"), ("ғ", "қ"), ("б", "п")]
            .into_iter()
            .find_map(|(voiced, voiceless)| stem.strip_suffix(voiced).map(|start| [start, voiceless]))?;
        let found = known(&format!("{start}{last}"))?;
        Some((found, ending(stem, rest)?))
    })
}

/// How a stem sounds at its end.
#[derive(Clone, Copy)]
struct Sound {
    /// Whether the last vowel is a back one; `None` where there is none or it says nothing.
    back: Option<bool>,
    /// The last letter.
    last: Option<char>,
}

impl Sound {
    fn of(stem: &str) -> Self {
        let back = stem.chars().rev().find_map(vowel).flatten();
        Sound { back, last: stem.chars().next_back() }
    }

    /// Whether an ending may follow. After a possessive an ending may begin with `н`.
    fn takes(self, form: &str, possessive: bool, part: Part) -> bool {
        let back = form.chars().find_map(vowel).flatten();
        if let (Some(stem), Some(form)) = (self.back, back)
            && stem != form
            && !matches!(part, Part::Case(Case::Instrumental))
        {
            return false;
        }
        let Some(last) = self.last else { return true };
        let after_vowel = vowel(last).is_some();
        match form.chars().next() {
            Some('т' | 'п' | 'қ' | 'к') => is_voiceless(last),
            Some('д' | 'б' | 'ғ' | 'г' | 'л') => !is_voiceless(last) || "бвгд".contains(last),
            Some('ы' | 'і') => !after_vowel || "уи".contains(last),
            Some('с') => after_vowel,
            Some('а' | 'е') => possessive && !after_vowel,
            Some('н') if form == "н" || form.starts_with("нд") => possessive,
            Some('н') => after_vowel || "мнң".contains(last),
            Some('м') => after_vowel || !is_voiceless(last),
            _ => true,
        }
    }
}

/// Whether a vowel is a back one; the inner `None` for vowels that may be either.
fn vowel(c: char) -> Option<Option<bool>> {
    match c {
        'а' | 'о' | 'ұ' | 'ы' => Some(Some(true)),
        'ә' | 'ө' | 'ү' | 'і' | 'е' | 'э' => Some(Some(false)),
        'у' | 'и' | 'ю' | 'я' => Some(None),
        _ => None,
    }
}

fn is_voiceless(c: char) -> bool {
    "пткқсшщчцхфһбвгд".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_split() {
        let bare = Ending::default();
        let case = |case| Ending { case, ..bare };
        for (form, expected) in [
            ("пайыз", Some(("пайыз", bare))),
            ("пайызға", Some(("пайыз", case(Case::Dative)))),
            ("пайызы", Some(("пайыз", Ending { possessive: true, ..bare }))),
            ("пайызын", Some(("пайыз", Ending { possessive: true, case: Case::Accusative, ..bare }))),
            ("пайызына", Some(("пайыз", Ending { possessive: true, case: Case::Dative, ..bare }))),
            ("пайызында", Some(("пайыз", Ending { possessive: true, case: Case::Locative, ..bare }))),
            ("үшінші", Some(("үш", Ending { ordinal: true, ..bare }))),
            ("үшіншісі", Some(("үш", Ending { ordinal: true, possessive: true, ..bare }))),
            ("үштен", Some(("үш", case(Case::Ablative)))),
            ("айда", Some(("ай", case(Case::Locative)))),
            ("айта", None),
            ("айдағы", Some(("ай", Ending { case: Case::Locative, linking: true, ..bare }))),
            ("күндік", Some(("күн", Ending { quality: true, ..bare }))),
            ("айлар", Some(("ай", Ending { plural: true, ..bare }))),
            ("алты", Some(("алты", bare))),
            ("алтын", None),
            ("алтысы", Some(("алты", Ending { possessive: true, ..bare }))),
            ("үшке", Some(("үш", case(Case::Dative)))),
            ("үшға", None),
            ("теңгенің", Some(("теңге", case(Case::Genitive)))),
            ("теңгеден", Some(("теңге", case(Case::Ablative)))),
        ] {
            let known =
                |stem: &str| ["пайыз", "үш", "күн", "ай", "алты", "теңге"].into_iter().find(|word| *word == stem);
            assert_eq!(split(form, known), expected, "{form}");
        }
    }

    #[test]
    fn digits_take_any_ending() {
        for (rest, known) in
            [("ден", true), ("нан", true), ("ы", true), ("сі", true), ("ға", true), ("шы", false), ("ракета", false)]
        {
            assert_eq!(ending("", rest).is_some(), known, "{rest}");
        }
    }
}
