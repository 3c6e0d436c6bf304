//! The verdict on a claim.

use std::cmp::Reverse;

use super::change::{Change, Sides};
use super::claim::{Claim, Note, Reading};
use super::diff::{Op, ops};
use super::judge::{Judged, Wording, judge};
use super::lay::{self, Laid, bound};
use super::pair::Pairs;
use super::passages::Candidates;
use super::speaker::{self, Speaker};
use super::splice::{self, Piece};
use super::tokens::Tokens;
use super::unit::{Unit, units};
use super::{Checked, Match};
use crate::article::{Language, Span};
use crate::library::Library;
use crate::library::index::Paragraph;
use crate::library::words::for_each_word;

/// What is to be said of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It is one unbroken run of a quote.
    Verbatim,
    /// Words of the quote were dropped without a sign.
    Shortened,
    /// Words of the quote were changed, added or moved, or a no was dropped.
    Altered,
    /// Runs of several quotes, or of places far apart, were put together.
    Spliced,
    /// It stands in an article, but not as somebody's words.
    NotAQuote,
    /// Somebody else said it.
    OtherSpeaker,
    /// Nothing is close enough. That does not make it false.
    NotFound,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 7] = [
        Self::Verbatim,
        Self::Shortened,
        Self::Altered,
        Self::Spliced,
        Self::NotAQuote,
        Self::OtherSpeaker,
        Self::NotFound,
    ];

    /// The name in the JSON of `derek check`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Shortened => "shortened",
            Self::Altered => "altered",
            Self::Spliced => "spliced",
            Self::NotAQuote => "not_a_quote",
            Self::OtherSpeaker => "other_speaker",
            Self::NotFound => "not_found",
        }
    }
}

/// How many texts a claim is laid beside word by word.
const TEXTS: usize = 14;
/// How many cells the tables of those have together: what a check costs at most.
const CELLS: usize = 3_000_000;
/// The most matches of one answer.
const MOST_MATCHES: usize = 12;
/// How many nearest quotes are shown where nothing is close enough, and how near they must be.
const NEAREST: usize = 3;
const NEAR: f32 = 0.2;
/// How much more a quote counts than other words of an article that fit as well.
const QUOTE: i32 = 6;

/// A claim in one reading beside one text.
struct Tried {
    reading: usize,
    unit: usize,
    laid: Laid,
    judged: Judged,
    speaker: Speaker,
    rank: i32,
}

/// A claim's words in one reading.
struct Read<'c> {
    reading: &'c Reading,
    tokens: Tokens,
}

/// See [`Library::check`].
pub(super) fn check<'a>(library: &'a Library, text: &str, language: Language) -> Checked<'a> {
    let claim = Claim::read(text);
    let searched = library.searched();
    let mut best: Option<Found<'a>> = None;
    if !matches!(claim.note, Some(Note::NoWords | Note::OtherScript)) {
        for tried in languages(text, language) {
            // What was said word for word in one language was not said in another.
            if best.as_ref().is_some_and(|found| found.verdict == Verdict::Verbatim) {
                break;
            }
            let found = in_language(library, &claim, tried, language);
            if found.as_ref().map(|found| found.rank) > best.as_ref().map(|found| found.rank) {
                best = found;
            }
        }
    }
    match best {
        Some(Found { verdict, speaker, matches, .. }) => {
            Checked { verdict, claim, speaker_claimed: speaker, matches, searched }
        }
        None => {
            let speaker = claim.speaker().map(|speaker| speaker.name.clone());
            Checked { verdict: Verdict::NotFound, claim, speaker_claimed: speaker, matches: Vec::new(), searched }
        }
    }
}

/// The languages in which a claim may be written, the likeliest first: `own` before others in the same letters.
fn languages(text: &str, own: Language) -> Vec<Language> {
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    let cyrillic = text.chars().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count();
    let mut languages = match (latin, cyrillic) {
        (0, 0) => Language::ALL.to_vec(),
        _ if latin > cyrillic => vec![Language::En],
        _ => vec![Language::Ru, Language::Kk],
    };
    languages.sort_by_key(|language| *language != own);
    languages
}

/// What was found in one language.
struct Found<'a> {
    verdict: Verdict,
    speaker: Option<String>,
    matches: Vec<Match<'a>>,
    /// The better, the more: whether anything is close enough, then how well it fits.
    rank: (bool, i32),
}

fn in_language<'a>(library: &'a Library, claim: &Claim, language: Language, own: Language) -> Option<Found<'a>> {
    let units = candidates(library, claim, language);
    let reads: Vec<Read<'_>> = claim
        .readings
        .iter()
        .map(|reading| Read { reading, tokens: reading.tokens(&claim.text, language) })
        .filter(|read| read.tokens.len() > 0)
        .collect();
    let passages = library.candidates();
    let exists = |word: &str, language: Language| passages.exists(word, language);
    let mut tried: Vec<Tried> = Vec::new();
    for (nth, read) in reads.iter().enumerate() {
        let mut pairs = Pairs::new(&read.tokens, language, &exists);
        try_reading(nth, read, &mut pairs, &units, &mut tried);
    }
    tried.sort_by_key(|tried| {
        let article = units[tried.unit].article;
        (Reverse(tried.rank), article.translation, Reverse(article.published.map(|published| published.order())))
    });
    let first = tried.first()?;
    let one_word = claim.note == Some(Note::OneWord);
    let whole_quote = units[first.unit].quote.is_some() && units[first.unit].tokens.len() == 1;
    if first.judged.wording != Wording::Apart && (!one_word || whole_quote) {
        let plain = matches!(first.judged.wording, Wording::Verbatim | Wording::Shortened);
        if !plain && let Some(found) = spliced(&reads, &units, language, &exists, first) {
            return Some(found);
        }
        return Some(agreeing(&tried, &reads, &units, own));
    }
    if !one_word && let Some(found) = spliced(&reads, &units, language, &exists, first) {
        return Some(found);
    }
    let near = tried.iter().filter(|tried| tried.laid.agreement >= NEAR && units[tried.unit].quote.is_some());
    let mut matches: Vec<Match<'a>> = Vec::new();
    for tried in near {
        let found = matched(tried, &reads, &units);
        if matches.len() < NEAREST
            && matches.iter().all(|known| known.passage != found.passage || known.article.id != found.article.id)
        {
            matches.push(found);
        }
    }
    let speaker = claim.speaker().map(|speaker| speaker.name.clone());
    Some(Found { verdict: Verdict::NotFound, speaker, matches, rank: (false, first.rank) })
}

/// The texts that may hold a claim.
fn candidates<'a>(library: &'a Library, claim: &Claim, language: Language) -> Vec<Unit<'a>> {
    let Some(whole) = claim.readings.last() else { return Vec::new() };
    let mut words: Vec<String> = Vec::new();
    for place in &whole.words {
        for_each_word(&claim.text[place.clone()], |word, _| {
            if words.len() < super::MOST_WORDS {
                words.push(word.to_owned());
            }
        });
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let paragraphs: Vec<Paragraph> = library.candidates().likely(&words, language);
    units(library, &paragraphs)
}

/// Lays a reading of the claim beside the texts that may fit it best.
fn try_reading(nth: usize, read: &Read<'_>, pairs: &mut Pairs<'_>, units: &[Unit<'_>], tried: &mut Vec<Tried>) {
    let open = vec![true; read.tokens.len()];
    let mut likely: Vec<(i32, usize)> =
        units.iter().enumerate().map(|(at, unit)| (bound(pairs, &unit.tokens, &open), at)).collect();
    likely.sort_by_key(|(bound, at)| (Reverse(*bound), *at));
    let total: i32 = pairs.weights.iter().sum();
    let mut cells = 0;
    for (bound, at) in likely.into_iter().take(TEXTS) {
        let unit = &units[at];
        cells += read.tokens.len() * unit.tokens.len();
        if bound == 0 || cells > CELLS && tried.iter().any(|tried| tried.reading == nth) {
            break;
        }
        let Some(laid) = lay::whole(pairs, &unit.tokens) else { continue };
        if unit.quote.is_none() && mostly_quoted(&laid, unit) {
            continue;
        }
        let judged = judge(&laid, &Sides::new(pairs, &unit.tokens));
        let speaker = match unit.quote {
            Some(quote) => speaker::compare(read.reading.speaker.as_ref(), unit.article, quote),
            None => Speaker::NotClaimed,
        };
        let who = match speaker {
            Speaker::Same => total / 12,
            Speaker::NotClaimed | Speaker::Unknown | Speaker::Other => 0,
        };
        let rank = laid.score + who + if unit.quote.is_some() { QUOTE } else { 0 };
        tried.push(Tried { reading: nth, unit: at, laid, judged, speaker, rank });
    }
}

/// Whether most of what fits in a paragraph is the words of a quote in it, beside which the claim is laid by itself.
fn mostly_quoted(laid: &Laid, unit: &Unit<'_>) -> bool {
    let fitting = laid.steps.iter().filter_map(|step| match step {
        super::align::Step::Pair { text, relation, .. } if *relation <= super::pair::Relation::Form => Some(*text),
        _ => None,
    });
    let (mut quoted, mut all) = (0, 0);
    for word in fitting {
        all += 1;
        quoted += usize::from(unit.is_quoted(word));
    }
    10 * quoted > 6 * all
}

/// The answer where the words of the claim agree well enough with one text.
fn agreeing<'a>(tried: &[Tried], reads: &[Read<'_>], units: &[Unit<'a>], own: Language) -> Found<'a> {
    let first = &tried[0];
    let quoted = units[first.unit].quote.is_some();
    let agrees = matches!(first.judged.wording, Wording::Verbatim | Wording::Shortened);
    let other = quoted && first.speaker == Speaker::Other;
    let verdict = match first.judged.wording {
        _ if !quoted => Verdict::NotAQuote,
        _ if agrees && other => Verdict::OtherSpeaker,
        Wording::Verbatim => Verdict::Verbatim,
        Wording::Shortened => Verdict::Shortened,
        Wording::Altered | Wording::Apart => Verdict::Altered,
    };
    // Other articles that carry the same words as well.
    let alike = |tried: &&Tried| {
        tried.judged.wording == first.judged.wording
            && tried.reading == first.reading
            && tried.judged.changes == first.judged.changes
            && (tried.speaker == Speaker::Other) == other
            && units[tried.unit].quote.is_some() == quoted
            && tried.laid.score * 20 >= first.laid.score * 19
    };
    let mut matches: Vec<Match<'a>> =
        tried.iter().filter(alike).take(MOST_MATCHES).map(|tried| matched(tried, reads, units)).collect();
    if other && !agrees {
        for found in &mut matches {
            found.changes.push(Change::Name);
            found.changes.sort_unstable();
            found.changes.dedup();
        }
    }
    let speaker = reads[first.reading].reading.speaker.as_ref().map(|speaker| speaker.name.clone());
    let in_own = units[first.unit].article.language == own;
    Found { verdict, speaker, matches, rank: (true, first.rank + i32::from(in_own)) }
}

/// The answer where the claim was put together of several pieces and holds together better so than as one text altered.
fn spliced<'a>(
    reads: &[Read<'_>],
    units: &[Unit<'a>],
    language: Language,
    exists: &dyn Fn(&str, Language) -> bool,
    first: &Tried,
) -> Option<Found<'a>> {
    let read = &reads[first.reading];
    let mut pairs = Pairs::new(&read.tokens, language, exists);
    let pieces = splice::pieces(&mut pairs, units)?;
    let together: f32 = pieces.iter().map(|piece| piece.laid.agreement).sum();
    let quoted = pieces.iter().any(|piece| units[piece.unit].quote.is_some());
    if together < first.laid.agreement + 0.12 || together < 0.7 {
        return None;
    }
    let matches = pieces.iter().map(|piece| matched_piece(piece, read, units, &pairs)).collect();
    let score: i32 = pieces.iter().map(|piece| piece.laid.score).sum();
    let verdict = if quoted { Verdict::Spliced } else { Verdict::NotAQuote };
    let speaker = read.reading.speaker.as_ref().map(|speaker| speaker.name.clone());
    Some(Found { verdict, speaker, matches, rank: (true, score) })
}

fn matched<'a>(tried: &Tried, reads: &[Read<'_>], units: &[Unit<'a>]) -> Match<'a> {
    let unit = &units[tried.unit];
    let sides = Sides { claim: &reads[tried.reading].tokens, text: &unit.tokens, language: unit.article.language };
    found(unit, &tried.judged, &sides, tried.speaker, tried.laid.agreement)
}

fn matched_piece<'a>(piece: &Piece, read: &Read<'_>, units: &[Unit<'a>], pairs: &Pairs<'_>) -> Match<'a> {
    let unit = &units[piece.unit];
    let sides = Sides::new(pairs, &unit.tokens);
    let judged = judge(&piece.laid, &sides);
    let speaker = match unit.quote {
        Some(quote) => speaker::compare(read.reading.speaker.as_ref(), unit.article, quote),
        None => Speaker::NotClaimed,
    };
    found(unit, &judged, &sides, speaker, piece.laid.agreement)
}

fn found<'a>(unit: &Unit<'a>, judged: &Judged, sides: &Sides<'_>, speaker: Speaker, score: f32) -> Match<'a> {
    let diff = ops(&judged.runs, sides);
    let fitting = || diff.iter().filter(|op| op.op != Op::Added && op.quote.start < op.quote.end);
    let start = fitting().map(|op| op.quote.start).min().unwrap_or(unit.span.start);
    let end = fitting().map(|op| op.quote.end).max().unwrap_or(unit.span.start);
    Match {
        article: unit.article,
        quote: unit.quote,
        passage: unit.span,
        run: Span { start, end },
        speaker,
        score: score.min(1.0),
        diff,
        changes: judged.changes.clone(),
    }
}
