//! What a Kazakh sentence tells of a lone name in it.

use super::Look;
use crate::kazakh;

/// Whether a verb of speech stands beside the words from `start` to `end`: any verb after `деп`.
pub(super) fn says_beside(look: &Look, start: usize, end: usize) -> bool {
    let text = look.text;
    let same = |at: usize| text.sentence_of(at) == text.sentence_of(start);
    let before = start.checked_sub(1).is_some_and(|verb| {
        let after_quotation = verb.checked_sub(1).is_some_and(|particle| matches!(text.norm(particle), "деп" | "дей"));
        same(verb) && ((look.says)(verb) || after_quotation && is_past_or_present(text.norm(verb)))
    });
    // `Кеште сөз алған ақын`: where and when something was said.
    let norm = text.norm(end - 1);
    let place = [kazakh::LOCATIVE, kazakh::ABLATIVE].into_iter().flatten().any(|ending| norm.ends_with(ending));
    before || (look.says)(end) && same(end) && !place
}

/// Whether a word says whose something is: `құраманың`.
pub(super) fn is_owner(norm: &str) -> bool {
    kazakh::GENITIVE.iter().any(|ending| norm.ends_with(ending))
}

fn is_past_or_present(verb: &str) -> bool {
    ["ды", "ді", "ты", "ті"].iter().any(|ending| verb.ends_with(ending))
}
