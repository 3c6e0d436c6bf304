//! Tables of what is made of texts, and what must hold for any text.

mod finding;
mod html;
mod markdown;
mod mending;
mod properties;

use super::{Formatted, finish};

/// What is kept of a parsed text: the text and its entities, written `kind(offset,length)`; or why nothing is.
fn shown(parsed: Result<Formatted, String>) -> String {
    let formatted = match parsed.map(finish) {
        Ok(Ok(formatted)) => formatted,
        Ok(Err(error)) => return format!("{error:?}"),
        Err(error) => return error,
    };
    let entities = formatted.entities.iter().map(|e| format!(" {}({},{})", e.kind.name(), e.offset, e.length));
    format!("{:?}{}", formatted.text, entities.collect::<String>())
}
