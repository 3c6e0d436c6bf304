//! No article text, however hostile, makes a message that Telegram refuses: hostile articles are loaded as files are,
//! everything that can be asked of them is asked, every button pressed, on the sandbox over HTTP.

mod story;

use derek::article;
use derek::library::Library;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use telegram_sandbox::Sandbox;

/// A piece of text that might break a message: marks of HTML, of direction, of nothing; emoji; very long words.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zа-яәғқңөұүһі]{1,12}",
        1 => Just("<b>".to_owned()),
        1 => Just("</blockquote><a href=\"tg://user?id=1\">x</a>".to_owned()),
        1 => Just("&lt;&amp;&#0;&".to_owned()),
        1 => Just("\u{202e}\u{200f}\u{200b}\u{feff}".to_owned()),
        1 => Just("👩‍👩‍👧‍👦🇰🇿e\u{301}".to_owned()),
        1 => Just("\"«'`*_[](){}\\".to_owned()),
        1 => Just("/start @somebody #tag https://example.org/?a=<b>&c".to_owned()),
        1 => Just("\t\u{a0}\u{3000}".to_owned()),
        1 => "[xЖ😀<]{300,900}",
    ];
    prop::collection::vec(piece, 1..40)
        .prop_map(|pieces| pieces.join(" "))
        .prop_filter("something to see", |text| text.chars().any(char::is_alphanumeric))
}

/// A basic string of TOML.
fn toml(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|character| match character {
            '"' | '\\' => format!("\\{character}"),
            character if character.is_control() => format!("\\u{:04X}", u32::from(character)),
            character => character.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// An article file whose every text is hostile; each paragraph is a quote, a figure and a sentence of the summary as well.
fn file() -> impl Strategy<Value = String> {
    let texts = prop::collection::vec(hostile(), 2..6);
    (hostile(), hostile(), hostile(), texts).prop_map(|(title, name, role, paragraphs)| {
        // One of each text: the same quote twice is a mistake.
        let mut paragraphs: Vec<String> = paragraphs.iter().map(|text| text.trim().to_owned()).collect();
        for (place, paragraph) in paragraphs.iter_mut().enumerate() {
            *paragraph = format!("№{place} {paragraph} {place}!");
        }
        let (title, name, role) = (toml(title.trim()), toml(name.trim()), toml(role.trim()));
        let mut file = format!(
            "title = {title}\nlanguage = \"ru\"\npublished = 2025-11-28\nsource = {{ name = {title}, url = \"https://example.org/?a=1&b=%3Cc%3E\" }}\nbody = {}\nsummary = [{}]\n[[people]]\nname = {name}\nrole = {role}\n",
            toml(&paragraphs.join("\n\n")),
            paragraphs.iter().map(|text| toml(text)).collect::<Vec<_>>().join(", "),
        );
        for (place, paragraph) in paragraphs.iter().enumerate() {
            let text = toml(paragraph);
            file += &format!("[[quotes]]\nspeaker = {name}\ntext = {text}\n");
            file += &format!("[[figures]]\nvalue = {place}\nkind = \"count\"\nunit = {role}\nlabel = {title}\ntext = {text}\n");
        }
        file
    })
}

#[test]
fn no_article_makes_a_message_that_telegram_refuses() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 8, failure_persistence: None, ..Config::default() });
    let result = runner.run(&file(), |file| {
        let parsed = article::parse("hostile.toml", &file);
        let article = parsed.map_err(|mistakes| TestCaseError::fail(format!("{mistakes:?}\n{file}")))?;
        runtime.block_on(ask_everything(Library::new(vec![article])));
        Ok(())
    });
    result.unwrap();
}

async fn ask_everything(library: Library) {
    let telegram = Sandbox::start().await;
    let aida = telegram.user("Aida");
    let newsroom = telegram.group("Newsroom", [&aida]);
    let words = library.newest_first()[0].original().title.clone();
    let bot = story::derek_with(&telegram, library).await;
    let commands =
        ["/start", "/help", "/articles", "/article", "/summary", "/quote", "/quote 2", "/stats", "/source", "/lang"];
    // In the group the messages are the same; only what is around them differs.
    for (chat, deep) in [(aida.private(), true), (newsroom, false)] {
        for command in commands {
            aida.say(&chat, command);
            let answer = chat.next().await;
            // Each button of it, and each of what those lead to.
            for button in story::presses(&answer) {
                aida.press_data(&answer, &button).await;
                telegram.all_confirmed().await;
                if deep {
                    for deeper in story::presses(&answer.now().expect("the answer is there")) {
                        aida.press_data(&answer, &deeper).await;
                    }
                }
            }
        }
    }
    let searched: String = words.chars().take(200).collect();
    for words in ["", &searched] {
        aida.inline(&aida.private(), words).await;
    }
    telegram.all_confirmed().await;
    assert_eq!(bot.counters.failed.get(), 0, "{:#?}", story::refused(&telegram));
    assert_eq!(bot.counters.panicked.get(), 0);
}
