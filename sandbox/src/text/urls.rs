//! Addresses of pages and of e-mail that stand in a text.
//!
//! Follows `match_urls`, `fix_url`, `is_email_address` and `match_tg_urls` of the official server.

use std::ops::Range;

use super::{Kind, detect::is_word};

/// Endings with which a bare host counts as an address: all countries, and what of the rest is seen most. The official
/// list has some 1,400.
const ENDINGS: &str = "
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd
    cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge
    gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki
    km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my
    mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se
    sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz
    va vc ve vg vi vn vu wf ws ye yt za zm zw
    app art asia bank blog cafe cat center chat city cloud club com coop design dev digital edu email energy expert
    finance fun games global gov group guide help host house info ink int jobs land life link live market media mil mobi
    museum name net network news one online onion org page photo photos plus post press pro pub red report rest review
    school science services shop site social space store stream studio systems team tech tel tips today ton tools top tours
    travel tube university video watch website wiki win work world xxx xyz zone
    бел дети ком москва мкд мон онлайн орг рус рф сайт срб укр қаз ελ ευ հայ გე 中国 公司 网络 香港 한국";

/// What an address does not end with.
const LOOSE: &str = ".:;,('?!`";

/// The addresses in `text`, by their bytes, and of which kind they are.
pub(super) fn addresses(text: &str) -> Vec<(Range<usize>, Kind)> {
    let mut found: Vec<_> = own_addresses(text).map(|range| (range, Kind::Url)).collect();
    // The part of the text that is left to search.
    let mut from = 0;
    while let Some(dot) = text[from..].find('.').map(|dot| from + dot) {
        let end = end_of(text, from, dot);
        match start_of(text, from, dot) {
            Some(start) => {
                if end > dot + 1 {
                    found.extend(checked(&text[start..end]).map(|(part, kind)| {
                        let (from, to) = (start + part.start, start + part.end);
                        (from..to, kind)
                    }));
                }
                from = ahead(text, end, |c| c == '.');
            }
            // What follows the last dot may still be the beginning of an address.
            None => from = text[from..end].rfind('.').map_or(end, |dot| from + dot + 1),
        }
        from = from.max(dot + 1);
    }
    found
}

/// `tg://…`, `ton://…` and `tonsite://…`, whose hosts need no dot.
fn own_addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("://").filter_map(|(colon, mark)| {
        let is_scheme = |scheme: &&str| ends_with(&text[..colon], scheme);
        let scheme = ["tonsite", "ton", "tg"].into_iter().find(is_scheme)?;
        let host = colon + mark.len();
        let end = ahead(text, host, |c| c.is_ascii_alphanumeric() || "_-".contains(c));
        (end > host).then(|| colon - scheme.len()..path_end(text, end))
    })
}

/// Where an address around `dot` would end.
fn end_of(text: &str, from: usize, dot: usize) -> usize {
    let host = host_end(text, dot);
    let mut end = host;
    if text[host..].starts_with(':') {
        let port = ahead(text, host + 1, |c| c.is_ascii_digit());
        if text[host + 1..port].trim_start_matches('0').parse::<u16>().is_ok() {
            end = port;
        }
    }
    let end = path_end(text, end);
    from + text[from..end].trim_end_matches('.').len().max(dot + 1 - from)
}

/// Where the path ends that may follow the host or port that ends at `end`.
fn path_end(text: &str, end: usize) -> usize {
    if !text[end..].starts_with(['/', '?', '#']) {
        return end;
    }
    let path = ahead(text, end + 1, is_path);
    let length = text[end + 1..path].trim_end_matches(|c| LOOSE.contains(c)).len();
    if length > 0 || text[end..].starts_with('/') { end + 1 + length } else { end }
}

/// Where an address around `dot` begins; `None` when what stands before makes it none.
fn start_of(text: &str, from: usize, dot: usize) -> Option<usize> {
    let mut start = back(text, from, dot, is_host);
    let login_follows = text[dot..host_end(text, dot)].contains('@');
    if login_follows {
        start = back(text, from, start, is_login);
    }
    let before = &text[from..start];
    if before.ends_with('@') {
        let login = back(text, from, start - 1, is_login);
        if login_follows || login == start - 1 {
            return None;
        }
        start = login;
    }
    let before = &text[from..start];
    if let Some(scheme) = before.strip_suffix("://").filter(|scheme| scheme.len() >= 3) {
        let word = &scheme[back(scheme, 0, scheme.len(), is_scheme)..];
        let known = ["https", "http", "ftp", "tonsite"].into_iter().find(|known| ends_with(word, known))?;
        let other = ["shttp", "tftp", "sftp"].iter().any(|other| word.eq_ignore_ascii_case(other));
        return (!other).then(|| start - "://".len() - known.len());
    }
    let joined = before.chars().next_back().is_some_and(|c| is_word(c) || "/#@".contains(c));
    (!joined).then_some(start)
}

/// Where the host around `dot` ends, and a login before it.
fn host_end(text: &str, dot: usize) -> usize {
    ahead(text, dot, |c| c == '@' || is_host(c))
}

/// What of a candidate is an address of a page or of e-mail.
fn checked(candidate: &str) -> Option<(Range<usize>, Kind)> {
    let mail = if candidate.starts_with("mailto:") { "mailto:".len() } else { 0 };
    if let Some(start) = [0, mail].into_iter().find(|start| is_email(&candidate[*start..])) {
        return Some((start..candidate.len(), Kind::Email));
    }
    page(candidate).map(|end| (0..end, Kind::Url))
}

/// `([a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@(([a-z0-9][a-z0-9_-]{0,28})?[a-z0-9][.]){1,6}[a-z]{2,8}`, in any case.
fn is_email(text: &str) -> bool {
    let is_name = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let Some((user, host)) = text.split_once('@') else { return false };
    let users: Vec<_> = user.split(['.', '+']).collect();
    let Some((last, users)) = users.split_last().filter(|(_, users)| users.len() <= 10) else { return false };
    let Some((hosts, ending)) = host.rsplit_once('.') else { return false };
    let edge = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    let is_label = |part: &str| {
        let bytes = part.as_bytes();
        part.len() <= 30 && is_name(part) && edge(bytes.first()) && edge(bytes.last())
    };
    users.iter().all(|part| part.len() <= 26 && is_name(part))
        && (1..=35).contains(&last.len())
        && is_name(last)
        && hosts.split('.').count() <= 6
        && hosts.split('.').all(is_label)
        && (2..=8).contains(&ending.len())
        && ending.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Where the address of a page ends that `url` may be; `None` when its host is none.
fn page(url: &str) -> Option<usize> {
    let schemes = ["http://", "https://", "ftp://", "tonsite://"];
    let starts = |scheme: &&str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = schemes.into_iter().find(starts);
    let rest = &url[scheme.map_or(0, str::len)..];
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.split_once('@').map_or(host, |(_, host)| host);
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    let end = url.len() - path.len() + balanced(path).trim_end_matches(|c| LOOSE.contains(c)).len();

    let labels: Vec<_> = host.split('.').collect();
    if labels.iter().any(|label| label.is_empty() || label.len() >= 64 || label.ends_with('-')) {
        return None;
    }
    let (ending, labels) = labels.split_last().filter(|(_, labels)| !labels.is_empty())?;
    if host.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return host.parse::<std::net::Ipv4Addr>().is_ok().then_some(end);
    }
    let known = match ending.strip_prefix("xn--") {
        Some(coded) => coded.len() > 1 && coded.bytes().all(|b| b.is_ascii_alphanumeric()),
        None => !ending.contains(['_', '-']) && (scheme.is_some() || is_ending(ending)),
    };
    let tidy = labels.last().is_some_and(|label| !label.contains('_'));
    (known && tidy && ending.chars().nth(1).is_some()).then_some(end)
}

/// Whether a bare host may end so. A capital only at the start is the start of a sentence.
fn is_ending(ending: &str) -> bool {
    let lower = ending.to_lowercase();
    let sentence = lower != ending && lower.chars().skip(1).eq(ending.chars().skip(1));
    !sentence && ENDINGS.split_whitespace().any(|known| known == lower)
}

/// The path up to a bracket that closes nothing.
fn balanced(path: &str) -> &str {
    let mut open = [0; 3];
    let stray = path.find(|c| {
        let Some(bracket) = "([{)]}".find(c) else { return false };
        open[bracket % 3] += if bracket < 3 { 1 } else { -1 };
        open[bracket % 3] < 0
    });
    &path[..stray.unwrap_or(path.len())]
}

/// The first position from `from` on where `is` does not hold.
fn ahead(text: &str, from: usize, is: impl Fn(char) -> bool) -> usize {
    text[from..].find(|c| !is(c)).map_or(text.len(), |length| from + length)
}

/// The position from which `is` holds up to `to`, not before `from`.
fn back(text: &str, from: usize, to: usize, is: impl Fn(char) -> bool) -> usize {
    from + text[from..to].trim_end_matches(is).len()
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|found| found.eq_ignore_ascii_case(end))
}

/// What Telegram takes into an address of what is no ASCII.
fn is_symbol(c: char) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' | '\u{2010}'..='\u{2015}' => true,
        '\u{2000}'..='\u{206f}' => false,
        c => !c.is_whitespace(),
    }
}

fn is_path(c: char) -> bool {
    !"\n<>\"«»".contains(c) && is_symbol(c)
}

fn is_login(c: char) -> bool {
    !"/[]{}()'`@".contains(c) && is_path(c)
}

fn is_host(c: char) -> bool {
    if c < '\u{c0}' { c.is_ascii_alphanumeric() || "._-~".contains(c) } else { is_symbol(c) }
}

fn is_scheme(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || "+-".contains(c) } else { !c.is_whitespace() }
}
