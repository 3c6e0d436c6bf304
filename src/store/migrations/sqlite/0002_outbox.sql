-- What is to leave: messages to send, edit or delete that nobody waits for.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Makes it unique.
    key TEXT NOT NULL UNIQUE,
    -- send, edit or delete
    what TEXT NOT NULL,
    -- Within a lane one thing leaves after the other: a chat's lane is its id.
    lane BIGINT NOT NULL,
    -- Nothing for an inline message.
    chat BIGINT,
    -- private, group or channel; empty for an inline message
    place TEXT NOT NULL,
    thread BIGINT,
    message BIGINT,
    inline_message TEXT,
    -- answer, digest or channel
    post TEXT NOT NULL,
    -- What is to be seen, as whoever renders it writes and reads it.
    view TEXT NOT NULL,
    article TEXT,
    revision BIGINT,
    language TEXT NOT NULL,
    -- JSON.
    options TEXT NOT NULL,
    -- Its place in its lane.
    due BIGINT NOT NULL,
    -- When it may be tried; later than due where it was tried before.
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    -- The editor's user id.
    made_by BIGINT,
    -- waiting, flying, unsure or failed
    state TEXT NOT NULL
);
CREATE INDEX outbox_lane ON outbox (lane, state, due, id);
CREATE INDEX outbox_editor ON outbox (made_by, due, id) WHERE made_by IS NOT NULL;
CREATE INDEX outbox_not_waiting ON outbox (state, id) WHERE state <> 'waiting';

-- The lanes in which something waits and nothing is flying.
CREATE TABLE outbox_lanes (
    lane BIGINT PRIMARY KEY,
    -- When its first row was due, and when to look at it.
    due BIGINT NOT NULL,
    next BIGINT NOT NULL
);
CREATE INDEX outbox_lanes_next ON outbox_lanes (next, lane);

-- What has left or was given up, so that it does not leave again when it is asked for again.
CREATE TABLE outbox_done (
    key TEXT PRIMARY KEY,
    -- The id of the new message.
    message BIGINT,
    at BIGINT NOT NULL
);
CREATE INDEX outbox_done_at ON outbox_done (at);
