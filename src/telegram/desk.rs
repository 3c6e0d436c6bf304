//! Derek's answers: a question meets the commands, with what is known of its chat.

use std::sync::Arc;

use teloxide::types::ChatId;

use super::api::Api;
use super::darkroom::Album;
use super::errands::{Asker, Errands};
use super::outbox::Posting;
use super::question::{AskedByMessage, AskedByPress, AskedInline, ChosenInline, Person, Question, Standing};
use super::settings::Settings;
use crate::article::{ArticleId, Language};
use crate::commands::reply::{Answer, Change, Errand, InlineAnswer, Message, Pressed, Shown};
use crate::commands::{self, Context, Place, Subject};
use crate::library::{Current, Library};
use crate::locale::Locales;
use crate::picture::Theme;
use crate::store::{Chat, Store};

/// Who answers questions.
pub trait Answers: Send + Sync + 'static {
    /// Brings to mind what an answer needs and what is not in memory. What can't be had is done without.
    fn recall(&self, question: &Question) -> impl Future<Output = ()> + Send {
        let _ = question;
        async {}
    }
    /// What comes of a question. Called on a thread that may block; a panic or a hang in it harms no other question.
    fn answer(&self, question: &Question) -> Outcome;
    /// What comes of a question whose answer failed. Must itself be too simple to fail.
    fn sorry(&self, question: &Question) -> Outcome;
    /// Keeps what is to be remembered of an answer, before it is sent; says in it when that is not possible.
    fn keep(&self, question: &Question, outcome: Outcome) -> impl Future<Output = Outcome> + Send {
        let _ = question;
        async { outcome }
    }
    /// What a message shows that was sent by way of an inline result.
    fn chosen(&self, chosen: &ChosenInline) -> impl Future<Output = Option<Shown>> + Send {
        let _ = chosen;
        async { None }
    }
    /// What the bot may do in a channel has changed.
    fn stands(&self, standing: &Standing) -> impl Future<Output = ()> + Send {
        let _ = standing;
        async {}
    }
    /// Where it is remembered of what a picture was sent.
    fn album(&self) -> Album {
        Album::default()
    }
    /// A group has a new id.
    fn moved(&self, from: ChatId, to: ChatId) -> impl Future<Output = ()> + Send;
}

/// What comes of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: it was not meant for the bot.
    Silence,
    /// A message where it was asked; for a message only.
    Message(Answer),
    /// What a pressed button does; for a press only.
    Press(Pressed),
    /// The results of an inline query; for a query only.
    Inline(InlineAnswer),
}

/// What comes of an errand.
enum Report {
    /// What it found.
    Message(Message),
    /// Why it was not run, in plain words without markup.
    Refusal(String),
}

/// Derek's answers.
#[derive(Debug)]
pub struct Desk {
    library: Arc<Current>,
    locales: Arc<Locales>,
    /// The bot's username, without `@`.
    bot: String,
    settings: Settings,
    errands: Errands,
    theme: Theme,
    album: Album,
}

impl Desk {
    /// A desk for the bot with this username (without `@`), which keeps in `store` what chats choose.
    pub fn new(library: Arc<Current>, locales: Arc<Locales>, bot: String, store: Store) -> Self {
        let errands = Errands::new(store.clone(), Arc::clone(&library));
        Self {
            library,
            locales,
            bot,
            settings: Settings::new(store),
            errands,
            theme: Theme::Light,
            album: Album::default(),
        }
    }

    /// The same, which may also ask Telegram who is an administrator, put something into the outbox, and knows editors: without it
    /// nobody is one.
    #[must_use]
    pub fn on_duty(self, api: Api, posting: Posting) -> Self {
        Self { errands: self.errands.with(api, posting), ..self }
    }

    /// The same, whose pictures have at first these colours.
    #[must_use]
    pub fn in_theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    fn message(&self, asked: &AskedByMessage) -> Option<Answer> {
        let library = self.library.get();
        let chat = self.settings.of(asked.chat);
        let about = asked.links.iter().find_map(|link| Subject::from_link(&link.address, &self.bot));
        let language = language(&library, &chat, asked.place, asked.person.as_ref());
        let context = Context {
            about: about.as_ref(),
            replied: asked.replied.as_deref(),
            replies_to_bot: asked.replies_to_bot,
            replied_buttons: &asked.replied_buttons,
            forwarded: asked.forwarded,
            editor: asked.person.as_ref().is_some_and(|person| self.errands.is_editor(person.id)),
            ..self.context(&library, asked.place, language, chat.article.as_ref())
        };
        commands::answer(&context, &asked.text)
    }

    fn press(&self, asked: &AskedByPress) -> Pressed {
        let library = self.library.get();
        let (chat, place) = asked.chat();
        let chat = self.settings.of(chat);
        let language = language(&library, &chat, place, Some(&asked.person));
        let words = asked.links.iter().find(|link| commands::is_search(&link.address, &self.bot));
        let context = Context {
            asked: words.map(|link| link.words.as_str()),
            editor: self.errands.is_editor(asked.person.id),
            ..self.context(&library, place, language, chat.article.as_ref())
        };
        commands::press(&context, &asked.data)
    }

    fn inline(&self, asked: &AskedInline) -> InlineAnswer {
        let library = self.library.get();
        let chat = self.settings.of(asked.person.chat());
        let language = language(&library, &chat, Place::Private, Some(&asked.person));
        let pictured = self.album.read();
        let context = Context { pictured: Some(&pictured), ..self.context(&library, Place::Private, language, None) };
        commands::inline(&context, &asked.words, &asked.offset)
    }

    fn context<'a>(
        &'a self,
        library: &'a Library,
        place: Place,
        language: Language,
        current: Option<&'a ArticleId>,
    ) -> Context<'a> {
        Context { current, theme: self.theme, ..Context::new(library, &self.locales, &self.bot, place, language) }
    }

    async fn keep_answer(&self, asked: &AskedByMessage, mut answer: Answer) -> Answer {
        let (chat, place) = (asked.chat, asked.place);
        if let Some(errand) = answer.errand.take() {
            let settings = self.settings.of(chat);
            let language = language(&self.library.get(), &settings, place, asked.person.as_ref());
            match self.report(&errand, &Asker::of_message(asked, language, settings.zone())).await {
                Some(Report::Message(message)) => answer.message = message,
                Some(Report::Refusal(said)) => answer.message = Message::new(said, Vec::new()),
                None => {}
            }
        }
        if let Some(language) = self.keep_change(chat, place, answer.change.take()).await {
            answer.message.html += &format!("\n\n{}", self.locales.text(language, "not-kept", &[]));
        }
        if place == Place::Group {
            // The first who is answered settles the group's language, so that it does not change from one to the next.
            let settled = self.settings.of(chat);
            if settled.language.is_none() {
                let language = language(&self.library.get(), &settled, place, asked.person.as_ref());
                self.settings.keep_language(chat, place, language).await;
            }
        }
        answer
    }

    async fn keep_press(&self, asked: &AskedByPress, mut pressed: Pressed) -> Pressed {
        let (chat, place) = asked.chat();
        if let Some(errand) = pressed.errand.take() {
            let settings = self.settings.of(chat);
            let language = language(&self.library.get(), &settings, place, Some(&asked.person));
            let beside = pressed.send.is_some();
            match self.report(&errand, &Asker::of_press(asked, language, settings.zone())).await {
                Some(Report::Message(message)) if beside => {
                    pressed = Pressed { send: Some(message), ..Pressed::default() };
                }
                Some(Report::Message(message)) => pressed = Pressed { edit: Some(message), ..Pressed::default() },
                Some(Report::Refusal(said)) => pressed = Pressed { toast: Some(said), ..Pressed::default() },
                None => {}
            }
        }
        if let Some(language) = self.keep_change(chat, place, pressed.change.take()).await {
            pressed.toast = Some(self.locales.text(language, "not-kept", &[]));
        }
        pressed
    }

    /// Runs an errand and tells what it found. `None`, and a line in the log where something failed: there is nothing to tell.
    async fn report(&self, errand: &Errand, asker: &Asker) -> Option<Report> {
        let found = self.errands.run(errand, asker).await;
        let found = found.inspect_err(|error| log::error!("what was asked for can't be done: {error}")).ok()?;
        let (place, language) = (asker.place, asker.language);
        let editor = asker.person.is_some_and(|person| self.errands.is_editor(person));
        let context = (Arc::clone(&self.locales), self.library.get(), self.bot.clone(), errand.clone());
        let theme = self.theme;
        let report = tokio::task::spawn_blocking(move || {
            let (locales, library, bot, errand) = context;
            let context = Context { editor, theme, ..Context::new(&library, &locales, &bot, place, language) };
            let refusal = found.as_ref().and_then(|found| commands::refusal(&context, found));
            match refusal {
                Some(said) => Some(Report::Refusal(said)),
                None => commands::report(&context, &errand, found.as_ref()).map(Report::Message),
            }
        });
        report.await.inspect_err(|error| log::error!("an errand failed: {error}")).ok()?
    }

    /// Keeps a change. When somebody chose a language and it could not be kept, gives that language, to say so in it; the rest is
    /// not worth a word.
    async fn keep_change(&self, chat: ChatId, place: Place, change: Option<Change>) -> Option<Language> {
        match change? {
            Change::Language(language) => {
                let kept = self.settings.keep_language(chat, place, language).await;
                (!kept).then_some(language)
            }
            Change::Article(article) => {
                self.settings.keep_article(chat, place, article).await;
                None
            }
        }
    }
}

/// The chat's language: the one chosen or settled; else the guess from the person's Telegram;
/// a channel, where nobody is seen, has the newest article's.
fn language(library: &Library, chat: &Chat, place: Place, person: Option<&Person>) -> Language {
    chat.language.unwrap_or_else(|| match person {
        Some(person) if place != Place::Channel => person.language(),
        _ => newest_language(library),
    })
}

fn newest_language(library: &Library) -> Language {
    library.newest_first().first().map_or(Language::En, |newest| newest.original().language)
}

impl Answers for Desk {
    async fn recall(&self, question: &Question) {
        let chat = match question {
            Question::Message(asked) => asked.chat,
            Question::Press(asked) => asked.chat().0,
            Question::Inline(asked) => asked.person.chat(),
        };
        self.settings.recall(chat).await;
    }

    fn answer(&self, question: &Question) -> Outcome {
        match question {
            Question::Message(asked) => self.message(asked).map_or(Outcome::Silence, Outcome::Message),
            Question::Press(asked) => Outcome::Press(self.press(asked)),
            Question::Inline(asked) => Outcome::Inline(self.inline(asked)),
        }
    }

    fn sorry(&self, question: &Question) -> Outcome {
        let text = |person: Option<&Person>| {
            let language = person.map_or_else(|| newest_language(&self.library.get()), Person::language);
            commands::sorry(&self.locales, language)
        };
        match question {
            Question::Message(asked) => Outcome::Message(Message::new(text(asked.person.as_ref()), Vec::new()).into()),
            Question::Press(asked) => {
                Outcome::Press(Pressed { toast: Some(text(Some(&asked.person))), ..Pressed::default() })
            }
            // An empty answer would be kept by Telegram; without one, the next letter asks again.
            Question::Inline(_) => Outcome::Silence,
        }
    }

    async fn keep(&self, question: &Question, outcome: Outcome) -> Outcome {
        match (question, outcome) {
            (Question::Message(asked), Outcome::Message(answer)) => {
                Outcome::Message(self.keep_answer(asked, answer).await)
            }
            (Question::Press(asked), Outcome::Press(pressed)) => Outcome::Press(self.keep_press(asked, pressed).await),
            (_, outcome) => outcome,
        }
    }

    async fn chosen(&self, chosen: &ChosenInline) -> Option<Shown> {
        let chat = chosen.person.chat();
        self.settings.recall(chat).await;
        let library = self.library.get();
        let language = language(&library, &self.settings.of(chat), Place::Private, Some(&chosen.person));
        commands::shown_inline(&self.context(&library, Place::Private, language, None), &chosen.result)
    }

    async fn stands(&self, standing: &Standing) {
        let newest = newest_language(&self.library.get());
        if let Err(error) = self.errands.stands(standing, newest).await {
            log::error!("what may be done in channel {} could not be kept: {error}", standing.chat);
        }
    }

    fn album(&self) -> Album {
        self.album.clone()
    }

    async fn moved(&self, from: ChatId, to: ChatId) {
        self.settings.moved(from, to).await;
    }
}

impl AskedByPress {
    /// The chat to which it belongs; for a message sent inline, the private chat with who pressed.
    pub(super) fn chat(&self) -> (ChatId, Place) {
        self.message.map_or((self.person.chat(), Place::Private), |(chat, _, place)| (chat, place))
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
