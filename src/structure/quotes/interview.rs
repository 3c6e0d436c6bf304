//! Interviews: questions and answers in turn.
//!
//! A turn begins with a dash, with who speaks and a colon (`Q:`, `Асель Омарова:`), or is a plain line that asks, as
//! where the questions were bold. Only a pattern over several paragraphs makes an interview of them; what it does not
//! hold is left to the other rules.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::attribution::is_dash;
use super::cues::{ANSWERS, ASKS, Cues, OWN, SAYING, SAYS, YOU};
use super::dashes::begins;
use super::marks::{Marked, is_quotation};
use crate::article::Language::{En, Kk, Ru};

/// Which side of a conversation speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::structure) enum Side {
    Asks,
    Answers,
}

/// What a paragraph is to a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// Its words begin after a dash.
    Dashed(Side, Range<usize>),
    /// Its words begin after who speaks, and a colon.
    Labelled(Side, Range<usize>, Range<usize>),
    /// All of it is words.
    Plain(Side, Range<usize>),
    /// The turn before goes on.
    More(Range<usize>),
}

/// A question has no more tokens than this, where nothing else marks it.
const LONGEST_QUESTION: usize = 90;
/// An answer goes on over no more paragraphs than this.
const MOST_MORE: usize = 8;
/// Thanks have no more tokens than this.
const LONGEST_THANKS: usize = 16;
/// A label has no more tokens than this.
const LONGEST_LABEL: usize = 8;

/// The turns of a text, one entry a paragraph.
pub(super) fn turns(text: &Text, cues: &Cues, runs: &[Vec<Marked>]) -> Vec<Option<Turn>> {
    let mut reader = Reader { text, cues, runs, turns: vec![None; text.paragraphs.len()] };
    reader.labelled();
    if reader.turns.iter().all(Option::is_none) {
        reader.dashed();
    }
    if reader.turns.iter().all(Option::is_none) {
        reader.plain();
    }
    reader.turns
}

struct Reader<'a> {
    text: &'a Text<'a>,
    cues: &'a Cues,
    runs: &'a [Vec<Marked>],
    turns: Vec<Option<Turn>>,
}

impl Reader<'_> {
    /// `Q: …`, `Вопрос: …`, `К. Т.: …`, `Асель Омарова: …`: the same names again and again, and one of them asks.
    fn labelled(&mut self) {
        let text = self.text;
        let labels: Vec<_> = text.paragraphs.iter().map(|paragraph| label(text, self.cues, paragraph)).collect();
        let words = |number: usize, label: &Range<usize>| after_label(text, label.end)..text.paragraphs[number].end;
        let with = || labels.iter().enumerate().filter_map(|(number, label)| Some((number, label.as_ref()?)));
        let mut told: std::collections::HashMap<&str, (usize, usize)> = std::collections::HashMap::new();
        for (number, label) in with() {
            let (times, asked) = told.entry(text.slice(label.clone())).or_default();
            *times += 1;
            *asked += usize::from(asks(text, &words(number, label)));
        }
        let times: usize = told.values().map(|(times, _)| times).sum();
        let asked: usize = told.values().map(|(_, asked)| asked).sum();
        let known = with().any(|(_, label)| self.cues.is(text, label.start, ASKS));
        let beside = with().any(|(number, _)| labels.get(number + 1).is_some_and(Option::is_some));
        // `Место: …`, `Дата: …` stand alone, and ask nothing.
        if times < 2 || asked == 0 || !beside || !known && told.len() * 2 > times + 1 {
            return;
        }
        for (number, label) in with() {
            let side = match self.cues.at(text, label.start) {
                cue if cue & ASKS != 0 => Side::Asks,
                cue if cue & ANSWERS != 0 => Side::Answers,
                _ if told.get(text.slice(label.clone())).is_some_and(|(times, asked)| asked * 2 > *times) => Side::Asks,
                _ => Side::Answers,
            };
            let words = words(number, label);
            // `Аким: «…»` is known without this.
            if !words.is_empty() && !self.is_marked(number, words.start) {
                let colon = label.end + usize::from(text.is(label.end, ':'));
                self.turns[number] = Some(Turn::Labelled(side, label.start..colon, words));
            }
        }
        self.more();
    }

    /// `— Когда?` and `— Весной.`
    fn dashed(&mut self) {
        let text = self.text;
        let dashed: Vec<bool> = text.paragraphs.iter().map(|paragraph| begins(text, paragraph)).collect();
        let words = |number: usize| text.paragraphs[number].start + 1..text.paragraphs[number].end;
        let asked = |number: usize| dashed[number] && asks(text, &words(number));
        let is = |number: usize| dashed.get(number).copied().unwrap_or(false);
        let pairs = (0..dashed.len()).filter(|number| asked(*number) && is(number + 1) && !asked(number + 1)).count();
        // An answer may stand without a dash.
        let stands = |number: usize| {
            !dashed[number] && self.runs[number].is_empty() && self.is_personal(number) && ends(text, number)
        };
        let bare: Vec<bool> =
            (0..dashed.len()).map(|number| number > 0 && asked(number - 1) && stands(number)).collect();
        let bare_pairs = bare.iter().filter(|bare| **bare).count();
        for (number, is_bare) in bare.into_iter().enumerate() {
            let before = number.checked_sub(1).and_then(|before| self.turns[before].as_ref()).and_then(side_of);
            let turn = match before {
                _ if asked(number) && (pairs > 0 || bare_pairs > 1) => Some(Side::Asks),
                Some(Side::Asks) if is(number) => Some(Side::Answers),
                Some(Side::Asks) if bare_pairs > 1 && is_bare => {
                    self.turns[number] = Some(Turn::Plain(Side::Answers, text.paragraphs[number].clone()));
                    None
                }
                // `— Расскажите о семье.`: a turn of who asks, where the answer follows.
                Some(Side::Answers) if pairs > 1 && is(number) && is(number + 1) && !asked(number + 1) => {
                    Some(Side::Asks)
                }
                // `– Әңгімеңізге рақмет!`
                Some(Side::Answers) if pairs > 0 && is(number) && !is(number + 1) && self.thanks(&words(number)) => {
                    Some(Side::Asks)
                }
                _ => None,
            };
            if let Some(side) = turn {
                self.turns[number] = Some(Turn::Dashed(side, words(number)));
            }
        }
        if pairs > 1 || bare_pairs > 1 {
            self.more();
        }
    }

    /// Questions that were bold: lines of their own that ask, each with an answer that is somebody's own.
    fn plain(&mut self) {
        let text = self.text;
        let count = text.paragraphs.len();
        let question = |number: usize| {
            let paragraph = &text.paragraphs[number];
            number > 0 && paragraph.len() <= LONGEST_QUESTION && self.runs[number].is_empty() && asks(text, paragraph)
        };
        let asked: Vec<bool> = (0..count).map(question).collect();
        // The dash may be with the answers only.
        let dashed = |number: usize| begins(text, &text.paragraphs[number]);
        let answer = |number: usize| {
            number < count && !asked[number] && (dashed(number) || self.is_free(number) && ends(text, number))
        };
        let pairs: Vec<usize> = (1..count).filter(|number| asked[*number] && answer(number + 1)).collect();
        let own = |question: usize| {
            let mut answers = (question + 1..count).take(MOST_MORE).take_while(|number| !asked[*number]);
            dashed(question + 1) || answers.any(|number| self.is_personal(number))
        };
        let addressed = |question: usize| text.paragraphs[question].clone().any(|at| is_addressed(text, self.cues, at));
        let owned = pairs.iter().filter(|question| own(**question)).count();
        let personal = pairs.iter().filter(|question| own(**question) || addressed(**question)).count();
        let asks_you = pairs.iter().any(|question| addressed(*question));
        // Questions that a journalist asks in headings and answers alone speak to nobody.
        if pairs.len() < 2 || owned == 0 || !asks_you || personal * 2 < pairs.len() {
            return;
        }
        for question in pairs {
            let words = |number: usize| text.paragraphs[number].clone();
            let (asks, answers) = (words(question), words(question + 1));
            self.turns[question] = Some(Turn::Plain(Side::Asks, asks));
            self.turns[question + 1] = Some(match begins(text, &answers) {
                true => Turn::Dashed(Side::Answers, answers.start + 1..answers.end),
                false => Turn::Plain(Side::Answers, answers),
            });
        }
        self.more();
    }

    /// Paragraphs with which an answer goes on: before the next turn what nobody else tells, after the last one what
    /// speaks of itself.
    fn more(&mut self) {
        let text = self.text;
        let mut next_turn = vec![false; self.turns.len()];
        let mut far = MOST_MORE + 1;
        for number in (0..self.turns.len()).rev() {
            far = if self.turns[number].is_some() { 0 } else { far.saturating_add(1) };
            next_turn[number] = far <= MOST_MORE;
        }
        let dashes = self.turns.iter().flatten().any(|turn| matches!(turn, Turn::Dashed(..)));
        let mut length = 0;
        for (number, turn_follows) in next_turn.into_iter().enumerate() {
            if let Some(turn) = &self.turns[number] {
                length = if side_of(turn) == Some(Side::Answers) { 1 } else { 0 };
                continue;
            }
            let told = text.paragraphs[number].clone().any(|at| self.cues.is(text, at, SAYS | SAYING));
            let speaks = self.is_personal(number) || turn_follows && !dashes && !told;
            let goes_on = self.is_free(number) && ends(text, number) && speaks;
            if length == 0 || length > MOST_MORE || !goes_on {
                length = 0;
                continue;
            }
            length += 1;
            self.turns[number] = Some(Turn::More(text.paragraphs[number].clone()));
        }
    }

    /// Whether somebody who asked thanks for the answers: `Әңгімеңізге рақмет!`
    fn thanks(&self, words: &Range<usize>) -> bool {
        let text = self.text;
        let any = |starts: &[&str]| words.clone().any(|at| starts.iter().any(|start| text.norm(at).starts_with(start)));
        let talk = any(&["әңгіме", "сұхбат", "жауап", "уақыт", "пікір"]) && any(&["рақмет", "рахмет", "алғыс"]);
        text.language == Kk && words.len() <= LONGEST_THANKS && talk
    }

    /// Whether a paragraph begins neither with a dash nor with a mark.
    fn is_free(&self, number: usize) -> bool {
        let start = self.text.paragraphs[number].start;
        !is_dash(self.text, start) && !self.is_marked(number, start)
    }

    fn is_marked(&self, number: usize, at: usize) -> bool {
        matches!(self.text.tokens[at].kind, Kind::Mark(mark) if is_quotation(mark))
            && self.runs[number].iter().any(|run| run.open == at && run.opened)
    }

    /// Whether somebody speaks of himself in a paragraph, outside of marks.
    fn is_personal(&self, number: usize) -> bool {
        let mut runs = self.runs[number].iter().peekable();
        self.text.paragraphs[number].clone().any(|at| {
            while runs.next_if(|run| run.after <= at).is_some() {}
            let inside = runs.peek().is_some_and(|run| run.inner.contains(&at));
            !inside && self.cues.is(self.text, at, OWN)
        })
    }
}

/// The side of a turn; what goes on is an answer.
fn side_of(turn: &Turn) -> Option<Side> {
    match turn {
        Turn::Dashed(side, _) | Turn::Labelled(side, ..) | Turn::Plain(side, _) => Some(*side),
        Turn::More(_) => Some(Side::Answers),
    }
}

/// Whether words end with a question mark.
fn asks(text: &Text, words: &Range<usize>) -> bool {
    let last = |at: usize| match text.tokens[at].kind {
        Kind::Mark(mark) => mark,
        _ => ' ',
    };
    let mut end = words.end;
    // `?!`, `?»`, `?..`
    while end > words.start + 1 && (matches!(last(end - 1), '!' | '.' | ')') || is_quotation(last(end - 1))) {
        end -= 1;
    }
    end > words.start && last(end - 1) == '?' && !is_only_checked(text, &(words.start..end - 1))
}

/// Whether somebody who tells something only makes sure at the end that he is heard: `Он вернулся. Представляете?`
fn is_only_checked(text: &Text, words: &Range<usize>) -> bool {
    const CHECKS: &[&str] = &[
        "представляете",
        "понимаете",
        "верите",
        "знаете",
        "видите",
        "помните",
        "правда",
        "верно",
        "представляешь",
        "понимаешь",
    ];
    let last = words.end - 1;
    let alone = last.checked_sub(1).filter(|before| *before > words.start);
    let ended = alone.is_some_and(|before| matches!(text.tokens[before].kind, Kind::Mark('.' | '!' | '…')));
    text.language == Ru && ended && CHECKS.contains(&text.norm(last))
}

/// Whether a paragraph ends as a sentence does.
fn ends(text: &Text, number: usize) -> bool {
    let last = text.paragraphs[number].end - 1;
    matches!(text.tokens[last].kind, Kind::Mark('.' | '!' | '?' | '…' | ')' | '»' | '”' | '"'))
}

/// Who speaks, at the beginning of a paragraph, before a colon; after an English `Q` also before a full stop.
fn label(text: &Text, cues: &Cues, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let start = paragraph.start;
    let limit = paragraph.end.min(start + LONGEST_LABEL + 1);
    if cues.is(text, start, ASKS | ANSWERS) && start + 2 < limit {
        // In other languages a letter and a full stop are an initial.
        let stop = text.language == En && text.is(start + 1, '.') && text.norm(start).len() == 1;
        let ended = text.is(start + 1, ':') || stop;
        if ended && text.tokens[start].is_capital() && text.tokens[start + 2].spaced {
            return Some(start..start + 1);
        }
    }
    let colon = (start + 1..limit).find(|at| text.is(*at, ':'))?;
    let named = (start..colon).all(|at| match text.tokens[at].kind {
        Kind::Word(_) => text.tokens[at].case != Case::Small,
        Kind::Mark('.' | '-' | '–' | '&') => true,
        _ => false,
    });
    let letters = text.tokens[start].is_capital() && !cues.is(text, colon - 1, SAYS | SAYING);
    let follows = colon + 1 < paragraph.end && text.tokens[colon + 1].spaced;
    (named && letters && follows).then_some(start..colon)
}

/// The first token after a label, its colon and a dash.
fn after_label(text: &Text, end: usize) -> usize {
    end + 1 + usize::from(is_dash(text, end + 1))
}

/// Whether a word speaks to somebody: a pronoun, `расскажите`, `айтыңызшы`, `бастадыңыз`.
fn is_addressed(text: &Text, cues: &Cues, at: usize) -> bool {
    let norm = text.norm(at);
    let endings: &[&str] = match text.language {
        Ru => &["йте", "ите", "ете"],
        Kk => &["ңыз", "ңіз", "сыз", "сіз", "ңызшы", "ңізші", "ыңдар", "іңдер"],
        En => &[],
    };
    cues.is(text, at, YOU) || norm.len() > 8 && endings.iter().any(|ending| norm.ends_with(ending))
}
