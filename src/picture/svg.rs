//! Writes a picture down as SVG. All text is escaped; nothing of it is read as markup.

use std::fmt::Write as _;

use super::brand::Colour;
use super::fonts::Face;

/// A picture that is being written.
#[derive(Debug)]
pub(super) struct Svg(String);

/// On which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It begins there.
    Right,
    /// It ends there.
    Left,
}

impl Svg {
    /// A picture on a background that is there already.
    pub(super) fn new((width, height): (u32, u32)) -> Self {
        let mut svg = Self(String::with_capacity(4 << 10));
        svg.put(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
        ));
        svg
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        self.0.write_fmt(text).expect("a string takes any text");
    }

    /// A rectangle with corners of this radius.
    pub(super) fn rect(&mut self, [x, y, width, height]: [f32; 4], radius: f32, colour: Colour) {
        self.put(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.2}" height="{height:.1}" rx="{radius:.1}" fill="{colour}"/>"#
        ));
    }

    /// One line of text, its foot at `y`.
    pub(super) fn text(&mut self, text: &str, (x, y): (f32, f32), side: Side, face: Face, size: f32, colour: Colour) {
        let (family, weight) = face.name();
        let anchor = if side == Side::Left { r#" text-anchor="end""# } else { "" };
        self.put(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-family="{family}" font-weight="{weight}" font-size="{size}" fill="{colour}"{anchor} xml:space="preserve">"#
        ));
        for character in text.chars() {
            match character {
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '&' => self.0.push_str("&amp;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
        self.0.push_str("</text>");
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}
