//! Lays out cards: a quote, or one figure.

use super::brand::{Colour, Colours};
use super::fonts::{self, BELOW, CAPITAL, Face};
use super::lines::{Block, Room, shorten};
use super::svg::{Side, Svg};
use super::{FigureCard, QuoteCard, Sheet, Size};
use crate::article::Language;
use crate::structure;

/// The sizes of what stands on a picture, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) width: f32,
    pub(super) height: f32,
    /// From the edges to what is read; quotation marks hang into it.
    pub(super) margin: f32,
    /// The smallest and the largest letters of a quote.
    quote: (f32, f32),
    name: (f32, f32),
    role: (f32, f32),
    /// Of what stands beside.
    pub(super) small: f32,
    pub(super) gap: f32,
}

impl Measures {
    fn of(size: Size) -> Self {
        let large = Self {
            width: 1080.0,
            height: 1080.0,
            margin: 100.0,
            quote: (31.0, 118.0),
            name: (30.0, 42.0),
            role: (24.0, 31.0),
            small: 27.0,
            gap: 44.0,
        };
        match size {
            Size::Square => large,
            Size::Portrait => Self { height: 1350.0, quote: (32.0, 122.0), ..large },
            Size::Wide => Self {
                width: 1280.0,
                height: 640.0,
                margin: 84.0,
                quote: (26.0, 84.0),
                name: (26.0, 34.0),
                role: (21.0, 26.0),
                small: 23.0,
                gap: 28.0,
            },
        }
    }

    pub(super) fn inner(&self) -> f32 {
        self.width - 2.0 * self.margin
    }
}

/// The height of what stands at the foot of a picture, in small letters.
const FOOT: f32 = 2.6;
/// From the foot to the edge, in margins.
const LIFT: f32 = 0.42;
/// The height of a logo, in small letters.
const LOGO: f32 = 2.6;
/// The widest logo, as a part of the width.
const WIDEST_LOGO: f32 = 0.4;

/// A picture that is being laid out.
#[derive(Debug)]
pub(super) struct Easel {
    pub(super) svg: Svg,
    pub(super) at: Measures,
    pub(super) size: Size,
    pub(super) colours: Colours,
    /// Width by height.
    logo: Option<f32>,
    pub(super) lacking: Vec<char>,
}

impl Easel {
    pub(super) fn new(size: Size, colours: Colours, logo: Option<f32>) -> Self {
        let svg = Svg::new(size.pixels());
        Self { svg, at: Measures::of(size), size, colours, logo, lacking: Vec::new() }
    }

    pub(super) fn clean(&mut self, text: &str) -> String {
        fonts::clean(text, &mut self.lacking)
    }

    /// A text of one paragraph.
    pub(super) fn one_line(&mut self, text: &str) -> String {
        self.clean(text).replace('\n', " ")
    }

    /// Draws the lines of a block, the tops of its capitals at `top`. Gives where it ends.
    pub(super) fn block(&mut self, block: &Block, (left, top): (f32, f32), colour: Colour) -> f32 {
        let mut foot = top + block.size * CAPITAL;
        for line in &block.lines {
            self.svg.text(line, (left, foot), Side::Right, block.face, block.size, colour);
            foot += block.size * block.leading;
        }
        top + block.height()
    }

    /// What stands at the foot: where it comes from, and who made it. Gives where it begins.
    pub(super) fn foot(&mut self, origin: &str, mark: &str) -> f32 {
        let Measures { width, height, margin, small, .. } = self.at;
        let (left, right) = (margin, width - margin);
        let top = height - margin * LIFT - small * FOOT;
        self.svg.rect([left, top, right - left, 2.0], 0.0, self.colours.faint());
        let foot = top + small * 1.6;
        let mark = self.one_line(mark);
        let room = |width| Room {
            width,
            height: f32::INFINITY,
            lines: 1,
            sizes: (small, small),
            leading: 1.0,
            face: Face::Sans,
        };
        let mark = shorten(&mark, &[], &room((right - left) * 0.4));
        self.svg.text(&mark.lines.concat(), (right, foot), Side::Left, Face::Sans, small, self.colours.muted());
        // A small sign with the first letter of the name.
        let side = small * 1.25;
        let sign = right - mark.width() - side * 1.35;
        let (background, accent) = (self.colours.background, self.colours.accent);
        self.svg.rect([sign, foot - small * CAPITAL / 2.0 - side / 2.0, side, side], side * 0.24, accent);
        let letter = Face::Bold.width("Д") * small * 0.9;
        let at =
            (sign + (side - letter) / 2.0, foot - small * CAPITAL / 2.0 + small * 0.9 * CAPITAL / 2.0 - side * 0.03);
        self.svg.text("Д", at, Side::Right, Face::Bold, small * 0.9, background);
        let origin = self.one_line(origin);
        if !origin.is_empty() {
            let origin = shorten(&origin, &[], &room(sign - left - side));
            self.svg.text(&origin.lines.concat(), (left, foot), Side::Right, Face::Sans, small, self.colours.muted());
        }
        top
    }

    /// Where the logo stands, and where what is under it begins.
    pub(super) fn head(&self) -> (Option<[f32; 4]>, f32) {
        let Measures { width, margin, small, .. } = self.at;
        let top = margin * 0.8;
        let Some(ratio) = self.logo else { return (None, top) };
        let high = (small * LOGO).min(width * WIDEST_LOGO / ratio);
        (Some([margin, top, high * ratio, high]), top + high + small)
    }

    pub(super) fn finish(self, logo: Option<[f32; 4]>) -> Sheet {
        Sheet { svg: self.svg.finish(), colours: self.colours, logo, lacking: self.lacking }
    }

    /// A quote card.
    pub(super) fn quote(mut self, card: &QuoteCard) -> Sheet {
        let at = self.at;
        let (logo, top) = self.head();
        let end = self.foot(&card.origin, &card.mark) - at.gap;
        let words = self.clean(card.words.get(..bytes(&card.words)).unwrap_or(&card.words));
        let whole = bytes(&card.words) == card.words.len();
        let words = if whole { words } else { format!("{words} …") };
        let name = card.speaker.as_deref().map(|name| self.one_line(name)).filter(|name| !name.is_empty());
        let role = card.role.as_deref().map(|role| self.one_line(role)).filter(|role| !role.is_empty());
        let line =
            |sizes, face, lines| Room { width: at.inner(), height: f32::INFINITY, lines, sizes, leading: 1.28, face };
        let name = name.map(|name| shorten(&name, &[], &line(at.name, Face::Bold, 2)));
        let role = role.filter(|_| name.is_some()).map(|role| shorten(&role, &[], &line(at.role, Face::Sans, 2)));
        let said = [&name, &role].into_iter().flatten().map(|block| block.height() + at.small * 0.6).sum::<f32>();
        let said = if name.is_some() { said + at.gap * 1.55 } else { 0.0 };
        let marks = marks(card.language);
        let cuts = sentence_ends(&words, card.language);
        let room = Room {
            width: at.inner(),
            height: end - top - said,
            lines: 60,
            sizes: at.quote,
            leading: 1.34,
            face: Face::Serif,
        };
        let mut quote = shorten(&words, &cuts, &room);
        let rest = self.one_line(&card.rest);
        let rest = (quote.shortened && !rest.is_empty())
            .then(|| shorten(&rest, &[], &line((at.small, at.small), Face::Sans, 1)));
        let note = rest.as_ref().map_or(0.0, |rest| rest.height() + at.small);
        if quote.shortened {
            quote = shorten(&words, &cuts, &Room { height: room.height - note, ..room });
        }
        // What there is stands in the middle, a little above.
        let free = (end - top - said - note - quote.height()).max(0.0);
        let mut y = top + free * 0.46;
        let hang = Face::Serif.width(marks.0) * quote.size;
        let first = y + quote.size * CAPITAL;
        self.svg.text(
            marks.0,
            (at.margin - hang - quote.size * 0.06, first),
            Side::Right,
            Face::Serif,
            quote.size,
            self.colours.accent,
        );
        let last_line = quote.lines.last().map_or(0.0, |line| Face::Serif.width(line) * quote.size);
        y = self.block(&quote, (at.margin, y), self.colours.text);
        let last = y - quote.size * BELOW;
        self.svg.text(
            marks.1,
            (at.margin + last_line + quote.size * 0.02, last),
            Side::Right,
            Face::Serif,
            quote.size,
            self.colours.accent,
        );
        if let Some(rest) = &rest {
            y = self.block(rest, (at.margin, y + at.small), self.colours.muted());
        }
        if let Some(name) = &name {
            y += at.gap * 1.1;
            self.svg.rect([at.margin, y, at.small * 2.4, 5.0], 2.5, self.colours.accent);
            y = self.block(name, (at.margin, y + at.gap * 0.45 + at.small * 0.6), self.colours.text);
        }
        if let Some(role) = &role {
            self.block(role, (at.margin, y + at.small * 0.6), self.colours.muted());
        }
        self.finish(logo)
    }

    /// A figure card.
    pub(super) fn figure(mut self, card: &FigureCard) -> Sheet {
        let at = self.at;
        let (logo, top) = self.head();
        let end = self.foot(&card.origin, &card.mark) - at.gap;
        let number = self.one_line(&card.number);
        let unit = card.unit.as_deref().map(|unit| self.one_line(unit)).filter(|unit| !unit.is_empty());
        let label = self.clean(&card.label);
        let height = end - top;
        let room = |part: f32, lines, sizes, face| Room {
            width: at.inner(),
            height: height * part,
            lines,
            sizes,
            leading: 1.3,
            face,
        };
        // A number keeps together: what is no number, such as a date in words, may take two lines.
        let largest = height * 0.36;
        let joined = number.replace(' ', "\u{a0}");
        let one = super::lines::fit(&joined, &room(1.0, 1, (at.name.1 * 1.6, largest), Face::Bold));
        let number = one.unwrap_or_else(|| shorten(&number, &[], &room(0.45, 3, (at.name.0, largest), Face::Bold)));
        let unit = unit.map(|unit| shorten(&unit, &[], &room(0.2, 2, (at.role.0, at.name.1 * 1.15), Face::Bold)));
        let unit_height = unit.as_ref().map_or(0.0, |unit| unit.height() + at.gap * 0.7);
        let left = (height - number.height() - unit_height - at.gap * 2.0) / height;
        let label = shorten(&label, &[], &room(left.max(0.1), 9, (at.role.0, at.name.1 * 1.25), Face::Serif));
        let all = number.height() + unit_height + at.gap * 1.6 + label.height();
        let mut y = top + (height - all).max(0.0) * 0.46;
        y = self.block(&number, (at.margin, y), self.colours.accent);
        if let Some(unit) = &unit {
            y = self.block(unit, (at.margin, y + at.gap * 0.7), self.colours.text);
        }
        y += at.gap * 0.8;
        self.svg.rect([at.margin, y, at.small * 2.4, 5.0], 2.5, self.colours.accent);
        self.block(&label, (at.margin, y + at.gap * 0.8), self.colours.text);
        self.finish(logo)
    }
}

/// How much of a text is looked at: no more than could be drawn.
fn bytes(text: &str) -> usize {
    text.char_indices().nth(super::lines::MOST * 2).map_or(text.len(), |(at, _)| at)
}

/// Where the sentences of a text end, but for the last.
fn sentence_ends(text: &str, language: Language) -> Vec<usize> {
    structure::sentences(text, language).into_iter().map(|sentence| sentence.end).collect()
}

/// The quotation marks of a language.
fn marks(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Ru | Language::Kk => ("«", "»"),
        Language::En => ("“", "”"),
    }
}
