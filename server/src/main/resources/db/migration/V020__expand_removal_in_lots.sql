-- expand: what is removed goes lot by lot, after it was said to be gone; and what a dismissed doubt was about.

-- emptied_at: since when nothing is left of a removed mailbox but what became time. removal_id: the request that has removed it.
ALTER TABLE mailboxes
    ADD COLUMN emptied_at timestamptz,
    ADD COLUMN removal_id text;
GRANT UPDATE (emptied_at, removal_id) ON mailboxes TO tenth_app;
-- A file that was given up. Its pieces go after it.
ALTER TABLE uploads ADD COLUMN removed_at timestamptz;

-- What was removed so far went at once. The policies hold the owner too, so they are lifted for this statement.
ALTER TABLE mailboxes NO FORCE ROW LEVEL SECURITY;
UPDATE mailboxes SET emptied_at = removed_at WHERE removed_at IS NOT NULL;
ALTER TABLE mailboxes FORCE ROW LEVEL SECURITY;

-- reason: of io.tenth.capture.Doubt.Reason, small; empty where it was not kept, and then the two are never doubted.
ALTER TABLE dismissed_doubts
    ADD COLUMN reason text NOT NULL DEFAULT '',
    DROP CONSTRAINT dismissed_doubts_pkey,
    ADD PRIMARY KEY (user_id, proposal_id, other_id, reason);

-- A dismissal goes with either of the two; with its proposal by its key.
CREATE FUNCTION forget_dismissals_beside_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM dismissed_doubts d USING gone WHERE d.user_id = gone.user_id AND d.other_id = gone.proposal_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_dismissals AFTER DELETE ON proposals REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION forget_dismissals_beside_proposals();
CREATE FUNCTION forget_dismissals_beside_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM dismissed_doubts d USING gone WHERE d.user_id = gone.user_id AND d.other_id = gone.entry_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_dismissals AFTER DELETE ON time_entries REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION forget_dismissals_beside_entries();
