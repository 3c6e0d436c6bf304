//! Bodies in which people say something: `сообщили в министерстве`, `ответили в отделе перевозок`.

use std::ops::Range;

use super::super::super::names::{Body, Gender, body_of_kind, clean};
use super::super::super::quotes::SAYING;
use super::super::super::tokens::{Case, Kind, Token};
use super::super::pointer::{Look, Pointer};
use super::super::titles::{KIN, NAMELESS, TITLE};
use super::Form;

impl Look<'_> {
    /// A body that speaks through people inside of it: `в министерстве сообщили`.
    pub(super) fn body_in_place(&self, range: &Range<usize>) -> Option<Pointer> {
        let first = self.bodies.partition_point(|body| body.tokens.start < range.start);
        let near = self.bodies[first..].iter().take(8).take_while(|body| body.tokens.start < range.end);
        let inside =
            |body: &&Body| body.tokens.start > 0 && matches!(self.text.norm(body.tokens.start - 1), "в" | "во");
        // `рассказал в своём телеграм-канале`
        let own = |body: &&Body| {
            let mut words = body.tokens.start.saturating_sub(2)..body.tokens.end;
            body.kind.ends_with("канал")
                && words.any(|at| matches!(self.text.norm(at), "своем" | "его" | "ее" | "личном"))
        };
        near.clone().filter(|body| !own(body)).find(inside).map(|body| Pointer::Body(body.clone()))
    }

    /// Whether somebody's own page, channel or writing is named at a place, after adjectives: `в его телеграм-канале`.
    pub(in crate::structure::speakers) fn is_own_page(&self, at: usize) -> bool {
        const PAGES: &[&str] = &[
            "канал",
            "telegram",
            "телеграм",
            "тг",
            "блог",
            "аккаунт",
            "страни",
            "твит",
            "инстаграм",
            "фейсбук",
            "микроблог",
            "пост",
            "соцсет",
            "публикаци",
            "видео",
            "обращени",
            "письм",
            "сообщени",
            "заявлени",
            "интервью",
            "статье",
            "колонк",
            "записк",
            "послани",
            "речи",
            "докладе",
            "telegram-канал",
            "профил",
        ];
        let page = |at: usize| PAGES.iter().any(|page| self.text.norm(at).starts_with(page));
        let adjective = |at: usize| ["ом", "ем", "ой", "ей"].iter().any(|end| self.text.norm(at).ends_with(end));
        page(at) || adjective(at) && page(at + 1)
    }

    /// A body that acts itself, right before its verb: `Белый дом назвал Ли Куан Ю провидцем`.
    pub(super) fn body_before(&self, clause: &Range<usize>, verb: usize, form: Form) -> Option<Pointer> {
        let first = self.bodies.partition_point(|body| body.tokens.start < clause.start);
        let near = self.bodies[first..].iter().take(8).take_while(|body| body.tokens.end <= verb);
        let beside = |body: &&Body| (body.tokens.end..verb).len() <= 2 && self.is_nominative_body(body, form);
        near.last().filter(beside).map(|body| Pointer::Body(body.clone()))
    }

    /// A body right after its verb: `сообщила редакция Белову`; not `рассказал ТАСС Белов`.
    pub(super) fn body_after(&self, verb: usize, range: &Range<usize>, form: Form) -> Option<Pointer> {
        let first = self.bodies.partition_point(|body| body.tokens.start <= verb);
        let body = self.bodies.get(first).filter(|body| body.tokens.end <= range.end)?;
        let next = body.tokens.end;
        let told = body.tokens.len() == 1
            && next < range.end
            && (self.text.tokens[next].is_capital() || self.names.titles.is(self.text, next, TITLE | NAMELESS | KIN));
        let beside = body.tokens.start == verb + 1 && !told && self.is_nominative_body(body, form);
        beside.then(|| Pointer::Body(body.clone()))
    }

    /// Whether a body can be the subject of a verb.
    fn is_nominative_body(&self, body: &Body, form: Form) -> bool {
        let text = self.text;
        let before = body.tokens.start.checked_sub(1).map_or("", |before| text.norm(before));
        let governed = matches!(
            before,
            "в" | "во"
                | "на"
                | "от"
                | "для"
                | "с"
                | "со"
                | "к"
                | "из"
                | "о"
                | "об"
                | "по"
                | "у"
                | "при"
                | "за"
                | "через"
                | "про"
        );
        !governed && clean(text, &body.tokens) == body.name && fits_verb(&body.kind, form)
    }

    /// A body that no list names: `ответили в отделе перевозок`, `отметили в НПП «Атамекен»`, `в УВКБ добавили`.
    pub(super) fn in_place(&self, range: &Range<usize>, verb: usize) -> Option<Pointer> {
        let text = self.text;
        if !Form::of(text.norm(verb)).plural {
            return self.abbreviated(range.clone());
        }
        let place = |at: &usize| matches!(text.norm(*at), "в" | "во" | "на");
        let starts = range.clone().filter(place).map(|at| at + 1);
        starts.filter(|at| *at < range.end).find_map(|at| {
            // `погибли в катастрофе` says nothing of who speaks.
            let near = at.abs_diff(verb) <= 4;
            let called = || self.called_in_marks(at, range.end).filter(|_| near);
            self.shortened(at, range.end)
                .or_else(called)
                .or_else(|| near.then(|| self.place_of(at, range.end)).flatten())
        })
    }

    /// `в «Востоке» подчеркнули`: a body that has such a name in marks elsewhere.
    fn called_in_marks(&self, open: usize, end: usize) -> Option<Pointer> {
        const MOST: usize = 64;
        let text = self.text;
        let mark =
            |at: usize, marks: &[char]| matches!(text.tokens[at].kind, Kind::Mark(mark) if marks.contains(&mark));
        let opened = open + 2 < end && mark(open, &['«', '"', '“']) && text.tokens[open + 1].is_capital();
        let close = (open + 2..end.min(open + 8)).find(|at| opened && mark(*at, &['»', '"', '”']))?;
        // All but the ending of the last word.
        let stem = |norm: &str| {
            let letters = norm.chars().count();
            norm.chars().take(letters.saturating_sub(1).max(3)).collect::<String>()
        };
        let same = |start: usize| {
            let words = close - open - 1;
            (0..words).all(|word| {
                let (one, other) = (text.norm(open + 1 + word), text.norm(start + word));
                one == other
                    || other.starts_with(&stem(one)) && other.chars().count().abs_diff(one.chars().count()) <= 1
            })
        };
        let opens = |body: &&Body| {
            body.tokens.clone().find(|at| mark(*at, &['«', '"', '“'])).is_some_and(|at| same(at + 1) && at != open)
        };
        let here = self.bodies.partition_point(|body| body.tokens.start < open);
        let before = self.bodies[..here].iter().rev().take(MOST);
        let body = before.into_iter().find(opens)?;
        Some(Pointer::Body(Body { tokens: open..close + 1, ..body.clone() }))
    }

    /// Capital letters, and a name in marks after them.
    pub(super) fn shortened(&self, start: usize, end: usize) -> Option<Pointer> {
        let text = self.text;
        let short = |token: &&Token| token.case == Case::Capitals || self.is_latin(start);
        let token = text.tokens.get(start).filter(|token| start < end && short(token))?;
        let latin = (start..end.min(start + 6)).take_while(|at| self.is_latin(*at)).count();
        let mut stop = start + latin.max(1);
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
    pub(super) fn place_of(&self, start: usize, end: usize) -> Option<Pointer> {
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
        (!other).then(|| Pointer::Body(body_of_kind(text, self.cues, self.names, noun, start, end, &kind)))
    }
}

/// Whether a verb in a form can be said of a kind of body: `министерство сообщило`; an abbreviation may have any gender.
fn fits_verb(kind: &str, form: Form) -> bool {
    let plural = matches!(kind, "сми" | "власти" | "органы" | "войска" | "силы" | "ведомства" | "министерства");
    if form.plural || plural {
        return form.plural == plural || kind == "сми";
    }
    match form.gender {
        None => true,
        Some(gender) => gender_of_kind(kind).is_none_or(|own| own == gender),
    }
}

/// The gender of the word for a kind of body: `газета` is a she; nothing for an abbreviation.
pub(in crate::structure::speakers) fn gender_of_kind(kind: &str) -> Option<Gender> {
    let short = kind.chars().count() <= 4;
    match kind.chars().last() {
        Some('а' | 'я') => Some(Gender::Woman),
        _ if short && kind != "суд" && kind != "банк" && kind != "фонд" && kind != "дом" => None,
        Some('о' | 'е' | 'и' | 'ы' | 'ь') | None => None,
        Some(_) => Some(Gender::Man),
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
