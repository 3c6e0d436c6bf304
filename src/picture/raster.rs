//! Makes a PNG of a picture.

use resvg::{tiny_skia, usvg};
use rustc_hash::FxHashMap;

use super::Size;
use super::brand::{Colour, Colours, Drawing, Logo};
use super::fonts;

/// How pictures are read: our fonts alone, nothing from outside.
pub(super) fn options() -> usvg::Options<'static> {
    usvg::Options {
        fontdb: fonts::database(),
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    }
}

/// Draws an SVG of ours, and the logo over it.
pub(super) fn png(svg: &str, size: Size, colours: Colours, logo: Option<(&Logo, [f32; 4])>) -> Vec<u8> {
    let (width, height) = size.pixels();
    let Colour(red, green, blue) = colours.background;
    let tree = usvg::Tree::from_str(svg, &options()).expect("a picture of ours is sound SVG");
    let mut pixels = tiny_skia::Pixmap::new(width, height).expect("a picture has a size");
    pixels.fill(tiny_skia::Color::from_rgba8(red, green, blue, 255));
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    match logo {
        Some((logo, place)) => {
            draw_logo(logo, place, &mut pixels);
            encode_full(&pixels)
        }
        None => encode(&pixels, colours),
    }
}

fn draw_logo(logo: &Logo, [x, y, width, height]: [f32; 4], on: &mut tiny_skia::Pixmap) {
    let into = |own_width: f32, own_height: f32| {
        tiny_skia::Transform::from_translate(x, y).pre_scale(width / own_width, height / own_height)
    };
    match &logo.drawing {
        Drawing::Vector(tree) => resvg::render(tree, into(tree.size().width(), tree.size().height()), &mut on.as_mut()),
        Drawing::Pixels(pixels) => {
            #[expect(clippy::cast_precision_loss, reason = "a side has few pixels")]
            let transform = into(pixels.width() as f32, pixels.height() as f32);
            let paint = tiny_skia::PixmapPaint { quality: tiny_skia::FilterQuality::Bicubic, ..Default::default() };
            on.draw_pixmap(0, 0, (**pixels).as_ref(), &paint, transform, None);
        }
    }
}

/// The file, packed for speed, since Telegram packs photos anew anyway.
///
/// A picture of ours has few colours: the background, and each ink in as many strengths as its edges have. So each pixel is one byte,
/// 0 for the background, which packs three times as fast as three bytes that are filtered; the strength is told to a 63rd, which
/// nobody sees.
fn encode(pixels: &tiny_skia::Pixmap, colours: Colours) -> Vec<u8> {
    let palette = palette(colours);
    let mut known: FxHashMap<[u8; 4], u8> = FxHashMap::default();
    let (mut last, mut place) = ([0; 4], 0);
    let mut indexed = Vec::with_capacity(pixels.data().len() / 4);
    for pixel in pixels.data().as_chunks::<4>().0 {
        if *pixel != last {
            last = *pixel;
            place = *known.entry(last).or_insert_with(|| nearest(&palette, last));
        }
        indexed.push(place);
    }
    let colours = palette.iter().flat_map(|Colour(red, green, blue)| [*red, *green, *blue]).collect::<Vec<u8>>();
    pack(pixels, &indexed, png::ColorType::Indexed, png::Filter::NoFilter, Some(colours))
}

/// The same where there is a logo, which may have any colours.
fn encode_full(pixels: &tiny_skia::Pixmap) -> Vec<u8> {
    let mut opaque = vec![0; pixels.data().len() / 4 * 3];
    for (to, from) in opaque.chunks_exact_mut(3).zip(pixels.data().chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
    }
    pack(pixels, &opaque, png::ColorType::Rgb, png::Filter::Up, None)
}

fn pack(
    pixels: &tiny_skia::Pixmap,
    data: &[u8],
    kind: png::ColorType,
    filter: png::Filter,
    palette: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut file = Vec::with_capacity(256 << 10);
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(kind);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(filter);
    if let Some(palette) = palette {
        encoder.set_palette(palette);
    }
    let mut writer = encoder.write_header().expect("a vector takes any bytes");
    writer.write_image_data(data).expect("there are as many bytes as the header says");
    writer.finish().expect("a vector takes any bytes");
    file
}

/// The background, and each ink on it from faint to full.
fn palette(colours: Colours) -> Vec<Colour> {
    const STRENGTHS: u8 = 63;
    let inks = [colours.text, colours.accent, colours.muted(), colours.faint()];
    let strengths = |ink: Colour| {
        (1..=STRENGTHS).map(move |part| ink.over(colours.background, f32::from(part) / f32::from(STRENGTHS)))
    };
    std::iter::once(colours.background).chain(inks.into_iter().flat_map(strengths)).collect()
}

/// The place of the colour that is most like a pixel.
fn nearest(palette: &[Colour], [red, green, blue, _]: [u8; 4]) -> u8 {
    let apart = |one: u8, two: u8| u32::from(one.abs_diff(two)).pow(2);
    let apart = |Colour(r, g, b): &Colour| apart(*r, red) + apart(*g, green) + apart(*b, blue);
    let place = palette.iter().enumerate().min_by_key(|(_, colour)| apart(colour)).map_or(0, |(place, _)| place);
    u8::try_from(place).unwrap_or(u8::MAX)
}
