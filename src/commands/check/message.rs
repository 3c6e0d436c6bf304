//! The answer to a claim: the verdict first, then what shows it.

use super::{differences, speaker, view};
use crate::commands::edition::Edition;
use crate::commands::press::{Press, Thing, Turn, View};
use crate::commands::reply::{Button, Keyboard, Message};
use crate::commands::text::{Html, LINE, Passage, line};
use crate::commands::{Context, Place, card, link, quote, versions};
use crate::library::{Checked, Match, Note, Op, Speaker, Verdict};

/// How many differences are named.
const DIFFERENCES: usize = 4;
/// How many pieces or nearest quotes are shown.
const PIECES: usize = 4;
/// The most characters of one of them.
const PIECE: usize = 350;
/// The most characters of a speaker or a title beside it.
const SHORT: usize = 100;

/// The verdict in a few words.
pub(super) fn verdict(context: &Context<'_>, checked: &Checked<'_>) -> String {
    match checked.verdict {
        Verdict::NotFound => match checked.claim.note {
            Some(note @ (Note::NoWords | Note::OneWord | Note::OtherScript)) => self::note(context, note),
            _ => context.text("verdict-not-found", &[("count", checked.searched.articles.into())]),
        },
        Verdict::Spliced => context.text("verdict-spliced", &[("count", checked.matches.len().into())]),
        Verdict::Verbatim => context.text("verdict-verbatim", &[]),
        Verdict::Shortened => context.text("verdict-shortened", &[]),
        Verdict::Altered => context.text("verdict-altered", &[]),
        Verdict::NotAQuote => context.text("verdict-not-a-quote", &[]),
        Verdict::OtherSpeaker => context.text("verdict-other-speaker", &[]),
    }
}

fn note(context: &Context<'_>, note: Note) -> String {
    match note {
        Note::NoWords => context.text("claim-no-words", &[]),
        Note::OneWord => context.text("claim-one-word", &[]),
        Note::OtherScript => context.text("claim-other-script", &[]),
        Note::FirstWords(count) => context.text("claim-first-words", &[("count", count.into())]),
    }
}

/// The whole answer.
pub(super) fn of(context: &Context<'_>, checked: &Checked<'_>) -> Message {
    let mut html = Html::default();
    html.bold(&verdict(context, checked));
    if let Some(note @ Note::FirstWords(_)) = checked.claim.note {
        html.text("\n").italic(&self::note(context, note));
    }
    match (checked.verdict, &*checked.matches) {
        (Verdict::NotFound, matches) => return not_found(context, html, checked, matches),
        (Verdict::Spliced, pieces) => spliced(&mut html, context, pieces),
        (_, [first, ..]) => {
            said(&mut html, context, checked, first);
            return Message::new(html.finish(), keyboard(context, first));
        }
        (_, []) => {}
    }
    Message::new(html.finish(), pieces(&checked.matches))
}

/// One quote or passage that the claim agrees with.
fn said(html: &mut Html, context: &Context<'_>, checked: &Checked<'_>, found: &Match<'_>) {
    let claim = &checked.claim.text;
    let named = differences::named(found, false, DIFFERENCES);
    let differs = !named.is_empty();
    differences::list(html, context, claim, &named);
    if differs {
        html.text("\n\n").text(&context.text("check-sent", &[])).text("\n");
        let sent = differences::claim(claim, found);
        html.quotation(&sent, sent.whole());
        html.text("\n").text(&context.text("check-true", &[])).text("\n");
    } else {
        html.text("\n\n");
    }
    let dropped = found.diff.iter().any(|op| op.op == Op::Dropped && !op.signed);
    let words = if differs || dropped { differences::lacking(found) } else { differences::agreeing(found) };
    html.quotation(&words, words.whole());
    if let Some(said) = found.quote {
        quote::attribution(html, found.article, said);
    }
    if dropped && !differs {
        html.text("\n").italic(&context.text("check-dropped", &[]));
    }
    if found.speaker == Speaker::Unknown {
        html.text("\n").italic(&context.text("check-speaker-unknown", &[]));
    }
    if found.speaker == Speaker::Other && checked.verdict == Verdict::Altered {
        html.text("\n").italic(&context.text("check-speaker-other", &[]));
    }
    if let Some(edition) = edition(context, found) {
        card::footer(html, context, &edition, view(found));
    }
    carried(html, context, checked, found);
    if found.article.translation {
        html.text("\n").italic(&context.text("translated-quote", &[]));
    }
    let light = differences::named(found, true, DIFFERENCES);
    if !light.is_empty() {
        html.text("\n\n").text(&context.text("check-light", &[]));
        differences::list(html, context, claim, &light);
    }
}

/// Who else carries it.
fn carried(html: &mut Html, context: &Context<'_>, checked: &Checked<'_>, found: &Match<'_>) {
    if let Some(versions) = found.quote.and_then(|said| versions::of(context, found.article, said)) {
        let words = found.article.text(found.run);
        html.text("\n").text(&versions::carried_with(context, &versions, words));
        return;
    }
    let others = checked.matches.iter().filter(|other| other.article.id != found.article.id);
    let others: Vec<&Match<'_>> = others.take(PIECES).collect();
    if !others.is_empty() {
        html.text("\n").text(&context.text("also-in", &[]));
        for other in others {
            let address = view(other).subject(other.article).link(context.bot);
            html.text("\n• ").link(&line(&card::title(other.article), SHORT), &address);
        }
    }
}

/// The pieces of which a claim was put together, in its order.
fn spliced(html: &mut Html, context: &Context<'_>, pieces: &[Match<'_>]) {
    for (number, piece) in (1..).zip(pieces.iter().take(PIECES)) {
        entry(html, context, number, piece, &differences::agreeing(piece).excerpt(PIECE));
    }
}

/// A piece or a nearest quote: who said it, where, and its words.
fn entry(html: &mut Html, context: &Context<'_>, number: usize, found: &Match<'_>, words: &Passage<'_>) {
    let address = view(found).subject(found.article).link(context.bot);
    html.text(&format!("\n\n{number}. ")).link(&line(&speaker(found), SHORT), &address);
    if let Some(day) = edition(context, found).and_then(|edition| card::day(context, &edition)) {
        html.text(" · ").text(&day);
    }
    html.text("\n").quotation(words, words.whole());
}

/// Nothing is close enough: what is nearest, and the way to what has some of the words.
fn not_found(context: &Context<'_>, mut html: Html, checked: &Checked<'_>, nearest: &[Match<'_>]) -> Message {
    if matches!(checked.claim.note, Some(Note::NoWords | Note::OneWord | Note::OtherScript)) {
        return Message::new(html.finish(), Vec::new());
    }
    html.text("\n").text(&context.text("check-no-proof", &[]));
    if !nearest.is_empty() {
        html.text("\n\n").text(&context.text("check-nearest", &[]));
    }
    for (number, found) in (1..).zip(nearest.iter().take(PIECES)) {
        entry(&mut html, context, number, found, &differences::agreeing(found).excerpt(PIECE));
    }
    let mut keyboard = pieces(nearest);
    let asked = line(&checked.claim.text, LINE);
    let results = context.library.find(&asked, context.language);
    if let Some(best) = results.hits.first().filter(|_| context.place != Place::Channel) {
        // The words stand under the link by which the button knows them.
        html.text("\n\n").text(&context.text("check-looked-for", &[])).text(" ");
        html.link(&asked, &link::search(context.bot));
        let press = Press::Results { turn: Turn::To, from: 0, thing: Thing::of(best) };
        keyboard.push(vec![press.button(&context.text("button-results", &[("count", results.hits.len().into())]))]);
    }
    Message::new(html.finish(), keyboard)
}

fn edition<'a>(context: &Context<'a>, found: &Match<'a>) -> Option<Edition<'a>> {
    Some(Edition { article: found.article, editions: context.library.get(&found.article.id)? })
}

/// What can be done with a quote that was found. What its buttons show comes in a message of its own, so that the answer stays.
fn keyboard(context: &Context<'_>, found: &Match<'_>) -> Keyboard {
    let Some(edition) = edition(context, found) else { return Vec::new() };
    let shown = view(found);
    let name = match found.quote {
        Some(_) => context.text("button-quote", &[]),
        None => context.text("button-article", &[]),
    };
    let mut row = vec![sending(found, shown, &name)];
    if let Some(said) = found.quote {
        // The exact words: of a long quote those that the claim is about.
        let whole = quote::copy(context, &quote::words(found.article, said));
        row.extend(whole.or_else(|| quote::copy(context, found.article.text(found.run))));
    }
    row.push(card::share(context, &edition, shown));
    let mut keyboard = vec![row];
    if let Some(said) = found.quote
        && let Some(versions) = versions::of(context, found.article, said)
    {
        let view = View::Versions { quote: said.id, page: 0 };
        keyboard.push(vec![sending(found, view, &versions::button(context, &versions))]);
    }
    keyboard
}

/// A button for each piece.
fn pieces(pieces: &[Match<'_>]) -> Keyboard {
    let button = |(number, piece): (usize, &Match<'_>)| sending(piece, view(piece), &number.to_string());
    let row: Vec<Button> = (1..).zip(pieces.iter().take(PIECES)).map(button).collect();
    if row.is_empty() { Vec::new() } else { vec![row] }
}

/// A button that sends what is seen of a match.
pub(super) fn sending(found: &Match<'_>, view: View, text: &str) -> Button {
    Press::Send(Thing { article: found.article.id.clone(), language: found.article.language, view }).button(text)
}
