//! A bot's own server, which receives updates by webhook.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Response},
};
use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};

/// A server on loopback that answers 200 unless it is told otherwise.
pub(crate) struct Receiver {
    pub(crate) url: String,
    shared: Arc<Shared>,
    arrivals: mpsc::UnboundedReceiver<Arrival>,
    server: tokio::task::JoinHandle<()>,
}

/// What arrived.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) headers: HeaderMap,
    pub(crate) update: Value,
}

struct Shared {
    answers: Mutex<VecDeque<Response<Body>>>,
    arrivals: mpsc::UnboundedSender<Arrival>,
    /// Whether answers may go out.
    open: watch::Sender<bool>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        Self::start_at(0).await
    }

    pub(crate) async fn start_at(port: u16) -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let url = format!("http://{}/hook?for=updates", listener.local_addr().unwrap());
        let (sender, arrivals) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared { answers: Mutex::default(), arrivals: sender, open: watch::Sender::new(true) });
        let routes = axum::Router::new().route("/hook", axum::routing::post(receive)).with_state(shared.clone());
        let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        Receiver { url, shared, arrivals, server }
    }

    /// Answers with this status once.
    pub(crate) fn answer_once(&self, status: u16) {
        let response = Response::builder().status(status).body(Body::empty()).unwrap();
        self.shared.answers.lock().unwrap().push_back(response);
    }

    /// Answers 200 with a method call once.
    pub(crate) fn call_once(&self, call: &Value) {
        let response = Response::builder().header("Content-Type", "application/json");
        self.shared.answers.lock().unwrap().push_back(response.body(Body::from(call.to_string())).unwrap());
    }

    /// Answers nothing until [`Self::go_on`].
    pub(crate) fn hold(&self) {
        self.shared.open.send_replace(false);
    }

    pub(crate) fn go_on(&self) {
        self.shared.open.send_replace(true);
    }

    /// What arrives next.
    pub(crate) async fn next(&mut self) -> Arrival {
        let patience = std::time::Duration::from_secs(10);
        tokio::time::timeout(patience, self.arrivals.recv()).await.expect("nothing arrived").unwrap()
    }

    /// The text of the message that arrives next.
    pub(crate) async fn next_text(&mut self) -> String {
        let update = self.next().await.update;
        update["message"]["text"].as_str().unwrap_or_else(|| panic!("no text in {update}")).to_owned()
    }

    /// What has arrived and was not looked at.
    pub(crate) fn others(&mut self) -> Vec<Arrival> {
        std::iter::from_fn(|| self.arrivals.try_recv().ok()).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn receive(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let update = serde_json::from_slice(&body).unwrap_or_else(|error| json!({ "broken": error.to_string() }));
    if shared.arrivals.send(Arrival { headers: head.headers, update }).is_err() {
        // The receiver is gone, but not yet this connection.
        return Response::builder().status(503).body(Body::empty()).unwrap();
    }
    shared.open.subscribe().wait_for(|open| *open).await.unwrap();
    shared.answers.lock().unwrap().pop_front().unwrap_or_default()
}
