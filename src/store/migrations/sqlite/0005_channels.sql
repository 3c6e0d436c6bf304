-- Channels in which editors let Derek post.
CREATE TABLE channels (
    chat BIGINT PRIMARY KEY,
    title TEXT NOT NULL,
    -- Without @; nothing for a private channel.
    username TEXT,
    -- The language of its posts.
    language TEXT NOT NULL,
    -- What becomes of each new article: none, propose or post.
    rule TEXT NOT NULL,
    silent BOOLEAN NOT NULL,
    pin BOOLEAN NOT NULL,
    -- Whether Derek has the right to post there now.
    may_post BOOLEAN NOT NULL,
    -- The editor who made Derek an administrator, and when.
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);

-- Posts that editors look at before they leave.
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Made once: for whom and of what.
    key TEXT NOT NULL UNIQUE,
    channel BIGINT NOT NULL,
    article TEXT NOT NULL,
    language TEXT NOT NULL,
    silent BOOLEAN NOT NULL,
    pin BOOLEAN NOT NULL,
    made_at BIGINT NOT NULL
);
