//! What must hold of any file: it is refused, or it becomes a draft that points into its text and an article that validates.

use derek::article::{self, Span};
use derek::structure::{self, Draft, output, reading};

/// Reads a file and checks all that comes of it.
pub fn check(bytes: &[u8]) {
    let Ok(reading) = reading::read(bytes) else { return };
    let Ok(draft) = structure::draft(&reading.text, reading.title.as_deref()) else { return };
    points_into(&draft, &reading.text);
    output::json(&draft, &reading.text);
    if let Ok(file) = output::toml(&draft, &reading) {
        if let Err(mistakes) = article::parse("draft.toml", &file) {
            panic!("{mistakes:?}\n{file}");
        }
    }
}

/// Whether all of a draft points into its text, in order.
fn points_into(draft: &Draft, text: &str) {
    let inside = |span: Span| assert!(text.get(span.start..span.end).is_some_and(|it| !it.is_empty()), "{span:?}");
    for quote in &draft.quotes {
        assert!(!quote.parts.is_empty() && quote.parts.windows(2).all(|two| two[0].end <= two[1].start), "{quote:?}");
        quote.parts.iter().chain(&quote.mention).for_each(|span| inside(*span));
    }
    assert!(draft.figures.windows(2).all(|two| two[0].span.end <= two[1].span.start), "{:?}", draft.figures);
    for figure in &draft.figures {
        [figure.span, figure.sentence, figure.label].into_iter().for_each(inside);
        figure.of.iter().chain(&figure.approximate).for_each(|span| inside(*span));
        assert!(figure.sentence.start <= figure.span.start && figure.span.end <= figure.sentence.end, "{figure:?}");
    }
    draft.entities.iter().for_each(|entity| inside(entity.span));
    draft.summary.iter().chain(&draft.sentences).chain(&draft.title).for_each(|span| inside(*span));
    draft.paragraphs.iter().for_each(|paragraph| inside(paragraph.span));
    assert!(draft.summary.is_sorted() && draft.paragraphs.is_sorted_by_key(|paragraph| paragraph.span));
}
