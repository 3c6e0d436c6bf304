-- The clock of a chat: a name of the IANA database of time zones; without one, that of Almaty.
ALTER TABLE chats ADD COLUMN zone TEXT;

-- What chats follow.
CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat BIGINT NOT NULL,
    -- The topic of a group; 0 where there is none.
    thread BIGINT NOT NULL,
    -- private or group
    place TEXT NOT NULL,
    -- all, speaker, topic or words, and which.
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    -- The user id of who asked for it.
    made_by BIGINT
);
CREATE UNIQUE INDEX follows_what ON follows (chat, thread, kind, words);

-- When chats are told of what they follow; those without a row, at once.
CREATE TABLE rhythms (
    chat BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    -- The hour of a digest and its days, a bit for each, Monday first; without them, at once.
    hour BIGINT,
    days BIGINT,
    -- Hours of rest: from one until another.
    quiet_from BIGINT,
    quiet_to BIGINT,
    silent BOOLEAN NOT NULL,
    PRIMARY KEY (chat, thread)
);

-- Messages with what was found for those who follow it.
CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Its key in the outbox.
    key TEXT NOT NULL UNIQUE,
    chat BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    place TEXT NOT NULL,
    language TEXT NOT NULL,
    -- The message, as soon as it is there.
    message BIGINT,
    made_at BIGINT NOT NULL,
    -- When it was corrected last.
    corrected BIGINT
);
CREATE INDEX digests_chat ON digests (chat, thread);

-- What was found for those who follow it: each thing once for a chat and topic.
CREATE TABLE finds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    article TEXT NOT NULL,
    -- Which revision of the article is seen, and what of it.
    revision BIGINT NOT NULL,
    view TEXT NOT NULL,
    -- Up to which revision it is known whether that is still so.
    checked BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    -- The message in which it stands, and what is seen of it there; nothing while it is still to be told.
    digest BIGINT,
    html TEXT
);
CREATE UNIQUE INDEX finds_once ON finds (chat, thread, article, view);
CREATE INDEX finds_digest ON finds (digest, id);
CREATE INDEX finds_article ON finds (article, checked);

-- Up to which of its revisions each article was looked through for news.
CREATE TABLE looked (
    article TEXT PRIMARY KEY,
    revision BIGINT NOT NULL
);
