//! Which encoding a text is in: by its byte order mark, by being UTF-8, by the zero bytes of UTF-16, or by what its
//! letters would be in the Cyrillic encodings of one byte a letter.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use super::Unreadable;

/// The text of some bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf_16(bytes) {
        return whole(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return plausible(text.to_owned());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"kz"), Utf8Detection::Deny);
    if [WINDOWS_1251, KOI8_U, KOI8_R, WINDOWS_1252].contains(&guess) {
        whole(guess, bytes)
    } else {
        Err(Unreadable::NoText)
    }
}

/// All of the bytes in this encoding, or nothing.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Unreadable> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    plausible(text.ok_or(Unreadable::NoText)?.into_owned())
}

/// A text without characters that no text has.
fn plausible(text: String) -> Result<String, Unreadable> {
    let strange = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    if text.contains(strange) { Err(Unreadable::NoText) } else { Ok(text) }
}

/// UTF-16 without a mark: the high bytes of Latin and Cyrillic letters are 0 and 4, and nearly all letters are of these.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let high = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count();
    let most = sample.len() / 2 * 9 / 10;
    match (high(1), high(0)) {
        (little, big) if little > most && big < little / 2 => Some(UTF_16LE),
        (little, big) if big > most && little < big / 2 => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Глава государства заявил: «Мы построили 2 334 школы – это много».\nОн говорил долго.";
    const KAZAKH: &str = "Мемлекет басшысы: «Ауылдың ертеңі – елдің ертеңі», – деді.";

    fn utf_16_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn a_text_is_read_in_its_encoding() {
        let in_one_byte = |encoding: &'static Encoding| encoding.encode(RUSSIAN).0.into_owned();
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for (bytes, text) in [
            (RUSSIAN.as_bytes().to_vec(), RUSSIAN),
            (marked(b"\xef\xbb\xbf", KAZAKH.into()), KAZAKH),
            (utf_16_bytes(RUSSIAN, u16::to_le_bytes), RUSSIAN),
            (utf_16_bytes(KAZAKH, u16::to_be_bytes), KAZAKH),
            (marked(b"\xff\xfe", utf_16_bytes(KAZAKH, u16::to_le_bytes)), KAZAKH),
            (utf_16_bytes("Only English here.", u16::to_le_bytes), "Only English here."),
            (in_one_byte(WINDOWS_1251), RUSSIAN),
            (b"caf\xe9 is a French word, na\xefve too".to_vec(), "café is a French word, naïve too"),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
        let koi = "Глава государства заявил: мы построили 2 334 школы.";
        assert_eq!(decode(&KOI8_R.encode(koi).0).as_deref(), Ok(koi));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"\x7fELF\x02\x01\x01\0", b"\0\0\0\0", b"a\0b"] {
            assert_eq!(decode(bytes), Err(Unreadable::NoText), "{bytes:?}");
        }
    }
}
