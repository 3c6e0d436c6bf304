//! What each different word of a text is to a quotation: a speech verb, a noun for somebody's words, a kind of name.

use serde::Deserialize;

use super::super::lexicon::WordList;
use super::super::text::Text;

/// What a lexicon tells of quotations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::structure) struct Known {
    /// Verbs that bring direct speech.
    says: WordList,
    /// Those of them with which news is passed on.
    reports: WordList,
    /// What a document does: `говорится`.
    written: WordList,
    /// Words after a quotation that make it one: `деп`.
    #[serde(default)]
    particles: Option<WordList>,
    /// Nouns that name somebody's words: `словам`.
    sayings: WordList,
    /// Words that make of what stands in marks a name: `фильм`.
    named: WordList,
    /// Words that say "so it is called".
    called: WordList,
    /// Words with which somebody speaks of himself: `мне`.
    own: WordList,
    /// Words with which somebody speaks to somebody: `вы`.
    you: WordList,
    /// What stands before a question in an interview, with a colon: `Вопрос`.
    asks: WordList,
    /// What stands before an answer: `Ответ`.
    answers: WordList,
}

/// A set of what a word is.
pub(in crate::structure) type Cue = u16;
/// A speech verb.
pub(in crate::structure) const SAYS: Cue = 1;
/// A speech verb with which news is passed on.
pub(in crate::structure) const REPORTS: Cue = 2;
/// What a document does.
pub(in crate::structure) const WRITTEN: Cue = 4;
/// A word after a quotation that makes it one.
pub(in crate::structure) const PARTICLE: Cue = 8;
/// A noun that names somebody's words.
pub(in crate::structure) const SAYING: Cue = 16;
/// A word beside a name in marks.
pub(in crate::structure) const NAMED: Cue = 32;
/// "So it is called".
pub(in crate::structure) const CALLED: Cue = 64;
/// A word with which somebody speaks of himself.
pub(in crate::structure) const OWN: Cue = 128;
/// A word with which somebody speaks to somebody.
pub(in crate::structure) const YOU: Cue = 256;
/// What stands before a question in an interview.
pub(in crate::structure) const ASKS: Cue = 512;
/// What stands before an answer in an interview.
pub(in crate::structure) const ANSWERS: Cue = 1024;
/// Anything that brings speech.
pub(in crate::structure) const VERB: Cue = SAYS | WRITTEN | PARTICLE;

/// What each word of a text is, by its id.
pub(in crate::structure) struct Cues(Vec<Cue>);

impl Cues {
    /// Looks up each different word once.
    pub(in crate::structure) fn of(text: &Text) -> Self {
        let known = &text.lexicon.quotes;
        let lists = [
            (Some(&known.says), SAYS),
            (Some(&known.reports), REPORTS),
            (Some(&known.written), WRITTEN),
            (known.particles.as_ref(), PARTICLE),
            (Some(&known.sayings), SAYING),
            (Some(&known.named), NAMED),
            (Some(&known.called), CALLED),
            (Some(&known.own), OWN),
            (Some(&known.you), YOU),
            (Some(&known.asks), ASKS),
            (Some(&known.answers), ANSWERS),
        ];
        let cue = |norm: &str| {
            let holds = |(list, cue): (Option<&WordList>, Cue)| match list {
                Some(list) if list.holds(norm) => cue,
                _ => 0,
            };
            lists.into_iter().map(holds).fold(0, |all, cue| all | cue)
        };
        Cues(text.words.norms().map(cue).collect())
    }

    /// What the word at `at` is; nothing where no word stands.
    pub(in crate::structure) fn at(&self, text: &Text, at: usize) -> Cue {
        text.word(at).map_or(0, |id| self.0[id.0 as usize])
    }

    /// Whether the word at `at` is any of these.
    pub(in crate::structure) fn is(&self, text: &Text, at: usize, any: Cue) -> bool {
        self.at(text, at) & any != 0
    }
}
