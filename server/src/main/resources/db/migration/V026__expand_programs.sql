-- expand: programs that people connect by OAuth, and what each of them was allowed. Of a secret only its hash is here.

-- They register themselves, and belong to nobody. used_at: when it last got a token; null for one that nobody has allowed anything yet.
CREATE TABLE programs (
    client_id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    redirect_uris text[] NOT NULL CHECK (cardinality(redirect_uris) BETWEEN 1 AND 10),
    created_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX programs_unused ON programs (created_at) WHERE used_at IS NULL;

-- One for each time that a person is asked. It waits for the person (consent_hash), then for the program (code_hash), and then has
-- tokens; a program that is ended, or that uses a code or a token twice, loses the row. asked_state is the program's, until it has it
-- back. expires_at: when nothing of it is good any more.
CREATE TABLE program_grants (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    grant_id uuid NOT NULL,
    client_id uuid NOT NULL REFERENCES programs ON DELETE CASCADE,
    resource text NOT NULL CHECK (length(resource) <= 500),
    redirect_uri text NOT NULL CHECK (length(redirect_uri) <= 500),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    challenge text NOT NULL CHECK (challenge ~ '^[0-9A-Za-z_-]{43}$'),
    asked_state text CHECK (length(asked_state) <= 2000),
    consent_hash text UNIQUE CHECK (consent_hash ~ '^[0-9a-f]{64}$'),
    code_hash text UNIQUE CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    code_used boolean NOT NULL DEFAULT FALSE,
    access_hash text UNIQUE CHECK (access_hash ~ '^[0-9a-f]{64}$'),
    access_scopes text[],
    access_expires_at timestamptz,
    refresh_hash text UNIQUE CHECK (refresh_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL,
    allowed_at timestamptz,
    used_at timestamptz,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, grant_id)
);
CREATE INDEX program_grants_by_program ON program_grants (client_id);
CREATE INDEX program_grants_by_end ON program_grants (expires_at);
ALTER TABLE program_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_grants FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON program_grants USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
CREATE POLICY presented ON program_grants FOR SELECT
    USING (tenth_claim() IN (consent_hash, code_hash, access_hash, refresh_hash));
CREATE POLICY expired_seen ON program_grants FOR SELECT USING (tenth_role() = 'program' AND expires_at <= now());
CREATE POLICY expired_forgotten ON program_grants FOR DELETE USING (tenth_role() = 'program' AND expires_at <= now());
GRANT SELECT, INSERT, DELETE ON program_grants TO tenth_app;
GRANT UPDATE (scopes, asked_state, consent_hash, code_hash, code_used, access_hash, access_scopes, access_expires_at, refresh_hash,
    allowed_at, used_at, expires_at) ON program_grants TO tenth_app;

-- Refresh tokens that were replaced: whoever presents one has a copy.
CREATE TABLE program_spent_tokens (
    user_id uuid NOT NULL,
    token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    grant_id uuid NOT NULL,
    spent_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, token_hash),
    FOREIGN KEY (user_id, grant_id) REFERENCES program_grants ON DELETE CASCADE
);
CREATE INDEX program_spent_tokens_by_grant ON program_spent_tokens (user_id, grant_id);
ALTER TABLE program_spent_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_spent_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON program_spent_tokens USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
CREATE POLICY presented ON program_spent_tokens FOR SELECT USING (token_hash = tenth_claim());
GRANT SELECT, INSERT, DELETE ON program_spent_tokens TO tenth_app;

ALTER TABLE programs ENABLE ROW LEVEL SECURITY;
ALTER TABLE programs FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON programs USING (tenth_role() = 'program') WITH CHECK (tenth_role() = 'program');
CREATE POLICY connected ON programs FOR SELECT
    USING (client_id IN (SELECT g.client_id FROM program_grants g WHERE g.user_id = tenth_user()));
GRANT SELECT, INSERT, DELETE ON programs TO tenth_app;
GRANT UPDATE (used_at) ON programs TO tenth_app;
