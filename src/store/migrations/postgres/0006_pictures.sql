-- Pictures that Telegram keeps: a picture is drawn and uploaded once.
CREATE TABLE pictures (
    -- What it is known by: see picture::Studio::key.
    key TEXT PRIMARY KEY,
    -- Telegram's file_id.
    file TEXT NOT NULL,
    at BIGINT NOT NULL
);
