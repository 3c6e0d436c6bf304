//! Pictures: a quote or a figure as a card, the figures of an article as a chart. Data in, PNG out; pure.
//!
//! The way: an [`Order`] says what is drawn and how; [`card`] and [`chart`] lay it out, measuring text with the very fonts that
//! draw it ([`fonts`], [`lines`]); [`svg`] writes the picture down, [`raster`] makes a PNG of it.
//!
//! ```
//! use derek::article::Language;
//! use derek::picture::{Drawn, Look, Order, QuoteCard, Size, Studio, Theme};
//!
//! let card = QuoteCard {
//!     language: Language::En,
//!     words: "Water comes to every house by spring.".to_owned(),
//!     speaker: Some("Asel Omarova".to_owned()),
//!     role: Some("akim of Karatal".to_owned()),
//!     origin: "28 November 2025 · Example".to_owned(),
//!     mark: "@DerekBot".to_owned(),
//!     rest: "the whole quote is in the message".to_owned(),
//! };
//! let order = Order { drawn: Drawn::Quote(card), look: Look { size: Size::Square, theme: Theme::Dark } };
//! let picture = Studio::default().draw(&order);
//! assert!(picture.png.starts_with(b"\x89PNG") && picture.lacking.is_empty());
//! ```

mod brand;
mod card;
mod chart;
mod fonts;
mod lines;
mod raster;
mod svg;

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::article::Language;
pub use brand::{Brand, BrandError, Colour, Logo, Warning};
pub use chart::{Bars, Chart, Entry, Measure};

/// Goes up when the same order is drawn differently, so that pictures kept elsewhere are not taken for it.
const DRAWN_AS: u32 = 1;

/// What is drawn, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What is drawn.
    pub drawn: Drawn,
    /// How.
    pub look: Look,
}

/// What can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// A quote.
    Quote(QuoteCard),
    /// One figure.
    Figure(FigureCard),
    /// Several figures.
    Chart(Chart),
}

/// The size and the colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Look {
    /// How large it is.
    pub size: Size,
    /// Its colours.
    pub theme: Theme,
}

/// How large a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Size {
    /// 1080×1080 pixels.
    #[default]
    Square,
    /// 1080×1350.
    Portrait,
    /// 1280×640.
    Wide,
}

impl Size {
    /// All sizes.
    pub const ALL: [Self; 3] = [Self::Square, Self::Portrait, Self::Wide];

    /// Width and height in pixels.
    #[must_use]
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Square => (1080, 1080),
            Self::Portrait => (1080, 1350),
            Self::Wide => (1280, 640),
        }
    }
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// Dark letters on light.
    #[default]
    Light,
    /// Light letters on dark.
    Dark,
    /// The operator's colours and logo; light where there are none.
    Brand,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Brand];
}

/// A quote as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteCard {
    /// The language of the quote, which has quotation marks of its own.
    pub language: Language,
    /// The quote, without marks. What does not fit is left out from the end of a sentence on.
    pub words: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// What the speaker is.
    pub role: Option<String>,
    /// When and where it was published, in one line.
    pub origin: String,
    /// Who made the card, in one line.
    pub mark: String,
    /// Says that the quote goes on elsewhere; stands only under one that was shortened.
    pub rest: String,
}

/// One figure as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureCard {
    /// The number in writing.
    pub number: String,
    /// What it counts, if that is said.
    pub unit: Option<String>,
    /// What it tells.
    pub label: String,
    /// When and where it was published, in one line.
    pub origin: String,
    /// Who made the card, in one line.
    pub mark: String,
}

/// A drawn picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub png: Vec<u8>,
    /// The characters that no font has: � stands for them.
    pub lacking: Vec<char>,
}

/// Draws: it has the operator's colours and logo, if there are any.
#[derive(Debug, Clone, Default)]
pub struct Studio {
    /// The operator's colours and logo.
    pub brand: Option<Brand>,
}

impl Studio {
    /// The theme that pictures have at first: the operator's, where there is one.
    #[must_use]
    pub fn theme(&self) -> Theme {
        if self.brand.is_some() { Theme::Brand } else { Theme::Light }
    }

    /// Draws what was ordered. The same order gives the same bytes.
    #[must_use]
    pub fn draw(&self, order: &Order) -> Picture {
        let sheet = self.sheet(order);
        let logo =
            self.brand.as_ref().filter(|_| order.look.theme == Theme::Brand).and_then(|brand| brand.logo.as_ref());
        Picture {
            png: raster::png(&sheet.svg, order.look.size, sheet.colours, logo.zip(sheet.logo)),
            lacking: sheet.lacking,
        }
    }

    fn sheet(&self, order: &Order) -> Sheet {
        let brand = self.brand.as_ref().filter(|_| order.look.theme == Theme::Brand);
        let colours = match order.look.theme {
            Theme::Dark => brand::DARK,
            Theme::Light | Theme::Brand => brand.map_or(brand::LIGHT, |brand| brand.colours()),
        };
        let logo = brand.and_then(|brand| brand.logo.as_ref()).map(|logo| logo.ratio);
        let easel = card::Easel::new(order.look.size, colours, logo);
        match &order.drawn {
            Drawn::Quote(quote) => easel.quote(quote),
            Drawn::Figure(figure) => easel.figure(figure),
            Drawn::Chart(chart) => easel.chart(chart),
        }
    }

    /// What a picture is known by: the same for what would be drawn the same, 32 hexadecimal digits.
    #[must_use]
    pub fn key(&self, order: &Order) -> String {
        let brand = self.brand.as_ref().filter(|_| order.look.theme == Theme::Brand);
        let told = format!("{DRAWN_AS} {order:?} {:?}", brand.map(Brand::fingerprint));
        Sha256::digest(told.as_bytes())[..16].iter().fold(String::new(), |mut key, byte| {
            write!(key, "{byte:02x}").expect("a string takes any text");
            key
        })
    }
}

/// A picture that is laid out.
struct Sheet {
    svg: String,
    colours: brand::Colours,
    /// Where the logo stands: left, top, width, height.
    logo: Option<[f32; 4]>,
    lacking: Vec<char>,
}

#[cfg(test)]
mod tests;
