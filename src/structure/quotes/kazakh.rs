//! What a Kazakh speaker tells of the words of others: `Маған «…» дегендер көп`, and of his own: `«…» дедім`.

use std::ops::Range;

use super::super::text::Text;
use super::cues::{CALLED, Cues, PARTICLE, SAYS};

/// A verb stands in so many words after `деп`.
const FAR: usize = 4;

/// The endings of a verb with which somebody tells what he did himself.
const I_DID: &[&str] = &["дым", "дім", "тым", "тім"];
/// Any endings with which somebody tells of himself, as verbs have them after `деп`.
const I_DO: &[&str] = &[
    "дым", "дім", "тым", "тім", "дық", "дік", "тық", "тік", "мын", "мін", "мыз", "міз", "бын", "бін", "пын", "пін",
    "сам", "сем", "сақ", "сек",
];

/// Whether what follows words in marks says that somebody said them; `«…» деп бекер айтпаған` tells of a proverb.
pub(super) fn is_said(text: &Text, cues: &Cues, after: Range<usize>) -> bool {
    let Some(at) = after.clone().next() else { return false };
    match text.norm(at) {
        "деп" => verb_after(text, &after).is_some_and(|verb| {
            let tells = cues.is(text, verb, SAYS) || is_verb(text.norm(verb));
            let idle = (at + 1..verb).any(|at| matches!(text.norm(at), "бекер" | "тегін" | "текке"));
            tells && !idle && !cues.is(text, verb, CALLED)
        }),
        // `«…» деген кітап` is its name.
        "деген" => {
            let ends = at + 1 >= after.end || ['.', '!', '…'].iter().any(|mark| text.is(at + 1, *mark));
            ends || matches!(text.norm(at + 1), "екен" | "еді" | "болатын" | "сөзі")
        }
        norm if norm.starts_with("деген") => true,
        "десе" => false,
        _ => cues.is(text, at, PARTICLE),
    }
}

/// Whether a speaker tells what he said himself; `маған` is to whom somebody else speaks.
pub(super) fn is_own(text: &Text, lead: &Range<usize>, after: Range<usize>) -> bool {
    let i = |at: usize| matches!(text.norm(at), "мен" | "біз") && at == lead.start;
    let ends = |at: usize, endings: &[&str]| {
        let norm = text.norm(at);
        norm.chars().count() > 4 && endings.iter().any(|ending| norm.ends_with(ending))
    };
    let verbs = after.start..after.end.min(after.start + FAR);
    let told = match verbs.clone().next().map_or("", |at| text.norm(at)) {
        "деп" => verbs,
        norm if norm.starts_with("де") => after.start..after.start + 1,
        // Where no verb follows the words, one before the colon tells.
        _ => return lead.clone().any(|at| i(at) || ends(at, I_DID)),
    };
    told.take_while(|at| text.word(*at).is_some())
        .any(|at| ends(at, I_DO) || matches!(text.norm(at), "дедік" | "дедім"))
}

/// The last verb that follows `деп` before anything parts it from that.
fn verb_after(text: &Text, after: &Range<usize>) -> Option<usize> {
    let mut words = (after.start + 1..after.end.min(after.start + 1 + FAR)).take_while(|at| text.word(*at).is_some());
    words.find(|at| is_verb(text.norm(*at)))
}

/// Whether a word looks like a verb, or a participle of one: `сұрады`, `сұрайды`, `сұраған`, `сұрағанда`, `жылап`.
fn is_verb(norm: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
    norm.chars().count() > 3
        && (ends(&["ды", "ді", "ты", "ті", "атын", "етін", "йтын", "йтін", "ыпты", "іпті"])
            || ends(&["ған", "ген", "қан", "кен", "ғанда", "генде", "қанда", "кенде", "ып", "іп", "ап", "еп"]))
}
