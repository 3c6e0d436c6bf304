//! The fonts of data/fonts: what they hold, how wide text is in them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use harfrust::{ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb;
use skrifa::MetadataProvider as _;

/// A font in a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// What is small.
    Sans,
    /// Names and numbers.
    Bold,
    /// Quotes.
    Serif,
}

/// The letters over which nothing of a capital stands out, and how far the small ones hang below, in ems.
pub(super) const CAPITAL: f32 = 0.714;
/// How far letters hang below the line, in ems.
pub(super) const BELOW: f32 = 0.24;
/// Longer words are not remembered, in bytes, nor more words on one thread.
const WORD: usize = 64;
const WORDS: usize = 2_048;
/// What stands for a character that no font has.
pub(super) const REPLACEMENT: char = '\u{fffd}';

impl Face {
    const ALL: [Self; 3] = [Self::Sans, Self::Bold, Self::Serif];

    const fn file(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../data/fonts/NotoSans-Regular.ttf"),
            Self::Bold => include_bytes!("../../data/fonts/NotoSans-Bold.ttf"),
            Self::Serif => include_bytes!("../../data/fonts/NotoSerif-Regular.ttf"),
        }
    }

    /// The family and the weight by which a picture names it.
    pub(super) const fn name(self) -> (&'static str, u16) {
        match self {
            Self::Sans => ("Noto Sans", 400),
            Self::Bold => ("Noto Sans", 700),
            Self::Serif => ("Noto Serif", 400),
        }
    }

    /// How wide a text is, in ems: shaped as it is when it is drawn. Words are remembered: a picture tries each in many sizes.
    pub(super) fn width(self, text: &str) -> f32 {
        thread_local! {
            static KNOWN: RefCell<[HashMap<Box<str>, f32>; 3]> = RefCell::default();
        }
        if text.len() > WORD {
            return self.shaped(text);
        }
        KNOWN.with_borrow_mut(|known| {
            let known = &mut known[self as usize];
            if let Some(width) = known.get(text) {
                return *width;
            }
            if known.len() >= WORDS {
                known.clear();
            }
            let width = self.shaped(text);
            known.insert(text.into(), width);
            width
        })
    }

    fn shaped(self, text: &str) -> f32 {
        let shapes = shapes();
        let shape = &shapes[self as usize];
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let glyphs = shape.data.shaper(&shape.font).build().shape(buffer, ShapeOptions::new());
        let advance: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line has fewer than 2^24 units")]
        let advance = advance as f32;
        advance / shape.units
    }
}

struct Shape {
    font: harfrust::FontRef<'static>,
    data: ShaperData,
    units: f32,
}

fn shapes() -> &'static [Shape; 3] {
    static SHAPES: OnceLock<[Shape; 3]> = OnceLock::new();
    SHAPES.get_or_init(|| {
        Face::ALL.map(|face| {
            let font = harfrust::FontRef::new(face.file()).expect("an embedded font is sound");
            let read = skrifa::FontRef::new(face.file()).expect("an embedded font is sound");
            let metrics = read.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
            Shape { data: ShaperData::new(&font), units: f32::from(metrics.units_per_em), font }
        })
    })
}

/// The fonts as the renderer wants them.
pub(super) fn database() -> Arc<fontdb::Database> {
    static DATABASE: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let made = DATABASE.get_or_init(|| {
        let mut database = fontdb::Database::new();
        for face in Face::ALL {
            database.load_font_source(fontdb::Source::Binary(Arc::new(face.file())));
        }
        Arc::new(database)
    });
    Arc::clone(made)
}

/// Whether every font has a character.
pub(super) fn has(character: char) -> bool {
    static MAPS: OnceLock<[skrifa::charmap::Charmap<'static>; 3]> = OnceLock::new();
    let maps = MAPS.get_or_init(|| {
        Face::ALL.map(|face| skrifa::FontRef::new(face.file()).expect("an embedded font is sound").charmap())
    });
    maps.iter().all(|map| map.map(character).is_some())
}

/// A text in which only characters stand that the fonts have. Blanks are one space each, line ends one line end; what has no
/// shape of its own (joiners, directions, variants) is left out; any run of other characters becomes one � and is told.
pub(super) fn clean(text: &str, lacking: &mut Vec<char>) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.trim().chars() {
        let last = clean.chars().next_back();
        match character {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                if last == Some(' ') {
                    clean.pop();
                }
                if last != Some('\n') {
                    clean.push('\n');
                }
            }
            '\u{a0}' | '\u{202f}' | '\u{2007}' => clean.push('\u{a0}'),
            blank if blank.is_whitespace() => {
                if !matches!(last, Some(' ' | '\n')) {
                    clean.push(' ');
                }
            }
            // A non-breaking hyphen, figure dash and minus are drawn by what looks the same.
            '\u{2011}' if !has(character) => clean.push('-'),
            shapeless if is_shapeless(shapeless) => {}
            known if has(known) => clean.push(known),
            unknown => {
                if !lacking.contains(&unknown) {
                    lacking.push(unknown);
                }
                if last != Some(REPLACEMENT) {
                    clean.push(REPLACEMENT);
                }
            }
        }
    }
    clean
}

fn is_shapeless(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_three_languages_and_the_signs_of_cards_are_there() {
        let signs = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя ӘҒҚҢӨҰҮҺІәғқңөұүһі \
                     ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 «»„“”‚‘’'\" .,:;!?…-–—()[]{}/\\&@#*+=%‰§№°′″ \
                     ₸₽$€£¥₺₴₹ ⅓⅔½¼¾⅛ ×÷−±≈≠≤≥ ←↑→↓ •·© ²³ Öüß Łódź ğşı \u{fffd}";
        let lacking: String = signs.chars().filter(|sign| !has(*sign)).collect();
        assert_eq!(lacking, "");
    }

    #[test]
    fn only_what_the_fonts_have_is_left() {
        let cases = [
            ("  Айгүл \t Омарова ", "Айгүл Омарова", ""),
            ("a\r\n\r\n b", "a\nb", ""),
            ("2\u{a0}334\u{202f}₸", "2\u{a0}334\u{a0}₸", ""),
            ("пере\u{ad}нос\u{200b}\u{202e}", "перенос", ""),
            ("Да 👍🏽👍!", "Да \u{fffd}!", "👍"),
            ("中文 ok", "\u{fffd} ok", "中文"),
            ("", "", ""),
        ];
        for (text, expected, told) in cases {
            let mut lacking = Vec::new();
            assert_eq!(clean(text, &mut lacking), expected);
            assert_eq!(lacking.into_iter().collect::<String>(), told);
        }
    }

    #[test]
    fn a_line_is_as_wide_as_its_words_and_blanks() {
        for face in Face::ALL {
            let whole = face.width("Қазақстан «ауылы» Тоқаев, AV To");
            let parts: f32 = ["Қазақстан", " ", "«ауылы»", " ", "Тоқаев,", " ", "AV", " ", "To"]
                .map(|part| face.width(part))
                .iter()
                .sum();
            assert!((whole - parts).abs() < 0.05, "{face:?} {whole} {parts}");
        }
    }
}
