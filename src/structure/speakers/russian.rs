//! The words in a Russian attribution that point to the speaker: the subject of its verb, the one whose words a noun or a
//! paper gives, the one who is spoken of when a clause goes on.
//!
//! A subject stands in the nominative and agrees with its verb: `сказала` is said of no man.

use std::ops::Range;

use super::super::names::{Body, Gender, clean, gender_of_verb};
use super::super::quotes::{SAYING, SAYS, VERB};
use super::super::tokens::{Case, Kind};
use super::pointer::{Look, Pointer, text_gender};
use super::russian_titles::{feminine, is_russian_nominative};
use super::titles::{HER, HIS, KIN, NAMELESS, PRONOUN, THEY, TITLE};

/// The form of a verb that its subject must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    gender: Option<Gender>,
    plural: bool,
}

impl Form {
    pub(super) fn of(norm: &str) -> Self {
        let plural = ["ли", "лись", "ют", "ут", "ят", "ются", "ятся", "утся", "атся"];
        let plural =
            plural.iter().any(|ending| norm.ends_with(ending)) || norm.ends_with("жат") || norm.ends_with("чат");
        Form { gender: gender_of_verb(norm), plural }
    }
}

/// What may be the subject of an attribution.
struct Candidate {
    at: usize,
    pointer: Pointer,
    gender: Option<Gender>,
    plural: bool,
}

/// Of the words after a noun for somebody's words no more tokens may name the owner.
const OWNER: usize = 16;

impl Look<'_> {
    /// The subject of an attribution that stands on its own: `сказал журналистам Иван Петров`.
    pub(super) fn russian_subject(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let verb = range.clone().find(|at| self.cues.is(text, *at, SAYS));
        if let Some(cited) = verb.and_then(|verb| self.cited(verb, range.end)) {
            return Some(cited);
        }
        let form = Form::of(text.norm(verb.unwrap_or(range.start)));
        let candidates = self.candidates(range.clone());
        let fitting = candidates.iter().position(|candidate| candidate.fits(form));
        let first = fitting.or_else(|| (!form.plural && !candidates.is_empty()).then_some(0));
        if let Some(first) = first {
            return Some(self.named_after(&candidates[first..]).pointer.clone());
        }
        let body = || self.body_in_place(&range).or_else(|| self.body(range.clone()));
        body().or_else(|| self.in_place(&range, form)).or_else(|| {
            let his = range.clone().find(|at| self.names.titles.is(text, *at, HIS | HER))?;
            Some(Pointer::Pronoun(his, text_gender(self.names.titles.at(text, his))))
        })
    }

    /// The subject of a sentence that goes on to a quotation: that of its last verb of speech.
    pub(super) fn russian_subject_of_verb(&self, range: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let verb = range.clone().rev().find(|at| self.cues.is(text, *at, VERB))?;
        if let Some(cited) = self.cited(verb, range.end) {
            return Some(cited);
        }
        let form = Form::of(text.norm(verb));
        let candidates = self.candidates(range.start..verb);
        let clauses = self.clauses(range.start..verb);
        let own = clauses.last().cloned().unwrap_or(range.start..verb);
        let within = |clause: &Range<usize>| {
            candidates
                .iter()
                .rev()
                .filter(|candidate| clause.contains(&candidate.at))
                .find(|candidate| candidate.fits(form))
        };
        if let Some(candidate) = within(&own) {
            return Some(candidate.pointer.clone());
        }
        // `…, который заявил: «…»`: the one before the comma, in whatever case.
        if self.is_relative(own.start)
            && let Some(antecedent) =
                own.start.checked_sub(1).and_then(|comma| self.antecedent(range.start..comma, form))
        {
            return Some(antecedent);
        }
        // `сообщил журналистам Иванов, что «…»`
        let comma = (verb..range.end).find(|at| text.is(*at, ',')).unwrap_or(range.end);
        let after = self.candidates(verb..comma);
        if let Some(first) = after.iter().position(|candidate| candidate.fits(form)) {
            return Some(self.named_after(&after[first..]).pointer.clone());
        }
        if let Some(body) = self.body_in_place(&own).or_else(|| self.body_in_place(&(verb..comma))) {
            return Some(body);
        }
        // `Иванов, вернувшийся из Омска, отказался ответить Петрову, но сказал: «…»`: who the sentence is about.
        for clause in clauses.iter().rev().skip(1).filter(|clause| !self.is_relative(clause.start)) {
            let deed = clause.clone().find(|at| self.is_past(*at)).unwrap_or(clause.end);
            if let Some(candidate) = within(&(clause.start..deed)) {
                return Some(candidate.pointer.clone());
            }
        }
        let rest = candidates.iter().rev().find(|candidate| candidate.fits(form));
        let rest = rest.map(|candidate| candidate.pointer.clone());
        rest.or_else(|| self.body(own)).or_else(|| self.in_place(&range, form)).or_else(|| self.body(range.start..verb))
    }

    /// The one whose words a noun names: `по словам Жарова`, `в его письме`.
    pub(super) fn russian_owner(&self, noun: usize, range: &Range<usize>) -> Option<Pointer> {
        let (text, names) = (self.text, self.names);
        // `по его мнению`, `по её собственным словам`
        let low = range.start.max(noun.saturating_sub(3));
        let before = (low..noun).rev().take_while(|at| text.word(*at).is_some());
        let his = before.clone().find(|at| names.titles.is(text, *at, HIS | HER) && !is_preposition(text.norm(at - 1)));
        if let Some(his) = his {
            return Some(Pointer::Pronoun(his, text_gender(names.titles.at(text, his))));
        }
        if before.clone().any(|at| text.norm(at) == "их") {
            return Some(Pointer::Others(noun));
        }
        let beside = noun + 1..range.end.min(noun + OWNER);
        let stop = beside.clone().find(|at| {
            matches!(text.tokens[*at].kind, Kind::Mark(',' | ':' | '«' | '“' | '"' | '—' | '–'))
                || self.cues.is(text, *at, SAYS) && names.at(*at).is_none()
        });
        // `по мнению одного из участников, епископа Петра Белова, …`
        let stop =
            stop.map(|stop| if text.is(stop, ',') { self.apposed(stop, range.end).unwrap_or(stop) } else { stop });
        let beside = beside.start..stop.unwrap_or(beside.end);
        let all = names.within(beside.clone());
        if let Some(mention) = all.first() {
            // `по словам главы ведомства Александра Жарова`: what stands before the name is its title.
            let joined = all.iter().position(|one| text.norm(one.tokens.end) == "и");
            let last = joined.map_or_else(|| all.last(), |joined| all.get(joined));
            return Some(Pointer::Name(last.unwrap_or(mention).clone()));
        }
        if let Some(his) = beside.clone().take(2).find(|at| names.titles.is(text, *at, HIS | HER)) {
            return Some(Pointer::Pronoun(his, text_gender(names.titles.at(text, his))));
        }
        let several = |at: usize| ["ов", "ев", "ей", "иц"].iter().any(|ending| text.norm(at).ends_with(ending));
        if let Some(head) = beside.clone().find(|at| names.titles.is(text, *at, TITLE | NAMELESS)) {
            if several(head) {
                return Some(Pointer::Others(head));
            }
            return Some(Pointer::Title(self.title_phrase(head, &beside), head));
        }
        // `в интервью газете «Ведомости»` is not what the paper says.
        let to_somebody = ["интервью", "беседе", "разговоре", "комментарии"].contains(&text.norm(noun));
        if to_somebody {
            return None;
        }
        self.body(beside.clone()).or_else(|| self.shortened(beside.start, beside.end))
    }

    /// The end of an apposition after a comma: a title or a name that is no subject.
    fn apposed(&self, comma: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let stop = (comma + 1..end.min(comma + OWNER)).find(|at| text.is(*at, ','))?;
        let title = self.names.titles.is(text, comma + 1, TITLE) && !is_russian_nominative(text.norm(comma + 1));
        let name = self.names.at(comma + 1).is_some_and(|name| name.cases & super::super::names::NOMINATIVE == 0);
        (title || name).then_some(stop)
    }

    /// The one whom a paper cites: `цитирует Петрова «Труд»`, `приводит слова министра агентство`.
    fn cited(&self, verb: usize, end: usize) -> Option<Pointer> {
        let (text, names) = (self.text, self.names);
        let cites = |norm: &str| ["цитиру", "процитиров"].iter().any(|start| norm.starts_with(start));
        let gives = |norm: &str| ["привод", "привел", "приведен", "переда"].iter().any(|start| norm.starts_with(start));
        if !cites(text.norm(verb)) && !gives(text.norm(verb)) {
            return None;
        }
        let stop = (verb + 1..end).find(|at| text.is(*at, ',') || text.is(*at, ':')).unwrap_or(end);
        let object = verb + 1..stop;
        let words = |norm: &str| {
            ["слова", "высказыв", "комментари", "рассказ", "мнение", "заявлени", "ответ"]
                .iter()
                .any(|start| norm.starts_with(start))
        };
        if let Some(noun) = object.clone().find(|at| words(text.norm(*at))) {
            return self.russian_owner(noun, &(verb + 1..stop));
        }
        if !cites(text.norm(verb)) {
            return None;
        }
        let named = names.within(object.clone()).iter().find(|mention| !self.is_only_subject(mention));
        if let Some(mention) = named {
            return Some(Pointer::Name(mention.clone()));
        }
        let oblique = |at: &usize| names.titles.is(text, *at, TITLE) && !is_russian_nominative(text.norm(*at));
        if let Some(head) = object.clone().find(oblique) {
            return Some(Pointer::Title(self.title_phrase(head, &object), head));
        }
        let changed = |body: &&Body| {
            text.norm(body.tokens.start) != body.name.split([' ', '-']).next().unwrap_or("").to_lowercase()
        };
        let first = self.bodies.partition_point(|body| body.tokens.start < object.start);
        let bodies = self.bodies[first..].iter().take(4).take_while(|body| body.tokens.start < object.end);
        if let Some(body) = bodies.clone().find(changed) {
            return Some(Pointer::Body(body.clone()));
        }
        // `процитировала Экологический кодекс:`
        let work = bodies.count() == 0
            && stop > object.start
            && object.len() <= 6
            && text.tokens[object.start].is_capital()
            && text.tokens[stop - 1].case == Case::Small;
        work.then(|| Pointer::Body(Body { name: clean(text, &object), kind: String::new(), tokens: object }))
    }

    /// The name that a title leads to over more titles: `актёр, продюсер и директор театра «Арт» Иван Петров`.
    fn named_after<'c>(&self, candidates: &'c [Candidate]) -> &'c Candidate {
        let text = self.text;
        let first = &candidates[0];
        let (Pointer::Title(..), Some(name)) =
            (&first.pointer, candidates.iter().find(|candidate| matches!(candidate.pointer, Pointer::Name(_))))
        else {
            return first;
        };
        let goes_on = (first.at..name.at).all(|at| match text.tokens[at].kind {
            Kind::Mark(',') => (at + 1..at + 4).any(|next| self.names.titles.is(text, next, TITLE | NAMELESS | KIN)),
            Kind::Mark(mark) => matches!(mark, '«' | '»' | '"' | '“' | '”' | '-' | '(' | ')'),
            _ => !self.cues.is(text, at, SAYS),
        });
        if goes_on { name } else { first }
    }

    /// The first title that can be a subject, before any name that can.
    pub(super) fn first_title(&self, range: Range<usize>) -> Option<(Range<usize>, usize)> {
        let end = range.end.min(range.start + 24);
        match self.candidates(range.start..end).into_iter().next()?.pointer {
            Pointer::Title(phrase, head) => Some((phrase, head)),
            _ => None,
        }
    }

    /// Whether a name can only be a subject, by its ending.
    fn is_only_subject(&self, mention: &super::super::names::Mention) -> bool {
        mention.cases == super::super::names::NOMINATIVE
    }

    /// All that may be a subject in a range, in order.
    fn candidates(&self, range: Range<usize>) -> Vec<Candidate> {
        let (text, names) = (self.text, self.names);
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            if let Some(mention) = names.at(at) {
                if self.is_subject(mention) {
                    let gender = names.people[mention.person].gender;
                    let plural = text.norm(mention.tokens.end) == "и" || at > 0 && text.norm(at - 1) == "и";
                    found.push(Candidate { at, pointer: Pointer::Name(mention.clone()), gender, plural });
                }
                at = mention.tokens.end.max(at + 1);
                continue;
            }
            let kind = names.titles.at(text, at);
            if kind & PRONOUN != 0 {
                let plural = kind & THEY != 0;
                let pronoun = self.pronoun(at);
                let gender = match &pronoun {
                    Pointer::Pronoun(_, Some(true)) => Some(Gender::Man),
                    Pointer::Pronoun(_, Some(false)) => Some(Gender::Woman),
                    _ => None,
                };
                found.push(Candidate { at, pointer: pronoun, gender, plural });
            } else if kind & (TITLE | NAMELESS | KIN) != 0
                && self.is_nominative_title(at, range.end)
                && !self.leads_to_name(at)
            {
                let phrase = self.title_phrase(at, &range);
                let next = names.within(at..phrase.end).first().map_or(phrase.end, |name| name.tokens.start);
                let gender = feminine(text.norm(at)).then_some(Gender::Woman);
                found.push(Candidate { at, pointer: Pointer::Title(phrase, at), gender, plural: false });
                // What follows a title is its own: `глава комитета`.
                at = next.max(at + 1);
                continue;
            }
            at += 1;
        }
        found
    }

    /// The clauses of a range, parted by commas.
    fn clauses(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            if self.text.is(at, ',') || self.text.is(at, ';') {
                clauses.push(start..at);
                start = at + 1;
            }
        }
        clauses.push(start..range.end);
        clauses
    }

    /// Whether a clause says something of what stands before it: `который…`, `в котором…`.
    fn is_relative(&self, start: usize) -> bool {
        (start..start + 2).any(|at| self.text.norm(at).starts_with("котор"))
    }

    /// The last one named before a relative clause.
    fn antecedent(&self, range: Range<usize>, form: Form) -> Option<Pointer> {
        let fits = |mention: &&super::super::names::Mention| {
            let gender = self.names.people[mention.person].gender;
            form.gender.is_none() || gender.is_none() || gender == form.gender
        };
        let near = range.end.saturating_sub(10).max(range.start)..range.end;
        let mention = self.names.within(near).iter().rev().find(fits)?;
        Some(Pointer::Name(mention.clone()))
    }

    /// Whether a verb in the past stands at `at`.
    fn is_past(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        let ends = ["л", "ла", "ли", "ло", "лся", "лась", "лись", "лось"].iter().any(|ending| norm.ends_with(ending));
        ends && norm.chars().count() > 3
            && self.text.tokens[at].case == Case::Small
            && !self.names.is_body(self.text, at)
    }

    /// A body that speaks through people inside of it: `в министерстве сообщили`.
    fn body_in_place(&self, range: &Range<usize>) -> Option<Pointer> {
        let first = self.bodies.partition_point(|body| body.tokens.start < range.start);
        let near = self.bodies[first..].iter().take(8).take_while(|body| body.tokens.start < range.end);
        let inside =
            |body: &&Body| body.tokens.start > 0 && matches!(self.text.norm(body.tokens.start - 1), "в" | "во");
        near.clone().find(inside).map(|body| Pointer::Body(body.clone()))
    }

    /// A body that no list names: `ответили в отделе перевозок`, `отметили в НПП «Атамекен»`, `в УВКБ добавили`.
    fn in_place(&self, range: &Range<usize>, form: Form) -> Option<Pointer> {
        let text = self.text;
        if !form.plural {
            return self.abbreviated(range.clone());
        }
        let place = |at: &usize| matches!(text.norm(*at), "в" | "во" | "на");
        let starts = range.clone().filter(place).map(|at| at + 1);
        starts
            .filter(|at| *at < range.end)
            .find_map(|at| self.shortened(at, range.end).or_else(|| self.place_of(at, range.end)))
    }

    /// Capital letters, and a name in marks after them.
    fn shortened(&self, start: usize, end: usize) -> Option<Pointer> {
        let text = self.text;
        let token = text.tokens.get(start).filter(|token| start < end && token.case == Case::Capitals)?;
        let mut stop = start + 1;
        let mark = |at: usize| text.tokens.get(at).map(|token| token.kind);
        if matches!(mark(stop), Some(Kind::Mark('«' | '"' | '“'))) && text.tokens[stop].spaced {
            let close = (stop + 1..(stop + 10).min(end))
                .find(|at| matches!(text.tokens[*at].kind, Kind::Mark('»' | '"' | '”')));
            stop = close.map_or(stop, |close| close + 1);
        }
        let tokens = start..stop;
        let kind = if tokens.len() == 1 { text.norm(start).to_owned() } else { String::new() };
        token.word().map(|_| Pointer::Body(Body { name: clean(text, &tokens), kind, tokens }))
    }

    /// A noun in the prepositional case, with the adjectives before it and what follows in the genitive.
    fn place_of(&self, start: usize, end: usize) -> Option<Pointer> {
        let text = self.text;
        let adjective = |at: usize| ["ом", "ем", "ой", "ей"].iter().any(|ending| text.norm(at).ends_with(ending));
        let noun = (start..end.min(start + 4)).find(|at| !adjective(*at))?;
        let norm = text.norm(noun);
        let woman = noun > start && text.norm(noun - 1).ends_with(['й']);
        let other =
            self.cues.is(text, noun, SAYING) || OCCASIONS.contains(&norm) || text.tokens[noun].case != Case::Small;
        let kind = match (norm.strip_suffix("ии"), norm.strip_suffix('е')) {
            (Some(stem), _) => format!("{stem}ия"),
            (None, Some(stem)) if stem.chars().count() > 3 && !other => {
                format!("{stem}{}", if woman { "а" } else { "" })
            }
            _ => return None,
        };
        (!other).then(|| {
            Pointer::Body(super::super::names::body_of_kind(text, self.cues, self.names, noun, start, end, &kind))
        })
    }
}

impl Candidate {
    fn fits(&self, form: Form) -> bool {
        let gender = form.gender.is_none() || self.gender.is_none() || self.gender == form.gender;
        gender && (self.plural || !form.plural)
    }
}

/// Where something is said, but nobody who says it.
const OCCASIONS: &[&str] = &[
    "эфире",
    "ходе",
    "начале",
    "конце",
    "среде",
    "неделе",
    "месяце",
    "году",
    "суде",
    "зале",
    "городе",
    "стране",
    "мире",
    "районе",
    "области",
    "регионе",
    "обществе",
    "твиттере",
    "фейсбуке",
    "инстаграме",
    "телеграме",
    "сети",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
    "январе",
    "феврале",
    "марте",
    "апреле",
    "июне",
    "июле",
    "августе",
    "конференции",
    "брифинге",
    "встрече",
    "заседании",
    "совещании",
    "блоге",
    "канале",
    "пресс",
    "итоге",
    "форуме",
    "церемонии",
    "основании",
    "связи",
    "отношении",
    "условии",
    "адресе",
];

fn is_preposition(norm: &str) -> bool {
    matches!(norm, "у" | "о" | "об" | "за" | "на" | "для" | "от" | "с" | "к" | "без")
}
