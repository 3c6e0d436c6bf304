//! Pictures in chats: a card, a chart, other looks of them, shared inline, corrected with their article.

mod story;

use story::newsroom::{Derek, Newsroom};
use telegram_sandbox::{Chat, Fault, MediaKind, Message, Sandbox, User};

const DAM: &str = r#"
title = "A dam for Aksu"
language = "en"
published = 2026-11-20
source = { name = "Steppe News", url = "https://example.org/dam" }
body = """
Aksu will have a dam. "We begin in spring," said Aida Omarova.
It costs 40 million tenge. A quarter of the water stays.
"""
summary = ["Aksu will have a dam."]
[[people]]
name = "Aida Omarova"
role = "mayor of Aksu"
[[quotes]]
speaker = "Aida Omarova"
text = "We begin in spring,"
[[figures]]
value = 40000000
kind = "money"
unit = "tenge"
label = "what the dam costs"
text = "It costs 40 million tenge"
[[figures]]
value = "1/4"
kind = "share"
label = "of the water stays"
text = "A quarter of the water stays"
"#;

/// Anna, who reads English, and an article with a quote and figures.
struct Scene {
    telegram: Sandbox,
    newsroom: Newsroom,
    derek: Derek,
    anna: User,
    chat: Chat,
}

impl Scene {
    async fn open() -> Self {
        let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
        let anna = telegram.user("Anna").language("en");
        let chat = anna.private();
        let derek = Derek::start(&telegram, &newsroom).await;
        newsroom.write("dam.toml", DAM);
        derek.publish(&mut newsroom).await;
        Self { telegram, newsroom, derek, anna, chat }
    }

    async fn say(&self, text: &str) -> Message {
        self.anna.say(&self.chat, text);
        self.chat.next().await
    }

    /// How many pictures were uploaded.
    fn uploads(&self) -> usize {
        let calls = ["sendPhoto", "editMessageMedia"].into_iter().flat_map(|method| self.telegram.calls(method));
        calls.filter(|call| format!("{call:?}").contains("attach://")).count()
    }
}

/// The width and height of a picture.
fn sides(message: &Message) -> (usize, usize) {
    message.file().and_then(|file| file.sides).unwrap_or_else(|| panic!("no picture over {:?}", message.text()))
}

#[tokio::test]
async fn a_card_is_drawn_once_and_looks_as_is_wished() {
    let scene = Scene::open().await;
    let card = scene.say("/card dam").await;
    assert_eq!(sides(&card), (1080, 1080));
    let words = "We begin in spring,\n— Aida Omarova, mayor of Aksu\n20 November 2026 · Steppe News\nA dam for Aksu";
    assert_eq!(card.text(), words);
    let looks = ["• 1:1", "4:5", "2:1", "• Light", "Dark", "The quote", "Share"];
    assert_eq!(card.buttons(), looks);

    // The same again, and for somebody else, is not drawn again.
    let again = scene.say("/card 1").await;
    assert_eq!(again.file().map(|file| file.id), card.file().map(|file| file.id));
    let bert = scene.telegram.user("Bert").language("en");
    bert.say(&bert.private(), "/card dam");
    bert.private().next().await;
    assert_eq!(scene.uploads(), 1);

    scene.anna.press(&card, "2:1").await;
    let wide = card.edited().await;
    assert_eq!((sides(&wide), wide.text()), ((1280, 640), words));
    scene.anna.press(&wide, "Dark").await;
    let dark = wide.edited().await;
    assert!(dark.has_button("• 2:1") && dark.has_button("• Dark"), "{:?}", dark.buttons());
    assert_ne!(dark.file().map(|file| file.bytes), wide.file().map(|file| file.bytes));
    scene.anna.press(&dark, "Light").await;
    dark.edited().await;
    assert_eq!(scene.uploads(), 3, "the light one was there");

    // The words come in a message of their own.
    scene.anna.press(&dark, "The quote").await;
    let quote = scene.chat.next().await;
    assert!(quote.media_kind().is_none() && quote.has_button("Card"), "{:?}", quote.buttons());
    scene.anna.press(&quote, "Card").await;
    assert_eq!(scene.chat.next().await.text(), words);
}

#[tokio::test]
async fn a_chart_stands_beside_the_figures() {
    let scene = Scene::open().await;
    let figures = scene.say("/stats dam").await;
    scene.anna.press(&figures, "Chart").await;
    let chart = scene.chat.next().await;
    assert_eq!(sides(&chart), (1080, 1080));
    assert!(
        chart.text().starts_with("40,000,000 tenge — what the dam costs\n¼ — of the water stays\n"),
        "{}",
        chart.text()
    );
    assert_eq!(scene.say("/chart dam").await.file().map(|file| file.id), chart.file().map(|file| file.id));
    // A reply to one figure asks for its card.
    scene.anna.press(&figures, "¼").await;
    let figure = figures.edited().await;
    scene.anna.reply_to(&figure, "/card");
    let card = scene.chat.next().await;
    assert!(card.text().starts_with("¼ — of the water stays\n"), "{}", card.text());
    // Nothing to draw is said as /stats says it.
    assert!(scene.say("/chart water").await.media_kind().is_none());
}

#[tokio::test]
async fn a_card_that_was_sent_is_offered_inline() {
    let scene = Scene::open().await;
    let photos = async || {
        let found = scene.anna.inline(&scene.chat, "spring").await;
        found.results.iter().filter(|result| result.media == Some(MediaKind::Photo)).count()
    };
    assert_eq!(photos().await, 0);
    scene.say("/card dam").await;
    // Telegram keeps an answer for a while: other words bring a new one.
    let found = scene.anna.inline(&scene.chat, "begin in spring").await;
    let photo = found.results.iter().position(|result| result.media == Some(MediaKind::Photo)).unwrap();
    assert!(found.results[photo].text.starts_with("We begin in spring,\n— Aida Omarova"));
    let chosen = scene.anna.choose(&scene.chat, &found, photo);
    assert_eq!(sides(&chosen), (1080, 1080));
}

#[tokio::test]
async fn a_picture_is_corrected_with_its_article() {
    let mut scene = Scene::open().await;
    let (card, chart) = (scene.say("/card dam").await, scene.say("/chart dam").await);
    scene.newsroom.write("dam.toml", &DAM.replace("in spring", "in the spring"));
    assert_eq!(scene.derek.read(&mut scene.newsroom).await, 2);
    let corrected = card.edited().await;
    assert!(corrected.text().starts_with("We begin in the spring,\n"), "{}", corrected.text());
    assert!(corrected.text().contains("Corrected") && corrected.has_button("What changed"), "{}", corrected.text());
    assert_ne!(corrected.file().map(|file| file.bytes), card.file().map(|file| file.bytes));
    // What the chart shows has not changed.
    assert_eq!(chart.now().unwrap().text(), chart.text());

    std::fs::remove_file(scene.newsroom.path("dam.toml")).unwrap();
    scene.derek.publish(&mut scene.newsroom).await;
    let withdrawn = corrected.edited().await;
    assert!(withdrawn.html().starts_with("<s>") && withdrawn.text().contains("Withdrawn"), "{}", withdrawn.html());
}

#[tokio::test]
async fn what_telegram_has_lost_is_drawn_again() {
    let scene = Scene::open().await;
    scene.say("/card dam").await;
    let lost = "Bad Request: wrong file identifier/HTTP URL specified";
    scene.telegram.fault(Fault::on("sendPhoto").times(1).api_error(400, lost));
    assert_eq!(sides(&scene.say("/card dam").await), (1080, 1080));
    assert_eq!(scene.uploads(), 2);
    assert_eq!(scene.derek.bot.counters.failed.get(), 0);
}
