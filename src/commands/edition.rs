//! Which article is meant, in which language, and what of it is shown.

use super::press::{Press, View};
use super::reply::{Button, Keyboard, Message, Shown};
use super::{
    Context, Place, Subject, SubjectItem, article, card, picture, post, quote, source, stats, summary, versions,
};
use crate::article::{Article, Language};
use crate::library::{Editions, Hit, Item};

/// The edition of an article that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edition<'a> {
    /// The edition.
    pub(super) article: &'a Article,
    /// All editions of the article.
    pub(super) editions: &'a Editions,
}

impl<'a> Edition<'a> {
    /// The edition for somebody who reads `language`.
    pub(super) fn preferred(editions: &'a Editions, language: Language) -> Self {
        Self { article: editions.preferred(language), editions }
    }

    /// A button that shows something of this edition.
    pub(super) fn button(&self, text: &str, view: View) -> Button {
        Press::Show { article: self.article.id.clone(), language: self.article.language, view }.button(text)
    }

    /// What a message shows that shows something of this edition, with words of this language around it.
    pub(super) fn shown(&self, view: View, language: Language) -> Shown {
        let Article { id, language: edition, .. } = self.article;
        let view = Press::Show { article: id.clone(), language: *edition, view }.data();
        Shown { article: id.clone(), revision: self.editions.revision(), language, view }
    }

    /// The other editions.
    pub(super) fn others(self) -> impl Iterator<Item = Self> {
        let others = self.editions.all().iter().filter(move |other| other.language != self.article.language);
        others.map(move |article| Self { article, ..self })
    }

    /// What a view of this edition is in another one: the same quote or figure, or else the article.
    pub(super) fn counterpart(&self, view: View, other: &Self) -> View {
        let same = |item| self.editions.counterpart(self.article, item, other.article.language);
        let quote = |id| match same(Item::Quote(self.article.quote(id)?)) {
            Some(Item::Quote(quote)) => Some(quote.id),
            _ => None,
        };
        let figure = |id| match same(Item::Figure(self.article.figure(id)?)) {
            Some(Item::Figure(figure)) => Some(figure.id),
            _ => None,
        };
        match view {
            View::Article | View::Summary | View::Source | View::Post | View::Chart { .. } | View::PostCard { .. } => {
                view
            }
            View::Body { .. } => View::Body { page: 0 },
            View::Figures { .. } => View::Figures { page: 0 },
            View::Quote(id) => quote(id).map_or(View::Article, View::Quote),
            View::Context { quote: id, .. } => {
                quote(id).map_or(View::Article, |quote| View::Context { quote, page: 0 })
            }
            // In another language the words are others, and so are those who carry them.
            View::Versions { quote: id, .. } => quote(id).map_or(View::Article, View::Quote),
            View::Figure { figure: id, .. } => {
                figure(id).map_or(View::Article, |figure| View::Figure { figure, page: 0 })
            }
            View::Card { quote: id, look } => quote(id).map_or(View::Article, |quote| View::Card { quote, look }),
            View::FigureCard { figure: id, look } => {
                figure(id).map_or(View::Article, |figure| View::FigureCard { figure, look })
            }
        }
    }
}

impl View {
    /// What a link to it names.
    pub(super) fn subject(self, article: &Article) -> Subject {
        let item = match self {
            Self::Quote(id)
            | Self::Context { quote: id, .. }
            | Self::Versions { quote: id, .. }
            | Self::Card { quote: id, .. } => Some(SubjectItem::Quote(id)),
            Self::Figure { figure: id, .. } | Self::FigureCard { figure: id, .. } => Some(SubjectItem::Figure(id)),
            Self::Article
            | Self::Body { .. }
            | Self::Summary
            | Self::Figures { .. }
            | Self::Source
            | Self::Post
            | Self::Chart { .. }
            | Self::PostCard { .. } => None,
        };
        Subject { article: article.id.clone(), item }
    }
}

impl From<Item<'_>> for View {
    fn from(item: Item<'_>) -> Self {
        match item {
            Item::Article => Self::Article,
            Item::Quote(quote) => Self::Quote(quote.id),
            Item::Figure(figure) => Self::Figure { figure: figure.id, page: 0 },
        }
    }
}

impl<'a> Context<'a> {
    /// The article that is meant where no words name one: that of the message replied to, or the chat's, or the newest.
    pub(super) fn meant(&self) -> Option<Edition<'a>> {
        let about = self.about.map(|subject| &subject.article);
        let named = [about, self.current].into_iter().flatten().find_map(|id| self.library.get(id));
        let editions = named.or_else(|| self.library.newest_first().first().map(AsRef::as_ref))?;
        Some(Edition::preferred(editions, self.language))
    }

    /// The article that the words name, by its id or by what fits them best; without words, see [`Context::meant`].
    pub(super) fn named(&self, words: &str) -> Option<Edition<'a>> {
        if words.is_empty() {
            return self.meant();
        }
        let by_id = words.parse().ok().and_then(|id| self.library.get(&id));
        let editions =
            by_id.or_else(|| self.library.get(&self.library.find(words, self.language).hits.first()?.article.id))?;
        Some(Edition::preferred(editions, self.language))
    }

    /// The edition in which something was found.
    pub(super) fn edition(&self, hit: &Hit<'a>) -> Option<Edition<'a>> {
        Some(Edition { article: hit.article, editions: self.library.get(&hit.article.id)? })
    }

    /// What a link names: for a quote or a figure the edition in which it stands, else the one in the person's language.
    /// `None` when it is no longer there.
    pub(super) fn linked(&self, subject: &Subject) -> Option<(Edition<'a>, View)> {
        let editions = self.library.get(&subject.article)?;
        let find = |there: &dyn Fn(&Article) -> bool| editions.all().iter().find(|article| there(article));
        let (article, view) = match subject.item {
            None => (editions.preferred(self.language), View::Article),
            Some(SubjectItem::Quote(id)) => (find(&|it| it.quote(id).is_some())?, View::Quote(id)),
            Some(SubjectItem::Figure(id)) => {
                (find(&|it| it.figure(id).is_some())?, View::Figure { figure: id, page: 0 })
            }
        };
        Some((Edition { article, editions }, view))
    }

    /// Shows something of an edition. `None` when the edition has no such thing or page.
    pub(super) fn show(&self, edition: &Edition<'_>, view: View) -> Option<Message> {
        let html = self.html(edition, view)?;
        let keyboard = if matches!(view, View::Post | View::PostCard { .. }) {
            post::keyboard(self, edition)
        } else if self.place == Place::Channel {
            // A press in a channel would turn the page for every reader: what goes on, goes on in the private chat.
            card::links(self, edition, view)
        } else {
            let mut keyboard = self.keyboard(edition, view)?;
            keyboard.extend(card::other_editions(self, edition, view));
            keyboard
        };
        let shows = Some(edition.shown(view, self.language));
        Some(Message { shows, picture: picture::drawing(self, edition, view), ..Message::new(html, keyboard) })
    }

    /// The text of a view.
    pub(super) fn html(&self, edition: &Edition<'_>, view: View) -> Option<String> {
        match view {
            View::Article => Some(article::html(self, edition)),
            View::Body { page } => article::body_html(self, edition, page),
            View::Summary => summary::html(self, edition),
            View::Quote(id) => quote::html(self, edition, id),
            View::Context { quote, page } => quote::context_html(self, edition, quote, page),
            View::Versions { quote, page } => versions::html(self, edition, quote, page),
            View::Figures { page } => stats::html(self, edition, page),
            View::Figure { figure, page } => stats::figure_html(self, edition, figure, page),
            View::Source => Some(source::html(self, edition)),
            View::Post => Some(post::html(self, edition)),
            View::PostCard { .. } => picture::post_caption(self, edition),
            View::Card { .. } | View::FigureCard { .. } | View::Chart { .. } => picture::caption(self, edition, view),
        }
    }

    /// What can be done with a view.
    fn keyboard(&self, edition: &Edition<'_>, view: View) -> Option<Keyboard> {
        match view {
            View::Article => Some(article::keyboard(self, edition)),
            View::Body { page } => Some(article::body_keyboard(self, edition, page)),
            View::Summary => Some(summary::keyboard(self, edition)),
            View::Quote(id) => quote::keyboard(self, edition, id),
            View::Context { quote, page } => quote::context_keyboard(self, edition, quote, page),
            View::Versions { quote, page } => versions::keyboard(self, edition, quote, page),
            View::Figures { page } => Some(stats::keyboard(self, edition, page)),
            View::Figure { figure, page } => stats::figure_keyboard(self, edition, figure, page),
            View::Source => Some(source::keyboard(self, edition)),
            View::Post | View::PostCard { .. } => Some(post::keyboard(self, edition)),
            View::Card { .. } | View::FigureCard { .. } | View::Chart { .. } => picture::keyboard(self, edition, view),
        }
    }
}
