//! Telegram fetches a file from an address that a bot gives. The sandbox does so only from this machine.

use std::{collections::HashMap, time::Duration};

use axum::{
    body::{Body, to_bytes},
    http::{StatusCode, Uri, header::CONTENT_TYPE},
};
use tokio::time::timeout;

use super::{
    client::{Client, client},
    is_this_machine,
};
use crate::{limits, world::Upload};

/// How long one address has for its answer.
const PATIENCE: Duration = Duration::from_secs(10);

type Error = Box<dyn std::error::Error + Send + Sync>;

/// What the addresses give; one that gives nothing is logged and missing.
pub(super) async fn fetch_all(addresses: Vec<String>) -> HashMap<String, Upload> {
    let mut fetched = HashMap::new();
    if addresses.is_empty() {
        return fetched;
    }
    let client = client();
    for address in addresses {
        match timeout(PATIENCE, fetch(&client, &address)).await {
            Ok(Ok(upload)) => drop(fetched.insert(address, upload)),
            Ok(Err(error)) => log::warn!("{address} is not fetched: {error}"),
            Err(_) => log::warn!("{address} is not fetched: no answer in {} s", PATIENCE.as_secs()),
        }
    }
    fetched
}

async fn fetch(client: &Client, address: &str) -> Result<Upload, Error> {
    let uri: Uri = if address.contains("://") { address.parse()? } else { format!("http://{address}").parse()? };
    let here = uri.authority().is_some_and(|place| is_this_machine(place.as_str()));
    if uri.scheme_str() != Some("http") || !here {
        return Err("the sandbox fetches only http:// addresses of this machine".into());
    }
    let answer = client.get(uri.clone()).await?;
    if answer.status() != StatusCode::OK {
        return Err(format!("the answer is {}", answer.status()).into());
    }
    let content_type = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).map(str::to_owned);
    let bytes = to_bytes(Body::new(answer.into_body()), limits::DOWNLOAD_BYTES).await?;
    let file_name = uri.path().rsplit('/').next().unwrap_or_default().to_owned();
    Ok(Upload { file_name, content_type, bytes })
}
