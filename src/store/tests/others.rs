//! Updates and acts.

use super::{at, stores};
use crate::store::Act;

#[tokio::test]
async fn a_handled_update_is_known_for_as_long_as_it_may_come_again() {
    for (store, ..) in stores().await {
        store.keep_handled(42, &[7, u32::MAX], at(1)).await.unwrap();
        store.keep_handled(42, &[8, 7], at(5)).await.unwrap();
        store.keep_handled(43, &[9], at(5)).await.unwrap();
        assert_eq!(store.handled_since(42, at(0)).await.unwrap(), [7, 8, u32::MAX]);
        assert_eq!(store.handled_since(42, at(2)).await.unwrap(), [8]);
        store.forget_handled(at(2)).await.unwrap();
        assert_eq!(store.handled_since(42, at(0)).await.unwrap(), [8]);
    }
}

#[tokio::test]
async fn the_latest_acts_come_first() {
    for (store, ..) in stores().await {
        let act =
            |seconds| Act { at: at(seconds), who: 5, act: "post".to_owned(), what: format!("{{\"n\":{seconds}}}") };
        for seconds in 0..5 {
            store.keep_act(&act(seconds)).await.unwrap();
        }
        assert_eq!(store.acts(0, 2).await.unwrap(), [act(4), act(3)]);
        assert_eq!(store.acts(3, 10).await.unwrap(), [act(1), act(0)]);
    }
}
