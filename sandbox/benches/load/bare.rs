//! What the sandbox is measured against: an axum handler that parses the same JSON and answers a fixed message.

use axum::{Router, body::Bytes, http::header::CONTENT_TYPE, response::IntoResponse};
use serde_json::Value;

/// The argument that makes this program the bare server.
pub(crate) const MODE: &str = "--bare";

/// A published `Message`, as the sandbox writes it.
const ANSWER: &str = r#"{"ok":true,"result":{"chat":{"first_name":"Anna","id":1000001,"type":"private"},"date":1764000000,"from":{"first_name":"Derek","id":4242424242,"is_bot":true,"username":"derek_bot"},"message_id":17,"text":"The meeting begins at nine; please bring your figures. 17"}}"#;

/// Serves on a free port, which it prints, until it is killed. On one thread, as the sandbox.
pub(crate) fn serve() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("http://{}", listener.local_addr().expect("an address"));
        axum::serve(listener, Router::new().fallback(answer)).await.expect("it serves");
    });
}

async fn answer(body: Bytes) -> impl IntoResponse {
    let _: Value = serde_json::from_slice(&body).expect("JSON");
    ([(CONTENT_TYPE, "application/json")], ANSWER)
}
