//! Whatever happens at once: no update is lost, and none is given again without a reason.
//!
//! What holds, for any order of people who speak, two pollers, a webhook that comes and goes, and faults:
//! - An update waits until it is confirmed: by a getUpdates with a higher offset, or by the webhook's 2xx while that
//!   webhook is in force. Until then it is given again (at least once); afterwards never, but once more for each
//!   `repeat_update` rule that hit it.
//! - A getUpdates gives exactly what waits, by rising ids, whatever another poller was given. It ends one that waits only
//!   by waiting too.
//! - While one webhook is in force it is told each update once, those of a chat in order.
//! - The page's stream of events tells each of them once, in order, and each time that somebody spoke it tells that.
//! - What went without reaching anybody was never confirmed: a dropped answer or a webhook that is taken away loses nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::{common::Bot, events::Events, receiver::Receiver};
use proptest::prelude::*;
use serde_json::{Value, json};
use telegram_sandbox::{Fault, Message, Sandbox, User};

#[derive(Debug, Clone)]
enum Step {
    /// One of two people speaks.
    Say(bool),
    /// One of two pollers asks, from its own offset or from the beginning.
    Poll {
        second: bool,
        confirm: bool,
    },
    /// One poller waits while the other asks, and perhaps waits too, and somebody speaks.
    Contend {
        both_wait: bool,
    },
    SetWebhook,
    DeleteWebhook,
    /// Everything has reached the webhook.
    Settle,
    /// The next answer with updates in it will be lost.
    Drop,
    /// The next confirmed update will be given once more.
    Repeat,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => any::<bool>().prop_map(Step::Say),
        6 => (any::<bool>(), any::<bool>()).prop_map(|(second, confirm)| Step::Poll { second, confirm }),
        2 => any::<bool>().prop_map(|both_wait| Step::Contend { both_wait }),
        1 => Just(Step::SetWebhook),
        1 => Just(Step::DeleteWebhook),
        1 => Just(Step::Settle),
        2 => Just(Step::Drop),
        2 => Just(Step::Repeat),
    ];
    prop::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_update_is_lost_or_given_again_without_a_reason(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut play = Play::begin().await;
            for step in &steps {
                play.take(step).await;
            }
            play.end().await;
        });
    }
}

/// The sandbox, everybody who plays, and what should be so.
struct Play {
    telegram: Sandbox,
    bot: Bot,
    people: [User; 2],
    receiver: Receiver,
    events: Events,
    /// What was said: chat and message, in order.
    said: Vec<(i64, i64)>,
    /// The ids of what waits.
    waiting: BTreeSet<i64>,
    next_id: i64,
    offsets: [i64; 2],
    drop_armed: bool,
    repeat_armed: bool,
    /// What the webhook in force was told.
    webhook: Option<Told>,
    webhooks: u32,
    /// The ids that reached anybody.
    reached: BTreeSet<i64>,
    first_id: i64,
}

/// What a webhook was told: how often each update, and the last one of each person.
#[derive(Default)]
struct Told {
    times: BTreeMap<i64, usize>,
    last: BTreeMap<String, i64>,
}

impl Play {
    async fn begin() -> Self {
        let telegram = Sandbox::start().await;
        let first_id = telegram.confirmed_offset();
        let people = [telegram.user("Aida"), telegram.user("Bek")];
        Play {
            bot: Bot::of(&telegram),
            events: Events::of(&telegram).await,
            said: Vec::new(),
            people,
            receiver: Receiver::start().await,
            waiting: BTreeSet::new(),
            next_id: first_id,
            offsets: [0; 2],
            drop_armed: false,
            repeat_armed: false,
            webhook: None,
            webhooks: 0,
            reached: BTreeSet::new(),
            first_id,
            telegram,
        }
    }

    async fn take(&mut self, step: &Step) {
        match *step {
            Step::Say(second) => self.say(second),
            Step::Poll { second, confirm } => self.poll(second, confirm).await,
            Step::Contend { both_wait } => self.contend(both_wait).await,
            Step::SetWebhook => self.set_webhook().await,
            Step::DeleteWebhook => self.delete_webhook().await,
            Step::Settle => self.settle().await,
            Step::Drop if self.webhook.is_none() && !self.drop_armed => {
                self.drop_armed = true;
                self.telegram.fault(Fault::on("getUpdates").drop_updates_answer().times(1));
            }
            Step::Repeat if !self.repeat_armed => {
                self.repeat_armed = true;
                let where_ = if self.webhook.is_some() { "webhook" } else { "getUpdates" };
                self.telegram.fault(Fault::on(where_).repeat_update().times(1));
            }
            Step::Drop | Step::Repeat => {}
        }
    }

    fn say(&mut self, second: bool) {
        let person = &self.people[usize::from(second)];
        let message = person.say(&person.private(), "hello");
        self.expect(&message);
    }

    /// Somebody said this.
    fn expect(&mut self, message: &Message) {
        self.said.push((message.chat_id(), message.id()));
        self.waiting.insert(self.next_id);
        self.next_id += 1;
    }

    fn waiting(&self) -> Vec<i64> {
        self.waiting.iter().copied().collect()
    }

    async fn poll(&mut self, second: bool, confirm: bool) {
        let offset = if confirm { self.offsets[usize::from(second)] } else { 0 };
        let params = json!({ "offset": offset });
        if self.webhook.is_some() {
            let refused = self.bot.refused("getUpdates", params).await;
            assert!(refused.starts_with("Conflict: can't use getUpdates"), "{refused}");
            return;
        }
        if let Some(&last) = self.waiting.range(..offset).last() {
            let repeated = std::mem::take(&mut self.repeat_armed);
            self.waiting.retain(|id| *id >= offset || (repeated && *id == last));
        }
        let answer = self.bot.try_call("getUpdates", params).await;
        if self.drop_armed && !self.waiting.is_empty() {
            self.drop_armed = false;
            answer.unwrap_err();
            return;
        }
        assert_eq!(ids(&answer.unwrap()), self.waiting());
        self.reached.extend(&self.waiting);
        if let Some(last) = self.waiting.last() {
            self.offsets[usize::from(second)] = last + 1;
        }
    }

    async fn contend(&mut self, both_wait: bool) {
        if self.webhook.is_some() {
            return;
        }
        self.clear_faults();
        let before = self.waiting();
        let telegram = &self.telegram;
        let begun = telegram.call_count("getUpdates");
        let (bot, person) = (&self.bot, &self.people[0]);
        let say = || person.say(&person.private(), "hello");
        let (first, (second, message)) = tokio::join!(bot.call("getUpdates", json!({ "timeout": 20 })), async {
            telegram.when_called_times("getUpdates", begun + 1).await;
            if both_wait {
                tokio::join!(bot.call("getUpdates", json!({ "timeout": 20 })), async {
                    telegram.when_called_times("getUpdates", begun + 2).await;
                    say()
                })
            } else {
                let second = bot.call("getUpdates", json!({})).await;
                (second, say())
            }
        });
        self.expect(&message);
        let after = self.waiting();
        // Answered before or after the person spoke.
        let (is_before, is_after) = (|ids: &[i64]| !ids.is_empty() && ids == before, |ids: &[i64]| ids == after);
        let told = ids(&second);
        assert!(if both_wait { is_before(&told) || is_after(&told) } else { told == before }, "{told:?}");
        if first["ok"] == true {
            let told = ids(&first);
            assert!(is_before(&told) || is_after(&told), "{told:?}");
            self.reached.extend(told);
        } else {
            assert!(both_wait && before.is_empty(), "{first}");
        }
        self.reached.extend(told);
    }

    async fn set_webhook(&mut self) {
        self.delete_webhook().await;
        self.clear_faults();
        self.webhooks += 1;
        let params = json!({ "url": self.receiver.url, "secret_token": self.webhooks.to_string() });
        self.bot.ok("setWebhook", params).await;
        self.webhook = Some(Told::default());
    }

    async fn delete_webhook(&mut self) {
        self.bot.ok("deleteWebhook", json!({})).await;
        self.hear();
        let Some(told) = self.webhook.take() else { return };
        self.clear_faults();
        let left = ids(&self.bot.call("getUpdates", json!({})).await);
        assert!(left.iter().all(|id| self.waiting.contains(id)), "{left:?} is more than {:?}", self.waiting);
        self.waiting.retain(|id| {
            assert!(left.contains(id) || told.times.contains_key(id), "{id} is lost");
            left.contains(id)
        });
        self.reached.extend(left);
    }

    async fn settle(&mut self) {
        if self.webhook.is_some() {
            self.telegram.all_confirmed().await;
            self.hear();
            let times = &self.webhook.as_ref().unwrap().times;
            assert!(self.waiting.iter().all(|id| times.contains_key(id)), "{:?}, but {times:?}", self.waiting);
            self.waiting.clear();
        }
    }

    async fn end(&mut self) {
        self.settle().await;
        while !self.waiting.is_empty() {
            self.poll(false, true).await;
        }
        assert_eq!(self.telegram.pending_updates(), 0);
        assert_eq!(self.reached, (self.first_id..self.next_id).collect());
        self.watched().await;
    }

    /// Reads the page's stream as far as it goes.
    async fn watched(&mut self) {
        let last = self.telegram.user("Dana").id();
        let mut told = Vec::new();
        let mut before = None;
        loop {
            let event = self.events.next().await;
            let number = event["event"].as_u64().unwrap();
            assert!(before.is_none_or(|before| number == before + 1), "{number} came after {before:?}");
            before = Some(number);
            if event["type"] == "message" {
                let message = &event["message"];
                told.push((message["chat_id"].as_i64().unwrap(), message["message_id"].as_i64().unwrap()));
            }
            if event["type"] == "chat" && event["chat"]["id"] == last {
                break;
            }
        }
        assert_eq!(told, self.said);
    }

    /// Looks at what has reached the webhook in force. An earlier one may still be told what was on its way.
    fn hear(&mut self) {
        for arrival in self.receiver.others() {
            let Some(told) = &mut self.webhook else { continue };
            if arrival.headers["x-telegram-bot-api-secret-token"] != self.webhooks.to_string() {
                continue;
            }
            let id = arrival.update["update_id"].as_i64().unwrap();
            let last = told.last.insert(arrival.update["message"]["from"]["id"].to_string(), id);
            assert!(last.is_none_or(|last| last <= id), "{id} came after {last:?}");
            let times = told.times.entry(id).or_default();
            *times += 1;
            if *times == 1 {
                assert!(self.waiting.contains(&id), "{id} was confirmed");
            } else {
                assert!(std::mem::take(&mut self.repeat_armed), "{id} came {times} times");
            }
            self.reached.insert(id);
        }
    }

    fn clear_faults(&mut self) {
        self.telegram.clear_faults();
        (self.drop_armed, self.repeat_armed) = (false, false);
    }
}

fn ids(answer: &Value) -> Vec<i64> {
    let updates = answer["result"].as_array().unwrap_or_else(|| panic!("no updates: {answer}"));
    updates.iter().map(|update| update["update_id"].as_i64().unwrap()).collect()
}
