-- expand: what capture keeps so that mail is neither lost nor counted wrongly.

-- listed_at: until when all was read that the mailbox has sent; a reading without a cursor begins there at the latest.
ALTER TABLE mailboxes ADD COLUMN listed_at timestamptz;
GRANT UPDATE (listed_at) ON mailboxes TO tenth_app;

-- working_since: of the turn that is under way; worked_ms: of all turns up to the last batch that was stored.
ALTER TABLE scans
    ADD COLUMN worked_ms bigint NOT NULL DEFAULT 0,
    ADD COLUMN working_since timestamptz;
-- An automatic scan that has read nothing makes way for the next one.
GRANT DELETE ON scans TO tenth_app;

-- scan_id: of the scan that has found it. version: raised by each change, so that nobody undoes another's unseen.
ALTER TABLE proposals
    ADD COLUMN scan_id uuid,
    ADD COLUMN version integer NOT NULL DEFAULT 1;
