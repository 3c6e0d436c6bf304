-- The messages that show something of an article and can be kept like it.
CREATE TABLE posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Where it stands: a chat and a message, or a message that was sent by way of an inline result.
    chat BIGINT,
    message BIGINT,
    inline_message TEXT,
    -- private, group or channel; nothing for an inline message.
    place TEXT,
    -- The language of the words around it.
    language TEXT NOT NULL,
    article TEXT NOT NULL,
    -- Which revision of the article stands in it, and what of it.
    revision BIGINT NOT NULL,
    view TEXT NOT NULL,
    -- When it was sent, and when it was corrected last.
    at BIGINT NOT NULL,
    corrected BIGINT,
    -- Until when it is kept like the article; without it, always.
    until BIGINT
);
CREATE UNIQUE INDEX posts_message ON posts (chat, message);
CREATE UNIQUE INDEX posts_inline ON posts (inline_message);
CREATE INDEX posts_article ON posts (article, revision);
CREATE INDEX posts_until ON posts (until);
