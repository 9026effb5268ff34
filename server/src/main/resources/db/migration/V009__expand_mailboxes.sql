-- expand: mailboxes that are connected to a mail service.

-- connection: sealed JSON of io.tenth.mail.Connection. cursor: sealed; what the service gave to go on from. backfilled_to: all that
-- was sent since this time has been read. problem: a sentence for the owner; null while the mailbox is well. A mailbox that was
-- removed keeps its row, since messages name it, and nothing else: its name becomes its id.
ALTER TABLE mailboxes
    DROP CONSTRAINT mailboxes_kind_check,
    ADD CONSTRAINT mailboxes_kind_check CHECK (kind IN ('file', 'folder', 'imap', 'gmail', 'graph')),
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN state text NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'reconnect', 'failing')),
    ADD COLUMN problem text CHECK (length(problem) <= 500),
    ADD COLUMN connection bytea,
    ADD COLUMN cursor bytea,
    ADD COLUMN backfilled_to timestamptz,
    ADD COLUMN last_scan_at timestamptz,
    ADD COLUMN removed_at timestamptz,
    ADD CHECK (problem IS NULL OR state <> 'ok'),
    ADD CHECK (removed_at IS NULL OR (connection IS NULL AND cursor IS NULL));
GRANT UPDATE (name, version, state, problem, connection, cursor, backfilled_to, last_scan_at, removed_at)
    ON mailboxes TO tenth_app;

-- What was read out of a removed mailbox is forgotten, but for what became time.
GRANT DELETE ON messages, proposals, scan_errors TO tenth_app;
GRANT UPDATE (subject, recipients) ON messages TO tenth_app;
