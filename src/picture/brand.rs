//! Colours: Derek's own, and the operator's with a logo.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use resvg::{tiny_skia, usvg};
use sha2::{Digest, Sha256};

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl FromStr for Colour {
    type Err = BrandError;

    /// Reads `#rrggbb`.
    fn from_str(text: &str) -> Result<Self, BrandError> {
        let wrong = || BrandError::Colour(text.chars().take(40).collect());
        let digits =
            text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii()).ok_or_else(wrong)?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| wrong());
        Ok(Self(part(0)?, part(2)?, part(4)?))
    }
}

impl Colour {
    /// So much of this colour on another, from 0 to 1.
    pub(super) fn over(self, other: Self, part: f32) -> Self {
        let mix = |over: u8, under: u8| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
            let mixed = (f32::from(over) * part + f32::from(under) * (1.0 - part)).round() as u8;
            mixed
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// How light it looks, from 0 to 1 (WCAG 2.2, relative luminance).
    fn luminance(self) -> f32 {
        let part = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }

    /// How much two colours differ, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub(super) fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colours {
    pub(super) background: Colour,
    pub(super) text: Colour,
    pub(super) accent: Colour,
}

pub(super) const LIGHT: Colours =
    Colours { background: Colour(0xfb, 0xfa, 0xf6), text: Colour(0x1b, 0x21, 0x2a), accent: Colour(0x0b, 0x6f, 0x8c) };
pub(super) const DARK: Colours =
    Colours { background: Colour(0x12, 0x1c, 0x26), text: Colour(0xf3, 0xf0, 0xe8), accent: Colour(0x67, 0xc3, 0xd9) };

impl Colours {
    /// For what is said beside: names of sources, roles.
    pub(super) fn muted(self) -> Colour {
        self.text.over(self.background, 0.66)
    }

    /// For lines, and what a bar is a part of.
    pub(super) fn faint(self) -> Colour {
        self.text.over(self.background, 0.13)
    }
}

/// What text needs to be read at all (WCAG 2.2, large text).
const READABLE: f32 = 3.0;
/// What text needs to be read well (WCAG 2.2).
const GOOD: f32 = 4.5;

/// The operator's colours and logo.
#[derive(Debug, Clone, PartialEq)]
pub struct Brand {
    /// Behind everything.
    pub background: Colour,
    /// Of the letters.
    pub text: Colour,
    /// Of marks and bars.
    pub accent: Colour,
    /// Stands where Derek's mark would.
    pub logo: Option<Logo>,
}

impl Default for Brand {
    /// Derek's own colours, and no logo.
    fn default() -> Self {
        let Colours { background, text, accent } = LIGHT;
        Self { background, text, accent, logo: None }
    }
}

impl Brand {
    pub(super) fn colours(&self) -> Colours {
        Colours { background: self.background, text: self.text, accent: self.accent }
    }

    /// What of the colours is hard to read.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let of = |what, colour: Colour, least| {
            let contrast = colour.contrast(self.background);
            (contrast < least).then_some(Warning { what, contrast, least })
        };
        [of("text", self.text, GOOD), of("accent", self.accent, READABLE)].into_iter().flatten().collect()
    }

    /// Two brands that draw alike have the same.
    pub(super) fn fingerprint(&self) -> String {
        let logo = self.logo.as_ref().map(|logo| logo.hash.clone()).unwrap_or_default();
        format!("{} {} {} {logo}", self.background, self.text, self.accent)
    }
}

/// Colours that are too alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// Which colour is too like the background.
    pub what: &'static str,
    /// The contrast that it has, from 1 to 21.
    pub contrast: f32,
    /// The contrast that it should have.
    pub least: f32,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, contrast, least } = self;
        write!(
            f,
            "the {what} colour is hard to see on the background: contrast {contrast:.1}, {least} is the least (WCAG 2.2)"
        )
    }
}

/// Why colours or a logo can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BrandError {
    /// It is no colour.
    #[error("{0:?} is no colour; one is written #rrggbb")]
    Colour(String),
    /// The file is too large.
    #[error("the logo has {0} bytes; {max} are the most", max = Logo::MOST_BYTES)]
    TooLarge(usize),
    /// It has too many pixels.
    #[error("the logo has {0}×{1} pixels; {max}×{max} are the most", max = Logo::MOST_PIXELS)]
    TooManyPixels(u32, u32),
    /// It is neither PNG nor SVG.
    #[error("the logo is neither PNG nor SVG: {0}")]
    Unreadable(String),
}

/// The operator's logo.
#[derive(Debug, Clone)]
pub struct Logo {
    pub(super) drawing: Drawing,
    /// Width by height.
    pub(super) ratio: f32,
    hash: String,
}

#[derive(Debug, Clone)]
pub(super) enum Drawing {
    Pixels(Arc<tiny_skia::Pixmap>),
    Vector(Arc<usvg::Tree>),
}

impl PartialEq for Logo {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Logo {
    /// The largest file.
    pub const MOST_BYTES: usize = 512 << 10;
    /// The largest side of a PNG.
    pub const MOST_PIXELS: u32 = 2048;

    /// Reads a PNG or an SVG. What an SVG refers to outside of itself is not looked up.
    ///
    /// # Errors
    /// [`BrandError`] says why the file can't be a logo.
    pub fn read(file: &[u8]) -> Result<Self, BrandError> {
        if file.len() > Self::MOST_BYTES {
            return Err(BrandError::TooLarge(file.len()));
        }
        let hash = Sha256::digest(file)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        if file.starts_with(b"\x89PNG") {
            let unreadable = |error: &dyn fmt::Display| BrandError::Unreadable(error.to_string());
            // The size is looked at before room is made for the pixels.
            let header =
                png::Decoder::new(std::io::Cursor::new(file)).read_info().map_err(|error| unreadable(&error))?;
            let (width, height) = header.info().size();
            if width > Self::MOST_PIXELS || height > Self::MOST_PIXELS {
                return Err(BrandError::TooManyPixels(width, height));
            }
            let pixels = tiny_skia::Pixmap::decode_png(file).map_err(|error| unreadable(&error))?;
            #[expect(clippy::cast_precision_loss, reason = "a side has few pixels")]
            let ratio = pixels.width() as f32 / pixels.height() as f32;
            return Ok(Self { drawing: Drawing::Pixels(Arc::new(pixels)), ratio, hash });
        }
        let tree = usvg::Tree::from_data(file, &super::raster::options())
            .map_err(|error| BrandError::Unreadable(error.to_string()))?;
        let ratio = tree.size().width() / tree.size().height();
        Ok(Self { drawing: Drawing::Vector(Arc::new(tree)), ratio, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!("#0b6F8c".parse(), Ok(Colour(0x0b, 0x6f, 0x8c)));
        assert_eq!(Colour(0x0b, 0x6f, 0x8c).to_string(), "#0b6f8c");
        for wrong in ["", "#", "0b6f8c", "#0b6f8", "#0b6f8cc", "#0b6f8g", "#ффф", "red"] {
            assert_eq!(wrong.parse::<Colour>(), Err(BrandError::Colour(wrong.to_owned())), "{wrong}");
        }
    }

    #[test]
    fn derek_s_own_colours_can_be_read() {
        for Colours { background, text, accent } in [LIGHT, DARK] {
            assert_eq!(Brand { background, text, accent, logo: None }.warnings(), []);
            let colours = Colours { background, text, accent };
            assert!(colours.muted().contrast(background) > GOOD);
        }
        let grey = Brand {
            background: Colour(200, 200, 200),
            text: Colour(150, 150, 150),
            accent: Colour(0, 0, 0),
            logo: None,
        };
        let told: Vec<String> = grey.warnings().iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            ["the text colour is hard to see on the background: contrast 1.8, 4.5 is the least (WCAG 2.2)"]
        );
    }

    #[test]
    fn a_logo_is_a_sound_png_or_svg_of_some_size() {
        let svg =
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="9" height="9"/></svg>"#;
        assert!((Logo::read(svg.as_bytes()).unwrap().ratio - 2.0).abs() < 1e-6);
        let pixels = tiny_skia::Pixmap::new(30, 60).unwrap().encode_png().unwrap();
        assert!((Logo::read(&pixels).unwrap().ratio - 0.5).abs() < 1e-6);
        let wide = tiny_skia::Pixmap::new(4000, 1).unwrap().encode_png().unwrap();
        assert_eq!(Logo::read(&wide).unwrap_err(), BrandError::TooManyPixels(4000, 1));
        assert_eq!(
            Logo::read(&vec![b' '; Logo::MOST_BYTES + 1]).unwrap_err(),
            BrandError::TooLarge(Logo::MOST_BYTES + 1)
        );
        for wrong in [&b""[..], b"GIF89a", b"\x89PNG broken", b"<svg", b"<html></html>"] {
            assert!(matches!(Logo::read(wrong), Err(BrandError::Unreadable(_))), "{wrong:?}");
        }
    }
}
