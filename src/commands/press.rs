//! What a button sends back when it is pressed: at most 64 bytes, read as strictly as any input.

use std::fmt::Write as _;

use super::reply::{Action, Button};
use super::{channels, following, text};
use crate::article::{ArticleId, ItemId, Language};
use crate::library::Hit;
use crate::picture::{Look, Size, Theme};

/// What a pressed button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Press {
    /// To see something of an edition.
    Show {
        /// The article.
        article: ArticleId,
        /// Which edition of it.
        language: Language,
        /// What of it.
        view: View,
    },
    /// To see something of an edition in a message of its own.
    Send(Thing),
    /// To see something of an edition that a search found, with the way back to what else it found.
    Found {
        /// The first result of the page on which it stands, from 0.
        from: usize,
        /// What is to be seen.
        thing: Thing,
    },
    /// To see another page of what a search found.
    Results {
        /// Which one.
        turn: Turn,
        /// The result with which the page begins where `thing` is no longer found, from 0.
        from: usize,
        /// A result beside which the page lies.
        thing: Thing,
    },
    /// To see a page of the list of articles.
    Articles {
        /// From 0.
        page: usize,
    },
    /// To make an article the chat's own, and see it.
    Choose(ArticleId),
    /// To see a change of an article.
    Changes {
        /// The article.
        article: ArticleId,
        /// Which change, from 0; without one, the last.
        change: Option<usize>,
    },
    /// To see which languages there are.
    Languages,
    /// To speak a language.
    Speak(Language),
    /// Something about what the chat follows.
    Following(following::Press),
    /// Something that an editor does.
    Editing(channels::Press),
}

/// Something of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thing {
    /// The article.
    pub(super) article: ArticleId,
    /// Which edition of it.
    pub(super) language: Language,
    /// What of it.
    pub(super) view: View,
}

impl Thing {
    /// What was found.
    pub(super) fn of(hit: &Hit<'_>) -> Self {
        Self { article: hit.article.id.clone(), language: hit.article.language, view: hit.item.into() }
    }
}

/// Where a page of results lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It begins after a result.
    After,
    /// It ends before a result.
    Before,
    /// It holds a result.
    To,
}

impl Turn {
    const ALL: [(Self, char); 3] = [(Self::After, '>'), (Self::Before, '<'), (Self::To, '=')];
}

/// What can be seen of an edition. Pages count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Article,
    Body {
        page: usize,
    },
    Summary,
    Quote(ItemId),
    Context {
        quote: ItemId,
        page: usize,
    },
    Versions {
        quote: ItemId,
        page: usize,
    },
    Figures {
        page: usize,
    },
    Figure {
        figure: ItemId,
        page: usize,
    },
    Source,
    Post,
    /// A quote as a picture.
    Card {
        quote: ItemId,
        look: Look,
    },
    /// A figure as a picture.
    FigureCard {
        figure: ItemId,
        look: Look,
    },
    /// The figures as a picture.
    Chart {
        look: Look,
    },
    /// A post under a picture.
    PostCard {
        look: Look,
    },
}

impl Press {
    /// The data of a button. What is shown is written as a letter for the view and one for the language, the item's id and
    /// the page where there is one, `-`, and the article: at most 56 bytes.
    pub(super) fn data(&self) -> String {
        match self {
            Self::Show { article, language, view } => {
                let mut data = String::with_capacity(64);
                data.push(view.letter());
                data.push(letter(*language));
                if let Some(id) = view.item() {
                    data.push_str(id.as_str());
                }
                if let Some(page) = view.page() {
                    write!(data, "{page}").expect("a string takes any text");
                }
                data.push('-');
                data.push_str(article.as_str());
                data
            }
            Self::Send(thing) => format!("+{}", Self::from(thing.clone()).data()),
            Self::Found { from, thing } => format!("!{from}:{}", Self::from(thing.clone()).data()),
            Self::Results { turn, from, thing } => {
                let sign = Turn::ALL.iter().find_map(|(it, sign)| (it == turn).then_some(*sign)).unwrap_or('=');
                format!("{sign}{from}:{}", Self::from(thing.clone()).data())
            }
            Self::Articles { page } => format!("articles:{page}"),
            Self::Choose(article) => format!("choose:{article}"),
            Self::Changes { article, change: Some(change) } => format!("change:{change}:{article}"),
            Self::Changes { article, change: None } => format!("change::{article}"),
            Self::Languages => "languages:".to_owned(),
            Self::Speak(language) => format!("speak:{language}"),
            Self::Following(press) => press.data(),
            Self::Editing(press) => press.data(),
        }
    }

    /// Reads the data of a button; `None` when no button of Derek's sends it.
    pub(super) fn read(data: &str) -> Option<Self> {
        if let Some(shown) = data.strip_prefix('+') {
            let Self::Show { article, language, view } = Self::read(shown)? else { return None };
            return Some(Self::Send(Thing { article, language, view }));
        }
        if let Some(search) = data.strip_prefix(['!', '>', '<', '=']) {
            let (from, shown) = search.split_once(':')?;
            let Self::Show { article, language, view } = Self::read(shown)? else { return None };
            let (from, thing) = (number(from)?, Thing { article, language, view });
            let turn = Turn::ALL.into_iter().find(|(_, sign)| data.starts_with(*sign));
            return Some(match turn {
                Some((turn, _)) => Self::Results { turn, from, thing },
                None => Self::Found { from, thing },
            });
        }
        if let Some((kind, rest)) = data.split_once(':') {
            return match kind {
                "articles" => Some(Self::Articles { page: number(rest)? }),
                "choose" => Some(Self::Choose(rest.parse().ok()?)),
                "change" => {
                    let (change, article) = rest.split_once(':')?;
                    let change = if change.is_empty() { None } else { Some(number(change)?) };
                    Some(Self::Changes { article: article.parse().ok()?, change })
                }
                "follow" | "told" => following::Press::read(data).map(Self::Following),
                "chan" | "draft" | "sched" | "audit" => channels::Press::read(data).map(Self::Editing),
                "languages" if rest.is_empty() => Some(Self::Languages),
                "speak" => Some(Self::Speak(rest.parse().ok()?)),
                _ => None,
            };
        }
        let (head, article) = data.split_once('-')?;
        let (kind, head) = head.split_at_checked(1)?;
        let (language, rest) = head.split_at_checked(1)?;
        let language = Language::ALL.into_iter().find(|it| language.starts_with(letter(*it)))?;
        let item = || rest.get(..ItemId::LEN)?.parse::<ItemId>().ok();
        let page = || number(rest.get(ItemId::LEN..)?);
        let view = match kind {
            "a" if rest.is_empty() => View::Article,
            "s" if rest.is_empty() => View::Summary,
            "o" if rest.is_empty() => View::Source,
            "p" if rest.is_empty() => View::Post,
            "b" => View::Body { page: number(rest)? },
            "n" => View::Figures { page: number(rest)? },
            "q" if rest.len() == ItemId::LEN => View::Quote(item()?),
            "c" => View::Context { quote: item()?, page: page()? },
            "v" => View::Versions { quote: item()?, page: page()? },
            "f" => View::Figure { figure: item()?, page: page()? },
            "k" => View::Card { quote: item()?, look: look(page()?)? },
            "g" => View::FigureCard { figure: item()?, look: look(page()?)? },
            "h" => View::Chart { look: look(number(rest)?)? },
            "w" => View::PostCard { look: look(number(rest)?)? },
            _ => return None,
        };
        Some(Self::Show { article: article.parse().ok()?, language, view })
    }

    /// A button that sends this.
    pub(super) fn button(&self, text: &str) -> Button {
        Button { text: text::label(text), action: Action::Press(self.data()) }
    }
}

impl From<Thing> for Press {
    fn from(Thing { article, language, view }: Thing) -> Self {
        Self::Show { article, language, view }
    }
}

impl View {
    fn letter(self) -> char {
        match self {
            Self::Article => 'a',
            Self::Body { .. } => 'b',
            Self::Summary => 's',
            Self::Quote(_) => 'q',
            Self::Context { .. } => 'c',
            Self::Versions { .. } => 'v',
            Self::Figures { .. } => 'n',
            Self::Figure { .. } => 'f',
            Self::Source => 'o',
            Self::Post => 'p',
            Self::Card { .. } => 'k',
            Self::FigureCard { .. } => 'g',
            Self::Chart { .. } => 'h',
            Self::PostCard { .. } => 'w',
        }
    }

    /// Whether it is a picture with a text under it.
    pub(super) fn is_picture(self) -> bool {
        matches!(self, Self::Card { .. } | Self::FigureCard { .. } | Self::Chart { .. } | Self::PostCard { .. })
    }

    /// The same, on its first page.
    pub(super) fn first_page(self) -> Self {
        match self {
            Self::Body { .. } => Self::Body { page: 0 },
            Self::Context { quote, .. } => Self::Context { quote, page: 0 },
            Self::Versions { quote, .. } => Self::Versions { quote, page: 0 },
            Self::Figures { .. } => Self::Figures { page: 0 },
            Self::Figure { figure, .. } => Self::Figure { figure, page: 0 },
            Self::Article
            | Self::Summary
            | Self::Quote(_)
            | Self::Source
            | Self::Post
            | Self::Card { .. }
            | Self::FigureCard { .. }
            | Self::Chart { .. }
            | Self::PostCard { .. } => self,
        }
    }

    fn item(self) -> Option<ItemId> {
        match self {
            Self::Quote(id)
            | Self::Context { quote: id, .. }
            | Self::Versions { quote: id, .. }
            | Self::Card { quote: id, .. }
            | Self::FigureCard { figure: id, .. }
            | Self::Figure { figure: id, .. } => Some(id),
            Self::Article
            | Self::Body { .. }
            | Self::Summary
            | Self::Figures { .. }
            | Self::Source
            | Self::Post
            | Self::Chart { .. }
            | Self::PostCard { .. } => None,
        }
    }

    fn page(self) -> Option<usize> {
        match self {
            Self::Body { page }
            | Self::Context { page, .. }
            | Self::Versions { page, .. }
            | Self::Figures { page }
            | Self::Figure { page, .. } => Some(page),
            Self::Card { look, .. }
            | Self::FigureCard { look, .. }
            | Self::Chart { look }
            | Self::PostCard { look } => Some(number_of(look)),
            Self::Article | Self::Summary | Self::Quote(_) | Self::Source | Self::Post => None,
        }
    }
}

/// The look with this number.
fn look(number: usize) -> Option<Look> {
    let themes = Theme::ALL.len();
    Some(Look { size: *Size::ALL.get(number / themes)?, theme: Theme::ALL[number % themes] })
}

/// The number of a look.
fn number_of(look: Look) -> usize {
    let place = |at: Option<usize>| at.unwrap_or_default();
    let size = place(Size::ALL.iter().position(|size| *size == look.size));
    size * Theme::ALL.len() + place(Theme::ALL.iter().position(|theme| *theme == look.theme))
}

fn letter(language: Language) -> char {
    match language {
        Language::Ru => 'r',
        Language::Kk => 'k',
        Language::En => 'e',
    }
}

/// A page number as [`Press::data`] writes it: no sign, no leading zero, at most 5 digits.
fn number(text: &str) -> Option<usize> {
    let plain = (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Press, Thing, View};
    use crate::article::{ItemId, Language};
    use crate::picture::{Look, Size, Theme};

    #[test]
    fn every_button_fits_and_is_read_back() {
        let article: crate::article::ArticleId = "x-".repeat(20).parse().unwrap();
        let id = ItemId::of(["quote"]);
        let page = 99_999;
        let views = [
            View::Article,
            View::Body { page },
            View::Summary,
            View::Quote(id),
            View::Context { quote: id, page },
            View::Versions { quote: id, page },
            View::Figures { page },
            View::Figure { figure: id, page },
            View::Source,
            View::Post,
            View::Card { quote: id, look: Look { size: Size::Wide, theme: Theme::Brand } },
            View::FigureCard { figure: id, look: Look { size: Size::Portrait, theme: Theme::Dark } },
            View::Chart { look: Look::default() },
            View::PostCard { look: Look::default() },
        ];
        let shown = Language::ALL.into_iter().flat_map(|language| views.map(|view| (language, view)));
        let mut presses: Vec<Press> =
            shown.map(|(language, view)| Press::Show { article: article.clone(), language, view }).collect();
        let sent = presses.iter().filter_map(|press| match press.clone() {
            Press::Show { article, language, view } => Some(Press::Send(Thing { article, language, view })),
            _ => None,
        });
        presses.extend(sent.collect::<Vec<_>>());
        presses.extend(Language::ALL.map(Press::Speak));
        presses.extend([None, Some(page)].map(|change| Press::Changes { article: article.clone(), change }));
        presses.extend([Press::Articles { page }, Press::Choose(article), Press::Languages]);
        for press in presses {
            let data = press.data();
            assert!((1..=64).contains(&data.len()), "{data}");
            assert_eq!(Press::read(&data), Some(press), "{data}");
        }
    }

    #[test]
    fn forged_data_is_refused() {
        let cases = [
            "",
            "-",
            "a",
            "ar",
            "ar-",
            "ax-a",
            "ar1-a",
            "br-a",
            "br-1-a ",
            "br01-a",
            "br+1-a",
            "br100000-a",
            "qr-a",
            "qr0123-a",
            "qr012345678-a",
            "cr01234567-a",
            "zr-a",
            "ar-село",
            "яr-a",
            "aя-a",
            "qr0123456я-a",
            "+",
            "+articles:1",
            "++ar-a",
            "articles:",
            "articles:-1",
            "choose:",
            "choose:a b",
            "change:1",
            "change:01:a",
            "change::",
            "hr9-a",
            "kr012345679-a",
            "kr01234567-a",
            "hr-a",
            "languages:x",
            "speak:de",
            ":",
            "a:b",
        ];
        for data in cases {
            assert_eq!(Press::read(data), None, "{data:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(data in "\\+?([abcfghknopsqvwz][rkex][0-9a-z]{0,14}-[a-z-]{0,5})|\\PC{0,20}") {
            if let Some(press) = Press::read(&data) {
                prop_assert_eq!(press.data(), data);
            }
        }
    }
}
