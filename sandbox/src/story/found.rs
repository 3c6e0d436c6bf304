//! What an inline query found.

use super::{Button, message};
use crate::{
    text::to_html,
    world::{InlineAnswer, InlineResult, MediaKind},
};

/// The answer to an inline query.
#[derive(Debug, Clone)]
pub struct Found {
    pub(super) query_id: String,
    /// The results, in the bot's order.
    pub results: Vec<FoundResult>,
    /// Where the next page begins; empty when there is none.
    pub next_offset: String,
    /// The button over the results: its text and start parameter.
    pub button: Option<(String, String)>,
    /// For how many seconds the same answer is given again without asking the bot.
    pub cache_time: u64,
    /// Whether the answer is for this person only.
    pub is_personal: bool,
}

/// One result.
#[derive(Debug, Clone)]
pub struct FoundResult {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What stands under the title; empty when there is nothing.
    pub description: String,
    /// The address of its picture.
    pub thumbnail_url: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// What it is, unless it is an article.
    pub media: Option<MediaKind>,
    /// The text or caption of the message that it becomes.
    pub text: String,
    /// The same as Telegram's HTML.
    pub html: String,
    /// The buttons of that message.
    pub rows: Vec<Vec<Button>>,
}

impl Found {
    pub(super) fn new(query_id: String, answer: &InlineAnswer) -> Self {
        Found {
            query_id,
            results: answer.results.iter().map(FoundResult::from).collect(),
            next_offset: answer.next_offset.clone(),
            button: answer.button.as_ref().map(|button| (button.text.clone(), button.start_parameter.clone())),
            cache_time: answer.cache_time,
            is_personal: answer.is_personal,
        }
    }
}

impl From<&InlineResult> for FoundResult {
    fn from(result: &InlineResult) -> Self {
        FoundResult {
            id: result.id.clone(),
            title: result.title.clone(),
            description: result.description.clone().unwrap_or_default(),
            thumbnail_url: result.thumbnail_url.clone(),
            url: result.url.clone(),
            html: to_html(&result.content.body),
            text: result.content.body.text.clone(),
            media: result.media.as_ref().map(|media| media.file.kind),
            rows: result.keyboard.0.iter().map(|row| row.iter().map(message::Button::from).collect()).collect(),
        }
    }
}
