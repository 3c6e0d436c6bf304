//! Something that was found for those who follow it: what a digest shows of it, and what it becomes when its article changes.

use crate::article::{ArticleId, Language};
use crate::commands::edition::Edition;
use crate::commands::press::{Press, View};
use crate::commands::text::{Html, line};
use crate::commands::{Context, card, quote, stats};
use crate::following::Piece;
use crate::library::{Library, same_figure, same_quote};

/// The most characters of a quote, a label or a summary.
const WORDS: usize = 200;
/// The most characters of a name or a title.
const NAME: usize = 70;

/// A piece of an edition, as it is kept.
pub fn piece(article: &ArticleId, language: Language, piece: Piece) -> String {
    let view = match piece {
        Piece::Article => View::Article,
        Piece::Quote(id) => View::Quote(id),
        Piece::Figure(id) => View::Figure { figure: id, page: 0 },
    };
    Press::Show { article: article.clone(), language, view }.data()
}

/// The language of the edition of a piece.
pub fn language_of(piece: &str) -> Option<Language> {
    match Press::read(piece)? {
        Press::Show { language, .. } => Some(language),
        _ => None,
    }
}

/// What a piece of an article as it was is called as it is now; nothing where it is there no more.
pub fn now_called(before: &Library, now: &Library, kept: &str) -> Option<String> {
    let Press::Show { article, language, view } = Press::read(kept)? else { return None };
    let new = now.get(&article)?.edition(language)?;
    let old = || before.get(&article)?.edition(language);
    let view = match view {
        View::Quote(id) if new.quote(id).is_none() => View::Quote(same_quote(old()?, new, id)?),
        View::Figure { figure, page } if new.figure(figure).is_none() => {
            View::Figure { figure: same_figure(old()?, new, figure)?, page }
        }
        view => view,
    };
    Some(Press::Show { article, language, view }.data())
}

/// What is seen of a piece in a digest: HTML with at most 400 characters. `None`: it is not in the library.
pub fn seen_of(context: &Context<'_>, kept: &str) -> Option<String> {
    let Press::Show { article, language, view } = Press::read(kept)? else { return None };
    let editions = context.library.get(&article)?;
    let edition = Edition { article: editions.edition(language)?, editions };
    let article = edition.article;
    let link = view.subject(article).link(context.bot);
    let title = card::title(article);
    let title = line(&title, NAME);
    let mut html = Html::default();
    match view {
        View::Quote(id) => {
            let said = article.quote(id)?;
            let words = quote::words(article, said);
            let words = line(&words, WORDS);
            html.text(&context.text("digest-quote", &[("words", words.into())])).text("\n— ");
            if let Some((name, _)) = quote::speaker(article, said) {
                html.text(&line(&name, NAME)).text(" · ");
            }
            html.link(&title, &link);
        }
        View::Figure { figure, .. } => {
            let told = stats::in_one_line(context, article.figure(figure)?);
            html.text(&line(&told, WORDS)).text("\n— ").link(&title, &link);
        }
        _ => {
            html.link(&title, &link);
            if let Some(sentence) = article.summary.first() {
                html.text("\n").text(&line(article.text(*sentence), WORDS));
            }
        }
    }
    if article.translation && view != View::Article {
        html.text(" · ").italic(&context.text("digest-translated", &[]));
    }
    Some(html.finish())
}
