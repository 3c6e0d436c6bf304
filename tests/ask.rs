//! `derek search` and `derek check`, from the command line.
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs `derek` with these arguments and this standard input, on the articles that come with it.
fn derek(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_derek"));
    let articles = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles");
    command.args(arguments).env("DEREK_ARTICLES", articles).env_remove("TELOXIDE_TOKEN");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // What is not read to its end is refused.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = derek(arguments, b"");
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

#[test]
fn words_are_looked_for() {
    let found = printed(&["search", "выборы", "акимов"]);
    assert!(found.starts_with("выборы акимов — 4 результата\n\n1. Касым-Жомарт Токаев"), "{found}");
    assert!(found.contains("работа по *выборам* *акимов*"), "{found}");
    let found = printed(&["search", "--language", "en", "джунгли"]);
    assert!(found.starts_with("Nothing fits “джунгли”."), "{found}");
    let found = json(&["search", "njrftd", "--language", "ru", "--format", "json"]);
    assert_eq!((&found["words"], &found["instead"]), (&"njrftd".into(), &"токаев".into()));
    let hit = &found["hits"][0];
    assert_eq!((&hit["kind"], &hit["speaker"]), (&"quote".into(), &"Касым-Жомарт Токаев".into()));
    assert_eq!((&hit["article"], &hit["published"]), (&"rural-akims".into(), &"2025-11-28".into()));
}

#[test]
fn words_are_left_out_and_taken_exactly() {
    let count = |words: &[&str]| {
        let arguments: Vec<&str> = ["search", "--format", "json"].into_iter().chain(words.iter().copied()).collect();
        json(&arguments)["hits"].as_array().unwrap().len()
    };
    assert!(count(&["сёла"]) > count(&["сёла -процветания"]));
    assert_eq!(count(&["\"излишней спешки\""]), 1);
    assert_eq!(count(&["\"спешки излишней\""]), 0);
}

#[test]
fn a_claim_is_checked() {
    let answer = printed(&["check", "Мы допустили излишней спешки"]);
    assert!(answer.starts_with("*Изменено: сказано было иначе*\n• отрицание: пропущено _не_"), "{answer}");
    let answer = json(&["check", "--format", "json", "Токаев: мы не допустили излишней спешки"]);
    let of = |key: &str| answer[key].clone();
    assert_eq!((of("verdict"), of("speaker_claimed")), ("verbatim".into(), "Токаев".into()));
    assert_eq!(of("searched")["articles"], 1);
    let first = &answer["matches"][0];
    assert_eq!((&first["article"], &first["text"]), (&"rural-akims".into(), &"Мы не допустили излишней спешки".into()));
    let (claim, op) = (of("claim"), &first["diff"][0]);
    let places = |side: &str| {
        let place = |nth: usize| usize::try_from(op[side][nth].as_u64().unwrap()).unwrap();
        place(0)..place(1)
    };
    assert_eq!(&claim.as_str().unwrap()[places("claim")], "мы не допустили излишней спешки");
    let body = include_str!("../data/articles/rural-akims.toml");
    let article = derek::article::parse("rural-akims.toml", body).unwrap();
    assert_eq!(&article.body[places("quote")], "Мы не допустили излишней спешки");
    let read = derek(&["check", "-", "--format", "json"], "Мы не допустили излишней спешки".as_bytes());
    assert_eq!(serde_json::from_slice::<Value>(&read.stdout).unwrap()["verdict"], "verbatim");
}

#[test]
fn whatever_is_given_has_a_plain_answer() {
    let long = "слово ".repeat(100_000 / 12);
    for claim in ["", "🎉", "спешки", "你好 世界", "-", "--", "\u{0}"].iter().filter(|claim| !claim.contains('\0'))
    {
        assert_eq!(derek(&["check", "--", claim], b"").status.code(), Some(0), "{claim:?}");
    }
    let answer = derek(&["check", "-", "--format", "json"], long.as_bytes());
    assert_eq!(serde_json::from_slice::<Value>(&answer.stdout).unwrap()["verdict"], "not_found");
    assert_eq!(derek(&["check", "-"], b"\xff\xfe\x00\x80").status.code(), Some(0), "no UTF-8");
    let query = "токаев ".repeat(4_000 / 7);
    assert!(printed(&["search", &query]).contains("результат"));
    for wrong in [&["search"][..], &["check"], &["check", "x", "--format", "xml"], &["check", "--language", "de", "x"]]
    {
        let output = derek(wrong, b"");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!output.stderr.is_empty());
    }
    let nowhere = derek(&["--articles", "/nowhere", "check", "x"], b"");
    assert_eq!(nowhere.status.code(), Some(2));
}
