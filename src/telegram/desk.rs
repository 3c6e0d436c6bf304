//! Derek's answers: a question meets the commands, with what is remembered of its chat.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use teloxide::types::ChatId;

use super::question::{AskedByMessage, AskedByPress, AskedInline, Person, Question};
use crate::article::{ArticleId, Language};
use crate::commands::reply::{Change, InlineAnswer, Message, Pressed};
use crate::commands::{self, Context, Place, Subject};
use crate::library::Library;
use crate::locale::Locales;

/// Who answers questions. Called on a thread that may block; a panic or a hang in it harms no other question.
pub trait Answers: Send + Sync + 'static {
    /// What comes of a question.
    fn answer(&self, question: &Question) -> Outcome;
    /// What comes of a question whose answer failed. Must itself be too simple to fail.
    fn sorry(&self, question: &Question) -> Outcome;
    /// A group has a new id.
    fn moved(&self, from: ChatId, to: ChatId);
}

/// What comes of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: it was not meant for the bot.
    Silence,
    /// A message where it was asked; for a message only.
    Message(Message),
    /// What a pressed button does; for a press only.
    Press(Pressed),
    /// The results of an inline query; for a query only.
    Inline(InlineAnswer),
}

/// Derek's answers, and what he remembers of each chat until the program ends.
#[derive(Debug)]
pub struct Desk {
    library: Arc<Library>,
    locales: Arc<Locales>,
    /// The bot's username, without `@`.
    bot: String,
    chats: Mutex<HashMap<ChatId, Remembered>>,
}

/// What is remembered of a chat.
#[derive(Debug, Clone, Default)]
struct Remembered {
    language: Option<Language>,
    article: Option<ArticleId>,
}

impl Desk {
    /// A desk for the bot with this username (without `@`).
    pub fn new(library: Arc<Library>, locales: Arc<Locales>, bot: String) -> Self {
        Self { library, locales, bot, chats: Mutex::default() }
    }

    fn message(&self, asked: &AskedByMessage) -> Option<Message> {
        let about = asked.links.iter().find_map(|link| Subject::from_link(&link.address, &self.bot));
        let current = self.current(asked.chat);
        let language = self.language(asked.chat, asked.place, asked.person.as_ref());
        let context = Context {
            about: about.as_ref(),
            replied: asked.replied.as_deref(),
            replies_to_bot: asked.replies_to_bot,
            forwarded: asked.forwarded,
            ..self.context(asked.place, language, current.as_ref())
        };
        let answer = commands::answer(&context, &asked.text)?;
        if asked.place == Place::Group {
            // The first who is answered settles the group's language, so that it does not change from one to the next.
            self.chats().entry(asked.chat).or_default().language.get_or_insert(language);
        }
        self.remember(asked.chat, answer.change);
        Some(answer.message)
    }

    fn press(&self, asked: &AskedByPress) -> Pressed {
        let (chat, place) = match asked.message {
            Some((chat, _, place)) => (chat, place),
            None => (asked.person.chat(), Place::Private),
        };
        let current = self.current(chat);
        let language = self.language(chat, place, Some(&asked.person));
        let words = asked.links.iter().find(|link| commands::is_search(&link.address, &self.bot));
        let context =
            Context { asked: words.map(|link| link.words.as_str()), ..self.context(place, language, current.as_ref()) };
        let mut pressed = commands::press(&context, &asked.data);
        self.remember(chat, pressed.change.take());
        pressed
    }

    fn inline(&self, asked: &AskedInline) -> InlineAnswer {
        let language = self.language(asked.person.chat(), Place::Private, Some(&asked.person));
        let context = self.context(Place::Private, language, None);
        commands::inline(&context, &asked.words, &asked.offset)
    }

    fn context<'a>(&'a self, place: Place, language: Language, current: Option<&'a ArticleId>) -> Context<'a> {
        Context {
            library: &self.library,
            locales: &self.locales,
            bot: &self.bot,
            place,
            language,
            current,
            about: None,
            asked: None,
            replied: None,
            replies_to_bot: false,
            forwarded: false,
        }
    }

    /// The chat's language: the one chosen or settled; else the guess from the person's Telegram;
    /// a channel, where nobody is seen, has the newest article's.
    fn language(&self, chat: ChatId, place: Place, person: Option<&Person>) -> Language {
        let settled = self.chats().get(&chat).and_then(|remembered| remembered.language);
        settled.unwrap_or_else(|| match person {
            Some(person) if place != Place::Channel => person.language(),
            _ => self.newest_language(),
        })
    }

    fn newest_language(&self) -> Language {
        self.library.newest_first().first().map_or(Language::En, |newest| newest.original().language)
    }

    fn current(&self, chat: ChatId) -> Option<ArticleId> {
        self.chats().get(&chat)?.article.clone()
    }

    fn remember(&self, chat: ChatId, change: Option<Change>) {
        let Some(change) = change else { return };
        let mut chats = self.chats();
        let remembered = chats.entry(chat).or_default();
        match change {
            Change::Language(language) => remembered.language = Some(language),
            Change::Article(article) => remembered.article = Some(article),
        }
    }

    fn chats(&self) -> MutexGuard<'_, HashMap<ChatId, Remembered>> {
        // Nothing in here is left half done by a panic.
        self.chats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Answers for Desk {
    fn answer(&self, question: &Question) -> Outcome {
        match question {
            Question::Message(asked) => self.message(asked).map_or(Outcome::Silence, Outcome::Message),
            Question::Press(asked) => Outcome::Press(self.press(asked)),
            Question::Inline(asked) => Outcome::Inline(self.inline(asked)),
        }
    }

    fn sorry(&self, question: &Question) -> Outcome {
        let text = |person: Option<&Person>| {
            commands::sorry(&self.locales, person.map_or_else(|| self.newest_language(), Person::language))
        };
        match question {
            Question::Message(asked) => {
                Outcome::Message(Message { html: text(asked.person.as_ref()), keyboard: Vec::new() })
            }
            Question::Press(asked) => {
                Outcome::Press(Pressed { toast: Some(text(Some(&asked.person))), ..Pressed::default() })
            }
            // An empty answer would be kept by Telegram; without one, the next letter asks again.
            Question::Inline(_) => Outcome::Silence,
        }
    }

    fn moved(&self, from: ChatId, to: ChatId) {
        let mut chats = self.chats();
        if let Some(remembered) = chats.remove(&from) {
            chats.insert(to, remembered);
        }
    }
}

impl Person {
    fn language(&self) -> Language {
        Language::guess(self.language_code.as_deref())
    }

    /// The private chat with the person, which has the person's id.
    fn chat(&self) -> ChatId {
        self.id.into()
    }
}
