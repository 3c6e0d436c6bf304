//! What Telegram finds in a text by itself: commands, mentions, hashtags, cashtags, phone numbers and addresses.
//!
//! Follows `find_entities` of the official server; phone numbers are found behind it, so their rule is of our own.

use std::{cmp::Reverse, ops::Range};

use super::{Entity, Kind, urls::addresses, utf16_len};

/// Names shorter than four characters that people do have.
const SHORT_NAMES: [&str; 5] = ["gif", "nft", "pic", "ufc", "vid"];

/// Digits of a phone number with its country.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The entities that stand in `text` without being marked, in order, none over another.
pub(super) fn detect(text: &str) -> Vec<Entity> {
    let mut found: Vec<(Range<usize>, Kind)> = addresses(text);
    found.extend(marked(text, '@', mention).map(|range| (range, Kind::Mention)));
    found.extend(marked(text, '/', command).map(|range| (range, Kind::BotCommand)));
    found.extend(marked(text, '#', hashtag).map(|range| (range, Kind::Hashtag)));
    found.extend(marked(text, '$', cashtag).map(|range| (range, Kind::Cashtag)));
    found.extend(marked(text, '+', phone_number).map(|range| (range, Kind::PhoneNumber)));
    found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
    let (mut byte, mut units) = (0, 0);
    let mut entities = Vec::new();
    for (range, kind) in found {
        if range.start >= byte {
            units += utf16_len(&text[byte..range.start]);
            let length = utf16_len(&text[range.clone()]);
            entities.push(Entity { offset: units, length, kind });
            units += length;
            byte = range.end;
        }
    }
    entities
}

/// The parts of `text` that begin with `mark`; `length` says how many bytes after the mark belong to it, given the
/// character before.
fn marked(
    text: &str,
    mark: char,
    length: impl Fn(Option<char>, &str) -> Option<usize>,
) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(mark).filter_map(move |(at, mark)| {
        let after = at + mark.len();
        length(text[..at].chars().next_back(), &text[after..]).map(|length| at..after + length)
    })
}

fn mention(before: Option<char>, rest: &str) -> Option<usize> {
    let length = run(rest, is_name);
    let known = length >= 4 || SHORT_NAMES.contains(&rest[..length].to_ascii_lowercase().as_str());
    (!before.is_some_and(is_word) && known && length <= 32 && !next(rest, length, is_word)).then_some(length)
}

fn command(before: Option<char>, rest: &str) -> Option<usize> {
    let joins = |c| is_word(c) || "/<>".contains(c);
    let name = run(rest, is_name);
    let length = match bot_name(rest, name) {
        Some(bot) if (3..=32).contains(&bot) => name + 1 + bot,
        Some(_) => return None,
        None => name,
    };
    let fits = (1..=64).contains(&name) && !before.is_some_and(joins) && !next(rest, length, joins);
    fits.then_some(length)
}

fn hashtag(before: Option<char>, rest: &str) -> Option<usize> {
    let whole = run(rest, is_tag);
    let length = rest.char_indices().nth(256).map_or(whole, |(end, _)| end.min(whole));
    let length = match bot_name(rest, length) {
        Some(name @ 3..) if length == whole => length + 1 + name.min(32),
        _ => length,
    };
    let letters = rest[..length.min(whole)].chars().any(char::is_alphabetic);
    let end = length.max(whole);
    (!before.is_some_and(is_tag) && letters && !rest[end..].starts_with('#')).then_some(length)
}

fn cashtag(before: Option<char>, rest: &str) -> Option<usize> {
    let joins = |c| is_tag(c) || c == '$';
    let name = if rest.starts_with("1INCH") { 5 } else { run(rest, |c| c.is_ascii_uppercase()) };
    let length = match bot_name(rest, name) {
        Some(bot @ 3..=32) => name + 1 + bot,
        _ => name,
    };
    let fits = (1..=8).contains(&name) && !before.is_some_and(joins) && !next(rest, length, joins);
    fits.then_some(length)
}

/// `+7 701 123-45-67`: a plus and digits in groups, which one space, hyphen, dot or a pair of brackets sets apart.
fn phone_number(before: Option<char>, rest: &str) -> Option<usize> {
    let whole = run(rest, |c| c.is_ascii_digit() || " -.()".contains(c));
    let length = rest[..whole].rfind(|c: char| c.is_ascii_digit())? + 1;
    let number = &rest[..length];
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let tidy = ["  ", "--", "..", "((", "))"].iter().all(|twice| !number.contains(twice));
    let fits = number.starts_with(|c: char| c.is_ascii_digit()) && PHONE_DIGITS.contains(&digits) && tidy;
    (fits && !before.is_some_and(|c| is_word(c) || c == '+') && !next(rest, length, is_word)).then_some(length)
}

/// The length of the name after `@` at `at`, if an `@` stands there.
fn bot_name(rest: &str, at: usize) -> Option<usize> {
    rest[at..].strip_prefix('@').map(|name| run(name, is_name))
}

/// How many bytes at the start of `text` are characters that `is` holds for.
fn run(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

/// Whether `is` holds for the character at `at`.
fn next(text: &str, at: usize, is: impl Fn(char) -> bool) -> bool {
    text[at..].chars().next().is_some_and(is)
}

/// Whether a character may stand inside of a word.
pub(super) fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn is_tag(c: char) -> bool {
    is_word(c) || matches!(c, '\u{200c}' | '\u{b7}' | '\u{d80}'..='\u{dff}')
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
