-- expand: conversations with the assistant, the turn that runs, and who lets a language model take part.

-- title: sealed.
CREATE TABLE conversations (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    conversation_id uuid NOT NULL,
    title bytea NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, conversation_id)
);
CREATE INDEX conversations_latest ON conversations (user_id, updated_at DESC, conversation_id DESC);
ALTER TABLE conversations ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON conversations USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE, UPDATE (title, updated_at) ON conversations TO tenth_app;

-- parts: the parts of a UI message, as JSON, sealed. door: how an answer was made.
CREATE TABLE conversation_messages (
    user_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    message_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('user', 'assistant')),
    door text CHECK (door IN ('chat', 'plain')),
    parts bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, conversation_id, message_id),
    FOREIGN KEY (user_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
ALTER TABLE conversation_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON conversation_messages USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE, UPDATE (door, parts) ON conversation_messages TO tenth_app;

-- A person's latest turn: one row, so that a second one cannot run beside it. Past leased_until, its node is gone.
CREATE TABLE chat_turns (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    turn_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    message_id uuid NOT NULL,
    is_over boolean NOT NULL DEFAULT FALSE,
    is_halted boolean NOT NULL DEFAULT FALSE,
    leased_until timestamptz NOT NULL,
    UNIQUE (user_id, turn_id),
    FOREIGN KEY (user_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
);
ALTER TABLE chat_turns ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat_turns FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON chat_turns USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE, UPDATE ON chat_turns TO tenth_app;

-- What the turn has said, for those who come later or from another node: chunks of the stream, a line each, sealed.
CREATE TABLE turn_chunks (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    turn_id uuid NOT NULL,
    batch integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (user_id, turn_id, batch)
);
ALTER TABLE turn_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE turn_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON turn_chunks USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON turn_chunks TO tenth_app;

-- host: of the language model that the person lets take part; another one has to be agreed to anew.
CREATE TABLE assistant_models (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    host text NOT NULL CHECK (length(host) <= 300),
    agreed_at timestamptz NOT NULL
);
ALTER TABLE assistant_models ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistant_models FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON assistant_models USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE, UPDATE ON assistant_models TO tenth_app;
