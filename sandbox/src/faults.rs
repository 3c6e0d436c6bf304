//! Faults: rules by which the server fails on purpose.

use serde_json::{Value, json};

use crate::{api::is_method, story::Chat, world::ChatId};

/// The name by which a rule hits deliveries to the webhook instead of calls.
pub(crate) const WEBHOOK: &str = "webhook";

/// A rule: which calls fail, how often, and how.
///
/// Made with [`Fault::on`] or [`Fault::everywhere`], narrowed, and finished with what is to go wrong:
/// `Fault::on("sendMessage").times(2).too_many_requests(1)`.
#[derive(Debug, Clone)]
#[must_use = "a fault does nothing until it is given to a sandbox"]
pub struct Fault {
    method: Option<String>,
    chat: Option<ChatId>,
    times: Option<u64>,
    share: f64,
    kind: FaultKind,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FaultKind {
    TooManyRequests { retry_after: u64 },
    ServerError { code: u16 },
    ApiError { code: u16, description: String },
    Delay { ms: u64 },
    ResetBefore,
    ResetAfter,
    Hang,
    DropUpdatesAnswer,
    RepeatUpdate,
}

/// When in a call a rule is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Before the call has an effect, or the webhook gets an update.
    Before,
    /// When getUpdates or the webhook confirms.
    Confirm,
    /// When the answer is ready; for getUpdates only an answer with updates counts.
    After,
}

impl Fault {
    /// A rule for a method, in any case; `webhook` means deliveries to the webhook. Those can be late
    /// ([`delay`](Self::delay)), cut ([`reset_before`](Self::reset_before), [`reset_after`](Self::reset_after)) or
    /// repeated ([`repeat_update`](Self::repeat_update)); other rules do not hit them.
    pub fn on(method: &str) -> Self {
        Fault { method: Some(method.to_owned()), ..Self::everywhere() }
    }

    /// A rule for all methods, but not for the webhook. Until it is told otherwise, it answers 500 to each call, always.
    pub fn everywhere() -> Self {
        Fault { method: None, chat: None, times: None, share: 1.0, kind: FaultKind::ServerError { code: 500 } }
    }

    /// Only for calls that name this chat, or answer a button pressed in it; for deliveries, only of what is about it.
    pub fn in_chat_id(self, chat: ChatId) -> Self {
        Fault { chat: Some(chat), ..self }
    }

    /// Only for calls in this chat.
    pub fn in_chat(self, chat: &Chat) -> Self {
        self.in_chat_id(chat.id())
    }

    /// Only for the first `times` calls that fit.
    pub fn times(self, times: u64) -> Self {
        Fault { times: Some(times), ..self }
    }

    /// Only for this share (0 to 1) of the calls that fit, spread at random, the same in every run.
    pub fn share(self, share: f64) -> Self {
        Fault { share: share.clamp(0.0, 1.0), ..self }
    }

    /// 429 with `retry_after` in seconds.
    pub fn too_many_requests(self, retry_after: u64) -> Self {
        self.kind(FaultKind::TooManyRequests { retry_after })
    }

    /// An error of the server, such as 502, without effect.
    pub fn server_error(self, code: u16) -> Self {
        self.kind(FaultKind::ServerError { code })
    }

    /// This error with this description, without effect.
    pub fn api_error(self, code: u16, description: &str) -> Self {
        self.kind(FaultKind::ApiError { code, description: description.to_owned() })
    }

    /// The call takes effect `ms` milliseconds late.
    pub fn delay(self, ms: u64) -> Self {
        self.kind(FaultKind::Delay { ms })
    }

    /// The connection is reset before the call has an effect.
    pub fn reset_before(self) -> Self {
        self.kind(FaultKind::ResetBefore)
    }

    /// The call takes effect, then the connection is reset instead of an answer.
    pub fn reset_after(self) -> Self {
        self.kind(FaultKind::ResetAfter)
    }

    /// No effect and no answer, until the client gives up.
    pub fn hang(self) -> Self {
        self.kind(FaultKind::Hang)
    }

    /// A getUpdates answer with updates in it is lost: the connection is reset instead.
    pub fn drop_updates_answer(self) -> Self {
        Fault { method: Some("getUpdates".into()), ..self.kind(FaultKind::DropUpdatesAnswer) }
    }

    /// An update that getUpdates confirms is given once more; or, on `webhook`, one that the webhook confirms.
    pub fn repeat_update(self) -> Self {
        let method = if self.is_for(WEBHOOK) { WEBHOOK } else { "getUpdates" };
        Fault { method: Some(method.into()), ..self.kind(FaultKind::RepeatUpdate) }
    }

    fn kind(self, kind: FaultKind) -> Self {
        Fault { kind, ..self }
    }

    /// Whether the rule names this method; one without a method hits every call, but no delivery.
    fn is_for(&self, method: &str) -> bool {
        self.method.as_ref().map_or(method != WEBHOOK, |named| named.eq_ignore_ascii_case(method))
    }

    /// Whether this can go wrong with a delivery to the webhook.
    fn hits_webhook(&self) -> bool {
        use FaultKind::{Delay, RepeatUpdate, ResetAfter, ResetBefore};
        matches!(self.kind, Delay { .. } | ResetBefore | ResetAfter | RepeatUpdate)
    }

    fn stage(&self) -> Stage {
        match self.kind {
            FaultKind::ResetAfter | FaultKind::DropUpdatesAnswer => Stage::After,
            FaultKind::RepeatUpdate => Stage::Confirm,
            _ => Stage::Before,
        }
    }

    /// Reads a rule as the control interface has it.
    pub(crate) fn from_json(value: &Value) -> Result<Self, String> {
        let given = |name: &str| value.get(name).filter(|value| !value.is_null());
        let whole = |name: &str, what: &str| match given(name) {
            None => Ok(None),
            Some(value) => value.as_i64().map(Some).ok_or_else(|| format!("{name} is {what}")),
        };
        let times = whole("times", "how often the rule hits: a whole number")?;
        let times = times.map(|times| u64::try_from(times).map_err(|_| "times is not below 0")).transpose()?;
        let method = match given("method") {
            None => None,
            Some(method) => Some(method.as_str().ok_or("method is a name")?.to_owned()),
        };
        if let Some(method) =
            method.as_ref().filter(|method| !is_method(method) && !method.eq_ignore_ascii_case(WEBHOOK))
        {
            return Err(format!("there is no method {method:?}"));
        }
        let fault = Fault { method, chat: whole("chat_id", "the id of a chat")?, times, ..Fault::everywhere() };
        let fault = match given("share") {
            Some(share) => fault.share(share.as_f64().ok_or("share is a number from 0 to 1")?),
            None => fault,
        };
        let fault = fault.of_kind(given("kind").ok_or("a fault needs a kind")?)?;
        if fault.is_for(WEBHOOK) && !fault.hits_webhook() {
            return Err("a delivery to the webhook can have delay, reset_before, reset_after or repeat_update".into());
        }
        Ok(fault)
    }

    fn of_kind(self, kind: &Value) -> Result<Self, String> {
        if let Some(name) = kind.as_str() {
            return Ok(match name {
                "reset_before" => self.reset_before(),
                "reset_after" => self.reset_after(),
                "hang" => self.hang(),
                "drop_updates_answer" => self.drop_updates_answer(),
                "repeat_update" => self.repeat_update(),
                other => return Err(format!("there is no kind of fault {other:?}")),
            });
        }
        let one = kind.as_object().filter(|kind| kind.len() == 1).and_then(|kind| kind.iter().next());
        let Some((name, options)) = one else {
            return Err("the kind of a fault is a name or an object with one key".into());
        };
        let number = |key: &str| {
            options.get(key).and_then(Value::as_u64).ok_or_else(|| format!("the fault {name} needs the number {key}"))
        };
        let code = || u16::try_from(number("code")?).map_err(|_| "code is an HTTP status".to_owned());
        Ok(match name.as_str() {
            "too_many_requests" => self.too_many_requests(number("retry_after")?),
            "server_error" => self.server_error(code()?),
            "delay" => self.delay(number("ms")?),
            "api_error" => {
                let description = options.get("description").and_then(Value::as_str);
                self.api_error(code()?, description.ok_or("the fault api_error needs a description")?)
            }
            other => return Err(format!("there is no kind of fault {other:?}")),
        })
    }

    fn to_json(&self) -> Value {
        let kind = match &self.kind {
            FaultKind::TooManyRequests { retry_after } => {
                json!({ "too_many_requests": { "retry_after": retry_after } })
            }
            FaultKind::ServerError { code } => json!({ "server_error": { "code": code } }),
            FaultKind::ApiError { code, description } => {
                json!({ "api_error": { "code": code, "description": description } })
            }
            FaultKind::Delay { ms } => json!({ "delay": { "ms": ms } }),
            FaultKind::ResetBefore => "reset_before".into(),
            FaultKind::ResetAfter => "reset_after".into(),
            FaultKind::Hang => "hang".into(),
            FaultKind::DropUpdatesAnswer => "drop_updates_answer".into(),
            FaultKind::RepeatUpdate => "repeat_update".into(),
        };
        json!({
            "method": self.method, "chat_id": self.chat, "times": self.times, "share": self.share, "kind": kind,
        })
    }
}

/// The rules in force.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Vec<Rule>,
    last_id: u64,
    /// State of the generator that spreads shares.
    random: u64,
}

#[derive(Debug)]
struct Rule {
    id: u64,
    /// Its `times` are those that are left.
    fault: Fault,
    hits: u64,
}

impl Faults {
    /// Puts a rule in force; gives its id.
    pub(crate) fn add(&mut self, fault: Fault) -> u64 {
        self.last_id += 1;
        self.rules.push(Rule { id: self.last_id, fault, hits: 0 });
        self.last_id
    }

    /// Ends a rule; `false` when there is none with this id.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let before = self.rules.len();
        self.rules.retain(|rule| rule.id != id);
        self.rules.len() < before
    }

    /// Ends all rules.
    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// The rules in force, as the control interface lists them.
    pub(crate) fn list(&self) -> Vec<Value> {
        let listed = self.rules.iter().map(|rule| {
            let mut value = rule.fault.to_json();
            value["id"] = rule.id.into();
            value["hits"] = rule.hits.into();
            value
        });
        listed.collect()
    }

    /// Whether any rule is in force.
    pub(crate) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The faults that hit this call at this stage: delays, and at most one fault that ends the call. Each is used up once.
    pub(crate) fn take(&mut self, stage: Stage, method: &str, chat: Option<ChatId>) -> Vec<FaultKind> {
        let mut hits = Vec::new();
        for i in 0..self.rules.len() {
            let fault = &self.rules[i].fault;
            let fits = fault.stage() == stage
                && fault.is_for(method)
                && (method != WEBHOOK || fault.hits_webhook())
                && fault.chat.is_none_or(|wanted| Some(wanted) == chat)
                && fault.times != Some(0);
            let share = fault.share;
            if !fits || self.random_share() >= share {
                continue;
            }
            let rule = &mut self.rules[i];
            rule.hits += 1;
            if let Some(times) = &mut rule.fault.times {
                *times -= 1;
            }
            hits.push(rule.fault.kind.clone());
            if !matches!(rule.fault.kind, FaultKind::Delay { .. }) {
                break;
            }
        }
        self.rules.retain(|rule| rule.fault.times != Some(0));
        hits
    }

    /// A number from 0 to below 1 (splitmix64).
    fn random_share(&mut self) -> f64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        f64::from(u32::try_from(z >> 32).unwrap_or(u32::MAX)) / (f64::from(u32::MAX) + 1.0)
    }
}
