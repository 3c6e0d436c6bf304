-- Times are milliseconds since 1970, UTC.

-- What is known of a chat.
CREATE TABLE chats (
    id BIGINT PRIMARY KEY,
    -- private, group or channel
    place TEXT NOT NULL,
    -- The language chosen or settled, and the article chosen last.
    language TEXT,
    article TEXT,
    -- Since when it refuses all that is sent to it.
    refuses_since BIGINT
);

-- Groups that became supergroups: the id of each before.
CREATE TABLE moves (
    before BIGINT PRIMARY KEY,
    after BIGINT NOT NULL,
    at BIGINT NOT NULL
);

-- All that each article ever said: one row for each change of one edition.
CREATE TABLE revisions (
    article TEXT NOT NULL,
    -- Counts the changes of the article, from 1.
    number BIGINT NOT NULL,
    language TEXT NOT NULL,
    -- The article file as it was read; nothing when the edition was withdrawn.
    text TEXT,
    -- SHA-256 of it; empty when there is none.
    hash TEXT NOT NULL,
    -- The file's name.
    origin TEXT NOT NULL,
    -- The date of publication, by which articles are ordered.
    published TEXT,
    at BIGINT NOT NULL,
    -- Whether it is what the edition says now.
    latest BOOLEAN NOT NULL,
    PRIMARY KEY (article, number)
);
CREATE UNIQUE INDEX revisions_latest ON revisions (article, language) WHERE latest;

-- The updates that were handled lately, so that a repeat is known after a restart.
CREATE TABLE updates (
    bot BIGINT NOT NULL,
    id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (bot, id)
);
CREATE INDEX updates_at ON updates (at);

-- What editors did.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    -- The editor's user id.
    who BIGINT NOT NULL,
    act TEXT NOT NULL,
    -- JSON.
    what TEXT NOT NULL
);
