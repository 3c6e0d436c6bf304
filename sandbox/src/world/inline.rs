//! Inline queries, their answers, and the results that people choose.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::sync::oneshot;

use super::{
    ChatId, ChatKind, Content, Keyboard, Media, Message, MessageId, Refusal, Saying, UserId, World, recent::Recent,
};
use crate::limits;

/// How long the bot has for its answer.
const LIFE: Duration = Duration::from_secs(30);
/// What the bot answers to an inline query.
#[derive(Debug, Clone)]
pub(crate) struct InlineAnswer {
    pub(crate) results: Vec<InlineResult>,
    pub(crate) next_offset: String,
    pub(crate) button: Option<InlineButton>,
    pub(crate) cache_time: u64,
    pub(crate) is_personal: bool,
}

/// The button over the results.
#[derive(Debug, Clone)]
pub(crate) struct InlineButton {
    pub(crate) text: String,
    pub(crate) start_parameter: String,
}

/// One result, and the message that it becomes.
#[derive(Debug, Clone)]
pub(crate) struct InlineResult {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) thumbnail_url: Option<String>,
    /// The photo or document that it is. The message may be a text all the same.
    pub(crate) media: Option<Media>,
    pub(crate) content: Content,
    pub(crate) preview: Option<Value>,
    pub(crate) keyboard: Keyboard,
}

/// What a person who asks gets: the answer from the cache, or the promise of one.
pub(crate) enum Asked {
    Cached(String, Arc<InlineAnswer>),
    Waiting(String, oneshot::Receiver<Arc<InlineAnswer>>),
}

/// What makes two queries the same for the cache; no user for an answer that is for all.
type CacheKey = (String, String, Option<UserId>);

/// The queries that wait, the latest answers (so that a result can be chosen), and those that may be given again.
#[derive(Default)]
pub(super) struct Inline {
    open: Recent<String, Query, 10_000>,
    answered: Recent<String, Answered, 2_000>,
    cache: Recent<CacheKey, (Instant, Arc<InlineAnswer>), 2_000>,
}

struct Query {
    user: UserId,
    text: String,
    offset: String,
    asked: Instant,
    waiter: oneshot::Sender<Arc<InlineAnswer>>,
}

struct Answered {
    user: UserId,
    text: String,
    answer: Arc<InlineAnswer>,
}

impl Inline {
    pub(super) fn expire(&mut self) {
        self.open.clear();
    }

    fn cached(&self, text: &str, offset: &str, user: UserId) -> Option<Arc<InlineAnswer>> {
        let now = Instant::now();
        [Some(user), None].into_iter().find_map(|whose| {
            let (until, answer) = self.cache.get(&(text.to_owned(), offset.to_owned(), whose))?;
            (*until > now).then(|| answer.clone())
        })
    }
}

impl World {
    /// A person types `@bot text` in a chat.
    pub(crate) fn ask_inline(
        &mut self,
        user: UserId,
        chat: ChatId,
        text: &str,
        offset: &str,
    ) -> Result<Asked, Refusal> {
        self.person(user)?;
        let kind = match self.chat(chat)? {
            chat if chat.kind == ChatKind::Private => "sender",
            chat => chat.kind.name(),
        };
        let text: String = text.trim().chars().take(limits::INLINE_QUERY_CHARS).collect();
        let id = self.new_query_id();
        if let Some(answer) = self.inline.cached(&text, offset, user) {
            self.inline.answered.insert(id.clone(), Answered { user, text, answer: answer.clone() });
            return Ok(Asked::Cached(id, answer));
        }
        let update = json!({
            "id": id, "from": self.user_json(user), "query": text, "offset": offset, "chat_type": kind,
        });
        let (waiter, answer) = oneshot::channel();
        let query = Query { user, text, offset: offset.to_owned(), asked: Instant::now(), waiter };
        self.inline.open.insert(id.clone(), query);
        self.updates.push("inline_query", &update);
        Ok(Asked::Waiting(id, answer))
    }

    /// The bot answers; `false` when it asks for a query that is unknown, answered already, or too old.
    pub(crate) fn answer_inline(&mut self, id: &str, answer: InlineAnswer) -> bool {
        let Some(query) = self.inline.open.remove(id).filter(|query| query.asked.elapsed() < LIFE) else {
            return false;
        };
        let answer = Arc::new(answer);
        if answer.cache_time > 0 {
            let whose = answer.is_personal.then_some(query.user);
            let until = Instant::now() + Duration::from_secs(answer.cache_time);
            self.inline.cache.insert((query.text.clone(), query.offset, whose), (until, answer.clone()));
        }
        self.inline
            .answered
            .insert(id.to_owned(), Answered { user: query.user, text: query.text, answer: answer.clone() });
        // The person may have typed on and stopped waiting.
        let _ = query.waiter.send(answer);
        true
    }

    /// A person chooses a result: the message that it becomes, in any chat that the person is in, and there in
    /// the topic, or as the reply, that `place` has.
    pub(crate) fn choose(
        &mut self,
        user: UserId,
        chat: ChatId,
        place: &Saying,
        query: &str,
        result: &str,
    ) -> Result<MessageId, Refusal> {
        let answered = self.inline.answered.get(query).filter(|answered| answered.user == user);
        let answered = answered.ok_or_else(|| format!("user {user} has no answered inline query {query}"))?;
        let found = answered.answer.results.iter().find(|r| r.id == result);
        let chosen = found.ok_or_else(|| format!("inline query {query} has no result {result:?}"))?.clone();
        let text = answered.text.clone();
        let Content { body, media, caption_above } = chosen.content;
        let spoken = self.spoken(user, chat, body, place)?;
        let inline_id = (!chosen.keyboard.is_empty()).then(|| format!("inline-{}", self.new_query_id()));
        let message = Message {
            via_bot: true,
            media,
            caption_above,
            inline_id: inline_id.clone(),
            keyboard: chosen.keyboard,
            preview: chosen.preview,
            ..spoken
        };
        let id = self.put(chat, message);
        let mut update = json!({ "result_id": chosen.id, "from": self.user_json(user), "query": text });
        if let Some(inline_id) = inline_id {
            self.inline_messages.insert(inline_id.clone(), (chat, id));
            update["inline_message_id"] = inline_id.into();
        }
        self.updates.push("chosen_inline_result", &update);
        Ok(id)
    }
}
