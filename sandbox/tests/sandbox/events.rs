//! The page's stream of events.

use serde_json::Value;
use telegram_sandbox::Sandbox;

/// Reads `/control/events`.
pub(crate) struct Events {
    answer: reqwest::Response,
    /// What came and is no whole event yet.
    rest: Vec<u8>,
}

impl Events {
    /// Reads what happens from now on.
    pub(crate) async fn of(telegram: &Sandbox) -> Self {
        let answer = reqwest::get(format!("{}/control/events", telegram.url())).await.unwrap();
        Events { answer, rest: Vec::new() }
    }

    /// The next event; its id is its number.
    pub(crate) async fn next(&mut self) -> Value {
        let (id, data) = loop {
            if let Some(end) = self.rest.windows(2).position(|pair| pair == b"\n\n") {
                let event: Vec<u8> = self.rest.drain(..end + 2).collect();
                let event = String::from_utf8(event).unwrap();
                let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
                match (field("id: "), field("data: ")) {
                    (Some(id), Some(data)) => break (id, data),
                    // A comment, which keeps the connection alive.
                    _ => continue,
                }
            }
            let patience = std::time::Duration::from_secs(10);
            let piece = tokio::time::timeout(patience, self.answer.chunk()).await.expect("no event came").unwrap();
            self.rest.extend(piece.expect("the stream ended"));
        };
        let event: Value = serde_json::from_str(&data).unwrap();
        assert_eq!(event["event"].to_string(), id);
        event
    }
}

#[tokio::test]
async fn events_stream_to_the_page() {
    let telegram = Sandbox::start().await;
    let aida = telegram.user("Aida");
    let mut events = Events::of(&telegram).await;
    aida.start("");
    let told = loop {
        let event = events.next().await;
        if event["type"] == "message" {
            break event;
        }
    };
    assert_eq!(told["message"]["text"], "/start");
}
