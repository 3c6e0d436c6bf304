//! The record of traffic, as the sandbox alone writes it.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::receiver::Receiver;
use serde_json::{Value, json};

/// The program, ended when it is dropped.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[tokio::test]
async fn each_call_and_each_update_delivered_is_one_line() {
    let record = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.jsonl", std::process::id()));
    let mut command = Command::new(env!("CARGO_BIN_EXE_telegram-sandbox"));
    command.args(["--port", "0"]).env(telegram_sandbox::RECORD_VARIABLE, &record).stdout(Stdio::piped());
    let mut program = Program(command.spawn().unwrap());
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let page = lines.next().unwrap().replace("chat page", "").trim().to_owned();
    let api = format!("{page}bot{}", telegram_sandbox::DEFAULT_TOKEN);
    let client = reqwest::Client::new();
    let post = async |path: String, fields: Value| -> Value {
        client.post(path).json(&fields).send().await.unwrap().json().await.unwrap()
    };

    let user = post(format!("{page}control/users"), json!({ "name": "Aida" })).await["id"].clone();
    let say = async |text: &str| {
        post(format!("{page}control/say"), json!({ "user_id": user, "chat_id": user, "text": text })).await
    };
    say("polled").await;
    post(format!("{api}/getUpdates"), json!({})).await;
    let mut receiver = Receiver::start().await;
    receiver.answer_once(500);
    receiver.call_once(&json!({ "method": "sendMessage", "chat_id": user, "text": "hi" }));
    post(format!("{api}/setWebhook"), json!({ "url": receiver.url, "drop_pending_updates": true })).await;
    let version = say("delivered").await["version"].clone();
    assert_eq!([receiver.next_text().await, receiver.next_text().await], ["delivered", "delivered"]);
    let path = format!("{page}control/chats/{user}/wait?after={version}&timeout=10");
    let answered: Value = client.get(path).send().await.unwrap().json().await.unwrap();
    assert_eq!(answered["message"]["text"], "hi");

    let text = std::fs::read_to_string(&record).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    std::fs::remove_file(&record).unwrap();
    let told: Vec<_> = lines.iter().map(|line| line["method"].as_str().unwrap_or("an update")).collect();
    assert_eq!(told, ["getUpdates", "setWebhook", "an update", "sendMessage"]);
    assert_eq!(lines[2]["update"]["message"]["text"], "delivered");
    assert_eq!(lines[3]["params"], json!({ "chat_id": user, "text": "hi" }));
}
