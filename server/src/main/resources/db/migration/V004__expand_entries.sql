-- expand: the timer, changes of time entries, and the undo of a delete.

ALTER TABLE time_entries ADD COLUMN version integer NOT NULL DEFAULT 1;

-- The keyset of a page of entries is their day and then their id.
DROP INDEX time_entries_by_day;
CREATE INDEX time_entries_by_day ON time_entries (user_id, work_date, entry_id);
CREATE INDEX time_entries_by_task ON time_entries (user_id, task_id, work_date, entry_id) WHERE task_id IS NOT NULL;

-- What was deleted rests here as it was, still sealed for its place in time_entries, until it is restored or forgotten.
CREATE TABLE deleted_time_entries (
    user_id uuid NOT NULL REFERENCES users,
    entry_id uuid NOT NULL,
    task_id uuid,
    matter_id uuid REFERENCES matters,
    work_date date NOT NULL,
    start_time timestamptz NOT NULL,
    end_time timestamptz,
    clock_known boolean NOT NULL,
    type text NOT NULL,
    billable boolean NOT NULL,
    description bytea NOT NULL,
    client_matter bytea,
    is_active boolean NOT NULL,
    proposal_id uuid,
    created_at timestamptz NOT NULL,
    version integer NOT NULL,
    deleted_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, entry_id),
    FOREIGN KEY (user_id, task_id) REFERENCES tasks ON DELETE SET NULL (task_id),
    FOREIGN KEY (user_id, proposal_id) REFERENCES proposals
);
ALTER TABLE deleted_time_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE deleted_time_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON deleted_time_entries USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON deleted_time_entries TO tenth_app;
