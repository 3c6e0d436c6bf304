//! Whose words a Russian noun names, `по словам Белова`, and whom a paper cites: `цитирует Белова «Труд»`.

use std::ops::Range;

use super::super::super::names::{Body, Mention, NOMINATIVE, clean};
use super::super::super::quotes::{REPORTS, SAYING, SAYS};
use super::super::super::tokens::{Case, Kind};
use super::super::pointer::{Look, Pointer, text_gender};
use super::super::titles::{HER, HIS, KIN, NAMELESS, TITLE};
use super::Form;
use super::nouns::hides;
use super::titles::is_russian_nominative;

/// Of the words after a noun for somebody's words no more tokens may name the owner.
const OWNER: usize = 16;

impl Look<'_> {
    /// The one whose words a noun names: `по словам Жарова`, `в его письме`.
    pub(in crate::structure::speakers) fn russian_owner(&self, noun: usize, range: &Range<usize>) -> Option<Pointer> {
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
        // `По словам, Олега Белова`: a comma too much.
        let comma = usize::from(noun + 2 < range.end && text.is(noun + 1, ','));
        // `По информации же Роскомнадзора`
        let comma = comma + usize::from(matches!(text.norm(noun + 1), "же" | "ж"));
        let beside = noun + 1 + comma..range.end.min(noun + OWNER);
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
        // `цитата из подготовленного им письма`
        let by_him = |at: &usize| match text.norm(*at) {
            "им" => Some(Pointer::Pronoun(*at, Some(true))),
            "ею" => Some(Pointer::Pronoun(*at, Some(false))),
            _ => None,
        };
        if let Some(him) = beside.clone().find_map(|at| by_him(&at)) {
            return Some(him);
        }
        if let Some(head) = beside.clone().find(|at| names.titles.is(text, *at, TITLE | NAMELESS)) {
            // `по словам одного из очевидцев`: nothing names him.
            if (beside.start..head).any(|at| matches!(text.norm(at), "одного" | "одной")) {
                return Some(Pointer::Others(head));
            }
            if several(head) {
                return Some(self.group_of_words(head, &beside));
            }
            return Some(Pointer::Title(self.title_phrase(head, &beside), head));
        }
        // `в интервью газете «Ведомости»` is not what the paper says.
        let to_somebody = ["интервью", "беседе", "разговоре", "комментарии"].contains(&text.norm(noun));
        if to_somebody {
            return None;
        }
        // `в ответе ТОО «Белмост»`: the marks around its name end it not.
        let body = self.body(beside.clone()).or_else(|| self.shortened(beside.start, range.end));
        body.or_else(|| self.unknown_owner(beside))
    }

    /// Capital words right after a noun for somebody's words, of which no list knows what they name: `в блоге Кларенс-хаус`,
    /// `по данным Интерфакса`.
    fn unknown_owner(&self, beside: Range<usize>) -> Option<Pointer> {
        let text = self.text;
        let named = |at: &usize| text.tokens[*at].is_capital() || text.is(*at, '-') && !text.tokens[*at].spaced;
        let tokens = beside.start..beside.clone().take_while(named).last()? + 1;
        let name = clean(text, &tokens);
        let known = self.names.at(tokens.start).is_some() || self.is_place(tokens.start);
        // `Интерфакса`: a word in a consonant, in the genitive.
        let stem = name
            .strip_suffix('а')
            .filter(|stem| tokens.len() == 1 && stem.ends_with(['с', 'т', 'р', 'н', 'л', 'м', 'к']));
        // `Роскомсвободы`: a word whose nominative stands elsewhere.
        let root = name.strip_suffix(['ы', 'и']).filter(|_| tokens.len() == 1);
        let nominative = root.into_iter().flat_map(|root| ["а", "я"].map(|end| format!("{root}{end}"))).find(|whole| {
            let whole = whole.to_lowercase();
            text.words.norms().any(|norm| norm == whole)
        });
        // `Роскомсвободы`, `Медиазоны`, `Википедии`: no name of one word ends so in the nominative.
        let one = tokens.len() == 1;
        let woman = root.filter(|_| name.ends_with('ы') || name.ends_with("ки")).map(|root| format!("{root}а"));
        let woman = woman.or_else(|| name.strip_suffix("ии").map(|root| format!("{root}ия"))).filter(|_| one);
        let name = nominative.or_else(|| stem.map(str::to_owned)).or(woman).unwrap_or(name.clone());
        (!known && !text.is(tokens.start, '-')).then(|| Pointer::Body(Body { name, kind: String::new(), tokens }))
    }

    fn is_place(&self, at: usize) -> bool {
        self.text.lexicon.names.is_place(self.text.norm(at))
    }

    /// Whether somebody else than the owner of words is the subject of a verb after them: a name or a title, no pronoun.
    pub(in crate::structure::speakers) fn has_own_subject(&self, noun: usize, verb: usize) -> bool {
        let text = self.text;
        let Some(comma) = (noun..verb).find(|at| text.is(*at, ',')) else { return false };
        let form = Form::of(text.norm(verb));
        let subject = self.candidates(comma..verb).into_iter().rev().find(|candidate| candidate.fits(form));
        subject.is_some_and(|subject| matches!(subject.pointer, Pointer::Name(_) | Pointer::Title(..)))
    }

    /// The end of an apposition after a comma: a title or a name that is no subject.
    pub(super) fn apposed(&self, comma: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let stop = (comma + 1..end.min(comma + OWNER)).find(|at| text.is(*at, ','))?;
        let title = self.names.titles.is(text, comma + 1, TITLE) && !is_russian_nominative(text.norm(comma + 1));
        let name = self.names.at(comma + 1).is_some_and(|name| name.cases & NOMINATIVE == 0);
        (title || name).then_some(stop)
    }

    /// The one whom a paper cites: `цитирует Петрова «Труд»`, `приводит слова министра агентство`.
    pub(super) fn cited(&self, verb: usize, end: usize) -> Option<Pointer> {
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
        let changed = |body: &&Body| clean(text, &body.tokens) != body.name;
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

    /// Whom a paper names as its source: `сообщили СМИ со ссылкой на данные агентства`; not another paper.
    pub(super) fn source(&self, range: &Range<usize>) -> Option<Pointer> {
        let noun = range.clone().find(|at| self.text.norm(*at) == "ссылкой" && self.text.norm(at + 1) == "на")? + 1;
        let hidden = (noun + 1..range.end.min(noun + 4)).find(|at| hides(self.text.norm(*at)));
        let words = self.cues.is(self.text, noun + 1, SAYING) || self.text.norm(noun + 1) == "данные";
        let owner = || self.russian_owner(noun, range).filter(|owner| words || !is_paper(owner));
        hidden.map(Pointer::Others).or_else(owner)
    }

    /// Whether a name can only be a subject, by its ending.
    pub(super) fn is_only_subject(&self, mention: &Mention) -> bool {
        mention.cases == NOMINATIVE
    }

    /// A paper or a company in Latin letters before its verb: `The Times пишет`.
    pub(super) fn foreign_name(&self, verb: usize, range: &Range<usize>) -> Option<Pointer> {
        // `Mash также сообщает`
        let adverb =
            |at: &usize| matches!(self.text.norm(*at), "также" | "тоже" | "ранее" | "позже" | "сегодня" | "уже");
        let end = (range.start..verb).rev().find(|at| !adverb(at))? + 1;
        let first = (range.start..end).rev().take_while(|at| self.is_latin(*at)).last()?;
        Some(self.foreign_body(first..end))
    }

    /// The name in Latin letters after a verb of speech: `как пишет Global Times`.
    pub(super) fn foreign_name_after(&self, verb: usize, end: usize) -> Option<Pointer> {
        let first = verb + 1;
        let passes_on = self.cues.is(self.text, verb, REPORTS) && !Form::of(self.text.norm(verb)).plural;
        if let Some(paper) = self.paper_in_marks(first, end).filter(|_| passes_on) {
            return Some(paper);
        }
        let count = (first..end).take_while(|at| self.is_latin(*at)).count();
        // `заявил Reuters Иван Петров`: it was told.
        let next = first + count;
        let told = next < end
            && (self.text.tokens[next].is_capital() || self.names.titles.is(self.text, next, TITLE | NAMELESS | KIN));
        (count > 0 && !told).then(|| self.foreign_body(first..next))
    }

    /// A paper of which only the name stands there: `как пишет «Труд»`.
    fn paper_in_marks(&self, open: usize, end: usize) -> Option<Pointer> {
        let text = self.text;
        let mark = |at: usize| text.tokens.get(at).map(|token| token.kind);
        let opens = matches!(mark(open), Some(Kind::Mark('«' | '"' | '“'))) && text.tokens.get(open + 1)?.is_capital();
        let close = (open + 1..end.min(open + 8)).find(|at| matches!(mark(*at), Some(Kind::Mark('»' | '"' | '”'))));
        // `сообщил «Интерфаксу»`: it was told.
        let told = |close: usize| ["у", "ю", "ому"].iter().any(|ending| text.norm(close - 1).ends_with(ending));
        let tokens = open + 1..close.filter(|close| opens && !told(*close))?;
        Some(Pointer::Body(Body { name: clean(text, &tokens), kind: String::new(), tokens }))
    }

    /// Whether a capital word in Latin letters, which is no number, stands at a place.
    pub(super) fn is_latin(&self, at: usize) -> bool {
        let text = self.text;
        let numeral = text.norm(at).bytes().all(|byte| b"ivx".contains(&byte));
        text.tokens[at].is_capital()
            && !numeral
            && text.norm(at).bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
    }

    fn foreign_body(&self, tokens: Range<usize>) -> Pointer {
        Pointer::Body(Body { name: clean(self.text, &tokens), kind: String::new(), tokens })
    }
}

/// Whether a body passes on what others say.
pub(super) fn is_paper(pointer: &Pointer) -> bool {
    let papers =
        ["газета", "журнал", "издание", "портал", "телеканал", "канал", "радиостанция", "сми", "ресурс", "агентство"];
    match pointer {
        Pointer::Body(body) => body.kind.is_empty() || papers.iter().any(|paper| body.kind.ends_with(paper)),
        _ => false,
    }
}

fn is_preposition(norm: &str) -> bool {
    matches!(norm, "у" | "о" | "об" | "за" | "на" | "для" | "от" | "с" | "к" | "без")
}
