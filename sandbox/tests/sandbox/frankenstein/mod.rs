//! A client that knows nothing of the sandbox: frankenstein drives every method that there is, and its types read every
//! answer without a field left over.

mod chats;
mod client;
mod marks;
mod me;
mod media;
mod messages;
#[path = "../../../src/api/published.rs"]
mod published;
mod updates;
mod webhook;

use std::collections::BTreeSet;

use client::Client;
use reqwest::StatusCode;
use telegram_sandbox::Sandbox;

#[tokio::test]
async fn every_method_that_the_sandbox_has_is_driven() {
    let mut driven = BTreeSet::new();
    for telegram in [
        me::story().await,
        messages::story().await,
        media::story().await,
        marks::story().await,
        chats::story().await,
        updates::story().await,
        webhook::story().await,
    ] {
        driven.extend(telegram.all_calls().into_iter().map(|call| call.method));
    }
    let there = there().await;
    let left_out: Vec<_> = there.difference(&driven).collect();
    assert!(left_out.is_empty(), "not driven: {left_out:?}");
    assert_eq!(driven.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "driven, but not there");
}

/// The published methods that a sandbox does not refuse as missing.
async fn there() -> BTreeSet<String> {
    let mut there = BTreeSet::new();
    for method in published::METHODS {
        // One each: logOut ends what comes after it.
        let telegram = Sandbox::start().await;
        // It is taken without its parameter too, which is published as required.
        let url = if method == "setWebhook" { "?url=" } else { "" };
        let address = format!("{}/bot{}/{method}{url}", telegram.url(), telegram.token());
        if reqwest::get(address).await.unwrap().status() != StatusCode::NOT_IMPLEMENTED {
            there.insert(method.to_owned());
        }
    }
    there
}
