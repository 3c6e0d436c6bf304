//! The ids of files: like those of Telegram they are base64url, and tell in their last byte how they are written.

use base64::{
    DecodeError, Engine,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

/// Telegram writes ids without padding and reads them either way.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_encode_padding(false).with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The ways to write an id that the official server knows; the last is that of today.
const WRITINGS: [u8; 3] = [2, 3, 4];

/// The version that stands before the last byte of an id.
const VERSION: u8 = 53;

/// The id of a file, for `kind` as Telegram numbers the kinds. `salt` tells this sandbox from others, so that an id
/// which a bot kept from another run is unknown here and not another file.
pub(super) fn file_id(kind: u8, salt: u64, number: u64) -> String {
    let mut bytes = vec![kind, 0, 2];
    bytes.extend(salt.to_be_bytes());
    bytes.extend(number.to_be_bytes());
    bytes.extend([0, 0, 0, VERSION, WRITINGS[2]]);
    BASE64.encode(bytes)
}

/// The `file_unique_id` of a file.
pub(super) fn unique_id(kind: u8, salt: u64, number: u64) -> String {
    let [.., a, b, c, d] = salt.to_be_bytes();
    let mut bytes = vec![kind, 0, a, b, c, d];
    bytes.extend(number.to_be_bytes());
    BASE64.encode(bytes)
}

/// Why nobody can read this as an id, in the words of the official server (td: `FileManager::from_persistent_id`);
/// `None` for an id that may well be one.
pub(crate) fn why_unreadable(id: &str) -> Option<&'static str> {
    if id.trim_end_matches('=').len() % 4 == 1 {
        return Some("Wrong string length");
    }
    match BASE64.decode(id) {
        Ok(bytes) if bytes.last().is_some_and(|last| WRITINGS.contains(last)) => None,
        Ok(_) => Some("can't unserialize it. Wrong last symbol"),
        Err(DecodeError::InvalidByte(..)) => Some("Wrong character in the string"),
        Err(DecodeError::InvalidLastSymbol(..)) => Some("Wrong padding in the string"),
        Err(DecodeError::InvalidLength(_)) => Some("Wrong string length"),
        Err(DecodeError::InvalidPadding) => Some("Wrong padding length"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_nobody_wrote_is_told_from_one_that_is_unknown() {
        assert_eq!(file_id(2, 7, 1).len(), 32);
        assert_ne!(unique_id(2, 7, 1), unique_id(2, 7, 2));
        for (id, why) in [
            (file_id(2, 7, 1).as_str(), None),
            (
                "AgACAgQAAx0CQHFcHgACEateqe9vV361d-hSNkNntnV7aETULwAC8rMxGyUpUVFO8gx7GpGs45Mk5SJdAAMBAAMCAANtAAN-ZwEAARgE",
                None,
            ),
            ("x", Some("Wrong string length")),
            ("hello", Some("Wrong string length")),
            ("héé", Some("Wrong string length")),
            ("a b c d ", Some("Wrong character in the string")),
            ("ab", Some("Wrong padding in the string")),
            ("AAAA", Some("can't unserialize it. Wrong last symbol")),
        ] {
            assert_eq!(why_unreadable(id), why, "{id}");
        }
    }
}
