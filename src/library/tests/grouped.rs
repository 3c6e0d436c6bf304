//! The same quote in several articles.

use super::article;
use crate::article::Language::{En, Ru};
use crate::library::{Item, Library};

#[test]
fn the_same_quote_in_several_articles_is_one_result() {
    let mut cut = article("cut", 3, "Другой заголовок");
    // Only the second half of each quote's first part is carried.
    for quote in &mut cut.quotes {
        let part = quote.parts[0];
        let middle = part.start + (part.end - part.start) / 2;
        let middle = (middle..).find(|at| cut.body.is_char_boundary(*at)).unwrap();
        quote.parts = vec![crate::article::Span { start: middle, end: part.end }];
    }
    let translated = super::articles().into_iter().find(|article| article.language == En).unwrap();
    let library = Library::new(vec![article("one", 1, "Заголовок"), article("two", 2, "Заголовок"), cut, translated]);
    let results = library.find("выборам акимов сельских округов", Ru);
    let quotes: Vec<_> = results.hits.iter().filter(|hit| matches!(hit.item, Item::Quote(_))).collect();
    let mut names: Vec<Vec<&str>> = Vec::new();
    for hit in &quotes {
        let also = hit.also.iter().map(|(article, _)| article.id.as_str());
        names.push(std::iter::once(hit.article.id.as_str()).chain(also).collect());
    }
    let all = names.iter().find(|names| names.len() == 3).unwrap_or_else(|| panic!("{names:?}"));
    assert_eq!(all[0], "cut", "of equals the newest first: {names:?}");
    let mut said: Vec<_> =
        quotes.iter().map(|hit| (hit.article.language, hit.article.text(quote_of(hit).parts[0]))).collect();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), quotes.len(), "each once: {said:?}");
    assert!(results.hits.iter().all(|hit| hit.also.iter().all(|(also, _)| also.language == hit.article.language)));
}

fn quote_of<'a>(hit: &crate::library::Hit<'a>) -> &'a crate::article::Quote {
    match hit.item {
        Item::Quote(quote) => quote,
        _ => panic!("{hit:?}"),
    }
}
