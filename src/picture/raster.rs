//! Makes a PNG of a picture.

use resvg::{tiny_skia, usvg};

use super::Size;
use super::brand::{Drawing, Logo};
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
pub(super) fn png(svg: &str, size: Size, logo: Option<(&Logo, [f32; 4])>) -> Vec<u8> {
    let (width, height) = size.pixels();
    let tree = usvg::Tree::from_str(svg, &options()).expect("a picture of ours is sound SVG");
    let mut pixels = tiny_skia::Pixmap::new(width, height).expect("a picture has a size");
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    if let Some((logo, place)) = logo {
        draw_logo(logo, place, &mut pixels);
    }
    encode(&pixels)
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

/// The file: without transparency, and packed for speed, since Telegram packs photos anew anyway.
fn encode(pixels: &tiny_skia::Pixmap) -> Vec<u8> {
    let opaque: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut file = Vec::with_capacity(128 << 10);
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().expect("a vector takes any bytes");
    writer.write_image_data(&opaque).expect("there are as many bytes as the header says");
    writer.finish().expect("a vector takes any bytes");
    file
}
