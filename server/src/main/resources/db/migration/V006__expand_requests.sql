-- expand: what is remembered of a request that came with an Idempotency-Key (io.tenth.request.IdempotencyKeys).
-- key_hash and fingerprint are keyed hashes, the body is sealed: neither the key that a program chose nor what it sent or was
-- told can be read here. attempt names one try; only the try that holds the row may mark it or answer it.

CREATE TABLE idempotency_keys (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    key_hash text NOT NULL,
    fingerprint text NOT NULL,
    attempt uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('in_flight', 'carried_out', 'answered')),
    status integer CHECK (status BETWEEN 200 AND 499),
    content_type text,
    location text,
    etag text,
    body bytea,
    claimed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key_hash),
    CHECK ((state = 'answered') = (status IS NOT NULL)),
    CHECK ((state = 'answered') = (body IS NOT NULL))
);
CREATE INDEX idempotency_keys_by_end ON idempotency_keys (expires_at);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotency_keys USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
-- The product itself forgets what has expired, whosever it is, and can reach nothing else.
CREATE POLICY expired_seen ON idempotency_keys FOR SELECT USING (tenth_role() = 'program' AND expires_at <= now());
CREATE POLICY expired_forgotten ON idempotency_keys FOR DELETE USING (tenth_role() = 'program' AND expires_at <= now());
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO tenth_app;
