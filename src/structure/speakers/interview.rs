//! Who answers in an interview: who stands before the words, or whom the lead presents and the questions address.

use std::ops::Range;

use super::super::draft::Rule;
use super::super::quotes::{Side, Speech};
use super::super::text::Text;
use super::super::tokens::Kind;
use super::{Search, Speaker};
use crate::article::Language::Ru;

/// One who is named in a question counts as one named so often elsewhere.
const ADDRESSED: usize = 3;
/// A line that tells who asks has no more tokens than this.
const LONGEST_LINE: usize = 8;
/// It is one of so many last ones.
const LINES: usize = 4;
/// A question has no more tokens than this.
const LONGEST: usize = 60;

impl Search<'_> {
    /// The speaker of a turn beside which nobody is named.
    pub(super) fn turn(&self, side: Side, speech: &Speech) -> Speaker {
        let label = speech.lead.clone().filter(|lead| !lead.is_empty());
        let words = label.clone().map(|lead| lead.start..lead.end - 1);
        let named = words.clone().and_then(|words| self.names.within(words).first());
        if let Some(mention) = named {
            return self.person(mention.person, Some(mention.tokens.clone()), Rule::Name, 0.9);
        }
        if let Some(person) = words.clone().and_then(|words| self.of_initials(words)) {
            return self.person(person, words, Rule::Name, 0.8);
        }
        if side == Side::Asks
            && let Some(asker) = self.asker(speech.parts[0].start).or_else(|| self.interviewer())
        {
            return asker;
        }
        match self.interviewee.filter(|_| side == Side::Answers) {
            Some(person) => self.person(person, words, Rule::Continuation, 0.7),
            None => Speaker::unknown(words),
        }
    }

    /// Who asks, where a line of its own says so: `Беседовала Анна ЛЕЕ`, `Сұхбаттасқан Анна ЛИ`.
    fn interviewer(&self) -> Option<Speaker> {
        /// Beginnings of the first word of such a line.
        const TALKED: [&str; 13] = [
            "беседов",
            "интервью",
            "спрашив",
            "расспраш",
            "сұхбат",
            "әңгіме",
            "тілдескен",
            "сөйлескен",
            "жүздескен",
            "дайындаған",
            "жазып",
            "interviewed",
            "questions",
        ];
        let text = self.text;
        let told = |line: &&Range<usize>| {
            TALKED.iter().any(|start| text.norm(line.start).starts_with(start)) && line.len() <= LONGEST_LINE
        };
        let last = text.paragraphs.len().saturating_sub(LINES);
        let number = (last..text.paragraphs.len()).rev().find(|number| told(&&text.paragraphs[*number]))?;
        let line = &text.paragraphs[number];
        // The name may stand in a line of its own.
        let next = text.paragraphs.get(number + 1).filter(|next| line.len() <= 2 && next.len() <= LONGEST_LINE);
        let joined = line.start..next.map_or(line.end, |next| next.end);
        let line = &joined;
        if let Some(mention) = self.names.within(line.start + 1..line.end).first() {
            return Some(self.person(mention.person, None, Rule::Continuation, 0.7));
        }
        // Of a name in capitals the words up to a mark.
        let first = (line.start + 1..line.end).find(|at| text.tokens[*at].is_capital())?;
        let capital = |at: &usize| text.tokens[*at].is_capital() || text.is(*at, '.') && *at < first + 2;
        let name = first..(first..line.end).take_while(capital).take(4).last()? + 1;
        let name = name.start..name.end - usize::from(text.is(name.end - 1, '.'));
        let word = |at: usize| {
            let mut letters = text.norm(at).chars();
            let initial = (text.is(at + 1, '.') && letters.clone().count() == 1).then_some('.');
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(initial).collect::<String>()
        };
        let words: Vec<String> = name.filter(|at| text.word(*at).is_some()).map(word).collect();
        (words.len() > 1).then(|| Speaker {
            confidence: 0.7,
            name: Some(words.join(" ")),
            rule: Rule::Continuation,
            ..Speaker::unknown(None)
        })
    }

    /// Who answers where a question stands as a heading over the words.
    pub(super) fn answerer(&self, start: usize) -> Option<Speaker> {
        let answer = self.text.paragraph_of(start)?;
        heading_over(self.text, answer).filter(|_| self.text.paragraphs[answer].start + 2 > start)?;
        Some(self.person(self.interviewee?, None, Rule::Continuation, 0.7))
    }

    /// `К. Т.:` for Камила Темирова, in either order.
    fn of_initials(&self, label: Range<usize>) -> Option<usize> {
        let letters: Vec<char> = label.flat_map(|at| self.text.norm(at).chars()).take(4).collect();
        let fits = |name: &str| {
            let first = name.split_whitespace().filter_map(|word| word.to_lowercase().chars().next());
            let first: Vec<char> = first.collect();
            first.len() > 1 && (first == letters || first.iter().rev().eq(&letters))
        };
        (2..=3).contains(&letters.len()).then(|| self.names.people.iter().position(|person| fits(&person.name)))?
    }
}

/// The person whom an interview is with: of those whom the text names before the first question the one it names most;
/// or else the one whom a question calls by name.
pub(super) fn interviewee(text: &Text, names: &super::Names, speeches: &[Speech]) -> Option<usize> {
    let turns = || speeches.iter().filter(|speech| speech.side.is_some());
    let asked = turns().find(|speech| speech.side == Some(Side::Asks)).and_then(|speech| speech.parts.first());
    let first = asked.map(|words| words.start).or_else(|| first_heading(text, speeches))?;
    let mut told = vec![0; names.people.len()];
    for mention in &names.mentions {
        told[mention.person] += 1;
    }
    for question in turns().filter(|speech| speech.side == Some(Side::Asks)) {
        let words = question.parts.first()?.start..question.parts.last()?.end;
        for mention in names.within(words) {
            told[mention.person] += ADDRESSED;
        }
    }
    let before = names.within(0..first).iter().rev().map(|mention| mention.person);
    before.max_by_key(|person| told[*person]).or_else(|| {
        let mut questions = turns().filter(|speech| speech.side == Some(Side::Asks));
        questions.find_map(|question| called(text, names, question.parts.first()?))
    })
}

/// Where the first of several questions stands that are paragraphs of their own over answers in marks.
fn first_heading(text: &Text, speeches: &[Speech]) -> Option<usize> {
    let starts = |speech: &Speech| text.paragraph_of(speech.parts[0].start).filter(|_| text.language != Ru);
    let mut asked = speeches.iter().filter_map(starts).filter_map(|answer| heading_over(text, answer));
    let first = asked.next()?;
    asked.any(|other| other.start > first.start).then_some(first.start)
}

/// The paragraph before one, where it asks and speaks not itself.
fn heading_over<'t>(text: &'t Text, answer: usize) -> Option<&'t Range<usize>> {
    let before = text.paragraphs.get(answer.checked_sub(1)?)?;
    let marked = before.clone().any(|at| matches!(text.tokens[at].kind, Kind::Mark('“' | '”' | '"' | '«' | '»')));
    let opens = matches!(text.tokens[text.paragraphs[answer].start].kind, Kind::Mark('“' | '"' | '«' | '‘'));
    (text.is(before.end - 1, '?') && before.len() <= LONGEST && !marked && opens).then_some(before)
}

/// The person whom a question calls by name, at its beginning or its end: `Ғалия Тұрсынқызы, қашан?`
fn called(text: &Text, names: &super::Names, question: &Range<usize>) -> Option<usize> {
    let parted = |at: usize| matches!(text.tokens.get(at).map(|token| token.kind), Some(Kind::Mark(',' | '!' | '?')));
    let is_called = |mention: &&super::Mention| {
        let first = mention.tokens.start == question.start;
        let last = mention.tokens.start > question.start && text.is(mention.tokens.start - 1, ',');
        (first || last && mention.tokens.end + 1 >= question.end) && parted(mention.tokens.end)
    };
    names.within(question.clone()).iter().find(is_called).map(|mention| mention.person)
}
