//! Who may ask: programs of this machine, and pages that the sandbox itself serves. A page from elsewhere, open in the
//! same browser, can reach loopback too (by a form, or by a name that it lets point here) and is turned away.

use axum::{
    extract::Request,
    http::{
        HeaderMap, StatusCode,
        header::{HOST, HeaderName, ORIGIN},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Turns away what a foreign page asks for.
pub(super) async fn keep_out_strangers(request: Request, next: Next) -> Response {
    if is_ours(request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "The sandbox answers this machine only, not pages from elsewhere.\n").into_response()
    }
}

/// Whether `Host` and `Origin` name this machine, as far as they are there: programs send no `Origin`.
fn is_ours(headers: &HeaderMap) -> bool {
    let local = |name: HeaderName, scheme: &str| match headers.get(name) {
        None => true,
        Some(value) => value.to_str().ok().and_then(|value| value.strip_prefix(scheme)).is_some_and(is_this_machine),
    };
    local(HOST, "") && local(ORIGIN, "http://")
}

/// Whether a host, with or without a port, is this machine.
pub(crate) fn is_this_machine(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        _ => authority,
    };
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_let_in() {
        for (host, origin, ours) in [
            (None, None, true),
            (Some("127.0.0.1:8081"), None, true),
            (Some("LocalHost"), None, true),
            (Some("[::1]:8081"), None, true),
            (Some("127.0.0.1:8081"), Some("http://127.0.0.1:8081"), true),
            (Some("127.0.0.1:8081"), Some("https://example.kz"), false),
            (Some("127.0.0.1:8081"), Some("http://127.0.0.1.example.kz"), false),
            (Some("127.0.0.1:8081"), Some("null"), false),
            (Some("example.kz:8081"), None, false),
            (Some("localhost.example.kz"), None, false),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [(HOST, host), (ORIGIN, origin)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            assert_eq!(is_ours(&headers), ours, "{host:?} {origin:?}");
        }
    }
}
