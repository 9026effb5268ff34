-- expand: sessions that can be listed, renewed and ended; guesses counted by address; links for a forgotten password; tokens for
-- programs; accounts that an administrator changes.


-- Sessions -------------------------------------------------------------------------------------------------------------------

-- A browser's session is known by the hash of its cookie. A program's (kind api) is known by the id that its signed tokens name;
-- current_jti is the one refresh token that is good, previous_jti the one that it replaced at rotated_at.
ALTER TABLE sessions DROP CONSTRAINT sessions_pkey;
ALTER TABLE sessions
    ADD session_id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD kind text NOT NULL DEFAULT 'browser' CHECK (kind IN ('browser', 'api')),
    ADD current_jti uuid,
    ADD previous_jti uuid,
    ADD rotated_at timestamptz,
    ADD last_used_at timestamptz,
    ADD user_agent text NOT NULL DEFAULT '' CHECK (length(user_agent) <= 200),
    ADD address text NOT NULL DEFAULT '' CHECK (length(address) <= 100),
    ALTER token_hash DROP NOT NULL,
    ADD CHECK ((kind = 'browser') = (token_hash IS NOT NULL)),
    ADD CHECK ((kind = 'api') = (current_jti IS NOT NULL AND rotated_at IS NOT NULL)),
    ADD PRIMARY KEY (user_id, session_id);
CREATE POLICY administration ON sessions FOR SELECT USING (tenth_role() = 'admin');
CREATE POLICY administration_ends ON sessions FOR DELETE USING (tenth_role() = 'admin');
GRANT UPDATE (current_jti, previous_jti, rotated_at, last_used_at, expires_at, user_agent, address) ON sessions TO tenth_app;


-- Accounts -------------------------------------------------------------------------------------------------------------------

ALTER TABLE users
    ADD disabled boolean NOT NULL DEFAULT FALSE,
    ADD version integer NOT NULL DEFAULT 1;
CREATE POLICY administration_changes ON users FOR UPDATE
    USING (tenth_role() = 'admin') WITH CHECK (tenth_role() = 'admin');
GRANT UPDATE (role, disabled, version) ON users TO tenth_app;

-- What an account may do is an administrator's to change, and nothing else of somebody else's account is.
CREATE FUNCTION guard_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.role, NEW.disabled) IS DISTINCT FROM (OLD.role, OLD.disabled) AND tenth_role() <> 'admin' THEN
        RAISE insufficient_privilege USING MESSAGE = 'only an administrator changes what an account may do';
    END IF;
    IF (NEW.email, NEW.full_name, NEW.password_hash, NEW.zone)
            IS DISTINCT FROM (OLD.email, OLD.full_name, OLD.password_hash, OLD.zone)
            AND OLD.user_id IS DISTINCT FROM tenth_user() THEN
        RAISE insufficient_privilege USING MESSAGE = 'only its owner changes an account';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_account BEFORE UPDATE OF role, disabled, email, full_name, password_hash, zone ON users
    FOR EACH ROW EXECUTE FUNCTION guard_account();


-- Sign-ins -------------------------------------------------------------------------------------------------------------------

-- Guesses at passwords. counter: a hash of the address, however it is spelt, and of the device where that is known. Addresses
-- without an account are counted like the others, so that nothing tells them apart.
CREATE TABLE sign_in_attempts (
    counter text PRIMARY KEY CHECK (counter ~ '^[0-9a-f]{64}$'),
    failures integer NOT NULL,
    locked_until timestamptz,
    touched_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_by_age ON sign_in_attempts (touched_at);
ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY presented ON sign_in_attempts USING (counter = tenth_claim()) WITH CHECK (counter = tenth_claim());
CREATE POLICY housekeeping ON sign_in_attempts FOR SELECT USING (tenth_role() = 'program');
CREATE POLICY housekeeping_forgets ON sign_in_attempts FOR DELETE USING (tenth_role() = 'program');
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts TO tenth_app;

-- The one link with which a person sets a new password, once. Only its hash is kept.
CREATE TABLE password_resets (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
ALTER TABLE password_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_resets FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON password_resets USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
CREATE POLICY presented ON password_resets FOR SELECT USING (token_hash = tenth_claim());
CREATE POLICY administration ON password_resets
    USING (tenth_role() = 'admin') WITH CHECK (tenth_role() = 'admin');
GRANT SELECT, INSERT, UPDATE, DELETE ON password_resets TO tenth_app;
CREATE POLICY password_reset ON users FOR SELECT
    USING (user_id IN (SELECT r.user_id FROM password_resets r WHERE r.token_hash = tenth_claim()));


-- Tokens for programs --------------------------------------------------------------------------------------------------------

CREATE TABLE api_tokens (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    token_id uuid NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    last_used_at timestamptz,
    PRIMARY KEY (user_id, token_id)
);
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON api_tokens USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
CREATE POLICY presented ON api_tokens FOR SELECT USING (token_hash = tenth_claim());
GRANT SELECT, INSERT, DELETE ON api_tokens TO tenth_app;
GRANT UPDATE (last_used_at) ON api_tokens TO tenth_app;
CREATE POLICY api_token ON users FOR SELECT
    USING (user_id IN (SELECT t.user_id FROM api_tokens t WHERE t.token_hash = tenth_claim()));
