//! The text of a .docx document (ECMA-376, part 1): its paragraphs in order, a line each.
//!
//! A table's row is one line, its cells parted by tabs. A text box stands after the paragraph that holds it. What was
//! deleted or moved away under change tracking is left out, and so are field codes and the second form of what the file
//! gives in two.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};
use zip::ZipArchive;

use super::{UNPACKED_BYTES, Unreadable};

/// The part that holds the text.
const DOCUMENT: &str = "word/document.xml";

/// The text of a document.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let broken = |error: &dyn std::fmt::Display| Unreadable::NoDocument(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let part = archive.by_name(DOCUMENT).map_err(|_| broken(&"it has no word/document.xml"))?;
    let mut xml = Vec::new();
    // What the archive says of its sizes may be wrong: only what comes out counts.
    part.take(UNPACKED_BYTES + 1).read_to_end(&mut xml).map_err(|error| broken(&error))?;
    if xml.len() as u64 > UNPACKED_BYTES {
        return Err(Unreadable::UnpacksTooLong);
    }
    let xml = String::from_utf8(xml).map_err(|_| broken(&"its text is not UTF-8"))?;
    lines(&xml).map_err(|error| broken(&error))
}

/// The lines of word/document.xml.
fn lines(xml: &str) -> Result<String, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut page = Page::default();
    let mut in_text = false;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"t" if tag.name().as_ref() == b"w:t" => in_text = true,
                b"p" if tag.name().as_ref() == b"w:p" => page.open.push(String::new()),
                b"txbxContent" => page.boxes.push(page.open.len()),
                b"tr" if tag.name().as_ref() == b"w:tr" => page.rows.push(Vec::new()),
                b"del" | b"moveFrom" | b"Fallback" => {
                    reader.read_to_end(tag.name())?;
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                b"w:tab" => page.write("\t"),
                b"w:br" | b"w:cr" => page.write("\n"),
                b"w:noBreakHyphen" => page.write("\u{2011}"),
                b"w:softHyphen" => page.write("\u{ad}"),
                _ => {}
            },
            Event::Text(text) if in_text => page.write(&text.decode()?),
            Event::CData(text) if in_text => page.write(&text.decode()?),
            Event::GeneralRef(reference) if in_text => page.write(&character(&reference)),
            Event::End(tag) => match tag.name().as_ref() {
                b"w:t" => in_text = false,
                b"w:p" => page.close_paragraph(),
                b"w:txbxContent" => drop(page.boxes.pop()),
                b"w:tr" => page.close_row(),
                _ => {}
            },
            Event::Eof => return Ok(page.text),
            _ => {}
        }
    }
}

/// What `&…;` stands for; nothing where it stands for nothing.
fn character(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    reference.decode().ok().and_then(|name| resolve_predefined_entity(&name)).unwrap_or_default().to_owned()
}

/// The text that is read already, and what is open.
#[derive(Default)]
struct Page {
    text: String,
    /// The paragraphs that are open: those of text boxes stand in others.
    open: Vec<String>,
    /// The rows that are open, with their finished paragraphs: tables stand in tables.
    rows: Vec<Vec<String>>,
    /// How many paragraphs were open where each text box began.
    boxes: Vec<usize>,
    /// The paragraphs of text boxes, until the paragraph that holds them ends.
    boxed: Vec<String>,
}

impl Page {
    fn write(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.push_str(words);
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if !self.boxes.is_empty() {
            self.boxed.push(paragraph);
            return;
        }
        for paragraph in std::iter::once(paragraph).chain(std::mem::take(&mut self.boxed)) {
            self.put(paragraph);
        }
    }

    /// Puts a finished line into the row that is open, or on the page.
    fn put(&mut self, line: String) {
        if line.trim().is_empty() {
            return;
        }
        match self.rows.last_mut() {
            Some(row) => row.push(line),
            None => {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.text.push_str(line.trim());
            }
        }
    }

    fn close_row(&mut self) {
        let cells = self.rows.pop().unwrap_or_default();
        self.put(cells.join("\t"));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn document(body: &str) -> Vec<u8> {
        packed(DOCUMENT, format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes())
    }

    fn packed(name: &str, content: &[u8]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn the_text_comes_out_in_order() {
        for (body, expected) in [
            ("<w:p><w:r><w:t>Один </w:t></w:r><w:r><w:t>&amp; два&#8230;</w:t></w:r></w:p><w:p/>", "Один & два…"),
            ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
            (
                "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>\
                 <w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom></w:p>",
                "kept new",
            ),
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Школы</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r>\
                 </w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>после</w:t></w:r></w:p>",
                "Школы\t12\nпосле",
            ),
            (
                "<w:p><w:r><w:t>host</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>\
                 </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback>\
                 </mc:AlternateContent><w:t> goes on</w:t></w:r></w:p>",
                "host goes on\nbox",
            ),
            ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>x</w:t></w:r></w:p>", "x"),
        ] {
            assert_eq!(text(&document(body)).as_deref(), Ok(expected), "{body}");
        }
    }

    #[test]
    fn what_is_no_document_is_refused() {
        let refused = |bytes: &[u8]| text(bytes).unwrap_err().to_string();
        assert!(refused(b"PK\x03\x04 and nothing").starts_with("this is no .docx document: "));
        assert_eq!(refused(&packed("xl/workbook.xml", b"x")), "this is no .docx document: it has no word/document.xml");
        assert!(refused(&packed(DOCUMENT, b"<a></b>")).starts_with("this is no .docx document: "));
        let bomb = vec![b' '; usize::try_from(UNPACKED_BYTES).unwrap() + 1];
        assert_eq!(refused(&packed(DOCUMENT, &bomb)), "the file unpacks to more than 50 MiB");
    }
}
