//! Whether what stands in marks is somebody's words, or a name, a title, a term.

use std::ops::Range;

use super::super::text::Text;
use super::super::tokens::{Case, Kind};
use super::attribution::{Clause, after_marks, is_dash, name_after_marks, speaks_before};
use super::cues::{CALLED, Cues, NAMED, PARTICLE, SAYING, SAYS};
use super::marks::Marked;
use crate::article::Language::{En, Kk, Ru};

/// How somebody's words stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::structure) enum Form {
    /// On their own, with an attribution beside them.
    Direct,
    /// On their own, with nothing.
    Bare,
    /// As a part of somebody else's sentence.
    Fragment,
}

/// Somebody's words, as a verdict on a run in marks.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) form: Form,
    /// The attribution after the marks.
    pub(super) clause: Option<Clause>,
    /// Whether a colon introduces them.
    pub(super) introduced: bool,
}

/// What a run in marks is, if it is a quotation.
pub(super) fn judge(text: &Text, cues: &Cues, run: &Marked, paragraph: &Range<usize>) -> Option<Verdict> {
    let inner = &run.inner;
    let words = inner.clone().filter(|at| !matches!(text.tokens[*at].kind, Kind::Mark(_))).take(64).count();
    if words == 0 {
        return None;
    }
    let before = (run.open > paragraph.start).then(|| run.open - 1);
    let before_mark = before.and_then(|before| match text.tokens[before].kind {
        Kind::Mark(mark) => Some(mark),
        _ => None,
    });
    let sentence = text.sentence_of(run.open)?;
    let introduced = before_mark == Some(':');
    let starts = before.is_none()
        || !run.opened
        || matches!(before_mark, Some('.' | '!' | '?' | '…'))
        || text.sentences[sentence].start == run.open
        || matches!(before_mark, Some('—' | '–' | '-'))
            && before.is_some_and(|dash| dash == paragraph.start || is_resumed(text, dash));
    let clause = after_marks(text, cues, inner.end - 1, run.after, paragraph.end)
        .filter(|clause| !clause.guessed || words > 1 && !is_title(text, inner));
    let first = inner.clone().find_map(|at| text.word(at).map(|_| text.tokens[at].case));
    let small = first == Some(Case::Small);
    let last = text.tokens[inner.end - 1].kind;
    let ends = matches!(last, Kind::Mark('.' | '!' | '?' | '…'));
    let verdict = |form| Some(Verdict { form, clause: clause.clone(), introduced });

    // `«Ауыл – елдің тірегі» деп аталатын форум`
    if text.language == Kk && text.norm(run.after) == "деп" && cues.is(text, run.after + 1, CALLED) {
        return None;
    }
    if clause.is_some() && (starts || introduced) && (words > 2 || ends || !is_name(text, cues, run)) {
        return verdict(Form::Direct);
    }
    if introduced {
        let told = speaks_before(text, cues, sentence, run.open) || is_message(text, run.open - 1);
        let by_name = has_several(text, inner) || run.open >= 2 && text.tokens[run.open - 2].is_capital();
        // `@aidos_k: «…»`
        let address = (paragraph.start.max(run.open.saturating_sub(7))..run.open).any(|at| text.is(at, '@'));
        // `Он машет рукой: «Не успеют!»`
        let called = words >= 2 && matches!(last, Kind::Mark('!' | '?' | '…'));
        let ends = ends || matches!(text.tokens.get(run.after).map(|next| next.kind), Some(Kind::Mark('.')));
        let list = !ends && is_list(text, run, paragraph);
        if (told && (words > 2 || ends) && !list)
            || (by_name || address || called || words >= 6 || words >= 4 && ends && !small)
                && (ends || words >= 5 || address && words > 2)
                && !is_name(text, cues, run)
                && !list
                && !is_title(text, inner)
        {
            return verdict(Form::Direct);
        }
    }
    // In a headline nothing more is said: `«Мы это сделаем»: как строят мост`, `Омаров: «Мы это сделаем»`.
    let says = !is_title(text, inner) || tells_in_title(text, inner);
    if text.paragraphs.first().is_some_and(|first| first == paragraph) && says && run.opened {
        let last = run.after >= paragraph.end;
        // English headlines write a term so, too: `Seals found: ‘Wake-up Call’`.
        let least = if text.language == En { 4 } else { 3 };
        // `Асан Омаров, дәрігер: «Үш сөз бар»`
        let titled = text.language == Kk
            && run.open >= 2
            && text.lexicon.speakers.is_somebody(text.norm(run.open - 2))
            && (paragraph.start..run.open).take(12).filter(|at| text.tokens[*at].is_capital()).nth(1).is_some();
        let beside = run.open >= 2 && text.tokens[run.open - 2].is_capital();
        let named = introduced && words >= least && last && (beside || titled);
        // `«Мұғалім – ұлттың тірегі»`: a dash stands for a verb.
        let dash = text.language == Kk && inner.clone().any(|at| is_dash(text, at) && text.tokens[at].spaced);
        let first = before.is_none() && (words >= 4 || words >= 3 && dash) && (last || text.is(run.after, ':'));
        if (named || first) && !is_name(text, cues, run) {
            return verdict(Form::Bare);
        }
    }
    if starts
        && words >= 2
        && !is_title(text, inner)
        && !is_name(text, cues, run)
        && let Some(clause) = name_after_marks(text, cues, run.after, paragraph.end)
    {
        return Some(Verdict { form: Form::Direct, clause: Some(clause), introduced });
    }
    // Two words are a sentence if their full stop stands inside, and so are two sentences.
    if starts
        && (words >= 4 || words >= 2 && run.opened && (ends || has_several(text, inner)))
        && !is_title(text, inner)
    {
        let next = text.tokens.get(run.after).filter(|_| run.after < paragraph.end);
        let alone = match next {
            None => (ends || words >= 6) && !is_italic(text, run, paragraph),
            Some(next) => {
                next.is('.')
                    || ends && (next.is_capital() || matches!(next.kind, Kind::Mark('«' | '“' | '"' | '„' | '‘')))
            }
        };
        if alone {
            return Some(Verdict { form: Form::Bare, clause: None, introduced });
        }
    }
    // What somebody says of a thing is no name of it: `called the plan “an invoice sent to the poor”`.
    let said =
        small && words >= 3 && !is_so_called(text, cues, run.open) && speaks_before(text, cues, sentence, run.open);
    // `выкрикнул «Слава Омску»`
    let cried = words == 2 && before.is_some_and(|at| text.norm(at).contains("крик") && cues.is(text, at, SAYS));
    // `песня со словами «Жди меня, река»`, `из трёх слов «Белова больше нет»`
    let near = |back: usize| run.open.checked_sub(back).map_or("", |at| text.norm(at));
    let worded = text.language == Ru
        && words >= 2
        && (near(1) == "словами" && matches!(near(2), "со" | "с")
            || near(1) == "слов" && (near(2) == "из" || near(3) == "из"));
    if worded && !is_name(text, cues, run) {
        return verdict(Form::Fragment);
    }
    if words < 3 && !cried || !said && (is_name(text, cues, run) || is_labelled(text, cues, run)) || is_law(text, run) {
        return None;
    }
    let after = run.after;
    let particle = text.language == Kk && cues.is(text, after, PARTICLE) && !cues.is(text, after + 1, CALLED);
    if small || particle {
        return verdict(Form::Fragment);
    }
    let near = run.open.saturating_sub(7).max(text.sentences[sentence].start);
    // `The joke is that “Ann Lee never sleeps.”`
    let that = text.language == En && words >= 4 && before.is_some_and(|before| text.norm(before) == "that");
    let brought = that || (near..run.open).any(|at| cues.is(text, at, SAYS | SAYING)) || clause.is_some();
    (cried || brought && !is_title(text, inner) && (text.language == En || words >= 4))
        .then(|| verdict(Form::Fragment))
        .flatten()
}

/// Whether what stood before a dash was somebody's words, too: `…» – «…`.
fn is_resumed(text: &Text, dash: usize) -> bool {
    let closed = |at: usize| matches!(text.tokens[at].kind, Kind::Mark('»' | '”' | '.' | '!' | '?'));
    text.language == Ru && dash.checked_sub(1).is_some_and(closed)
}

/// Whether a colon at `at` follows a word for a message: `на двери висела записка: «…»`.
fn is_message(text: &Text, at: usize) -> bool {
    const MESSAGES: &[&str] = &[
        "сообщени",
        "записк",
        "плакат",
        "табличк",
        "слоган",
        "лозунг",
        "объявлени",
        "транспарант",
        "баннер",
        "граффити",
    ];
    text.language == Ru
        && (at.saturating_sub(3)..at).any(|at| MESSAGES.iter().any(|start| text.norm(at).starts_with(start)))
}

/// Whether a whole paragraph stands between `''`, the marks of italics, and nothing before it brings speech.
fn is_italic(text: &Text, run: &Marked, paragraph: &Range<usize>) -> bool {
    let brought = paragraph.start.checked_sub(1).is_some_and(|before| {
        let last = if matches!(text.tokens[before].kind, Kind::LineEnd) { before.checked_sub(1) } else { Some(before) };
        last.is_some_and(|last| text.is(last, ':'))
    });
    run.open == paragraph.start && text.is(run.open, '\'') && text.is(run.open + 1, '\'') && !brought
}

/// Whether a sentence ends inside the words and another begins.
fn has_several(text: &Text, inner: &Range<usize>) -> bool {
    inner.clone().take(400).any(|at| {
        at + 1 < inner.end
            && matches!(text.tokens[at].kind, Kind::Mark('.' | '!' | '?'))
            && text.tokens[at + 1].is_capital()
    })
}

/// Whether a word beside the marks makes a name of what stands in them.
fn is_name(text: &Text, cues: &Cues, run: &Marked) -> bool {
    let beside = |at: usize, any| cues.is(text, at, any);
    let before = run.open.checked_sub(1).is_some_and(|at| beside(at, NAMED | CALLED) && !beside(at, SAYS | SAYING));
    // `“…” faction`, `«…» фильмі`.
    let after = text.language != Ru && beside(run.after, NAMED | CALLED) && !text.tokens[run.after].is_capital();
    // On which side of a name its kind stands is a matter of the language.
    before && text.language != Kk || after || is_so_called(text, cues, run.open)
}

/// Whether what stands before the marks at `open` says "so it is called".
fn is_so_called(text: &Text, cues: &Cues, open: usize) -> bool {
    if text.language == En {
        return open >= 3 && text.norm(open - 1) == "called" && text.norm(open - 3) == "so";
    }
    let called = |at: usize| cues.is(text, at, CALLED) && !cues.is(text, at, SAYS);
    (1..4).filter_map(|back| open.checked_sub(back)).any(called)
}

/// Whether a mark parts the run from a word that makes a name of it: `диагноз — «…»`, `в фильмах: «…»`.
fn is_labelled(text: &Text, cues: &Cues, run: &Marked) -> bool {
    let mark =
        run.open.checked_sub(2).filter(|_| matches!(text.tokens[run.open - 1].kind, Kind::Mark('—' | '–' | ':')));
    text.language == Ru && mark.is_some_and(|at| cues.is(text, at, NAMED | CALLED) && !cues.is(text, at, SAYS | SAYING))
}

/// Whether an article of law follows in brackets, or stands before them: `статья 105 («…»)`.
fn is_law(text: &Text, run: &Marked) -> bool {
    let article = |at: usize| matches!(text.norm(at), "ст" | "статья" | "ч" | "п" | "article" | "section" | "бап");
    let code = |at: usize| {
        let norm = text.norm(at);
        article(at) || norm.starts_with("стать") || matches!(norm, "ук" | "коап" | "кодекса" | "части" | "часть")
    };
    let bracketed = run.open.checked_sub(1).is_some_and(|before| text.is(before, '('));
    // `по статье 90 УК «порча дорог и мостов»`, `часть 2 «порча мостов»`
    let low = run.open.saturating_sub(6);
    let number = (low..run.open).rev().take_while(|at| {
        let capital = text.tokens[*at].case == Case::Capitals;
        matches!(text.tokens[*at].kind, Kind::Digits | Kind::Mark('.')) || capital || code(*at)
    });
    let number =
        number.last().filter(|first| code(*first) && (*first..run.open).any(|at| text.tokens[at].kind == Kind::Digits));
    number.is_some() && text.language == Ru
        || text.is(run.after, '(') && article(run.after + 1)
        || bracketed && (run.open.saturating_sub(8)..run.open).any(code)
}

/// Whether every long word has a capital: `Letters From the Dry Lake`; or it is one short name.
fn is_title(text: &Text, inner: &Range<usize>) -> bool {
    let mut words = 0;
    for at in inner.clone().take(40) {
        let token = text.tokens[at];
        if token.word().is_some() && token.end - token.start > 4 {
            words += 1;
            if !token.is_capital() {
                return false;
            }
        }
    }
    words > 0 && inner.len() <= 40
}

/// Whether words that all have capitals, as in an English headline, tell something: `“I Never Counted Stitches”`.
fn tells_in_title(text: &Text, inner: &Range<usize>) -> bool {
    let tells = |at: usize| {
        let norm = text.norm(at);
        let person = matches!(norm, "i" | "we" | "you" | "he" | "she" | "they" | "nobody" | "everyone");
        let verb =
            matches!(norm, "is" | "are" | "was" | "were" | "will" | "can" | "must" | "should" | "don" | "has" | "have");
        person || verb
    };
    text.language == En && inner.clone().take(40).any(tells)
}

/// Whether another run in marks follows after a comma: `фильмы: «…», «…»`.
fn is_list(text: &Text, run: &Marked, paragraph: &Range<usize>) -> bool {
    let next = run.after + 1;
    next < paragraph.end
        && (text.is(run.after, ',') || matches!(text.norm(run.after), "и" | "және" | "мен" | "and"))
        && matches!(text.tokens[next].kind, Kind::Mark('«' | '“' | '"' | '„'))
}
