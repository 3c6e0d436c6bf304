//! What is found in a text that marks nothing.

use crate::text::{Units, detect::detect};

#[test]
fn what_telegram_finds_is_found() {
    for (text, expected) in [
        ("/stats", "bot_command:/stats"),
        ("/stats@derek_bot 3", "bot_command:/stats@derek_bot"),
        ("/stats@x", ""),
        ("a/b /c", "bot_command:/c"),
        ("</b>", ""),
        ("/Қ", ""),
        ("say /x, /y.", "bot_command:/x bot_command:/y"),
        ("hello @derek_bot!", "mention:@derek_bot"),
        ("mail@derek_bot", ""),
        ("@abc @gif", "mention:@gif"),
        ("#село и #2020 #a1", "hashtag:#село hashtag:#a1"),
        ("#a#b #c@derek_bot", "hashtag:#c@derek_bot"),
        ("ҿ҂ #ӿ́", "hashtag:#ӿ"),
        ("$KZT, $1INCH and $USD@derek_bot", "cashtag:$KZT cashtag:$1INCH cashtag:$USD@derek_bot"),
        ("$usd $TOOLONGNAME a$USD $$USD $USDx", ""),
        ("call +7 701 123-45-67, or +1-212-555-0123.", "phone_number:+7 701 123-45-67 phone_number:+1-212-555-0123"),
        ("+7 (701) 1234567; 1+77011234567", "phone_number:+7 (701) 1234567"),
        ("+1 and +2--34567890 and +12345678901234567", ""),
        ("see https://example.kz/a?b=c.", "url:https://example.kz/a?b=c"),
        ("(t.me/derek_bot)", "url:t.me/derek_bot"),
        ("a.kz/x_(y) (a.kz/z)", "url:a.kz/x_(y) url:a.kz/z"),
        ("example.kz, e.g. file.toml", "url:example.kz"),
        ("HTTP://a.bc:80/x, one-two.kz. _x.kz", "url:HTTP://a.bc:80/x url:one-two.kz"),
        ("https://word a..kz .kz @x.kz", ""),
        ("#x.kz /x.kz", "hashtag:#x bot_command:/x"),
        ("ҚАЗ.ҚАЗ қаз.Қаз", "url:ҚАЗ.ҚАЗ"),
        ("End.Is here.Is", ""),
        ("127.0.0.1:8080/x 1.2.3.4.5 256.0.0.1 1.5", "url:127.0.0.1:8080/x"),
        ("https://example.any http://a.b sftp://a.kz", "url:https://example.any"),
        ("https://a:b@c.kz xn--a.xn--p1ai", "url:https://a:b@c.kz url:xn--a.xn--p1ai"),
        ("tg://resolve?domain=x, TON://a/b.", "url:tg://resolve?domain=x url:TON://a/b"),
        ("do-not-reply@telegram.org, mailto:a.b-c@d.e.kz.", "email:do-not-reply@telegram.org email:a.b-c@d.e.kz"),
        ("a@b.kz/c ж@a.kz", "url:a@b.kz/c url:ж@a.kz"),
        ("😀 @derek_bot", "mention:@derek_bot"),
    ] {
        let units = Units::of(text);
        let found: Vec<_> =
            detect(text).iter().map(|e| format!("{}:{}", e.kind.name(), units.part(e).unwrap())).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}
