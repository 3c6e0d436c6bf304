//! A connection that is kept, and as little of HTTP as a load needs, so that the server is what is measured.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection to a server.
#[derive(Debug)]
pub(crate) struct Line {
    stream: TcpStream,
    host: String,
    buffer: Vec<u8>,
}

impl Line {
    /// Connects to `127.0.0.1:<port>`.
    pub(crate) async fn to(host: &str) -> Self {
        let stream = TcpStream::connect(host).await.expect("the server is there");
        stream.set_nodelay(true).expect("an open socket");
        Line { stream, host: host.to_owned(), buffer: Vec::new() }
    }

    /// Posts JSON; the answer, which must be a success.
    pub(crate) async fn call(&mut self, path: &str, body: &Value) -> Value {
        let (host, body) = (&self.host, body.to_string());
        let length = body.len();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        self.stream.write_all(request.as_bytes()).await.expect("a sent request");
        let (head, length) = self.head().await;
        while self.buffer.len() < head + length {
            self.more().await;
        }
        let answer = serde_json::from_slice(&self.buffer[head..head + length]).expect("JSON");
        assert!(self.buffer.starts_with(b"HTTP/1.1 200 "), "{path}: {answer}");
        self.buffer.clear();
        answer
    }

    /// Reads the head of an answer: its length, and that of the body.
    async fn head(&mut self) -> (usize, usize) {
        const END: &[u8] = b"\r\n\r\n";
        loop {
            if let Some(place) = self.buffer.windows(END.len()).position(|bytes| bytes == END) {
                let head = std::str::from_utf8(&self.buffer[..place]).expect("text").to_ascii_lowercase();
                let length = head.split("content-length: ").nth(1).expect("a length").lines().next();
                return (place + END.len(), length.expect("a length").parse().expect("a number"));
            }
            self.more().await;
        }
    }

    async fn more(&mut self) {
        assert_ne!(self.stream.read_buf(&mut self.buffer).await.expect("an answer"), 0, "the server closed the line");
    }
}
