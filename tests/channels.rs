//! Channels, as editors meet them: set up, posted to now or later, corrected, and closed to everybody else.

mod story;

use std::fs;

use story::newsroom::{Derek, Newsroom, WATER};
use telegram_sandbox::{Chat, Message, Sandbox, User};

/// An article with all that a post shows.
const DAM: &str = r#"
title = "A dam for Aksu"
language = "en"
published = 2026-11-20
source = { name = "Steppe News", url = "https://example.org/dam" }
credit = "Photo: Steppe News"
body = """
Aksu will have a dam. "We begin in spring," said Aida Omarova.
It costs 40 million tenge, takes 2 years and gives work to 300 people.
A quarter of the water stays.
Photo: Steppe News
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
value = 2
kind = "duration"
unit = "years"
label = "how long it takes"
text = "takes 2 years"
[[figures]]
value = 300
kind = "count"
unit = "people"
label = "who get work"
text = "gives work to 300 people"
[[figures]]
value = "1/4"
kind = "share"
label = "of the water stays"
text = "A quarter of the water stays"
"#;

/// What a story begins with: Anna, who is an editor, and her channel, in which Derek may post.
struct Scene {
    telegram: Sandbox,
    newsroom: Newsroom,
    derek: Derek,
    anna: User,
    chat: Chat,
    channel: Chat,
}

impl Scene {
    async fn open() -> Self {
        let (telegram, newsroom) = (Sandbox::start().await, Newsroom::open().await);
        let anna = telegram.user("Anna").language("en");
        let chat = anna.private();
        let derek = Derek::start_with(&telegram, &newsroom, &[anna.id()]).await;
        anna.say(&chat, "/lang en");
        chat.next().await;
        let channel = telegram.channel("Steppe", &anna);
        let mut scene = Self { telegram, newsroom, derek, anna, chat, channel };
        scene.newsroom.write("dam.toml", DAM);
        scene.derek.publish(&mut scene.newsroom).await;
        scene
    }

    /// Derek, who was made an administrator, offers to set the channel up.
    async fn offered(&self) -> Message {
        let offer = self.chat.next().await;
        assert!(offer.text().contains("I can post in “Steppe” now"), "{}", offer.text());
        offer
    }

    async fn set(&self, offer: &Message, button: &str) -> Message {
        self.anna.press(offer, button).await;
        offer.edited().await
    }

    async fn say(&self, text: &str) -> Message {
        self.anna.say(&self.chat, text);
        self.chat.next().await
    }
}

#[tokio::test]
async fn what_is_previewed_is_what_stands_in_the_channel_and_is_corrected_there() {
    let mut scene = Scene::open().await;
    scene.offered().await;
    let preview = scene.say("/post @nosuch dam").await;
    assert!(preview.text().contains("I don’t have that channel") && preview.has_button("Steppe"), "{}", preview.text());
    let preview = scene.say("/post dam").await;
    let rows = preview.rows();
    assert!(rows.iter().flatten().any(|button| button.text == "Post: Steppe"), "{rows:?}");
    scene.anna.press(&preview, "Post: Steppe").await;
    let post = scene.channel.next().await;
    assert_eq!((post.html(), &post.rows()[..]), (preview.html(), &rows[..2]), "exactly what was shown");
    let text = post.text();
    for part in [
        "A dam for Aksu\n20 November 2026 · Steppe News\n\nAksu will have a dam.",
        "40,000,000 tenge — what the dam costs\n2 years — how long it takes\n300 people — who get work\n\nWe begin in spring,",
        "— Aida Omarova, mayor of Aksu\n\nPhoto: Steppe News",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
    assert!(post.html().contains("<blockquote expandable>"), "{}", post.html());
    assert!(preview.edited().await.text().contains("Posting in “Steppe”"));

    // The buttons of the post lead to the private chat.
    for (button, expected) in [("Quotes", "We begin in spring"), ("Figures", "300"), ("Check a quote", "Send")] {
        let address = format!("{:?}", post.button(button).kind);
        let parameter = address.split("start=").nth(1).unwrap().trim_end_matches(|c: char| !c.is_alphanumeric());
        scene.anna.start(parameter);
        let answer = scene.chat.next().await;
        assert!(answer.text().contains(expected) || button == "Check a quote", "{button}: {}", answer.text());
    }

    scene.derek = scene.derek.restart(&scene.telegram, &scene.newsroom).await;
    scene.newsroom.write("dam.toml", &DAM.replace("40 million", "45 million").replace("40000000", "45000000"));
    scene.derek.publish(&mut scene.newsroom).await;
    let corrected = post.edited().await;
    assert!(corrected.text().contains("45,000,000") && corrected.text().contains("Corrected"), "{}", corrected.text());
    assert!(corrected.has_button("What changed") && corrected.has_button("Quotes"), "{:?}", corrected.buttons());
    fs::remove_file(scene.newsroom.path("dam.toml")).unwrap();
    scene.derek.publish(&mut scene.newsroom).await;
    assert!(corrected.edited().await.text().contains("Withdrawn"));
    scene.derek.bot.stop().await;
}

#[tokio::test]
async fn a_post_waits_for_its_time_is_moved_and_cancelled_over_a_restart() {
    let mut scene = Scene::open().await;
    scene.offered().await;
    let preview = scene.say("/post dam").await;
    scene.anna.press(&preview, "Without a sound").await;
    let preview = preview.edited().await;
    assert!(preview.has_button("✓ Without a sound"));
    scene.anna.press(&preview, "Later…").await;
    let times = preview.edited().await;
    assert!(times.has_button("24/11, 09:00"), "{:?}", times.buttons());
    scene.anna.reply_to(&times, "some day");
    assert!(scene.chat.next().await.text().contains("I could not tell when"));
    scene.anna.reply_to(&times, "вчера");
    scene.chat.next().await;
    scene.anna.reply_to(&times, "завтра 9:30");
    let planned = scene.chat.next().await;
    assert!(planned.text().contains("24/11, 09:30 in “Steppe”"), "{}", planned.text());
    scene.anna.press(&times, "24/11, 09:00").await;
    assert!(times.edited().await.text().contains("published or cancelled already"), "it is planned once");
    let other = scene.say("/post water").await;
    scene.anna.press(&other, "Later…").await;
    scene.anna.press(&other.edited().await, "24/11, 12:00").await;

    let list = scene.say("/scheduled").await;
    assert!(list.text().contains("1. 24/11, 09:30 · Steppe\nA dam for Aksu"), "{}", list.text());
    assert!(list.text().contains("2. 24/11, 12:00 · Steppe\nWater is rising"), "{}", list.text());
    scene.anna.press(&list, "2. Cancel").await;
    assert!(list.edited().await.text().contains("Cancelled: it will not come in “Steppe”"));
    scene.anna.press(&planned, "Move").await;
    let times = planned.edited().await;
    scene.anna.reply_to(&times, "in 2 hours");
    assert!(scene.chat.next().await.text().contains("23/11, 12:0"));
    assert!(scene.channel.try_next().is_none());

    scene.derek.bot.stop().await;
    scene.derek = Derek::start_with(&scene.telegram, &scene.newsroom, &[scene.anna.id()]).await;
    scene.derek.set_clock(&scene.newsroom, "2026-11-23T12:30:00+05:00");
    let post = scene.channel.next().await;
    assert!(post.text().contains("A dam for Aksu"), "{}", post.text());
    assert!(scene.say("/scheduled").await.text().contains("Nothing is planned"));

    let audit = scene.say("/audit").await;
    for deed in
        ["made me an administrator", "planned for 24/11, 09:30: dam", "cancelled: water", "moved to 23/11, 12:0"]
    {
        assert!(audit.text().contains(deed), "{deed}: {}", audit.text());
    }
    scene.derek.bot.stop().await;
}

#[tokio::test]
async fn a_rule_posts_a_new_article_once_or_proposes_it() {
    let mut scene = Scene::open().await;
    let offer = scene.offered().await;
    let set = scene.set(&offer, "Post at once").await;
    assert!(set.has_button("✓ Post at once"), "{:?}", set.buttons());
    assert_eq!(scene.derek.publish(&mut scene.newsroom).await.posts, 0, "what was there before is not new");
    scene.newsroom.write("new.toml", &DAM.replace("Aksu", "Kentau"));
    assert_eq!(scene.derek.publish(&mut scene.newsroom).await.posts, 1);
    let post = scene.channel.next().await;
    assert!(post.text().contains("A dam for Kentau"));
    scene.newsroom.write(
        "new.toml",
        &DAM.replace("Aksu", "Kentau").replace("2 years", "3 years").replace("value = 2\n", "value = 3\n"),
    );
    assert_eq!(scene.derek.publish(&mut scene.newsroom).await.posts, 0, "a correction is no new article");
    assert!(post.edited().await.text().contains("3 years"));

    let set = scene.set(&set, "Propose to editors").await;
    scene.set(&set, "Pin").await;
    scene.newsroom.write("third.toml", &DAM.replace("Aksu", "Ridder"));
    assert_eq!(scene.derek.publish(&mut scene.newsroom).await.posts, 1);
    let proposal = scene.chat.next().await;
    assert!(proposal.text().contains("A dam for Ridder") && proposal.has_button("✓ Pin"), "{:?}", proposal.buttons());
    assert!(scene.channel.try_next().is_none(), "nobody has agreed yet");
    scene.anna.press(&proposal, "Post: Steppe").await;
    let post = scene.channel.next().await;
    assert!(post.text().contains("A dam for Ridder"));
    scene.telegram.when_called("pinChatMessage").await;
    scene.newsroom.write("fourth.toml", &DAM.replace("Aksu", "Aral"));
    scene.derek.publish(&mut scene.newsroom).await;
    let proposal = scene.chat.next().await;
    scene.anna.press(&proposal, "Don’t post").await;
    assert!(proposal.edited().await.text().contains("not posted"));

    scene.channel.kick_bot();
    scene.telegram.all_confirmed().await;
    let channels = scene.say("/channels").await;
    assert!(channels.text().contains("Steppe — Propose to editors · no right to post"), "{}", channels.text());
    scene.derek.bot.stop().await;
}

#[tokio::test]
async fn a_stranger_can_do_nothing() {
    let scene = Scene::open().await;
    let offer = scene.offered().await;
    let preview = scene.say("/post dam").await;
    let boris = scene.telegram.user("Boris").language("en");
    let chat = boris.private();
    for command in ["/post", "/post dam", "/scheduled", "/channels", "/audit"] {
        boris.say(&chat, command);
        assert_eq!(chat.next().await.text(), "Only editors can do this.", "{command}");
    }
    boris.say(&chat, "/help");
    let help = chat.next().await;
    assert!(!help.text().contains("/post"), "{}", help.text());
    for data in ["draft:1:now", "chan:", "sched:1:cancel", "audit:0", &format!("chan:{}:rule:post", scene.channel.id())]
    {
        let toast = boris.press_data(&help, data).await;
        assert_eq!(toast.text.as_deref(), Some("Only editors can do this."), "{data}");
    }
    // Whoever is no editor makes Derek an administrator in vain.
    let own = scene.telegram.channel("Boris's", &boris);
    scene.telegram.all_confirmed().await;
    assert!(!scene.say("/channels").await.text().contains("Boris"));
    assert!(scene.say("/help").await.text().contains("/post"));
    // Old commands of channels still answer there.
    own.post("/summary");
    assert!(own.next().await.text().contains("dam"));
    // Buttons with made-up data harm nobody.
    for data in ["draft:999999:now", "draft:999999", "sched:999999:at:1", "chan:-1:rule:post", "sched:1:now"] {
        scene.anna.press_data(&preview, data).await;
    }
    assert!(scene.channel.try_next().is_none());
    drop(offer);
    scene.derek.bot.stop().await;
}

#[tokio::test]
async fn comments_under_a_post_are_about_its_article() {
    let mut scene = Scene::open().await;
    scene.newsroom.write("water.toml", &WATER.replace("title", "published = 2026-11-22\ntitle"));
    scene.derek.publish(&mut scene.newsroom).await;
    let boris = scene.telegram.user("Boris").language("en");
    let group = scene.telegram.supergroup("Talk", [&scene.anna, &boris]);
    scene.channel.discussed_in(&group);
    scene.offered().await;
    let preview = scene.say("/post dam").await;
    scene.anna.press(&preview, "Post: Steppe").await;
    scene.channel.next().await;
    let copy = group.messages().into_iter().last().unwrap();
    assert!(copy.text().contains("A dam for Aksu"), "the post comes into the discussion group");
    boris.reply_to(&copy, "/quote@derek_bot");
    let answer = group.next().await;
    assert!(answer.text().contains("We begin in spring"), "the newest article is another one: {}", answer.text());
    boris.reply_to(&answer, "/stats@derek_bot");
    assert!(group.next().await.text().contains("300"));
    scene.derek.bot.stop().await;
}

#[tokio::test]
async fn a_post_may_have_a_card_over_it() {
    let mut scene = Scene::open().await;
    scene.offered().await;
    let plain = scene.say("/post dam").await;
    scene.anna.press(&plain, "Card").await;
    let preview = plain.edited().await;
    let sides = |message: &Message| message.file().and_then(|file| file.sides);
    assert!(preview.has_button("✓ Card") && preview.text() == plain.text(), "{:?}", preview.buttons());
    assert_eq!(sides(&preview), Some((1280, 640)));
    scene.anna.press(&preview, "Post: Steppe").await;
    let post = scene.channel.next().await;
    assert_eq!((post.html(), post.file().map(|file| file.id)), (preview.html(), preview.file().map(|file| file.id)));
    // Under what was a picture no text alone can stand: it comes anew.
    assert_eq!(scene.chat.next().await.text(), "Posting in “Steppe”.");
    assert!(preview.now().is_none());

    scene.newsroom.write("dam.toml", &DAM.replace("in spring", "in the spring"));
    scene.derek.publish(&mut scene.newsroom).await;
    let corrected = post.edited().await;
    assert!(
        corrected.text().contains("in the spring") && corrected.text().contains("Corrected"),
        "{}",
        corrected.text()
    );
    assert_ne!(corrected.file().map(|file| file.bytes), post.file().map(|file| file.bytes));

    // A text that is too long for a picture follows it, without a sound of its own.
    let long = "Aksu will have a dam of stone and clay. ".repeat(26);
    let article = DAM.replace("Aksu will have a dam. \"We", &format!("{long}\"We"));
    let article = article.replace("[\"Aksu will have a dam.\"]", &format!("[\"{}\"]", long.trim()));
    scene.newsroom.write("long.toml", &article.replace("A dam for Aksu", "A long dam"));
    scene.derek.publish(&mut scene.newsroom).await;
    let preview = scene.say("/post long").await;
    scene.anna.press(&preview, "Card").await;
    let preview = preview.edited().await;
    assert!(
        preview.media_kind().is_none() && preview.text().ends_with("A card will stand before the text in the channel.")
    );
    scene.anna.press(&preview, "Post: Steppe").await;
    let card = scene.channel.next().await;
    assert!(sides(&card).is_some() && card.text().starts_with("We begin in spring,"), "{}", card.text());
    let text = scene.channel.next().await;
    assert!(text.media_kind().is_none() && text.text().starts_with("A long dam\n"), "{}", text.text());
}

#[tokio::test]
async fn a_channel_may_want_a_card_over_each_new_article() {
    let mut scene = Scene::open().await;
    let offer = scene.offered().await;
    let setup = scene.set(&offer, "Post at once").await;
    let setup = scene.set(&setup, "Card").await;
    assert!(setup.has_button("✓ Card"), "{:?}", setup.buttons());
    scene.newsroom.write("new.toml", &DAM.replace("A dam for Aksu", "A new dam"));
    scene.derek.publish(&mut scene.newsroom).await;
    let post = scene.channel.next().await;
    assert!(post.file().is_some() && post.text().starts_with("A new dam\n"), "{}", post.text());
}
