-- expand: what an assistant may do, what of it waits for a yes, and the words that asked.

CREATE TABLE assistant_policies (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    policy text NOT NULL CHECK (policy IN ('read_only', 'propose', 'act')),
    updated_at timestamptz NOT NULL
);
ALTER TABLE assistant_policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistant_policies FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON assistant_policies USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE ON assistant_policies TO tenth_app;

-- The firm's, in the one row that there can be. Everybody reads it, since it binds everybody.
CREATE TABLE firm_assistant_policy (
    only_one boolean PRIMARY KEY DEFAULT TRUE CHECK (only_one),
    policy text NOT NULL CHECK (policy IN ('read_only', 'propose', 'act')),
    updated_at timestamptz NOT NULL
);
ALTER TABLE firm_assistant_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE firm_assistant_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY bound ON firm_assistant_policy FOR SELECT USING (tenth_user() IS NOT NULL);
CREATE POLICY keeping ON firm_assistant_policy USING (tenth_role() = 'admin') WITH CHECK (tenth_role() = 'admin');
GRANT SELECT, INSERT, UPDATE ON firm_assistant_policy TO tenth_app;

-- arguments, words, will_do: sealed. origin: the conversation or the client. state: 'waiting' past its "until" has expired; 'carried' past
-- its "carried_until" waits again, since whoever carried it out has died.
CREATE TABLE waiting_calls (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    call_id uuid NOT NULL,
    tool text NOT NULL CHECK (length(tool) <= 64),
    arguments bytea NOT NULL,
    words bytea NOT NULL,
    will_do bytea NOT NULL,
    door text NOT NULL CHECK (door IN ('chat', 'mcp', 'api', 'plain')),
    origin text CHECK (length(origin) <= 200),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'carried', 'done', 'refused', 'declined')),
    carried_until timestamptz,
    until timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, call_id)
);
ALTER TABLE waiting_calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE waiting_calls FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON waiting_calls USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE, UPDATE (state, carried_until) ON waiting_calls TO tenth_app;

-- The words by which a person had an assistant call a tool, sealed; the event of the call in the audit log has a keyed hash of them.
CREATE TABLE asked_words (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    call_id uuid NOT NULL,
    words bytea NOT NULL,
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, call_id)
);
ALTER TABLE asked_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE asked_words FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON asked_words USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON asked_words TO tenth_app;
