//! What a lexicon tells of names, and what each different word of a text is to one.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::super::lexicon::WordList;
use super::super::text::Text;
use super::cases::{ALL, Cases, Gender, Reading, is_russian_patronymic, kazakh, kazakh_lemmas, russian, russian_forms};
use super::english::Genders;

/// How names change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::structure) enum Endings {
    Russian,
    Kazakh,
    None,
}

/// What a lexicon tells of names.
#[derive(Debug, Deserialize)]
#[serde(from = "File")]
pub(in crate::structure) struct Known {
    pub(in crate::structure) endings: Endings,
    /// Given names in all of their forms.
    given: FxHashMap<Box<str>, Vec<Reading>>,
    surnames: Vec<Box<str>>,
    others: WordList,
    places: Nouns,
    place_words: Nouns,
    bodies: Nouns,
    generic: WordList,
    /// Kinds of which there is one, that alone name it.
    sole: Option<WordList>,
    /// Words in the names of firms, papers and clubs.
    firms: Option<WordList>,
    /// What tells men from women, where names have no cases.
    pub(super) genders: Option<Genders>,
    stands_for: StandsFor,
}

/// Nouns in all of their forms, each with its nominative.
type Nouns = FxHashMap<Box<str>, Box<str>>;

/// The section as an editor writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    endings: Endings,
    /// Given names of men, in the nominative.
    men: String,
    women: String,
    /// Endings of surnames.
    surnames: String,
    /// Words with a capital letter that are no names of people.
    others: WordList,
    /// Places, in the nominative.
    places: String,
    /// Nouns that are a kind of place, in the nominative.
    place_words: String,
    /// Kinds of bodies.
    bodies: String,
    /// Those that alone mean whichever was named before.
    generic: WordList,
    /// Kinds of which there is one, that alone name it.
    #[serde(default)]
    sole: Option<WordList>,
    /// Words in the names of firms, papers and clubs.
    #[serde(default)]
    firms: Option<WordList>,
    #[serde(default)]
    genders: Option<Genders>,
    /// Which other kinds a kind of body may stand for.
    #[serde(default)]
    stands_for: StandsFor,
}

/// Kinds of bodies, each with the kinds of which one may be meant by it.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
struct StandsFor(FxHashMap<Box<str>, WordList>);

impl From<String> for StandsFor {
    fn from(rows: String) -> Self {
        let row = |row: &str| row.split_once(':').map(|(kind, others)| (kind.trim().into(), others.to_owned().into()));
        StandsFor(rows.split(';').filter_map(row).collect())
    }
}

impl From<File> for Known {
    fn from(file: File) -> Self {
        let mut given: FxHashMap<Box<str>, Vec<Reading>> = FxHashMap::default();
        for (names, gender) in [(&file.men, Gender::Man), (&file.women, Gender::Woman)] {
            for name in names.split_whitespace() {
                let forms = match file.endings {
                    Endings::Russian => russian_forms(name, gender),
                    Endings::Kazakh | Endings::None => vec![(name.to_owned(), ALL)],
                };
                for (form, cases) in forms {
                    let reading = Reading { lemma: name.to_owned(), gender: Some(gender), cases, typical: true };
                    given.entry(form.into()).or_default().push(reading);
                }
            }
        }
        let nouns = |list: &str| {
            let mut nouns = Nouns::default();
            for noun in list.split_whitespace() {
                let forms = if file.endings == Endings::Russian { noun_forms(noun) } else { vec![noun.to_owned()] };
                for form in forms {
                    nouns.entry(form.into()).or_insert_with(|| noun.into());
                }
            }
            nouns
        };
        let (places, place_words, bodies) = (nouns(&file.places), nouns(&file.place_words), nouns(&file.bodies));
        Known {
            endings: file.endings,
            given,
            surnames: file.surnames.split_whitespace().map(Into::into).collect(),
            others: file.others,
            places,
            place_words,
            bodies,
            generic: file.generic,
            sole: file.sole,
            firms: file.firms,
            genders: file.genders,
            stands_for: file.stands_for,
        }
    }
}

/// The forms of a Russian noun that names a body or a place.
fn noun_forms(lemma: &str) -> Vec<String> {
    let cut = |ending: &str| lemma.strip_suffix(ending).map(str::to_owned);
    let (stem, endings): (String, &[&str]) = if let Some(stem) = cut("ие") {
        (stem, &["ие", "ия", "ию", "ием", "ии"])
    } else if let Some(stem) = cut("ия") {
        (stem, &["ия", "ии", "ию", "ией"])
    } else if let Some(stem) = cut("о").filter(|_| lemma.ends_with("ство")) {
        (stem, &["о", "а", "у", "ом", "е"])
    } else if let Some(stem) = cut("а") {
        (stem, &["а", "ы", "и", "е", "у", "ой"])
    } else if let Some(stem) = cut("я") {
        (stem, &["я", "и", "ю", "ей", "е"])
    } else if let Some(stem) = cut("ь") {
        (stem, &["ь", "и", "ью", "я", "ю", "ем", "е"])
    } else if let Some(stem) = cut("й") {
        (stem, &["й", "я", "ю", "ем", "е"])
    } else if let Some(stem) = cut("ы").filter(|_| lemma == "нидерланды") {
        (stem, &["ы", "ов", "ам", "ами", "ах"])
    } else if let Some(stem) = cut("о").filter(|_| lemma.ends_with(['о']) && ["село", "озеро"].contains(&lemma))
    {
        (stem, &["о", "а", "у", "ом", "е"])
    } else if lemma.ends_with(['о', 'и', 'ю', 'у']) || lemma.chars().count() < 4 && lemma != "суд" {
        (lemma.to_owned(), &[""])
    } else {
        (lemma.to_owned(), &["", "а", "у", "ом", "е"])
    };
    endings.iter().map(|ending| format!("{stem}{ending}")).collect()
}

/// A set of what a word is to a name.
pub(super) type Trait = u8;
pub(super) const GIVEN: Trait = 1;
pub(super) const SURNAME: Trait = 2;
pub(super) const PATRONYMIC: Trait = 4;
pub(super) const OTHER: Trait = 8;
pub(super) const PLACE: Trait = 16;
pub(super) const PLACE_WORD: Trait = 32;
pub(super) const BODY: Trait = 64;
/// A word in the name of a firm, a paper, a club.
pub(super) const FIRM: Trait = 128;

impl Known {
    /// What the words of a text are, by their ids. Only those that stand in it with a capital letter or behind a hyphen
    /// can be names.
    pub(super) fn traits(&self, text: &Text) -> Vec<Trait> {
        let mut named = vec![false; text.words.norms().len()];
        let mut hyphen = false;
        for token in &text.tokens {
            if let Some(id) = token.word()
                && (hyphen || token.is_capital())
            {
                named[id.0 as usize] = true;
            }
            hyphen = token.is('-') || token.is('‑');
        }
        let mut forms = Vec::new();
        let both = text.words.norms().zip(named);
        both.map(|(norm, named)| self.traits_of(norm, named, &mut forms)).collect()
    }

    fn traits_of<'n>(&self, norm: &'n str, named: bool, lemmas: &mut Vec<&'n str>) -> Trait {
        lemmas.clear();
        match self.endings {
            Endings::Kazakh => lemmas.extend(kazakh_lemmas(norm).map(|(lemma, _)| lemma)),
            Endings::Russian | Endings::None => lemmas.push(norm),
        }
        let any = |holds: &dyn Fn(&str) -> bool| lemmas.iter().any(|lemma| holds(lemma));
        let mut traits = 0;
        let mut add = |holds: bool, which: Trait| traits |= if holds { which } else { 0 };
        add(any(&|lemma| self.place_words.contains_key(lemma)), PLACE_WORD);
        add(any(&|lemma| self.bodies.contains_key(lemma)), BODY);
        if named {
            add(any(&|lemma| self.given.contains_key(lemma)), GIVEN);
            add(any(&|lemma| self.places.contains_key(lemma)), PLACE);
            add(self.is_surname(norm), SURNAME);
            add(self.is_patronymic(norm), PATRONYMIC);
            add(self.is_no_name(norm), OTHER);
            add(self.firms.as_ref().is_some_and(|firms| firms.holds(norm)), FIRM);
        }
        traits
    }

    /// The nominative of a word that is a kind of body.
    pub(in crate::structure) fn body(&self, norm: &str) -> Option<&str> {
        self.noun(&self.bodies, norm)
    }

    /// Whether a kind of body alone means whichever was named before.
    pub(in crate::structure) fn is_generic(&self, kind: &str) -> bool {
        self.generic.holds(kind)
    }

    /// Whom a word means: `grandmother`.
    pub(in crate::structure) fn gender_of_word(&self, norm: &str) -> Option<Gender> {
        self.genders.as_ref()?.of_word(norm)
    }

    /// Whether there is one body of a kind, so that the kind names it: `police`.
    pub(in crate::structure) fn is_sole(&self, kind: &str) -> bool {
        self.sole.as_ref().is_some_and(|kinds| kinds.holds(kind))
    }

    /// Whether a word with a capital letter is no name.
    pub(in crate::structure) fn is_other(&self, norm: &str) -> bool {
        self.others.holds(norm) && !self.is_firm(norm)
    }

    /// Whether a word that no name holds stands there: in Kazakh with its own endings only, so that `қала*` is in
    /// `Қалалық` and not in `Қалампыр`.
    fn is_no_name(&self, norm: &str) -> bool {
        if self.endings != Endings::Kazakh || !self.others.holds(norm) {
            return self.others.holds(norm);
        }
        let stem = norm.char_indices().map(|(at, _)| at).skip(2).find(|at| self.others.holds(&norm[..*at]));
        stem.is_none_or(|at| crate::kazakh::ending(&norm[..at], &norm[at..]).is_some())
    }

    /// Whether a word stands in the names of firms, papers and clubs.
    pub(in crate::structure) fn is_firm(&self, norm: &str) -> bool {
        self.firms.as_ref().is_some_and(|firms| firms.holds(norm))
    }

    /// Whether a word is a place.
    pub(in crate::structure) fn is_place(&self, norm: &str) -> bool {
        self.places.contains_key(norm)
    }

    /// Whether a kind of body alone may mean a body of the other kind.
    pub(in crate::structure) fn stands_for(&self, kind: &str, other: &str) -> bool {
        self.stands_for.0.get(kind).is_some_and(|others| others.holds(other))
    }

    /// The nominative of a place.
    pub(super) fn place(&self, norm: &str) -> Option<&str> {
        self.noun(&self.places, norm)
    }

    /// The nominative of a kind of place.
    pub(super) fn place_word(&self, norm: &str) -> Option<&str> {
        self.noun(&self.place_words, norm)
    }

    fn noun<'a>(&self, nouns: &'a Nouns, norm: &str) -> Option<&'a str> {
        if let Some(noun) = nouns.get(norm) {
            return Some(noun);
        }
        // Kazakh cases: министрлігінің.
        let mut lemmas = kazakh_lemmas(norm).filter(|_| self.endings == Endings::Kazakh);
        lemmas.find_map(|(lemma, _)| nouns.get(lemma)).map(|noun| &**noun)
    }

    /// Whether a word ends as surnames do.
    pub(super) fn is_surname(&self, norm: &str) -> bool {
        let ends = |norm: &str| {
            let holds = |ending: &str| norm.len() > ending.len() + 3 && norm.ends_with(ending);
            self.surnames.iter().any(|ending| holds(ending))
        };
        match self.endings {
            Endings::Russian => {
                let typical = |lemma: &str| ends(lemma) || lemma.strip_suffix('а').is_some_and(ends);
                ends(norm) || russian(norm).iter().any(|reading| reading.typical && typical(&reading.lemma))
            }
            Endings::Kazakh => kazakh_lemmas(norm).any(|(lemma, _)| ends(lemma)),
            Endings::None => ends(norm),
        }
    }

    fn is_patronymic(&self, norm: &str) -> bool {
        match self.endings {
            Endings::Russian => {
                let man = ["ович", "евич", "льич"].iter().any(|part| norm.contains(part));
                let woman = ["овн", "евн"].iter().any(|part| {
                    norm.strip_suffix(['а', 'ы', 'е', 'у'])
                        .or(norm.strip_suffix("ой"))
                        .is_some_and(|rest| rest.ends_with(part))
                });
                (man || woman) && norm.chars().count() > 6
            }
            Endings::Kazakh => {
                norm.contains("ұлы")
                    || norm.contains("қызы")
                    || kazakh_lemmas(norm).any(|(lemma, _)| is_russian_patronymic(lemma))
            }
            Endings::None => false,
        }
    }

    /// The readings of a given name.
    pub(super) fn given(&self, norm: &str) -> Vec<Reading> {
        if let Some(readings) = self.given.get(norm) {
            return readings.clone();
        }
        if self.endings == Endings::Kazakh {
            let known = kazakh(norm).into_iter().filter_map(|reading| {
                let given = self.given.get(reading.lemma.as_str())?.first()?;
                Some(Reading { cases: reading.cases, ..given.clone() })
            });
            return known.collect();
        }
        Vec::new()
    }

    /// The readings of any other name.
    pub(super) fn readings(&self, norm: &str) -> Vec<Reading> {
        match self.endings {
            Endings::Russian => russian(norm),
            Endings::Kazakh => kazakh(norm),
            Endings::None => {
                let gender = self.genders.as_ref().and_then(|genders| genders.of_surname(norm));
                vec![Reading { gender, ..as_it_stands(norm) }]
            }
        }
    }

    /// The readings of a patronymic.
    pub(super) fn patronymic(&self, norm: &str) -> Vec<Reading> {
        if self.endings != Endings::Russian {
            return self.readings(norm);
        }
        let end = |ending: &str| norm.rfind(ending).map(|at| &norm[..at + ending.len()]);
        let (lemma, gender) = match (end("ич"), end("овн").or(end("евн"))) {
            (Some(lemma), _) => (lemma.to_owned(), Gender::Man),
            (_, Some(lemma)) => (format!("{lemma}а"), Gender::Woman),
            _ => return vec![as_it_stands(norm)],
        };
        let forms = russian_forms(&lemma, gender);
        let cases: Cases = forms.iter().filter(|(form, _)| form == norm).fold(0, |all, (_, cases)| all | cases);
        vec![Reading { lemma, gender: Some(gender), cases: if cases == 0 { ALL } else { cases }, typical: true }]
    }
}

/// A name that does not change.
pub(super) fn as_it_stands(norm: &str) -> Reading {
    Reading { lemma: norm.to_owned(), gender: None, cases: ALL, typical: false }
}
