//! Many followers get one message each, about as fast as Telegram lets. A program of its own, so that nothing else runs beside it.

#[path = "outbox/post.rs"]
#[expect(dead_code, reason = "a part of it is used here")]
mod post;
mod story;

use std::collections::HashSet;
use std::time::Duration;

use derek::outbox::pacing::Pacing;
use telegram_sandbox::{Flood, Sandbox};

use post::Postman;

/// TELEGRAM.md's 30 a second, brought up so that the test takes seconds.
const PER_SECOND: u32 = 500;
const FOLLOWERS: usize = 10_000;

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_followers_get_one_message_each_at_the_allowed_rate_and_none_is_refused() {
    let telegram = Sandbox::builder().patience(Duration::from_secs(120)).start().await;
    let followers: Vec<_> = (0..FOLLOWERS).map(|n| post::reader(&telegram, &format!("Follower {n}"))).collect();
    // Nobody handles what they said.
    telegram.age(25);
    let folder = tempfile::tempdir().unwrap();
    let pacing = Pacing { overall_per_second: PER_SECOND, reserve: 0.01, ..Pacing::default() };
    let parcels: Vec<_> = followers
        .iter()
        .enumerate()
        .map(|(n, user)| post::parcel(&format!("digest {n}"), post::private(user)))
        .collect();
    assert_eq!(post::open(folder.path()).await.enqueue(&parcels).await.unwrap(), FOLLOWERS);
    telegram.flood(Flood::default().overall_per_second(PER_SECOND));

    let postman = Postman::start(&telegram, folder.path(), pacing, &[]).await;
    telegram.when_called_times("sendMessage", FOLLOWERS as u64).await;
    let store = postman.stop().await;

    let calls = telegram.calls("sendMessage");
    assert_eq!(story::refused(&telegram).len(), 0);
    let got: HashSet<_> = calls.iter().map(|call| call.params["chat_id"].as_i64()).collect();
    assert_eq!((calls.len(), got.len()), (FOLLOWERS, FOLLOWERS), "one each");
    assert_eq!(store.outbox_counts().await.unwrap(), Default::default());
    let took = calls.last().unwrap().at - calls[0].at;
    let rate = (FOLLOWERS - 1) as f64 / took.as_secs_f64();
    let used = rate / f64::from(PER_SECOND);
    eprintln!("{FOLLOWERS} messages in {took:.1?}: {rate:.1} a second, {:.1} % of {PER_SECOND}", used * 100.0);
    assert!(used >= 0.95, "{:.1} %", used * 100.0);
}
