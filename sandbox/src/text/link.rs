//! Addresses: which ones Telegram takes, and what the `tg:` ones among them stand for.
//!
//! Follows `LinkManager::check_link` and `parse_url` of the official server.

use super::{Kind, clean::clean, date};

/// The largest id that a person can have.
const LAST_USER: i64 = (1 << 40) - 1;

/// An address as Telegram keeps it: `http://` before a bare host, a slash after one. `None` for what is no address.
pub(crate) fn checked_link(url: &str) -> Option<String> {
    check_link(url).ok()
}

/// The same as [`checked_link`]; the error is the official server's reason.
pub(crate) fn check_link(url: &str) -> Result<String, &'static str> {
    let url = clean(url);
    for scheme in ["tg", "ton", "tonsite"] {
        if let Some(rest) = after(&url, scheme).and_then(|rest| rest.strip_prefix(':')) {
            return own_link(scheme, rest.strip_prefix("//").unwrap_or(rest));
        }
    }
    let Address { scheme, login, host, port, query } = parse(&url)?;
    if !host.contains('.') && !host.starts_with('[') {
        return Err("Wrong HTTP URL");
    }
    Ok(format!("{scheme}://{login}{host}{port}{query}"))
}

/// An address of Telegram's own, without its scheme.
fn own_link(scheme: &str, rest: &str) -> Result<String, &'static str> {
    let address = parse(rest)?;
    let plain = address.scheme == "http" && after(rest, "http://").is_none();
    if !plain || !address.login.is_empty() || !address.port.is_empty() || address.host.starts_with('[') {
        return Err(if scheme == "tg" { "Wrong tg URL" } else { "Wrong ton URL" });
    }
    let dots = if scheme == "tonsite" { "-_." } else { "-_" };
    if !address.host.chars().all(|c| c.is_ascii_alphanumeric() || dots.contains(c)) {
        return Err("Unallowed characters in URL host");
    }
    let query = address.query.strip_prefix('/').filter(|query| query.starts_with('?')).unwrap_or(&address.query);
    Ok(format!("{scheme}://{}{query}", address.host))
}

/// The parts of an address of the web.
struct Address {
    scheme: &'static str,
    /// With `@` after it, or empty.
    login: String,
    host: String,
    /// With `:` before it, or empty.
    port: String,
    /// The path too; begins with a slash.
    query: String,
}

fn parse(url: &str) -> Result<Address, &'static str> {
    let scheme_end = url.find([':', '/', '?', '#', '@', '[', ']']).unwrap_or(url.len());
    let (scheme, rest) = match url[scheme_end..].strip_prefix("://") {
        Some(rest) if url[..scheme_end].eq_ignore_ascii_case("http") => ("http", rest),
        Some(rest) if url[..scheme_end].eq_ignore_ascii_case("https") => ("https", rest),
        Some(_) => return Err("Unsupported URL protocol"),
        None => ("http", url),
    };
    let (place, query) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (login_host, port) = match place.rfind([':', ']', '@']) {
        Some(colon) if colon > 0 && place[colon..].starts_with(':') => (&place[..colon], port(&place[colon + 1..])?),
        _ => (place, String::new()),
    };
    let (login, host) = login_host.rsplit_once('@').unwrap_or(("", login_host));
    let six = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    if six.is_some_and(|six| six.parse::<std::net::Ipv6Addr>().is_err()) {
        return Err("Wrong IPv6 address specified in the URL");
    }
    match host {
        "" => return Err("URL host is empty"),
        "." => return Err("Host is invalid"),
        _ => {}
    }
    if six.is_none() {
        check_part(host, "", ["Wrong percent-encoded symbol in URL host", "Disallowed character in URL host"])?;
        check_part(
            login,
            ":",
            ["Wrong percent-encoded symbol in URL userinfo", "Disallowed character in URL userinfo"],
        )?;
    }
    let login = if login.is_empty() { String::new() } else { format!("{login}@") };
    Ok(Address { scheme, login, host: host.to_ascii_lowercase(), port, query: path(query) })
}

fn port(digits: &str) -> Result<String, &'static str> {
    match digits.trim_start_matches('0').parse::<u16>() {
        Ok(port) if digits.bytes().all(|b| b.is_ascii_digit()) => Ok(format!(":{port}")),
        _ => Err("Wrong port number specified in the URL"),
    }
}

/// The path and query with a slash before and without raw white space.
fn path(query: &str) -> String {
    let query = query.trim_end_matches(super::source::is_space);
    let mut path = String::from(if query.starts_with('/') { "" } else { "/" });
    for c in query.chars() {
        if c <= ' ' { path.push_str(&format!("%{:02X}", u32::from(c))) } else { path.push(c) }
    }
    path
}

/// Refuses a part of an address with a character that must not be there, `more` being fine.
fn check_part(part: &str, more: &str, [percent, wrong]: [&'static str; 2]) -> Result<(), &'static str> {
    for (at, c) in part.char_indices() {
        if c == '%' && !part.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) {
            return Err(percent);
        }
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !".-_!$,~*'();&+=%".contains(c) && !more.contains(c) {
            return Err(wrong);
        }
    }
    Ok(())
}

/// What an address in a link stands for: a person or a page. `None` for what is no address, as Telegram drops it.
pub(super) fn linked(address: &str) -> Option<Kind> {
    if let Some(user) = user_of(address) {
        return Some(Kind::TextMention { user });
    }
    checked_link(address).map(|url| Kind::TextLink { url })
}

/// The person of `tg://user?id=…`.
pub(super) fn user_of(url: &str) -> Option<i64> {
    let url = url.to_ascii_lowercase();
    parameter(tg_query(&url, "user")?, "id").and_then(exact::<i64>).filter(|id| (1..=LAST_USER).contains(id))
}

/// The emoji or the date of `tg://emoji?id=…` and `tg://time?unix=…&format=…`.
pub(super) fn emoji_or_date(url: &str) -> Option<Kind> {
    if let Some(query) = tg_query(url, "emoji") {
        return parameter(query, "id").and_then(emoji_id).map(|id| Kind::CustomEmoji { id });
    }
    let query = tg_query(url, "time")?;
    let unix = parameter(query, "unix").and_then(exact::<i32>).filter(|unix| *unix > 0)?;
    date::format(parameter(query, "format").unwrap_or_default()).map(|format| Kind::DateTime { unix, format })
}

/// The id of a custom emoji.
pub(super) fn emoji_id(text: &str) -> Option<i64> {
    exact(text).filter(|id| *id != 0)
}

/// What stands after `?` in an address of Telegram's own with this host.
fn tg_query<'a>(url: &'a str, host: &str) -> Option<&'a str> {
    let rest = after(url, "tg:")?;
    let rest = after(rest.strip_prefix("//").unwrap_or(rest), host)?;
    let query = rest.strip_prefix('/').unwrap_or(rest).strip_prefix('?')?;
    query.split('#').next()
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, ""))).find(|(key, _)| *key == name).map(|p| p.1)
}

/// A number that is written as a computer writes it.
fn exact<T: std::str::FromStr + ToString>(text: &str) -> Option<T> {
    text.parse::<T>().ok().filter(|number| number.to_string() == text)
}

/// What follows `start` in `text`, in any case.
fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let head = text.get(..start.len())?;
    head.eq_ignore_ascii_case(start).then(|| &text[start.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_as_telegram_keeps_it() {
        for (given, kept) in [
            ("https://example.kz/a?b=c", Ok("https://example.kz/a?b=c")),
            ("example.kz", Ok("http://example.kz/")),
            ("HTTPS://Example.kz?A b ", Ok("https://example.kz/?A%20b")),
            ("http://127.0.0.1:080/x", Ok("http://127.0.0.1:80/x")),
            ("http://[::1]:80#x", Ok("http://[::1]:80/#x")),
            ("http://a:b@сайт.қаз", Ok("http://a:b@сайт.қаз/")),
            ("TG:Resolve?domain=x", Ok("tg://resolve?domain=x")),
            ("tg://a/b", Ok("tg://a/b")),
            ("tonsite://a.ton", Ok("tonsite://a.ton/")),
            ("http://localhost:80/x", Err("Wrong HTTP URL")),
            ("word", Err("Wrong HTTP URL")),
            ("javascript://alert", Err("Unsupported URL protocol")),
            ("ftp://example.kz", Err("Unsupported URL protocol")),
            ("one two.kz", Err("Disallowed character in URL host")),
            ("%4g.kz", Err("Wrong percent-encoded symbol in URL host")),
            ("<@a.kz", Err("Disallowed character in URL userinfo")),
            ("%@a.kz", Err("Wrong percent-encoded symbol in URL userinfo")),
            ("a.kz:x", Err("Wrong port number specified in the URL")),
            ("a.kz:65536", Err("Wrong port number specified in the URL")),
            ("http://[a]/", Err("Wrong IPv6 address specified in the URL")),
            ("http://", Err("URL host is empty")),
            ("", Err("URL host is empty")),
            (".", Err("Host is invalid")),
            ("tg:x@y", Err("Wrong tg URL")),
            ("ton:x:1", Err("Wrong ton URL")),
            ("tg:a.b", Err("Unallowed characters in URL host")),
        ] {
            assert_eq!(check_link(given).as_deref(), kept.as_ref().map(|kept| *kept), "{given}");
        }
    }

    #[test]
    fn addresses_of_telegrams_own_stand_for_people_emoji_and_dates() {
        for (url, user) in [
            ("tg://user?id=5", Some(5)),
            ("TG:USER/?x&ID=5#7", Some(5)),
            ("tg://user?id=05", None),
            ("tg://user?id=-5", None),
            ("tg://users?id=5", None),
            ("https://user?id=5", None),
        ] {
            assert_eq!(user_of(url), user, "{url}");
        }
        let date = |unix, format: &str| Some(Kind::DateTime { unix, format: format.into() });
        for (url, kind) in [
            ("tg://emoji?id=5", Some(Kind::CustomEmoji { id: 5 })),
            ("TG://EMoJI/?test=1&id=25#id=32", Some(Kind::CustomEmoji { id: 25 })),
            ("tg://emoji?id=0", None),
            ("tg://emoji?id=025", None),
            ("tg://emoji#test", None),
            ("tg://time?unix=25", date(25, "")),
            ("tg://time?unix=25&format=R", date(25, "r")),
            ("tg://time?format=tDW&unix=25", date(25, "wDt")),
            ("tg://time?unix=25&format=rt", None),
            ("tg://time?unix=0", None),
            ("tg://time?date=25", None),
        ] {
            assert_eq!(emoji_or_date(url), kind, "{url}");
        }
    }
}
