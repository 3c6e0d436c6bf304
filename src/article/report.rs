//! The mistakes of one file, as `derek validate` shows them.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::mistake::{Mistake, MistakeKind};

/// The mistakes of one file: at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The file or folder, as the person named it.
    pub path: String,
    /// What stands in the file; empty where it could not be read.
    pub source: String,
    /// What is wrong with it, in the order of the places.
    pub mistakes: Vec<Mistake>,
}

impl Report {
    /// The report as text: each mistake with file, line and column, the lines it is about, and what was expected.
    /// `color`: with the escape codes of a terminal.
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let mistakes: Vec<String> =
            self.mistakes.iter().map(|mistake| self.render_mistake(mistake, &renderer) + "\n").collect();
        mistakes.join("\n")
    }

    fn render_mistake(&self, mistake: &Mistake, renderer: &Renderer) -> String {
        let title = Level::ERROR.primary_title(mistake.kind.to_string());
        let expected = mistake.kind.expected();
        let Some(span) = mistake.span.clone() else {
            let note = expected.map(|expected| Level::NOTE.message(expected));
            return renderer.render(&[title.element(Origin::path(&*self.path)).elements(note)]);
        };
        let closest = if let MistakeKind::NotInBody(closest) = &mistake.kind { closest.as_ref() } else { None };
        let place = closest.and_then(|closest| closest.place.clone());
        let snippet = Snippet::source(&*self.source)
            .path(&*self.path)
            .annotation(AnnotationKind::Primary.span(span).label(expected))
            .annotations(place.map(|place| AnnotationKind::Context.span(place).label("the closest passage")));
        let note = closest.map(|closest| {
            Level::NOTE.message(format!("[-the text-] and {{+the body+}} differ: {}", closest.difference))
        });
        renderer.render(&[title.element(snippet).elements(note)])
    }
}
