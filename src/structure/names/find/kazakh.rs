//! What a Kazakh sentence tells of a lone name in it.

use super::super::super::speakers::{DESCRIBED, KIN, NAMELESS, TITLE};
use super::super::super::text::Text;
use super::super::super::tokens::{Case, Kind};
use super::super::known::PLACE;
use super::{Look, Unit};
use crate::kazakh;

/// Who somebody called by a name is stands in so many words after `есімді`.
const CALLED: usize = 4;

/// Whether the words beside a lone name present whom it names: `солардың бірі Гүлдария`, `үлкен қызы Гүлдария`,
/// `Гүлдария есімді келіншек`, `дейді сатушы Гүлдария.`
pub(super) fn is_presented(look: &Look, unit: &Unit) -> bool {
    let text = look.text;
    let (start, end) = (unit.tokens.start, unit.tokens.end);
    let is = |at: usize, kinds| look.titles.is(text, at, kinds);
    let same = |at: usize| text.sentence_of(at) == text.sentence_of(start);
    if unit.is(PLACE) && !unit.is(super::GIVEN) {
        return false;
    }
    let called = match text.norm(end) {
        "есімді" => true,
        "атты" | "деген" => {
            (end + 1..end + CALLED).any(|at| same(at) && is(at, TITLE | NAMELESS | KIN | DESCRIBED))
        }
        "былай" | "осылай" => (look.says)(end + 1),
        _ => false,
    };
    let Some(before) = start.checked_sub(1).filter(|before| same(*before)) else { return called };
    // `Ұлы Отан соғысы` is nobody's son.
    let great = text.norm(before) == "ұлы" && text.tokens[before].is_capital();
    let kin = matches!(text.norm(before), "бірі" | "жасар" | "жастағы") || is(before, KIN) && !great;
    let stops = matches!(text.tokens.get(end).map(|next| next.kind), None | Some(Kind::Mark(_) | Kind::LineEnd));
    called || (kin || stops && is(before, TITLE)) && !is_placed(&unit.norm)
}

/// Whether a given name is a trade before the name of who has it: `Ғалым Сәуле Ахметова`.
pub(super) fn is_trade(look: &Look, units: &[Unit], at: usize) -> bool {
    let get = |at: usize| units.get(at);
    look.titles.is(look.text, units[at].tokens.start, TITLE)
        && get(at + 1).is_some_and(|next| next.is(super::GIVEN))
        && get(at + 2).is_some_and(Unit::can_be_name)
}

/// Whether a small word is joined to the one before `end` by a hyphen: `Оқу-ағарту`.
pub(super) fn is_half_of_word(text: &Text, end: usize) -> bool {
    let next = text.tokens.get(end + 1);
    let joined = text.is(end, '-') && !text.tokens[end].spaced;
    joined && next.is_some_and(|next| !next.spaced && next.word().is_some() && next.case == Case::Small)
}

/// Whether a word stands in a case that says where.
fn is_placed(norm: &str) -> bool {
    [kazakh::LOCATIVE, kazakh::ABLATIVE].into_iter().flatten().any(|ending| norm.ends_with(ending))
}

/// Whether a verb of speech stands beside the words from `start` to `end`: any verb after `деп`.
pub(super) fn says_beside(look: &Look, start: usize, end: usize) -> bool {
    let text = look.text;
    let same = |at: usize| text.sentence_of(at) == text.sentence_of(start);
    let before = start.checked_sub(1).is_some_and(|verb| {
        let after_quotation = verb.checked_sub(1).is_some_and(|particle| matches!(text.norm(particle), "деп" | "дей"));
        same(verb) && ((look.says)(verb) || after_quotation && is_past_or_present(text.norm(verb)))
    });
    // `Кеште сөз алған ақын`: where and when something was said.
    // `Кеңес деген не сөз?`
    before || (look.says)(end) && text.norm(end) != "деген" && same(end) && !is_placed(text.norm(end - 1))
}

/// Whether a word says whose something is: `құраманың`.
pub(super) fn is_owner(norm: &str) -> bool {
    kazakh::GENITIVE.iter().any(|ending| norm.ends_with(ending))
}

fn is_past_or_present(verb: &str) -> bool {
    ["ды", "ді", "ты", "ті"].iter().any(|ending| verb.ends_with(ending))
}
