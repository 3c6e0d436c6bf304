//! The server that gives the load: a Bot API that knows just what both bots call, and looks into no message.
//!
//! It runs on one thread, keeps no world, and answers from prepared texts, so that the bot is what is measured.
//! Each answer brings the next update, so a fixed number of people always waits.

use std::collections::VecDeque;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Mutex, Notify};

/// The most updates that one getUpdates brings (TELEGRAM.md).
const BATCH: usize = 100;

/// What people ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Load {
    /// `/stats`, each time in the next of so many private chats.
    Stats { chats: u64 },
    /// Inline queries, each with other words, so that no cache can answer.
    Inline,
    /// Inline queries with these words in turn.
    Words(&'static [String]),
}

/// A load server.
#[derive(Debug)]
pub(crate) struct Server {
    /// Its address.
    pub(crate) url: String,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    load: Load,
    state: Mutex<State>,
    /// Told when there are updates.
    asked: Notify,
    /// Told when all is answered.
    done: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// Not confirmed yet: update id and JSON.
    updates: VecDeque<(u64, String)>,
    /// When each update was given out; by update id.
    asked: Vec<Instant>,
    /// From update to answer.
    times: Vec<Duration>,
    /// How many are still to be asked.
    left: usize,
    /// How many are to be answered.
    awaited: usize,
}

impl Server {
    /// Starts on a free port, on a thread of its own.
    pub(crate) fn start(load: Load) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket that does not block");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let shared = Arc::new(Shared { load, state: Mutex::default(), asked: Notify::new(), done: Notify::new() });
        let served = Arc::clone(&shared);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                while let Ok((stream, _)) = listener.accept().await {
                    stream.set_nodelay(true).expect("a socket that sends at once");
                    let shared = Arc::clone(&served);
                    tokio::spawn(async move { drop(shared.serve(stream).await) });
                }
            });
        });
        Self { url, shared }
    }

    /// Asks so often, with so many waiting at once; gives the time from each update to its answer once all are answered.
    pub(crate) async fn ask(&self, times: usize, at_once: usize) -> Vec<Duration> {
        let done = self.shared.done.notified();
        {
            let mut state = self.shared.state.lock().await;
            state.left = times;
            state.awaited = times;
            state.times.clear();
            for _ in 0..at_once {
                self.shared.ask_one(&mut state);
            }
        }
        self.shared.asked.notify_waiters();
        done.await;
        std::mem::take(&mut self.shared.state.lock().await.times)
    }
}

/// An inline query.
fn inline(id: u64, words: &str) -> String {
    format!(
        r#"{{"update_id":{id},"inline_query":{{"id":"{id}","from":{{"id":{id},"is_bot":false,"first_name":"Person","language_code":"ru"}},"query":"{words}","offset":"","chat_type":"private"}}}}"#
    )
}

impl Shared {
    fn ask_one(&self, state: &mut State) {
        if state.left == 0 {
            return;
        }
        state.left -= 1;
        let id = state.asked.len() as u64;
        let update = match self.load {
            Load::Stats { chats } => {
                let chat = id % chats + 1;
                format!(
                    r#"{{"update_id":{id},"message":{{"message_id":{id},"date":1764300000,"text":"/stats","from":{{"id":{chat},"is_bot":false,"first_name":"Person","language_code":"ru"}},"chat":{{"id":{chat},"type":"private","first_name":"Person"}},"entities":[{{"type":"bot_command","offset":0,"length":6}}]}}}}"#
                )
            }
            Load::Inline => inline(id, &format!("выборы акимов {id}")),
            Load::Words(words) => inline(id, words.get(id as usize % words.len()).map_or("", String::as_str)),
        };
        state.updates.push_back((id, update));
        state.asked.push(Instant::now());
    }

    async fn answered(&self, id: u64) {
        let mut state = self.state.lock().await;
        if let Some(asked) = state.asked.get(usize::try_from(id).unwrap_or(usize::MAX)) {
            let took = asked.elapsed();
            state.times.push(took);
            self.ask_one(&mut state);
            if state.times.len() == state.awaited {
                self.done.notify_waiters();
            }
        }
        drop(state);
        self.asked.notify_waiters();
    }

    /// Serves one connection until it ends.
    async fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut read = Vec::with_capacity(16 << 10);
        loop {
            let (head, length) = loop {
                if let Some(head) = find(&read, b"\r\n\r\n").map(|at| at + 4) {
                    break (head, length_of(&read[..head]));
                }
                if stream.read_buf(&mut read).await? == 0 {
                    return Ok(());
                }
            };
            while read.len() < head + length {
                if stream.read_buf(&mut read).await? == 0 {
                    return Ok(());
                }
            }
            let result = self.answer(&read[..head], &read[head..head + length]).await;
            read.drain(..head + length);
            let body = format!(r#"{{"ok":true,"result":{result}}}"#);
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            );
            stream.write_all(answer.as_bytes()).await?;
        }
    }

    async fn answer(&self, head: &[u8], body: &[u8]) -> String {
        let method = head.split(|byte| *byte == b'/' || *byte == b' ').nth(3).unwrap_or_default();
        match method.to_ascii_lowercase().as_slice() {
            b"getme" => r#"{"id":42,"is_bot":true,"first_name":"Derek","username":"derek_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":true,"can_connect_to_business":false,"has_main_web_app":false}"#.to_owned(),
            b"getupdates" => self.updates(number(body, b"\"offset\":").unwrap_or(0)).await,
            b"sendmessage" => {
                let chat = number(body, b"\"chat_id\":").unwrap_or(0);
                // Chat ids repeat in turn, and one chat's questions are answered in order: the answer is to its oldest.
                self.answered_in(chat).await;
                format!(
                    r#"{{"message_id":7,"date":1764300000,"text":"answered","from":{{"id":42,"is_bot":true,"first_name":"Derek","username":"derek_bot"}},"chat":{{"id":{chat},"type":"private","first_name":"Person"}}}}"#
                )
            }
            b"answerinlinequery" => {
                self.answered(number(body, b"\"inline_query_id\":\"").unwrap_or(0)).await;
                "true".to_owned()
            }
            _ => "true".to_owned(),
        }
    }

    /// The chat's question is answered. Fewer wait at once than there are chats, so a chat has one at most.
    async fn answered_in(&self, chat: u64) {
        let Load::Stats { chats } = self.load else { return };
        let asked = self.state.lock().await.asked.len() as u64;
        // The last id that was asked in this chat.
        let Some(last) = asked.checked_sub(1) else { return };
        let back = (last % chats + 1 + chats - chat) % chats;
        self.answered(last - back).await;
    }

    /// The updates from this one on; waits until there are some.
    async fn updates(&self, offset: u64) -> String {
        loop {
            let asked = self.asked.notified();
            {
                let mut state = self.state.lock().await;
                while state.updates.front().is_some_and(|(id, _)| *id < offset) {
                    state.updates.pop_front();
                }
                if !state.updates.is_empty() {
                    let batch: Vec<_> = state.updates.iter().take(BATCH).map(|(_, update)| update.as_str()).collect();
                    return format!("[{}]", batch.join(","));
                }
            }
            tokio::select! {
                () = asked => {}
                // A bot that is told to stop asks with a time of its own; this is short enough for all.
                () = tokio::time::sleep(Duration::from_secs(1)) => return "[]".to_owned(),
            }
        }
    }
}

fn find(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).position(|window| window == words)
}

/// The number after these words.
fn number(text: &[u8], words: &[u8]) -> Option<u64> {
    let from = find(text, words)? + words.len();
    let digits = text[from..].iter().take_while(|byte| byte.is_ascii_digit());
    Some(digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

/// The length of the body, from the head.
fn length_of(head: &[u8]) -> usize {
    let head = head.to_ascii_lowercase();
    number(&head, b"content-length: ").and_then(|length| usize::try_from(length).ok()).unwrap_or(0)
}
