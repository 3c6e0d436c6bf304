//! What people say on the page, where, and what Derek answers.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::page::{Page, button, input, key, link, message, open_chat, option, spoiler, toast};

pub async fn stats_and_quotes_are_answered_and_paged_in_place(page: Arc<Page>) {
    page.speak_as("Иван").await;
    page.say("/stats").await;
    page.see(&[message("2 334")]).await;

    page.say("/quote").await;
    page.see(&[message("Сегодняшняя встреча"), key("1/3")]).await;
    let shown = page.message_count().await;
    page.click(&[message("Сегодняшняя встреча"), key("›")]).await;
    page.click(&[message("Это очень ответственная работа"), key("›")]).await;
    page.see(&[message("Касым-Жомарт Токаев"), key("3/3")]).await;
    page.gone(&[message("Сегодняшняя встреча")]).await;
    page.click(&[message("Касым-Жомарт Токаев"), key("‹")]).await;
    page.see(&[message("Это очень ответственная работа"), key("2/3")]).await;
    assert_eq!(page.message_count().await, shown, "it is edited in place");
}

pub async fn an_inline_result_is_found_while_one_types_and_lands_in_the_chat(page: Arc<Page>) {
    page.speak_as("Иван").await;
    page.open_chat("Newsroom").await;
    page.write("@derek_bot выборы акимов").await;

    let result = page.see(&[option("Что стало ключевым шагом")]).await.rect().await.expect("its place");
    let input = page.see(&[input()]).await.rect().await.expect("its place");
    assert!(result.y + result.height <= input.y, "the results stand over the input");

    page.click(&[option("Что стало ключевым шагом")]).await;
    page.see(&[message("Касым-Жомарт Токаев, Президент Казахстана")]).await;
    page.see(&[message("через @derek_bot")]).await;
    page.gone(&[option("")]).await;
    assert_eq!(page.evaluate("return document.querySelector('#text').value").await, "", "the input is empty again");
}

pub async fn another_person_and_another_language_change_page_and_answers(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.see(&[button("Send")]).await;
    page.say("/stats").await;
    page.see(&[message("2,334")]).await;

    page.speak_as("Айгерим").await;
    page.see(&[button("Жіберу")]).await;
    page.gone(&[button("Send")]).await;
    page.say("/start").await;
    page.see(&[message("Сәлеметсіз бе")]).await;
    page.say("/stats").await;
    page.see(&[message("ауылдық округ әкімі")]).await;
    assert_eq!(page.evaluate("return document.documentElement.lang").await, "kk");

    page.click(&[button("Русский")]).await;
    page.see(&[button("Отправить")]).await;
    page.say("/source").await;
    page.see(&[message("Место публикации не указано")]).await;
}

pub async fn a_post_is_commented_in_the_discussion_group(page: Arc<Page>) {
    page.speak_as("Айгерим").await;
    page.open_chat("Жаңалықтар").await;
    page.say("/stats").await;
    page.see(&[message("2 334")]).await;

    page.open_chat("Жаңалықтар: пікірлер").await;
    page.click(&[message("2 334"), button("Жауап беру")]).await;
    page.say("/summary").await;
    page.see(&[message("Тоқаев")]).await;
}

pub async fn the_link_under_a_post_leads_to_its_comments(page: Arc<Page>) {
    page.speak_as("Айгерим").await;
    page.open_chat("Жаңалықтар").await;
    page.say("/stats").await;
    page.click(&[message("2 334"), button("Пікір жазу")]).await;
    page.see(&[open_chat("Пікірлер")]).await;
    page.say("/summary").await;
    page.see(&[message("Тоқаев")]).await;

    page.open_chat("Жаңалықтар").await;
    page.see(&[message("2 334"), button("2 пікір")]).await;
}

pub async fn a_deep_link_opens_the_private_chat_with_what_it_names(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.open_chat("Newsroom").await;
    page.say("/quote@derek_bot").await;
    page.click(&[message("1/3"), link("Tokayev: the state of the countryside")]).await;
    page.see(&[open_chat("Derek")]).await;
    page.see(&[message("/start q")]).await;
    page.see(&[message("Kassym-Jomart Tokayev"), key("Context")]).await;
}

pub async fn the_command_menu_offers_filters_and_sends(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.telegram.when_called_times("setMyCommands", 8).await;
    page.click(&[button("Commands")]).await;
    for command in ["/start", "/quote", "/stats", "/lang"] {
        page.see(&[option(command)]).await;
    }
    page.write("st").await;
    page.gone(&[option("/quote")]).await;
    page.write("ats").await;
    page.gone(&[option("/start")]).await;
    page.enter().await;
    page.see(&[message("2,334")]).await;

    // In a group the command is addressed.
    page.open_chat("Newsroom").await;
    page.write("/so").await;
    page.click(&[option("/source")]).await;
    page.see(&[message("/source@derek_bot")]).await;
}

pub async fn a_choice_is_confirmed_by_a_toast(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.say("/lang").await;
    page.click(&[message(""), key("Қазақша")]).await;
    page.see(&[toast("қазақша")]).await;
    page.say("/stats").await;
    page.see(&[message("ауылдық округ әкімі")]).await;
    page.gone(&[toast("қазақша")]).await;
}

pub async fn hidden_and_long_texts_open_when_clicked(page: Arc<Page>) {
    page.speak_as("Anna").await;
    page.say("/help").await;
    let long = "A line of a long quote.\n".repeat(30);
    let html =
        format!("before <tg-spoiler>hidden</tg-spoiler> after\n<blockquote expandable>{long}the end</blockquote>");
    let chat = page.evaluate("return Number(new URLSearchParams(location.hash.slice(1)).get('chat'))").await;
    call(&page, "sendMessage", json!({ "chat_id": chat, "text": html, "parse_mode": "HTML" })).await;

    page.click(&[message("before"), spoiler()]).await;
    page.gone(&[message("before"), spoiler()]).await;
    let folded = page.see(&[message("before")]).await.rect().await.expect("its place").height;
    page.click(&[message("before"), button("Show all")]).await;
    page.see(&[message("before"), button("Show less")]).await;
    let open = page.see(&[message("before")]).await.rect().await.expect("its place").height;
    assert!(open > folded + 200.0, "{folded} and {open}");
}

/// Calls a method as the bot would.
async fn call(page: &Page, method: &str, params: Value) {
    let address = format!("{}/bot{}/{method}", page.telegram.url(), page.telegram.token());
    let request = reqwest::Client::new().post(address).header("Content-Type", "application/json");
    let answer = request.body(params.to_string()).send().await.expect("the sandbox answers");
    assert!(answer.status().is_success(), "{method}: {}", answer.status());
}
