//! /check as people meet it: typed, as a reply, on what was forwarded, inline; and its buttons, which leave the answer standing.

mod story;

use story::derek;
use telegram_sandbox::Sandbox;

const SAID: &str = "Мы не допустили излишней спешки";
const ALTERED: &str = "Мы допустили излишней спешки";

#[tokio::test]
async fn what_somebody_claims_in_a_group_is_checked_where_it_stands() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let (ivan, aida) = (telegram.user("Ivan").language("ru"), telegram.user("Aida").language("kk"));
    let group = telegram.supergroup("Редакция", [&ivan, &aida]);
    let claim = ivan.say(&group, &format!("Токаев вчера: «{ALTERED}». А ещё завтра дождь, берите зонты"));
    aida.reply_to(&claim, "/check");
    let answer = group.next().await;
    assert!(answer.text().starts_with("Өзгертілген"), "{}", answer.text());
    assert!(answer.text().contains("болымсыздық: түсіп қалған не"), "{}", answer.text());

    // What is picked out of the message is the claim.
    let news = ivan.say(&group, &format!("Новости часа. {SAID}. Дождя не будет."));
    aida.quote(&news, SAID, "/check");
    let answer = group.next().await;
    assert!(answer.text().starts_with("Дәл осылай айтылған"), "{}", answer.text());

    // The quote comes in a message of its own, in reply to the answer.
    aida.press(&answer, "Дәйексөз").await;
    let quote = group.next().await;
    assert!(quote.text().contains("ключевым шагом") && quote.has_button("Контекст"), "{}", quote.text());
    assert_eq!(quote.reply_to(), Some(answer.id()));
    assert_eq!(answer.now().unwrap().text(), answer.text(), "the answer stays");

    telegram.all_confirmed().await;
    ivan.say(&group, "Мы не допустили излишней спешки: работа по выборам акимов сельских округов");
    telegram.all_confirmed().await;
    assert!(group.try_next().is_none(), "talk in a group is no claim");
}

#[tokio::test]
async fn what_is_forwarded_to_him_or_long_is_a_claim_in_private() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let ivan = telegram.user("Ivan").language("ru");
    let chat = ivan.private();
    let channel = telegram.channel("Слухи", &ivan);
    let rumour = channel.post(ALTERED);
    ivan.forward_to(&rumour, &chat);
    let answer = chat.next().await;
    assert!(answer.text().starts_with("Изменено"), "{}", answer.text());

    ivan.say(&chat, "Мы не допустили излишней спешки: работа по выборам");
    let answer = chat.next().await;
    assert!(answer.text().starts_with("Сказано именно так"), "{}", answer.text());
    ivan.say(&chat, "излишняя спешка");
    assert!(chat.next().await.has_button("Контекст"), "a few words are looked for");

    // Nothing is near: the words are looked for instead, at a press.
    ivan.say(&chat, "где акимы сельских округов наконец построят новый стадион");
    let answer = chat.next().await;
    assert!(answer.text().starts_with("Не найдено: просмотрена 1 статья"), "{}", answer.text());
    ivan.press_data(&answer, &story::presses(&answer).pop().expect("a way to the results")).await;
    assert!(answer.edited().await.text().contains("акимы"));
}

#[tokio::test]
async fn a_long_inline_query_is_checked_first() {
    let telegram = Sandbox::start().await;
    let _bot = derek(&telegram).await;
    let ivan = telegram.user("Ivan").language("ru");
    let group = telegram.group("Newsroom", [&ivan]);
    let found = ivan.inline(&group, "Мы не допустили излишней спешки: работа по выборам").await;
    assert_eq!(found.results[0].title, "Сказано именно так");
    let sent = ivan.choose(&group, &found, 0);
    assert!(sent.text().starts_with("Сказано именно так") && story::presses(&sent).is_empty(), "{}", sent.text());
}
