//! What the page does beside talking: files, faults, long chats, a lost connection, small and dark screens.

use std::sync::Arc;

use serde_json::json;

use crate::page::{
    Page, bar, button, chat, choice, dialog, document, message, open_chat, option, photo, removal, words,
};

/// A picture of two by two pixels.
const PICTURE: &[u8] = include_bytes!("picture.png");
/// The most rows that may be in the page: those of the view and, in either direction, of a few views more.
const MOST_ROWS: usize = 200;

pub async fn a_photo_and_a_document_are_sent_with_a_caption(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.attach(&[("picture.png", PICTURE)]).await;
    page.fill("Caption", "/stats").await;
    page.click(&[dialog(), button("Send")]).await;
    page.see(&[message("/stats"), photo()]).await;
    page.see(&[message("2,334")]).await;

    page.attach(&[("figures.csv", b"80,100")]).await;
    page.fill("Caption", "/source").await;
    page.click(&[dialog(), button("Send")]).await;
    let document = page.see(&[message("/source"), document("figures.csv")]).await;
    let address = document.prop("href").await.expect("a property").expect("an address");
    let answer = reqwest::get(address).await.expect("the sandbox answers");
    assert_eq!(answer.text().await.expect("text"), "80,100");
    page.see(&[message("Akorda press service")]).await;
}

pub async fn several_photos_are_sent_as_an_album(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.attach(&[("one.png", PICTURE), ("two.png", PICTURE), ("three.png", PICTURE)]).await;
    page.fill("Caption", "/stats").await;
    page.click(&[dialog(), button("Send")]).await;
    page.see(&[message("2,334")]).await;
    page.see(&[message("/stats"), photo()]).await;
    let photos = page.evaluate("return document.querySelectorAll('.album .photo').length").await;
    assert_eq!(photos, json!(3), "in one grid");
}

pub async fn a_fault_is_put_in_force_strikes_and_is_removed(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.click(&[button("Faults")]).await;
    page.see(&[dialog(), words("Nothing: all works as it should.")]).await;
    page.choose("What happens", "Refusal (4xx)").await;
    page.fill("To which call", "sendMessage").await;
    page.choose("How often", "always").await;
    page.click(&[dialog(), button("Put in force")]).await;
    page.see(&[dialog(), words("Refusal (4xx), status 400, “Bad Request: chat not found” sendMessage hit 0 times")])
        .await;
    page.click(&[dialog(), button("Close")]).await;

    page.say("/stats").await;
    page.click(&[button("Faults: 1 in force")]).await;
    page.see(&[dialog(), words("sendMessage hit 1 time")]).await;
    page.click(&[dialog(), removal()]).await;
    page.see(&[dialog(), words("Nothing: all works as it should.")]).await;
    page.click(&[dialog(), button("Close")]).await;
    page.see(&[button("Faults")]).await;
    page.gone(&[message("2,334")]).await;
    page.say("/source").await;
    page.see(&[message("Akorda press service")]).await;
}

pub async fn a_chat_of_thousands_keeps_few_rows_in_the_page(page: Arc<Page>) {
    page.tab.goto("about:blank").await.expect("an empty page");
    let reader = page.telegram.user("Reader").language("en");
    let long = page.telegram.group_without_bot("Long", [&reader]);
    let first = reader.say(&long, "the very first");
    for number in 2..5000 {
        reader.say(&long, &format!("number {number}"));
    }
    reader.reply_to(&first, "the very last");
    page.tab.goto(page.telegram.url()).await.expect("the page opens");
    page.speak_as("Reader").await;
    page.open_chat("Long").await;

    page.see(&[message("the very last")]).await;
    few_rows(&page).await;
    page.click(&[message("the very last"), choice("the very first")]).await;
    page.see(&[message("number 2")]).await;
    page.gone(&[message("the very last")]).await;
    few_rows(&page).await;
    for share in 1..20 {
        page.scroll_to(f64::from(share) / 20.0).await;
        few_rows(&page).await;
    }
    page.click(&[button("To the newest messages")]).await;
    page.see(&[message("number 4999")]).await;
    page.gone(&[message("number 2")]).await;
    few_rows(&page).await;
}

pub async fn a_lost_connection_is_told_and_comes_back(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.say("/stats").await;
    page.see(&[message("2,334")]).await;
    page.telegram.offline();
    page.see(&[bar()]).await;
    page.telegram.online();
    page.gone(&[bar()]).await;
    page.see(&[message("2,334")]).await;
    page.say("/source").await;
    page.see(&[message("Akorda press service")]).await;
}

pub async fn a_phone_shows_one_thing_at_a_time(page: Arc<Page>) {
    page.size(360, 740).await;
    page.tab.goto(page.telegram.url()).await.expect("the page opens");
    page.see(&[chat("Newsroom")]).await;
    page.speak_as("Anna").await;
    page.open_chat("Newsroom").await;
    page.gone(&[chat("Newsroom")]).await;
    page.say("/stats@derek_bot").await;
    page.see(&[message("2,334")]).await;
    page.write("@derek_bot").await;
    page.write(" third").await;
    page.see(&[option("⅓")]).await;
    fits(&page).await;

    page.click(&[button("Back to the chats")]).await;
    page.see(&[chat("Derek")]).await;
    page.gone(&[open_chat("Newsroom")]).await;
    fits(&page).await;
    page.click(&[button("New chat")]).await;
    page.see(&[dialog()]).await;
    fits(&page).await;
    page.click(&[dialog(), choice("")]).await;
}

pub async fn dark_is_as_the_system_wants_or_as_chosen(page: Arc<Page>) {
    assert!(page.lightness().await > 200.0, "light");
    page.scheme("dark").await;
    assert!(page.lightness().await < 80.0, "dark, as the system wants it");
    page.click(&[button("Dark mode")]).await;
    assert!(page.lightness().await > 200.0, "light, as chosen");
    page.tab.refresh().await.expect("the page opens again");
    page.see(&[chat("Newsroom")]).await;
    assert!(page.lightness().await > 200.0, "and remembered");
}

/// Nothing is wider than the view.
async fn fits(page: &Page) {
    let wide = page.evaluate("return document.documentElement.scrollWidth - innerWidth").await;
    assert_eq!(wide, json!(0), "px wider than the view");
}

/// The page holds some of the messages, and not many.
async fn few_rows(page: &Page) {
    let rows = page.message_count().await;
    assert!((10..=MOST_ROWS).contains(&rows), "{rows} rows");
}
