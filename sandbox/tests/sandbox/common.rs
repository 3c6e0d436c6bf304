//! A bot made of bare HTTP calls.

use serde_json::{Value, json};
use telegram_sandbox::{Chat, Sandbox, User};

/// The bot's side of a sandbox.
pub(crate) struct Bot {
    client: reqwest::Client,
    base: String,
    offset: std::sync::atomic::AtomicI64,
}

impl Bot {
    pub(crate) fn of(telegram: &Sandbox) -> Self {
        Bot {
            client: reqwest::Client::new(),
            base: format!("{}/bot{}", telegram.url(), telegram.token()),
            offset: 0.into(),
        }
    }

    /// Calls a method with JSON; the whole answer, or the connection's error.
    pub(crate) async fn try_call(&self, method: &str, params: Value) -> Result<Value, reqwest::Error> {
        self.client.post(format!("{}/{method}", self.base)).json(&params).send().await?.json().await
    }

    /// Calls a method; the whole answer. The HTTP status must be the error's code.
    pub(crate) async fn call(&self, method: &str, params: Value) -> Value {
        let answer = self.client.post(format!("{}/{method}", self.base)).json(&params).send().await.unwrap();
        let status = answer.status().as_u16();
        let answer: Value = answer.json().await.unwrap();
        assert_eq!(answer["error_code"].as_u64().unwrap_or(200), u64::from(status));
        answer
    }

    /// Calls a method; its result.
    pub(crate) async fn ok(&self, method: &str, params: Value) -> Value {
        let answer = self.call(method, params.clone()).await;
        assert_eq!(answer["ok"], true, "{method} {params}: {answer}");
        answer["result"].clone()
    }

    /// Calls a method; the description of its error.
    pub(crate) async fn refused(&self, method: &str, params: Value) -> String {
        let answer = self.call(method, params.clone()).await;
        assert_eq!(answer["ok"], false, "{method} {params}: {answer}");
        answer["description"].as_str().unwrap().to_owned()
    }

    /// The updates that wait, confirmed with the next call.
    pub(crate) async fn updates(&self, timeout: u64) -> Vec<Value> {
        use std::sync::atomic::Ordering::Relaxed;
        let updates = self.ok("getUpdates", json!({ "offset": self.offset.load(Relaxed), "timeout": timeout })).await;
        let updates = updates.as_array().unwrap().clone();
        if let Some(last) = updates.last() {
            self.offset.store(last["update_id"].as_i64().unwrap() + 1, Relaxed);
        }
        updates
    }

    /// The next update of a kind; others are passed over.
    pub(crate) async fn next(&self, kind: &str) -> Value {
        for _ in 0..50 {
            // One at a time, so that none is lost between two calls.
            use std::sync::atomic::Ordering::Relaxed;
            let params = json!({ "offset": self.offset.load(Relaxed), "timeout": 5, "limit": 1 });
            let updates = self.ok("getUpdates", params).await;
            let update = updates.get(0).unwrap_or_else(|| panic!("no {kind} came")).clone();
            self.offset.store(update["update_id"].as_i64().unwrap() + 1, Relaxed);
            if let Some(content) = update.get(kind) {
                return content.clone();
            }
        }
        panic!("no {kind} came");
    }

    /// The kinds and texts of the updates that wait, such as `message:/stats`.
    pub(crate) async fn heard(&self) -> Vec<String> {
        let told = |update: &Value| {
            let (kind, content) = update.as_object().unwrap().iter().find(|(key, _)| *key != "update_id").unwrap();
            match content["text"].as_str() {
                Some(text) => format!("{kind}:{text}"),
                None => kind.clone(),
            }
        };
        self.updates(0).await.iter().map(told).collect()
    }

    /// Calls a method with a multipart form of `fields` (JSON as text) and files `(part, file name, bytes)`; the whole
    /// answer.
    pub(crate) async fn upload(&self, method: &str, fields: Value, files: &[(&str, &str, &[u8])]) -> Value {
        let mut form = reqwest::multipart::Form::new();
        for (name, value) in fields.as_object().unwrap() {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            form = form.text(name.clone(), text);
        }
        for (part, name, bytes) in files {
            let file = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name(name.to_string());
            form = form.part(part.to_string(), file);
        }
        self.client.post(format!("{}/{method}", self.base)).multipart(form).send().await.unwrap().json().await.unwrap()
    }

    pub(crate) async fn send(&self, chat: i64, text: &str) -> Value {
        self.ok("sendMessage", json!({ "chat_id": chat, "text": text })).await
    }
}

/// A sandbox, its bot, and a person who has started the bot.
pub(crate) async fn met() -> (Sandbox, Bot, User) {
    let telegram = Sandbox::start().await;
    let bot = Bot::of(&telegram);
    let aida = telegram.user("Aida");
    aida.start("");
    (telegram, bot, aida)
}

/// The channel News and the supergroup Comments, in which its posts are discussed. The first member of the supergroup owns
/// both; the bot is in both.
pub(crate) fn discussed_channel(telegram: &Sandbox, members: &[&User]) -> (Chat, Chat) {
    let channel = telegram.channel("News", members[0]);
    let comments = telegram.supergroup("Comments", members.iter().copied());
    channel.discussed_in(&comments);
    (channel, comments)
}

/// A picture of this size: a PNG as far as its header.
pub(crate) fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    png.extend([8, 2, 0, 0, 0]);
    png
}

/// A keyboard of one row of callback buttons `(text, data)`.
pub(crate) fn keyboard(buttons: &[(&str, &str)]) -> Value {
    let row: Vec<_> = buttons.iter().map(|(text, data)| json!({ "text": text, "callback_data": data })).collect();
    json!({ "inline_keyboard": [row] })
}
