//! The sandbox as a client: of a bot's webhook, and of the addresses of files. Only `http://`, only this machine.

use axum::body::Body;
use hyper_util::{
    client::legacy::{self, connect::HttpConnector},
    rt::TokioExecutor,
};

/// Asks servers; clones share its connections.
pub(super) type Client = legacy::Client<HttpConnector, Body>;

/// A client without connections. Those that it opens end with the runtime that it is used on.
pub(super) fn client() -> Client {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    legacy::Client::builder(TokioExecutor::new()).build(connector)
}
