//! What the messages about an article have in common: its heading, where it comes from, and the usual buttons.

use std::sync::Arc;

use super::edition::Edition;
use super::press::View;
use super::reply::{Action, Button, Keyboard};
use super::text::{Html, LINE, label, line};
use super::{Context, Place, Subject};
use crate::article::Article;
use crate::locale::Arg;

impl Context<'_> {
    /// The words under `key`, in the language of the chat.
    pub(super) fn text(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        self.locales.text(self.language, key, args)
    }
}

/// The day of publication, in words, where the article's file gives it.
pub(super) fn day(context: &Context<'_>, edition: &Edition<'_>) -> Option<Arc<str>> {
    let published = edition.editions.published()?;
    Some(context.locales.day(context.language, published.day()))
}

/// The title as a heading that leads to the article, and the line under it.
pub(super) fn heading(html: &mut Html, context: &Context<'_>, edition: &Edition<'_>) {
    let link = Subject::article(&edition.article.id).link(context.bot);
    html.link(&title(edition.article), &link);
    origin(html, context, edition);
}

/// The title in one line; never blank, so that its link can be pressed.
pub(super) fn title(article: &Article) -> String {
    let title = line(&article.title, LINE);
    if super::text::is_blank(&title) { article.id.to_string() } else { title.into_owned() }
}

/// A line with the day of publication and the source, as far as they are known.
pub(super) fn origin(html: &mut Html, context: &Context<'_>, edition: &Edition<'_>) {
    let day = day(context, edition);
    if let Some(day) = &day {
        html.text("\n").text(day);
    }
    if let Some(source) = &edition.article.source {
        html.text(if day.is_some() { " · " } else { "\n" });
        match address(edition.article) {
            Some(address) => html.link(&line(&source.name, LINE), address),
            None => html.text(&line(&source.name, LINE)),
        };
    }
}

/// The lines under a quote or figure: when and where it stands, with a link that names it.
pub(super) fn footer(html: &mut Html, context: &Context<'_>, edition: &Edition<'_>, view: View) {
    origin(html, context, edition);
    html.text("\n").link(&title(edition.article), &view.subject(edition.article).link(context.bot));
}

/// The article's address, if Telegram would take it for one.
pub(super) fn address(article: &Article) -> Option<&str> {
    /// Longer addresses are cut or refused by some of Telegram's clients.
    const MAX: usize = 2_000;
    let address = article.source.as_ref()?.url.as_deref()?;
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let plain = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    // A host without a dot, such as localhost, is none that others could open.
    let domain = host.rsplit_once('.').is_some_and(|(_, domain)| domain.chars().any(char::is_alphabetic));
    let sound = domain && host.split('.').all(plain) && port.parse::<u16>().is_ok();
    let clean = !address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'));
    (sound && clean && address.len() <= MAX).then_some(address)
}

/// A row with the same thing in the other editions; the original is called so.
pub(super) fn other_editions(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Option<Vec<Button>> {
    let counterparts = edition.others().map(|other| (other, edition.counterpart(view, &other)));
    let row: Vec<Button> = counterparts
        // What a picture is over can't become a text.
        .filter(|(_, counterpart)| !view.is_picture() || counterpart.is_picture())
        .map(|(other, counterpart)| {
            let mut text = context.locales.text(other.article.language, "language-name", &[]);
            if edition.article.translation && !other.article.translation {
                text = context.text("button-original", &[("language", text.into())]);
            }
            other.button(&text, counterpart)
        })
        .collect();
    (!row.is_empty()).then_some(row)
}

/// Buttons that need nobody to answer a press: on to Derek, and to the source.
pub(super) fn links(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Keyboard {
    let mut row = vec![open(context, edition, view)];
    row.extend(source(context, edition));
    vec![row]
}

/// A button that opens the thing in the private chat with Derek.
pub(super) fn open(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Button {
    let action = Action::Open(view.subject(edition.article).link(context.bot));
    Button { text: label(&context.text("button-open", &[])), action }
}

/// A button that opens the article where it was published.
pub(super) fn source(context: &Context<'_>, edition: &Edition<'_>) -> Option<Button> {
    let action = Action::Open(address(edition.article)?.to_owned());
    Some(Button { text: label(&context.text("button-source", &[])), action })
}

/// A button that offers something in another chat: the inline query that it types finds exactly this first.
pub(super) fn share(context: &Context<'_>, edition: &Edition<'_>, view: View) -> Button {
    let query = format!("#{}", view.subject(edition.article).parameter());
    Button { text: label(&context.text("button-share", &[])), action: Action::Share(query) }
}

/// A row that turns pages, round and round: `‹ 2/3 ›`. None where there is but one page.
pub(super) fn pager(page: usize, pages: usize, to: impl Fn(&str, usize) -> Button) -> Option<Vec<Button>> {
    let middle = format!("{}/{pages}", page + 1);
    (pages > 1).then(|| vec![to("‹", (page + pages - 1) % pages), to(&middle, page), to("›", (page + 1) % pages)])
}

/// A row with what an article holds, without what is seen already; the full text where it holds nothing else. Empty only
/// under the article itself, which has a button for the full text anyway.
pub(super) fn contents(context: &Context<'_>, edition: &Edition<'_>, seen: View) -> Vec<Button> {
    let article = edition.article;
    let mut row = Vec::new();
    if !article.summary.is_empty() && seen != View::Summary {
        row.push(edition.button(&context.text("button-summary", &[]), View::Summary));
    }
    if let Some(quote) = article.quotes.first() {
        row.push(edition.button(&context.text("button-quotes", &[]), View::Quote(quote.id)));
    }
    if !article.figures.is_empty() && !matches!(seen, View::Figures { .. }) {
        row.push(edition.button(&context.text("button-figures", &[]), View::Figures { page: 0 }));
    }
    if row.is_empty() && seen != View::Article {
        row.push(edition.button(&context.text("button-text", &[]), View::Body { page: 0 }));
    }
    row
}

/// Word that an article lacks what was asked for. `None` in a channel, where nobody is to be told.
pub(super) fn notice(context: &Context<'_>, edition: &Edition<'_>, said: &str) -> Option<String> {
    if context.place == Place::Channel {
        return None;
    }
    let mut html = Html::default();
    heading(&mut html, context, edition);
    html.text("\n\n").text(said);
    Some(html.finish())
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::article::Source;

    #[test]
    fn an_address_is_one_that_others_can_open() {
        let mut article = crate::commands::tests::akims().swap_remove(0);
        let cases = [
            ("https://example.kz", true),
            ("http://www.example.kz:8080/a?b=1&c=%20#d", true),
            ("https://қазақша.қаз/мақала", true),
            ("https://localhost/a", false),
            ("https://.kz", false),
            ("https://a..kz", false),
            ("https://1.2.3", false),
            ("https://example.kz:x", false),
            ("https://user@example.kz", false),
            ("https://example.kz/a b", false),
            ("https://example.kz/\"onclick=", false),
            ("https://", false),
            ("javascript:alert(1)", false),
            ("tg://resolve?domain=x.y", false),
        ];
        for (url, sound) in cases {
            article.source = Some(Source { name: "name".to_owned(), url: Some(url.to_owned()) });
            assert_eq!(address(&article).is_some(), sound, "{url}");
        }
    }
}
