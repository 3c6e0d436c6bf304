-- Pictures that Telegram keeps: a picture is drawn and uploaded once.
CREATE TABLE pictures (
    -- What it is known by: see picture::Studio::key.
    key TEXT PRIMARY KEY,
    -- What it shows, as a button carries it.
    view TEXT NOT NULL,
    -- Telegram's file_id.
    file TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- Posts with a picture over them.
ALTER TABLE channels ADD COLUMN card BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE drafts ADD COLUMN card BOOLEAN NOT NULL DEFAULT FALSE;
