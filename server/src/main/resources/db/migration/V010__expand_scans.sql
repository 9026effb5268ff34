-- expand: scans of connected mailboxes, and what each mailbox's reading has seen.

-- A scan reads an uploaded file (upload_id) or the mail that a mailbox has sent since a time.
-- most: how many messages it reads at most. automatic: started by the clock; only such a scan moves the mailbox's cursor.
-- anew: reads again what was seen before. messages_passed: seen before and passed over, counted anew by each worker of a
-- mailbox's scan, since each lists the mailbox anew. calls: of the mail service.
ALTER TABLE scans
    ALTER COLUMN upload_id DROP NOT NULL,
    ALTER COLUMN bytes_total SET DEFAULT 0,
    ADD COLUMN since timestamptz,
    ADD COLUMN most integer CHECK (most > 0),
    ADD COLUMN automatic boolean NOT NULL DEFAULT FALSE,
    ADD COLUMN anew boolean NOT NULL DEFAULT FALSE,
    ADD COLUMN messages_passed integer NOT NULL DEFAULT 0,
    ADD COLUMN messages_listed integer NOT NULL DEFAULT 0,
    ADD COLUMN calls integer NOT NULL DEFAULT 0,
    ADD CHECK (upload_id IS NOT NULL OR (since IS NOT NULL AND most IS NOT NULL));
CREATE UNIQUE INDEX scans_one_active ON scans (user_id, mailbox_id) WHERE upload_id IS NULL AND state IN ('queued', 'running');
CREATE INDEX scans_active ON scans (user_id) WHERE state IN ('queued', 'running');

-- key: a keyed hash of what names the message in its mailbox: for a file the digest of its bytes, else the service's key.
-- message_id is null for one that could not be read; it is read again by another version (analysed_by). scan_id: its latest
-- reading.
CREATE TABLE seen (
    user_id uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    key bytea NOT NULL,
    message_id uuid,
    scan_id uuid NOT NULL,
    analysed_by text NOT NULL,
    PRIMARY KEY (user_id, mailbox_id, key),
    FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes ON DELETE CASCADE
);
ALTER TABLE seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE seen FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON seen USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON seen TO tenth_app;

-- What was found in messages, sealed. key: a keyed hash of the content, the engine's version and what it knew of the author.
CREATE TABLE analysis_cache (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    key bytea NOT NULL,
    value bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
ALTER TABLE analysis_cache ENABLE ROW LEVEL SECURITY;
ALTER TABLE analysis_cache FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON analysis_cache USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON analysis_cache TO tenth_app;
