//! The article of a web page: what stands around it (menus, related links, comments) is left out.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::{Reading, Unreadable, encoding};
use crate::article::{Language, is_address};

/// Whether bytes look like a page.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(1000).collect::<String>().to_ascii_lowercase();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with('<') && start.contains("<html"))
}

/// The bytes of a page as text: in the encoding that it names itself, else in the one that its letters tell.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let named = head.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label =
        named.and_then(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).next());
    match label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes())) {
        Some(named) if std::str::from_utf8(bytes).is_err() => Ok(named.decode(bytes).0.into_owned()),
        _ => encoding::decode(bytes),
    }
}

/// The article of a page, its title as the first line.
pub(super) fn read(page: &str) -> Result<Reading, Unreadable> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let document = Document::from(page);
    let url = address(&document);
    let article = Readability::with_document(document, None, Some(config)).and_then(|mut found| found.parse());
    let article = article.map_err(|_| Unreadable::NoArticle)?;
    let title = article.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = title.clone();
    for line in article.text_content.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line != title {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
    }
    let language = article.lang.as_deref().and_then(|tag| tag.split(['-', '_']).next());
    Ok(Reading {
        text,
        title: (!title.is_empty()).then_some(title),
        language: language.and_then(|code| code.to_ascii_lowercase().parse::<Language>().ok()),
        author: article.byline.filter(|author| !author.trim().is_empty()),
        published: article.published_time,
        url: url.or(article.url.filter(|url| is_address(url))),
        site: article.site_name,
    })
}

/// The address that the page gives as its own, if an article may come from there.
fn address(page: &Document) -> Option<String> {
    let attribute = |selector, name| page.select_single(selector).attr(name).map(|value| value.trim().to_owned());
    let given = attribute("link[rel=canonical]", "href").or_else(|| attribute("meta[property='og:url']", "content"));
    given.filter(|url| is_address(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="ru-KZ"><head><meta charset="utf-8">
<title>Токаев: село – это важно | Новости</title>
<meta property="og:title" content="Токаев: село – это важно"><meta property="og:site_name" content="Новости">
<meta property="article:published_time" content="2025-11-28T10:00:00+05:00"><meta name="author" content="Иван Иванов">
<meta property="og:url" content="https://example.kz/a/1"></head><body>
<nav><ul><li><a href="/">Главная</a></li><li><a href="/p">Политика</a></li></ul></nav>
<article><h1>Токаев: село – это важно</h1><p class="lead">Президент выступил на встрече акимов сельских округов, которая прошла
в Астане и собрала представителей всех регионов.</p><p>«Мы построили 2&nbsp;334 школы, и это только начало большой работы, которую мы
ведём вместе», – сказал он.</p><h2>Что дальше</h2><p>Работа продолжится: в следующем году откроются новые школы, больницы, дома
культуры, и акимы будут отвечать за каждый объект.<br>Вторая строка, в которой тоже есть слова и запятые, чтобы её заметили.</p></article>
<aside class="related"><h3>Читайте также</h3><ul><li><a href="/x">Другая новость</a></li></ul></aside>
<footer>© Новости, 2025</footer></body></html>"#;

    #[test]
    fn an_address_that_no_article_file_may_have_is_left_out() {
        for address in ["https://example.kz/bri\u{10}dge", "https://a b", "https://", "/a/1"] {
            let page = PAGE.replace("https://example.kz/a/1", address);
            assert_eq!(read(&page).unwrap().url, None, "{address:?}");
        }
    }

    #[test]
    fn only_the_article_of_a_page_is_read() {
        let reading = read(PAGE).unwrap();
        assert_eq!(
            reading.text,
            "Токаев: село – это важно\nПрезидент выступил на встрече акимов сельских округов, которая прошла в Астане и собрала \
             представителей всех регионов.\n«Мы построили 2 334 школы, и это только начало большой работы, которую мы ведём \
             вместе», – сказал он.\nЧто дальше\nРабота продолжится: в следующем году откроются новые школы, больницы, дома \
             культуры, и акимы будут отвечать за каждый объект.\nВторая строка, в которой тоже есть слова и запятые, чтобы её \
             заметили."
        );
        assert_eq!(reading.title.as_deref(), Some("Токаев: село – это важно"));
        assert_eq!(reading.language, Some(Language::Ru));
        assert_eq!(reading.author.as_deref(), Some("Иван Иванов"));
        assert_eq!(reading.published.as_deref(), Some("2025-11-28T10:00:00+05:00"));
        assert_eq!(reading.url.as_deref(), Some("https://example.kz/a/1"));
        assert_eq!(reading.site.as_deref(), Some("Новости"));
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = "<html><head><meta charset=\"windows-1251\"></head><body><p>Слово</p></body></html>";
        let bytes = encoding_rs::WINDOWS_1251.encode(page).0;
        assert_eq!(decode(&bytes).as_deref(), Ok(page));
    }

    #[test]
    fn a_page_without_an_article_is_refused() {
        assert_eq!(read("<html><body></body></html>").unwrap_err(), Unreadable::NoArticle);
    }
}
