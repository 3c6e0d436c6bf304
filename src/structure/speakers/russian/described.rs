//! Whom a Russian title means: who has it as a role, who is called so without a name, or who was spoken of last.

use std::ops::Range;

use super::super::super::draft::Rule;
use super::super::super::names::{Gender, in_nominative};
use super::super::super::quotes::SAYS;
use super::super::super::tokens::Kind;
use super::super::titles::{DESCRIBED, KIN, NAMELESS, OFFICE, TITLE};
use super::super::{Search, Speaker};
use super::nouns::{hides, is_participle};
use super::titles::{feminine, is_russian_nominative};
use super::wordings::{is_inhabitant, is_newly, is_periphrasis, is_rank, is_relation, is_spokesman};
use crate::article::Language::Ru;

/// A title without a name is looked for in no more tokens before a quotation.
const NEAR: usize = 400;
/// In no more sentences before a pronoun a title may be whom it means.
const MEANT: usize = 2;
/// Of a sentence no more tokens are read.
const LONGEST: usize = 240;
/// In so many sentences before a trade somebody must have been told of to be meant by it.
const LATELY: usize = 5;

impl Search<'_> {
    /// The speaker whom a title means.
    pub(in crate::structure::speakers) fn titled_in_russian(
        &self,
        phrase: Range<usize>,
        head: usize,
        start: usize,
    ) -> Speaker {
        let text = self.text;
        let is = |kind| self.names.titles.is(text, head, kind);
        // `политика` is a man in the genitive.
        let woman = feminine(text.norm(head)) && is_russian_nominative(text.norm(head));
        let gender = self.gender_of(head).or_else(|| woman.then_some(Gender::Woman));
        if self.is_anonymous(head) {
            return Speaker::unknown(Some(phrase));
        }
        if hides(text.norm(head)) {
            let talks = self.interlocutor(head, start, gender);
            return Speaker { mention: Some(phrase), ..talks.unwrap_or_else(|| Speaker::unknown(None)) };
        }
        // `внук министра` is no minister.
        let kin = is(KIN) && (head + 1..phrase.end).any(|at| text.word(at).is_some());
        let held = self.holder(&phrase, head, start, gender).filter(|(fit, _)| !kin || *fit > 3);
        if let Some((fit, person)) = held {
            // Of one who is called alike, and one of whom the sentence before tells, the latter.
            // Nobody is called by another word for what somebody else is.
            let plain = |person: &usize| self.names.people[*person].roles.is_empty();
            let near = (fit < 4).then(|| self.subject_before(head, gender)).flatten().filter(plain);
            if let Some(near) = near
                .filter(|near| *near != person && self.last_mention(*near, start) > self.last_mention(person, start))
            {
                return self.person(near, Some(phrase), Rule::Title, 0.7);
            }
            return self.person(person, Some(phrase), Rule::Title, if fit >= 4 { 0.9 } else { 0.8 });
        }
        let complement = (head + 1..phrase.end).any(|at| text.word(at).is_some());
        // `Жительница пятого этажа рассказывает`, after a sentence about her.
        if complement
            && (is(DESCRIBED) || is_inhabitant(text.norm(head)) || is_rank(text, &phrase))
            && let Some(person) = self.subject_before(head, gender)
        {
            return self.person(person, Some(phrase), Rule::Title, 0.7);
        }
        // `подчеркнул экс-игрок «Беркута»`: the only one of whom the paragraph tells.
        if complement
            && is_periphrasis(text, &phrase, head)
            && let Some(person) = self.alone_in_paragraph(head.min(start), gender)
        {
            return self.person(person, Some(phrase), Rule::Title, 0.6);
        }
        // `Новый глава полиции сказала`: of whom the text has just told.
        if is_newly(text, &phrase)
            && is(OFFICE)
            && let Some(person) = self.subject_before(head, gender).or_else(|| self.recent(start, gender))
        {
            return self.person(person, Some(phrase), Rule::Title, 0.7);
        }
        // There is only one whom the text names.
        let aged = phrase.clone().any(|at| text.tokens[at].kind == Kind::Digits);
        let leads = text.norm(head).starts_with("лидер");
        if (is(OFFICE) || leads || !aged && (is(DESCRIBED) || is_inhabitant(text.norm(head))))
            && let Some(person) = self.only_person(gender)
        {
            return self.person(person, Some(phrase), Rule::Title, 0.6);
        }
        // `Приехал Белов. Секретарь партии заявил…`: of whom the sentence before tells, if nothing else is said of him.
        if complement
            && (is(OFFICE) || text.norm(head).starts_with("секретар"))
            && let Some(person) =
                self.subject_before(head, gender).filter(|person| self.names.people[*person].roles.is_empty())
        {
            return self.person(person, Some(phrase), Rule::Title, 0.6);
        }
        // `крикнул нападавший`: whoever did it, and not who was named last.
        if !complement && is_participle(text.norm(head)) && !is(TITLE) {
            return self.worded_in_nominative(phrase, head);
        }
        if is_spokesman(text.norm(head))
            && let Some(speaker) = self.spokesman_lately(&phrase, head.min(start), gender)
        {
            return Speaker { mention: Some(phrase), ..speaker };
        }
        let told = is(KIN) || is_spokesman(text.norm(head)) || complement && is_relation(text.norm(head));
        let anonymous = is(NAMELESS) && !told;
        // `представитель Белова`: who that is nobody knows.
        if is(NAMELESS) && is_spokesman(text.norm(head)) && self.names.at(head + 1).is_some() {
            return Speaker::unknown(Some(phrase));
        }
        if is(KIN) && !self.names.within(phrase.clone()).is_empty() || complement && !anonymous {
            return self.worded_in_nominative(phrase, head);
        }
        if let Some((phrase, head)) = self.called_before(head, start) {
            return self.worded_in_nominative(phrase, head);
        }
        if is(NAMELESS) && !is(DESCRIBED) {
            return Speaker::unknown(Some(phrase));
        }
        // `Сам юбиляр`: not whoever was spoken of last.
        let himself = phrase.start.checked_sub(1).is_some_and(|at| matches!(text.norm(at), "сам" | "сама"));
        let hero = || self.of_headline(gender);
        let person = match () {
            () if !himself && let Some(person) = self.told_as(head) => Some(person),
            () if himself => self.himself(phrase.start, gender).or_else(|| self.recent(start, gender)),
            () if is(DESCRIBED) => {
                // `Житель Омска выиграл. «Я рад», — сказал мужчина.`
                let place = head.min(start);
                let place = self.text.sentence_of(place).map_or(place, |number| text.sentences[number].start);
                if let Some(nameless) = self.titled_before(place, gender).or_else(|| self.worded_lately(head, gender)) {
                    return Speaker { mention: Some(phrase), ..nameless };
                }
                self.recent(start, gender).or_else(hero)
            }
            // `вздохнул преподаватель`, where nobody was told of lately: somebody whom the text does not name.
            () if !is(OFFICE)
                && !is_inhabitant(text.norm(head))
                && self.recent_within(LATELY, start, gender).is_none() =>
            {
                return Speaker { confidence: 0.5, ..self.worded_in_nominative(phrase, head) };
            }
            () => self.recent(start, gender).filter(|person| !is(OFFICE) || !self.is_in_office(*person)),
        };
        match person {
            Some(person) => self.person(person, Some(phrase), Rule::Title, if is(DESCRIBED) { 0.7 } else { 0.6 }),
            None => Speaker::unknown(Some(phrase)),
        }
    }

    /// Whom a title in a sentence before means, if it stands there as what the sentence is about.
    pub(in crate::structure::speakers) fn titled_subject(
        &self,
        sentence: Range<usize>,
        back: usize,
        gender: Option<Gender>,
    ) -> Option<usize> {
        if self.text.language != Ru || back > MEANT {
            return None;
        }
        // `Ответ не устроил главу области`
        let object = || self.only_title(&sentence).filter(|_| self.names.within(sentence.clone()).is_empty());
        let (phrase, head) = self.look.first_title(sentence.clone()).or_else(object)?;
        let spoken = self.spoken.partition_point(|part| part.start <= head);
        if spoken.checked_sub(1).is_some_and(|part| self.spoken[part].contains(&head)) {
            return None;
        }
        let own = feminine(self.text.norm(head)).then_some(Gender::Woman);
        if own.is_some() && gender.is_some() && own != gender {
            return None;
        }
        let holder = self.holder(&phrase, head, sentence.start, gender).map(|(_, person)| person);
        holder.or_else(|| self.himself(phrase.start, gender))
    }

    /// Whom the same word meant beside the last quotations.
    fn told_as(&self, head: usize) -> Option<usize> {
        let same = |at: usize| self.text.word(at).is_some() && self.text.word(at) == self.text.word(head);
        let before = self.told.iter().rev().take(4);
        let titled = before.filter(|speaker| speaker.rule == Rule::Title);
        titled.into_iter().find_map(|speaker| {
            speaker.person.filter(|_| speaker.mention.clone().is_some_and(|mut words| words.any(same)))
        })
    }

    /// Whom `сам юбиляр` means: not whoever was spoken of last, but whom all is about.
    fn himself(&self, first: usize, gender: Option<Gender>) -> Option<usize> {
        let himself = first.checked_sub(1).is_some_and(|at| matches!(self.text.norm(at), "сам" | "сама"));
        himself.then(|| self.of_headline(gender)).flatten()
    }

    /// The one person whom a paragraph has named before a place.
    fn alone_in_paragraph(&self, place: usize, gender: Option<Gender>) -> Option<usize> {
        let start = self.text.paragraphs[self.text.paragraph_of(place)?].start.max(place.saturating_sub(LONGEST));
        let named = self.names.within(start..place);
        let first = named.first()?.person;
        let known = self.names.people[first].gender;
        let fits = gender.is_none() || known.is_none() || known == gender;
        (fits && named.iter().all(|mention| mention.person == first)).then_some(first)
    }

    /// Whom the sentence before is about, in the same paragraph.
    fn subject_before(&self, head: usize, gender: Option<Gender>) -> Option<usize> {
        let number = self.text.sentence_of(head)?;
        let before = self.text.sentences[number.checked_sub(1)?].clone();
        let same = self.text.paragraph_of(before.start) == self.text.paragraph_of(head);
        same.then(|| self.subjects(before, gender).next().map(|mention| mention.person)).flatten()
    }

    /// Whether the text says that somebody does not want to be named.
    fn is_anonymous(&self, head: usize) -> bool {
        let text = self.text;
        let Some(sentence) = text.sentence_of(head).map(|number| text.sentences[number].clone()) else { return false };
        let near = sentence.start.max(head.saturating_sub(6))..sentence.end.min(head + 16);
        let words = ["анонимн", "неназванн", "пожелавш", "попросивш", "неизвестн"];
        near.into_iter().any(|at| words.iter().any(|word| text.norm(at).starts_with(word)))
    }

    /// Somebody who was called so before, with what he belongs to: `адвокат` is the `адвокат Насира`.
    fn called_before(&self, head: usize, start: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        let place = head.min(start);
        let same = |at: usize| {
            self.names.titles.is(text, at, TITLE)
                && text.norm(at) == text.norm(head)
                && is_russian_nominative(text.norm(at))
        };
        let found = (place.saturating_sub(NEAR)..place).rev().filter(|at| same(*at));
        found.take(4).find_map(|at| {
            let sentence = text.sentences[text.sentence_of(at)?].clone();
            let phrase = self.look.title_phrase(at, &sentence);
            let capital = (at + 1..phrase.end).any(|word| text.tokens[word].is_capital());
            let driver = phrase.end > at + 1 && !self.names.titles.is(text, at, NAMELESS | OFFICE | DESCRIBED);
            ((capital || driver) && !self.look.leads_to_name(at)).then_some((phrase, at))
        })
    }

    fn is_in_office(&self, person: usize) -> bool {
        self.names.people[person].roles.iter().any(|role| self.names.titles.is(self.text, role.head, OFFICE))
    }

    pub(in crate::structure::speakers) fn is_in_headline(&self, person: usize) -> bool {
        let first = self.text.paragraphs.first().cloned().unwrap_or_default();
        self.names.within(first).iter().take(8).any(|mention| mention.person == person)
    }

    /// The one person of a text that names no other.
    fn only_person(&self, gender: Option<Gender>) -> Option<usize> {
        let known = self.names.people.first().filter(|_| self.names.people.len() == 1)?.gender;
        (gender.is_none() || known.is_none() || known == gender).then_some(0)
    }

    /// `Задержали жителя села. Он сказал…`: whom a title in the sentence before means, where that names nobody.
    pub(in crate::structure::speakers) fn titled_before(
        &self,
        place: usize,
        gender: Option<Gender>,
    ) -> Option<Speaker> {
        let text = self.text;
        let number = text.sentence_of(place).filter(|_| text.language == Ru)?;
        let before = text.sentences[number.checked_sub(1)?].clone();
        // `Об этом рассказала мать ребёнка.` What she says may be a paragraph of its own.
        let told = || before.clone().take(LONGEST).any(|at| self.look.cues.is(text, at, SAYS));
        let same = text.paragraph_of(before.start) == text.paragraph_of(place) || told();
        let named = !self.names.within(before.start..place).is_empty();
        let title = self.look.first_title(before.clone()).or_else(|| self.only_title(&before));
        let (phrase, head) = title.filter(|_| same && !named)?;
        let own = feminine(text.norm(head)).then_some(Gender::Woman);
        let complement = (head + 1..phrase.end).any(|at| text.word(at).is_some());
        let fits = own.unwrap_or(Gender::Man) == gender?;
        // `Сам водитель не спорит`: he is the `водитель автобуса` of before.
        let (phrase, head) =
            if complement { (phrase, head) } else { self.called_before(head, head).filter(|_| fits)? };
        let speaker = fits.then(|| self.titled_in_russian(phrase, head, before.start))?;
        (speaker.name.is_some() && speaker.person.is_none()).then_some(speaker)
    }

    /// `Задержали водителя автобуса`: the one title of a sentence, in whatever case.
    fn only_title(&self, sentence: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let is_title = |at: &usize| self.names.titles.is(self.text, *at, TITLE | NAMELESS | KIN);
        let mut titles = sentence.clone().take(LONGEST).filter(is_title);
        let head = titles.next().filter(|_| titles.next().is_none())?;
        let one = ["а", "я", "у", "ю", "ого", "ую"].iter().any(|ending| self.text.norm(head).ends_with(ending));
        one.then(|| (self.look.title_phrase(head, sentence), head))
    }

    /// Whom the headline names.
    fn of_headline(&self, gender: Option<Gender>) -> Option<usize> {
        let first = self.text.paragraphs.first()?.clone();
        let fits = |person: &usize| {
            let known = self.names.people[*person].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        self.names.within(first).iter().take(8).map(|mention| mention.person).find(fits)
    }

    /// A speaker whom the text does not name: its own words, in the nominative.
    fn worded_in_nominative(&self, phrase: Range<usize>, head: usize) -> Speaker {
        let mut speaker = self.worded(phrase.clone(), Rule::Title);
        if !is_russian_nominative(self.text.norm(head)) {
            speaker.name = Some(in_nominative(self.text, &phrase, head));
        }
        speaker
    }
}
