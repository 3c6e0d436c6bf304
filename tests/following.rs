//! Following: what is new reaches those who asked for it, once, when they want it, and is corrected where it stands.

mod story;

use std::fs;

use story::newsroom::{Derek, Newsroom, WATER};
use telegram_sandbox::{Fault, Sandbox};

/// An article in which two people speak.
fn speech(of: &str) -> String {
    format!(
        r#"
title = "The council met about {of}"
language = "en"
body = """The council met on Monday. "We will build a road to {of}," said Aida Omarova.
"The school comes first," said Yerlan Akhmetov. It costs 40 million."""
summary = ["The council met on Monday."]
[[quotes]]
speaker = "Aida Omarova"
text = "We will build a road to {of},"
topics = ["roads"]
[[quotes]]
speaker = "Yerlan Akhmetov"
text = "The school comes first,"
topics = ["schools"]
[[figures]]
value = 40000000
kind = "money"
label = "what the road costs"
text = "It costs 40 million."
"#
    )
}

#[tokio::test]
async fn what_is_followed_comes_at_once_and_once() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let (anna, boris, aru) = (
        telegram.user("Anna").language("en"),
        telegram.user("Boris").language("en"),
        telegram.user("Aru").language("en"),
    );
    let (annas, boriss, arus) = (anna.private(), boris.private(), aru.private());
    anna.say(&annas, "/follow everything");
    let done = annas.next().await;
    assert!(done.text().contains("Following: All articles") && done.text().contains("at once"), "{}", done.text());
    boris.say(&boriss, "/follow road -bridge");
    assert!(boriss.next().await.text().contains("Words “road -bridge”"));
    aru.say(&arus, "/follow Omarova");
    assert!(arus.next().await.text().contains("Words “Omarova”"), "nobody of this name is known yet");
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 0), "what was there before is no news");

    newsroom.write("council.toml", &speech("Aksu"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 3));
    let article = annas.next().await;
    assert!(article.text().contains("The council met about Aksu\nThe council met on Monday."), "{}", article.text());
    let words = boriss.next().await;
    assert!(
        words.text().contains("“We will build a road to Aksu,”\n— Aida Omarova · The council met"),
        "{}",
        words.text()
    );
    assert!(words.text().contains("what the road costs") && !words.text().contains("school"), "{}", words.text());
    assert!(arus.next().await.text().contains("We will build a road to Aksu"));
    // A reply to it is about the article.
    boris.reply_to(&words, "/quote 2");
    assert!(boriss.next().await.text().contains("The school comes first"));

    // A correction is no news; a new quote is.
    newsroom.write("council.toml", &speech("Aksu").replace("It costs 40 million", "It costs about 40 million"));
    assert_eq!(derek.read_all(&mut newsroom).await, (4, 0), "three digests and an answer are looked at");
    newsroom.write("bridge.toml", &speech("the bridge"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 2), "Boris does not want to hear of the bridge");
    derek.bot.stop().await;
}

#[tokio::test]
async fn a_speaker_or_a_topic_is_followed_by_a_button_and_dropped_again() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    newsroom.write("council.toml", &speech("Aksu"));
    newsroom.read().await;
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/follow");
    let offer = chat.next().await;
    assert!(offer.has_button("Aida Omarova") && offer.has_button("#schools"), "{:?}", offer.buttons());
    anna.press(&offer, "Aida Omarova").await;
    let followed = offer.edited().await;
    assert!(followed.text().contains("• Aida Omarova — quotes"), "{}", followed.text());
    anna.say(&chat, "/follow schools");
    assert!(chat.next().await.text().contains("Topic “schools”"));
    anna.say(&chat, "/follow Yerlan");
    let list = chat.next().await;
    assert!(list.text().contains("Yerlan Akhmetov — quotes"), "{}", list.text());

    newsroom.write("again.toml", &speech("Kentau"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 1));
    let digest = chat.next().await;
    assert!(digest.text().contains("Kentau") && digest.text().contains("The school comes first"), "{}", digest.text());
    assert_eq!(digest.text().matches("The school comes first").count(), 1, "by two follows, once");

    anna.press(&list, "✕ Topic “schools”").await;
    assert!(!list.edited().await.text().contains("• Topic"));
    anna.say(&chat, "/unfollow yerlan");
    assert!(chat.next().await.text().contains("No longer followed: Yerlan Akhmetov"));
    anna.say(&chat, "/unfollow all");
    assert!(chat.next().await.text().contains("Nothing is followed any more"));
    newsroom.write("third.toml", &speech("Ridder"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 0));
    derek.bot.stop().await;
}

#[tokio::test]
async fn a_digest_comes_at_its_hour_with_ten_things_and_the_rest_behind_a_button() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/follow all");
    let list = chat.next().await;
    anna.press(&list, "When to tell").await;
    let when = list.edited().await;
    anna.press(&when, "As a digest").await;
    let when = when.edited().await;
    assert!(when.text().contains("at 9:00, every day") && when.text().contains("Asia/Almaty"), "{}", when.text());
    anna.press(&when, "›").await;
    let when = when.edited().await;
    anna.press(&when, "✓ Tue").await;
    let when = when.edited().await;
    anna.press(&when, "Without a sound").await;
    let when = when.edited().await;
    assert!(
        when.text().contains("10:00") && when.text().contains("Mon, Wed") && when.text().contains("Without a sound.")
    );

    newsroom.clock.set("2026-11-23T11:00:00+05:00");
    for place in 0..12 {
        newsroom.write(&format!("council{place}.toml"), &speech(&format!("Place{place}")));
    }
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 1));
    // Nothing comes on Monday after ten, nor on Tuesday.
    derek.set_clock(&newsroom, "2026-11-24T12:00:00+05:00");
    anna.say(&chat, "/lang");
    assert!(chat.next().await.text().contains("language"));
    let derek = derek.restart(&telegram, &newsroom).await;
    derek.set_clock(&newsroom, "2026-11-25T10:00:01+05:00");
    let digest = chat.next().await;
    assert!(digest.text().contains("1–10 / 12"), "{}", digest.text());
    assert_eq!(digest.text().matches("The council met about").count(), 10);
    assert!(digest.json()["disable_notification"].as_bool() != Some(false));
    anna.press(&digest, "›").await;
    let rest = digest.edited().await;
    assert_eq!(rest.text().matches("The council met about").count(), 2);
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 0), "nothing new, nothing sent");

    // Whoever wants it at once after all gets what waits.
    newsroom.write("late.toml", &speech("Late"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 1));
    anna.press(&when, "At once").await;
    let told = chat.next().await;
    assert!(told.text().contains("about Late"), "{}", told.text());
    derek.bot.stop().await;
}

#[tokio::test]
async fn at_hours_of_rest_nothing_comes_in_the_zone_of_the_chat() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/zone Nowhere");
    assert!(chat.next().await.text().contains("I don’t know the time zone “Nowhere”"));
    anna.say(&chat, "/zone europe/london");
    let zones = chat.next().await;
    assert!(zones.text().contains("Europe/London, where it is 5:00 now"), "{}", zones.text());
    anna.press(&zones, "‹ When to tell").await;
    let when = zones.edited().await;
    anna.press(&when, "22:00–8:00").await;
    assert!(when.edited().await.text().contains("not between 22:00 and 8:00"));
    anna.say(&chat, "/follow all");
    chat.next().await;
    newsroom.write("council.toml", &speech("Aksu"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 1));
    // Seven in London.
    derek.set_clock(&newsroom, "2026-11-23T07:00:00Z");
    anna.say(&chat, "/lang");
    assert!(chat.next().await.text().contains("language"));
    derek.set_clock(&newsroom, "2026-11-23T08:00:00Z");
    assert!(chat.next().await.text().contains("about Aksu"));
    derek.bot.stop().await;
}

#[tokio::test]
async fn in_a_group_administrators_choose_for_each_topic() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let (anna, boris) = (telegram.user("Anna").language("en"), telegram.user("Boris").language("en"));
    let group = telegram.supergroup("Newsroom", [&anna, &boris]);
    let (roads, schools) = (group.topic("Roads"), group.topic("Schools"));
    boris.say_in(&roads, "/follow all");
    assert!(group.next().await.text().contains("only administrators"));
    anna.say_in(&roads, "/follow road");
    assert_eq!(group.next().await.thread_id(), Some(roads.thread_id()));
    anna.say_in(&schools, "/follow school");
    let list = group.next().await;
    let toast = boris.press(&list, "When to tell").await;
    assert_eq!(toast.text, None, "everybody may look");
    let when = list.edited().await;
    let toast = boris.press(&when, "As a digest").await;
    assert!(toast.text.as_deref().unwrap().contains("only administrators"), "{toast:?}");

    newsroom.write("council.toml", &speech("Aksu"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 2));
    let (one, other) = (group.next().await, group.next().await);
    let (road, school) = if one.thread_id() == Some(roads.thread_id()) { (one, other) } else { (other, one) };
    assert!(road.text().contains("a road to Aksu") && !road.text().contains("school"), "{}", road.text());
    assert_eq!(school.thread_id(), Some(schools.thread_id()));
    assert!(school.text().contains("The school comes first"), "{}", school.text());
    derek.bot.stop().await;
}

#[tokio::test]
async fn a_digest_is_corrected_where_it_stands() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let anna = telegram.user("Anna").language("en");
    let chat = anna.private();
    anna.say(&chat, "/follow road");
    chat.next().await;
    newsroom.write("council.toml", &speech("Aksu"));
    newsroom.write("other.toml", &speech("Kentau"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 1));
    let digest = chat.next().await;
    let derek = derek.restart(&telegram, &newsroom).await;

    newsroom.clock.set("2026-11-23T14:05:00+05:00");
    newsroom.write("council.toml", &speech("Aksu").replace("a road to Aksu", "a new road to Aksu"));
    assert_eq!(derek.read_all(&mut newsroom).await, (1, 0), "the same quote, worded anew");
    let corrected = digest.edited().await;
    assert!(corrected.text().contains("a new road to Aksu") && corrected.text().contains("a road to Kentau"));
    assert!(
        corrected.text().contains("Corrected 23 Nov, 14:05") || corrected.text().contains("Corrected"),
        "{}",
        corrected.text()
    );
    assert!(corrected.has_button("What changed"), "{:?}", corrected.buttons());

    // What does not change in it is not edited.
    newsroom.write("other.toml", &speech("Kentau").replace("met on Monday", "met on Tuesday"));
    assert_eq!(derek.read_all(&mut newsroom).await, (1, 0));
    fs::remove_file(newsroom.path("other.toml")).unwrap();
    assert_eq!(derek.read_all(&mut newsroom).await, (1, 0));
    let mut withdrawn = corrected.edited().await;
    // The change before may have left only now, and shows a part of it.
    while !withdrawn.html().contains("<s>“We will build a road to Kentau,”") {
        withdrawn = withdrawn.edited().await;
    }
    assert!(!withdrawn.text().contains("Tuesday"));

    telegram.fault(Fault::on("editMessageText").api_error(400, "Bad Request: message can't be edited"));
    newsroom.write("council.toml", &speech("Aksu").replace("a road to Aksu", "a long road to Aksu"));
    assert_eq!(derek.read_all(&mut newsroom).await, (1, 0));
    let reply = chat.next().await;
    assert_eq!(reply.reply_to(), Some(digest.id()));
    assert!(reply.text().contains("out of date"), "{}", reply.text());
    derek.bot.stop().await;
}

#[tokio::test]
async fn news_survive_a_restart_and_reach_nobody_who_left() {
    let (telegram, mut newsroom) = (Sandbox::start().await, Newsroom::open().await);
    let derek = Derek::start(&telegram, &newsroom).await;
    let (anna, boris) = (telegram.user("Anna").language("en"), telegram.user("Boris").language("en"));
    let (annas, boriss) = (anna.private(), boris.private());
    for (user, chat) in [(&anna, &annas), (&boris, &boriss)] {
        user.say(chat, "/follow all");
        chat.next().await;
    }
    derek.bot.stop().await;
    boris.block();
    newsroom.write("council.toml", &speech("Aksu"));
    newsroom.read().await;
    let derek = Derek::start(&telegram, &newsroom).await;
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 2));
    assert!(annas.next().await.text().contains("about Aksu"));
    let derek = derek.restart(&telegram, &newsroom).await;
    newsroom.write("water.toml", &WATER.replace("rising", "falling"));
    newsroom.write("second.toml", &speech("Kentau"));
    assert_eq!(derek.read_all(&mut newsroom).await, (0, 1), "Boris refuses what is sent to him");
    assert!(annas.next().await.text().contains("about Kentau"));
    derek.bot.stop().await;
}
