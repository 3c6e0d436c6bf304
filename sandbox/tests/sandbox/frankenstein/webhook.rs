//! Updates by webhook, and a bot that leaves the server.

use axum::{Router, extract::State, http::HeaderMap, routing::post};
use frankenstein::{
    AsyncTelegramApi,
    methods::{DeleteWebhookParams, GetUpdatesParams, SetWebhookParams},
    types::AllowedUpdate,
    updates::{Update, UpdateContent},
};
use telegram_sandbox::Sandbox;
use tokio::sync::mpsc;

use super::Client;

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let (address, mut came) = receiver().await;
    let set = SetWebhookParams::builder()
        .url(&address)
        .max_connections(3)
        .allowed_updates(vec![AllowedUpdate::Message])
        .drop_pending_updates(true)
        .secret_token("a-secret_of_ours");
    assert!(bot.ok(bot.set_webhook(&set.build())).await);
    let webhook = bot.ok(bot.get_webhook_info()).await;
    assert_eq!((webhook.url, webhook.max_connections), (address, Some(3)));

    let aida = telegram.user("Aida");
    aida.say(&aida.private(), "hello");
    let (secret, update) = came.recv().await.unwrap();
    assert_eq!(secret, "a-secret_of_ours");
    let UpdateContent::Message(message) = update.content else { panic!("{update:?}") };
    assert_eq!(message.text.as_deref(), Some("hello"));
    assert_eq!(bot.refused(bot.get_updates(&GetUpdatesParams::builder().build())).await.error_code, 409);

    assert!(bot.ok(bot.delete_webhook(&DeleteWebhookParams::builder().drop_pending_updates(true).build())).await);
    let webhook = bot.ok(bot.get_webhook_info()).await;
    assert_eq!((webhook.url.as_str(), webhook.pending_update_count), ("", 0));

    assert!(bot.ok(bot.close()).await);
    assert!(bot.ok(bot.log_out()).await);
    assert_eq!(bot.refused(bot.get_me()).await.description, "Logged out");
    telegram
}

/// A bot's own server: its address, and each update that it gets, with the secret that came along.
async fn receiver() -> (String, mpsc::UnboundedReceiver<(String, Update)>) {
    type Came = mpsc::UnboundedSender<(String, Update)>;
    async fn hear(State(came): State<Came>, headers: HeaderMap, body: String) {
        let secret = headers["X-Telegram-Bot-Api-Secret-Token"].to_str().unwrap();
        came.send((secret.to_owned(), serde_json::from_str(&body).unwrap())).unwrap();
    }
    let (sender, came) = mpsc::unbounded_channel();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/updates", listener.local_addr().unwrap());
    let routes = Router::new().route("/updates", post(hear)).with_state(sender);
    tokio::spawn(async { axum::serve(listener, routes).await.unwrap() });
    (address, came)
}
