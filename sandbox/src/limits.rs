//! The limits of the Bot API, as its documentation and the official server have them.

/// Characters (code points) of a message's text after its entities are parsed.
pub(crate) const TEXT_CHARS: usize = 4096;
/// Bytes of a text or caption before its entities are parsed.
pub(crate) const RAW_TEXT_BYTES: usize = 1 << 15;
/// Characters of a caption after its entities are parsed.
pub(crate) const CAPTION_CHARS: usize = 1024;
/// Characters of what a reply quotes, after its entities are parsed.
pub(crate) const QUOTE_CHARS: usize = 1024;
/// Entities of one message; those beyond are dropped without a word.
pub(crate) const ENTITIES: usize = 100;
/// Bytes of a button's callback data, at least one.
pub(crate) const CALLBACK_DATA_BYTES: usize = 64;
/// Characters that a button copies, at least one.
pub(crate) const COPY_TEXT_CHARS: usize = 256;
/// Characters of an answer to a pressed button.
pub(crate) const CALLBACK_ANSWER_CHARS: usize = 200;
/// Results of one inline answer.
pub(crate) const INLINE_RESULTS: usize = 50;
/// Bytes of an inline result's id, at least one.
pub(crate) const RESULT_ID_BYTES: usize = 64;
/// Bytes of an inline answer's `next_offset`.
pub(crate) const NEXT_OFFSET_BYTES: usize = 64;
/// Characters of an inline query that reach the bot.
pub(crate) const INLINE_QUERY_CHARS: usize = 256;
/// Characters of a start parameter, of `A-Za-z0-9_-`.
pub(crate) const START_PARAMETER_CHARS: usize = 64;
/// Commands of one scope and language.
pub(crate) const COMMANDS: usize = 100;
/// Characters of a command's name.
pub(crate) const COMMAND_CHARS: usize = 32;
/// Characters of a command's description.
pub(crate) const COMMAND_DESCRIPTION_CHARS: usize = 256;
/// Updates of one getUpdates answer.
pub(crate) const UPDATES: i64 = 100;
/// Seconds that getUpdates waits at most.
pub(crate) const POLL_SECONDS: i64 = 50;
/// Seconds that an update waits for the bot: 24 hours, counted by the official server from the event.
pub(crate) const UPDATE_SECONDS: i64 = 24 * 60 * 60;
/// Seconds that an inline query waits for the bot.
pub(crate) const INLINE_QUERY_SECONDS: i64 = 30;
/// Seconds that a pressed button waits for the bot; it may be too old to be answered before (that time is not published).
pub(crate) const CALLBACK_QUERY_SECONDS: i64 = 150;
/// Seconds that the news of a chosen result waits for the bot.
pub(crate) const CHOSEN_RESULT_SECONDS: i64 = 600;
/// Connections to a webhook at once: unless the bot says otherwise, and at most.
pub(crate) const WEBHOOK_CONNECTIONS: i64 = 40;
pub(crate) const MAX_WEBHOOK_CONNECTIONS: i64 = 100;
/// Characters of a webhook's secret token, of `A-Za-z0-9_-`.
pub(crate) const SECRET_TOKEN_CHARS: usize = 256;
/// Bytes of a request, and so of all that it uploads.
pub(crate) const REQUEST_BYTES: usize = 50 * 1024 * 1024;
/// Bytes of a photo.
pub(crate) const PHOTO_BYTES: usize = 10 * 1024 * 1024;
/// Width and height of a photo together, in pixels.
pub(crate) const PHOTO_SIDES: usize = 10_000;
/// How many times longer than the other a side of a photo may be.
pub(crate) const PHOTO_RATIO: usize = 20;
/// Bytes of a file that a bot can fetch, and of a document that Telegram fetches from an address.
pub(crate) const DOWNLOAD_BYTES: usize = 20 * 1024 * 1024;
/// Bytes of a photo that Telegram fetches from an address.
pub(crate) const FETCHED_PHOTO_BYTES: usize = 5 * 1024 * 1024;
/// Items of one album.
pub(crate) const ALBUM: usize = 10;
/// Characters of the bot's name, description and short description.
pub(crate) const BOT_NAME_CHARS: usize = 64;
pub(crate) const BOT_DESCRIPTION_CHARS: usize = 512;
pub(crate) const BOT_SHORT_DESCRIPTION_CHARS: usize = 120;
/// Messages of one deleteMessages.
pub(crate) const MESSAGE_IDS: usize = 100;
/// Keys of one row; those beyond are dropped without a word.
pub(crate) const KEYS_OF_ROW: usize = 12;
/// Characters of what stands in an empty input.
pub(crate) const PLACEHOLDER_CHARS: usize = 64;
/// Buttons under one message.
pub(crate) const BUTTONS: usize = 100;
