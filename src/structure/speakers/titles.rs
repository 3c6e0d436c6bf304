//! Titles, pronouns and kin: words that stand for a person.

use serde::Deserialize;

use super::super::lexicon::WordList;
use super::super::text::Text;
use crate::article::Language::{Kk, Ru};
use crate::kazakh;

/// What a lexicon tells of speakers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::structure) struct Known {
    /// Heads of titles, offices and trades.
    titles: WordList,
    /// Those whose bearer the text does not name.
    nameless: WordList,
    /// Kin of somebody named.
    kin: WordList,
    /// What stands beside a name as a courtesy: `Mr`, `апа`.
    #[serde(default)]
    honorifics: Option<WordList>,
    /// What somebody writes: `report`.
    #[serde(default)]
    documents: Option<WordList>,
    /// Words for a person that are no titles: `American`, `newcomer`.
    #[serde(default)]
    humans: Option<WordList>,
    /// Offices, which somebody has by name or nobody.
    offices: WordList,
    /// Words that say what somebody is, and no office: `юбиляр`.
    #[serde(default)]
    described: Option<WordList>,
    he: WordList,
    she: WordList,
    they: WordList,
    /// A pronoun for both.
    #[serde(default)]
    either: Option<WordList>,
    /// What is his or hers.
    his: WordList,
    her: WordList,
    /// Titles that mean the same office.
    pub(super) same: Same,
}

impl Known {
    /// Whether a word is a title.
    pub(super) fn is_title(&self, norm: &str) -> bool {
        self.titles.holds(norm) || self.nameless.holds(norm)
    }

    /// Whether a word means somebody: by trade, by kin, or as one of many.
    pub(in crate::structure) fn is_somebody(&self, norm: &str) -> bool {
        self.is_title(norm) || self.kin.holds(norm)
    }

    /// Whether a word is a courtesy beside a name.
    pub(in crate::structure) fn is_honorific(&self, norm: &str) -> bool {
        self.honorifics.as_ref().is_some_and(|words| words.holds(norm))
    }

    /// Whether a word names something that somebody writes.
    pub(super) fn is_document(&self, norm: &str) -> bool {
        self.documents.as_ref().is_some_and(|words| words.holds(norm))
    }

    /// Whether a word that is no title means a person.
    pub(super) fn is_human(&self, norm: &str) -> bool {
        self.humans.as_ref().is_some_and(|words| words.holds(norm))
    }
}

/// Groups of phrases that mean the same office.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Same(Vec<Vec<Vec<Box<str>>>>);

impl From<String> for Same {
    fn from(groups: String) -> Self {
        let phrase = |line: &str| {
            line.split([' ', '-', '\n'])
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .filter(|word| !matches!(*word, "of" | "the"))
                .map(Into::into)
                .collect::<Vec<_>>()
        };
        let group = |group: &str| group.lines().map(phrase).filter(|phrase| !phrase.is_empty()).collect();
        Same(groups.split(';').map(group).collect())
    }
}

impl Same {
    /// Whether a word is one of those of a phrase.
    fn mentions(&self, word: &str) -> bool {
        self.0.iter().flatten().flatten().any(|known| alike(known, word))
    }

    /// The offices that a title, as words in small letters, may mean, by number.
    pub(super) fn offices(&self, title: &[&str]) -> Vec<usize> {
        let group = |(number, group): (usize, &Vec<Vec<Box<str>>>)| {
            group.iter().any(|phrase| fits(phrase, title)).then_some(number)
        };
        self.0.iter().enumerate().filter_map(group).collect()
    }

    /// Whether two titles mean the same office, of which no word alone tells: `глава МИД`, `глава внешнеполитического
    /// ведомства`.
    fn holds_in_full(&self, one: &[&str], other: &[&str]) -> bool {
        let told = |group: &&Vec<Vec<Box<str>>>| group.iter().all(|phrase| phrase.len() > 1);
        let means = |group: &Vec<Vec<Box<str>>>, title: &[&str]| group.iter().any(|phrase| fits(phrase, title));
        self.0.iter().filter(told).any(|group| means(group, one) && means(group, other))
    }

    /// Whether a title of which more than its head tells means the office of another.
    fn holds_by_phrase(&self, one: &[&str], other: &[&str]) -> bool {
        let told = |group: &&Vec<Vec<Box<str>>>| group.iter().any(|phrase| phrase.len() > 1 && fits(phrase, one));
        self.0.iter().filter(told).any(|group| group.iter().any(|phrase| fits(phrase, other)))
    }

    /// Whether two titles, as words in small letters, mean the same office.
    fn holds(&self, one: &[&str], other: &[&str]) -> bool {
        self.0
            .iter()
            .any(|group| group.iter().any(|phrase| fits(phrase, one)) && group.iter().any(|phrase| fits(phrase, other)))
    }
}

/// Whether all words of a phrase stand in a title.
fn fits(phrase: &[Box<str>], title: &[&str]) -> bool {
    phrase.iter().all(|word| {
        title.iter().any(|other| alike(word, other) || word.chars().count() <= 3 && other.starts_with(&**word))
    })
}

/// Whether two words are forms of one, as far as their beginnings tell.
pub(super) fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // Nearly all words are told apart by their first letter.
    if one.as_bytes().get(..2) != other.as_bytes().get(..2) {
        return false;
    }
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (a, b) = (one.chars().count(), other.chars().count());
    let (short, long) = (a.min(b), a.max(b));
    if same >= 4 && long - same > 4 {
        // Kazakh endings in a row are long: `басқарма`, `басқармасының`.
        let (stem, form) = if a < b { (one, other) } else { (other, one) };
        return kazakh::split(form, |start| (start == stem).then_some(())).is_some();
    }
    // `ғалым`, `ғалымның`: a Kazakh word and its own endings.
    let stem = |stem: &str, form: &str| kazakh::split(form, |start| (start == stem).then_some(())).is_some();
    same >= 4 && long - same <= 4 && short - same <= 2 && same * 3 >= long * 2
        || same >= 4 && same == short && long > short && if a < b { stem(one, other) } else { stem(other, one) }
}

/// Beginnings of words that make of a title a lesser one.
const LESSER: &[&str] = &["вице", "зам", "экс", "бывш", "орынбасар", "бұрынғы", "vice", "former"];

/// Beginnings of words for whoever leads something.
const CHIEFS: &[&str] = &[
    "глава",
    "главе",
    "главу",
    "главой",
    "главы",
    "руководител",
    "президент",
    "председател",
    "директор",
    "гендиректор",
    "начальник",
    "лидер",
];

/// Beginnings of words for whoever acts for a state.
const STATESMEN: &[&str] =
    &["министр", "премьер", "канцлер", "посол", "король", "королев", "монарх", "депутат", "сенатор", "генсек"];

/// How well a title fits a role: 0 for not at all.
pub(super) fn fit(text: &Text, title: &[&str], title_head: &str, role: &[&str], role_head: &str) -> u32 {
    // A deputy, a former minister is not the minister.
    let lesser = |words: &[&str]| words.iter().any(|word| LESSER.iter().any(|lesser| word.starts_with(lesser)));
    if lesser(role) && !lesser(title) {
        return 0;
    }
    let common = |word: &&&str| role.iter().any(|other| alike(word, other));
    let matched = title.iter().filter(common).count();
    if alike(title_head, role_head) {
        // `глава Минфина` is not `глава комитета`.
        let head = title.iter().position(|word| *word == title_head).unwrap_or(0);
        // In Russian what a chief is of stands behind, or is an adjective such as `казахстанский`.
        let tells = |at: usize, word: &str| text.language != Ru || at > head || word.contains("ск");
        let foreign = |(at, word): &(usize, &&str)| word.chars().count() > 3 && !common(word) && tells(*at, word);
        let foreign = title.iter().enumerate().filter(foreign).count();
        if foreign == 0 || role.len() == 1 {
            return 4 + u32::try_from(matched).unwrap_or(0);
        }
        return 3 * u32::from(text.lexicon.speakers.same.holds_in_full(title, role));
    }
    // `руководитель палаты` is who presides over the `палата`.
    let chief = |head: &str| CHIEFS.iter().any(|chief| head.starts_with(chief));
    let field = |word: &&&str| word.chars().count() > 2 && **word != title_head && common(word);
    if chief(title_head) && chief(role_head) && title.iter().any(|word| field(&word)) {
        return 3;
    }
    let same = &text.lexicon.speakers.same;
    // `белорусский лидер` is not `президент России`.
    let stranger = |word: &&str| {
        if same.mentions(word) {
            return false;
        }
        let root: String = word.chars().take(4).collect();
        ["ский", "ского", "скому", "ским", "ская", "ской"].iter().any(|ending| word.ends_with(ending))
            && !role.iter().any(|other| other.starts_with(&root))
    };
    // `представитель прокуратуры` is not the `пресс-секретарь суда`.
    let body = |word: &&&str| {
        let kind = text.lexicon.names.body(word);
        **word != title_head && kind.is_some_and(|kind| !text.lexicon.names.is_generic(kind))
    };
    let other = title.iter().any(|word| body(&word) && !common(&word)) && role.iter().any(|word| body(&word));
    // `итальянский специалист` may be whose trainer he likes.
    let of_state = chief(title_head) || STATESMEN.iter().any(|start| title_head.starts_with(start));
    if of_state && title.iter().any(stranger) || other {
        return 0;
    }
    // `глава региона` is not any `начальник` there is.
    if text.language == Ru && is_chief_of(title, title_head) && !title.iter().any(|word| field(&word)) {
        return u32::from(same.holds_by_phrase(title, role)) * 3;
    }
    u32::from(same.holds(title, role)) * 3
}

/// Whether a title says of what somebody is the chief: `глава региона`, not `глава ведомства`.
fn is_chief_of(title: &[&str], head: &str) -> bool {
    const ANY: &[&str] = &[
        "компани",
        "предприят",
        "учрежден",
        "организац",
        "ведомств",
        "фирм",
        "холдинг",
        "клуб",
        "фонд",
        "завод",
        "служб",
    ];
    let chief = ["глав", "лидер", "руководител", "начальник", "директор"].iter().any(|start| head.starts_with(start));
    let at = title.iter().position(|word| *word == head).unwrap_or(0);
    let of = title[at..].iter().skip(1).filter(|word| word.chars().count() > 2);
    chief && of.clone().count() > 0 && !of.clone().any(|word| ANY.iter().any(|any| word.starts_with(any)))
}

/// A set of what a word is.
pub(in crate::structure) type Kind = u16;
pub(in crate::structure) const TITLE: Kind = 1;
pub(in crate::structure) const NAMELESS: Kind = 2;
pub(in crate::structure) const KIN: Kind = 4;
pub(in crate::structure) const HE: Kind = 8;
pub(in crate::structure) const SHE: Kind = 16;
pub(in crate::structure) const THEY: Kind = 32;
pub(in crate::structure) const EITHER: Kind = 64;
pub(in crate::structure) const HIS: Kind = 128;
pub(in crate::structure) const HER: Kind = 256;
pub(in crate::structure) const OFFICE: Kind = 512;
/// A courtesy before a name.
pub(in crate::structure) const HONORIFIC: Kind = 1024;
pub(in crate::structure) const DESCRIBED: Kind = 2048;
/// Any pronoun that is a subject.
pub(in crate::structure) const PRONOUN: Kind = HE | SHE | THEY | EITHER;

/// Whether a Kazakh word that begins as one for somebody means a trade, a place or a body: `кәсіпкерлік`, `шеберхана`.
fn is_thing(norm: &str) -> bool {
    // `балықшы`, `кітапханашы` make somebody of it again.
    let is_trade = |rest: &str| rest.starts_with("шы") || rest.starts_with("ші");
    ["лық", "лығ", "лік", "ліг", "дық", "дығ", "дік", "діг", "тық", "тығ", "тік", "тіг", "хана"]
        .iter()
        .filter_map(|made| norm.split_once(made))
        .any(|(_, rest)| !is_trade(rest))
}

/// What each word of a text is, by its id.
pub(in crate::structure) struct Titles(Vec<Kind>);

impl Titles {
    /// Looks up each different word once.
    pub(in crate::structure) fn of(text: &Text) -> Self {
        let known = &text.lexicon.speakers;
        let lists = [
            (Some(&known.titles), TITLE),
            (Some(&known.nameless), NAMELESS),
            (Some(&known.kin), KIN),
            (known.honorifics.as_ref(), HONORIFIC),
            (Some(&known.offices), OFFICE),
            (known.described.as_ref(), DESCRIBED),
            (Some(&known.he), HE),
            (Some(&known.she), SHE),
            (Some(&known.they), THEY),
            (known.either.as_ref(), EITHER),
            (Some(&known.his), HIS),
            (Some(&known.her), HER),
        ];
        let kind = |norm: &str| {
            let holds = |(list, kind): (Option<&WordList>, Kind)| match list {
                Some(list) if list.holds(norm) => kind,
                _ => 0,
            };
            let kind = lists.into_iter().map(holds).fold(0, |all, kind| all | kind);
            // `министрлігі` begins as `министр` does, and is a body.
            let body = kind & TITLE != 0 && text.lexicon.names.body(norm).is_some();
            let kind = if body { kind & !(TITLE | OFFICE) } else { kind };
            let thing = text.language == Kk && kind & (TITLE | NAMELESS) != 0 && is_thing(norm);
            if thing { kind & !(TITLE | OFFICE | NAMELESS | DESCRIBED) } else { kind }
        };
        Titles(text.words.norms().map(kind).collect())
    }

    /// What the word at `at` is.
    pub(in crate::structure) fn at(&self, text: &Text, at: usize) -> Kind {
        text.word(at).map_or(0, |id| self.0[id.0 as usize])
    }

    /// Whether the word at `at` is any of these.
    pub(in crate::structure) fn is(&self, text: &Text, at: usize, any: Kind) -> bool {
        self.at(text, at) & any != 0
    }
}
