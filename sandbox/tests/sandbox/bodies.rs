//! Requests with long, chunked and broken bodies.

use std::io::{Read, Write};

use crate::common::met;
use serde_json::{Value, json};
use telegram_sandbox::Sandbox;

/// A multipart body of one part, whose boundary is `cut`.
fn form(name: &str, disposition: &str, content: &[u8]) -> Vec<u8> {
    let mut body =
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{disposition}\r\n\r\n").into_bytes();
    body.extend(content);
    body.extend(b"\r\n--cut--\r\n");
    body
}

#[tokio::test]
async fn a_form_may_come_in_chunks() {
    let (telegram, _bot, aida) = met().await;
    let body = form("document", "; filename=\"a.bin\"", &[9; 300_000]);
    let chunks: Vec<Result<Vec<u8>, std::io::Error>> = body.chunks(7_001).map(|chunk| Ok(chunk.to_vec())).collect();
    let request = reqwest::Client::new()
        .post(format!("{}/bot{}/sendDocument?chat_id={}", telegram.url(), telegram.token(), aida.id()))
        .header("Content-Type", "multipart/form-data; boundary=cut")
        .body(reqwest::Body::wrap_stream(futures_util::stream::iter(chunks)));
    let sent: Value = request.send().await.unwrap().json().await.unwrap();
    assert_eq!(sent["result"]["document"]["file_size"], 300_000);
}

#[tokio::test]
async fn a_body_that_is_no_request_is_answered_and_the_sandbox_goes_on() {
    let (telegram, bot, aida) = met().await;
    let address = format!("{}/bot{}/sendDocument?chat_id={}", telegram.url(), telegram.token(), aida.id());
    let client = reqwest::Client::new();
    let most = 50 * 1024 * 1024;
    let around = form("document", "; filename=\"a\"", b"").len();
    let of_size = |size: usize| form("document", "; filename=\"a\"", &vec![1; size - around]);
    let (json, multipart) = ("application/json", "multipart/form-data; boundary=cut");
    let whole = form("document", "; filename=\"a\"", b"abc");
    let cut = whole[..whole.len() - 12].to_vec();
    for (kind, body, code, description) in [
        (multipart, of_size(most), 200, ""),
        (multipart, of_size(most + 1), 413, "Request Entity Too Large"),
        (json, vec![b' '; most + 1], 413, "Request Entity Too Large"),
        (json, b"{".to_vec(), 400, "Bad Request: can't parse JSON in the request: EOF"),
        (json, b"[1]".to_vec(), 400, "Bad Request: JSON object expected"),
        (multipart, cut, 400, "Bad Request: can't parse multipart in the request: "),
        (multipart, b"nothing of the kind".to_vec(), 400, "Bad Request: can't parse multipart in the request: "),
        ("multipart/form-data", whole, 400, "Bad Request: can't parse multipart in the request: Invalid `boundary`"),
        (multipart, form("caption", "", &[0xff]), 400, "Bad Request: strings must be encoded in UTF-8"),
    ] {
        let request = client.post(&address).header("Content-Type", kind).body(body);
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        let said = answer["description"].as_str().unwrap_or_default();
        assert_eq!(answer["error_code"].as_u64().unwrap_or(200), code, "{answer}");
        assert!(said.starts_with(description), "{said} is not {description}");
    }
    bot.ok("getMe", json!({})).await;
}

#[tokio::test]
async fn a_client_that_asks_first_is_told_at_once_that_its_body_is_too_long() {
    let telegram = Sandbox::start().await;
    let mut line = std::net::TcpStream::connect(("127.0.0.1", telegram.port())).unwrap();
    let (token, length) = (telegram.token(), 50 * 1024 * 1024 + 1);
    let head = format!(
        "POST /bot{token}/sendDocument HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: {length}\r\n\r\n"
    );
    line.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("\"Request Entity Too Large\""), "{answer}");
}
