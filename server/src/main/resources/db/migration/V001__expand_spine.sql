-- expand: the first schema.
-- Every table with a person's data has that person's id in its primary key and a forced policy on it. The policies read what
-- the transaction was told of the actor (io.tenth.store.RowSecurity); told nothing, they show nothing.

CREATE FUNCTION tenth_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('tenth.user_id', TRUE), '')::uuid;

CREATE FUNCTION tenth_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('tenth.role', TRUE), '');

-- What a visitor presents before anyone knows who it is: a lower-case address, or the hash of a secret in hexadecimal.
CREATE FUNCTION tenth_claim() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('tenth.claim', TRUE), '');


-- Accounts ------------------------------------------------------------------------------------------------------------------

CREATE TABLE users (
    user_id uuid PRIMARY KEY,
    email text NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
    full_name text NOT NULL CHECK (length(full_name) BETWEEN 2 AND 255),
    password_hash text NOT NULL,
    role text NOT NULL CHECK (role IN ('user', 'manager', 'auditor', 'admin')),
    zone text NOT NULL DEFAULT 'UTC',
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    last_login timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
CREATE POLICY sign_in ON users USING (lower(email) = tenth_claim()) WITH CHECK (lower(email) = tenth_claim());
CREATE POLICY administration ON users FOR SELECT USING (tenth_role() IN ('admin', 'program'));
-- What an account may do is not among the columns that the application can change.
GRANT SELECT, INSERT ON users TO tenth_app;
GRANT UPDATE (email, full_name, password_hash, zone, failed_attempts, locked_until, last_login, updated_at) ON users TO tenth_app;

-- A secret link with which an account is made, once. Only its hash is kept.
CREATE TABLE invitations (
    token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    role text NOT NULL CHECK (role IN ('user', 'manager', 'auditor', 'admin')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY presented ON invitations USING (token_hash = tenth_claim()) WITH CHECK (token_hash = tenth_claim());
CREATE POLICY administration ON invitations
    USING (tenth_role() IN ('admin', 'program')) WITH CHECK (tenth_role() IN ('admin', 'program'));
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO tenth_app;

CREATE TABLE sessions (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, token_hash)
);
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON sessions USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
CREATE POLICY presented ON sessions FOR SELECT USING (token_hash = tenth_claim());
GRANT SELECT, INSERT, DELETE ON sessions TO tenth_app;
CREATE POLICY session ON users FOR SELECT
    USING (user_id IN (SELECT sessions.user_id FROM sessions WHERE sessions.token_hash = tenth_claim()));

-- Each person's data key, wrapped by the key-encryption key. Without its row the person's sealed values cannot be read.
CREATE TABLE data_keys (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    wrapped_by text NOT NULL,
    seal_key bytea NOT NULL,
    mac_key bytea NOT NULL,
    created_at timestamptz NOT NULL
);
ALTER TABLE data_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON data_keys USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT ON data_keys TO tenth_app;


-- Audit: written in the transaction of the change that it records, never changed. ----------------------------------------------

CREATE TABLE audit_events (
    event_id uuid PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    user_id uuid,
    operation text NOT NULL,
    resource_type text NOT NULL,
    resource_id text NOT NULL,
    result text NOT NULL CHECK (result IN ('success', 'refused')),
    compliance_flags text[] NOT NULL,
    correlation_id text,
    details jsonb NOT NULL
);
CREATE INDEX audit_events_by_user ON audit_events (user_id, event_id);
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
CREATE POLICY append ON audit_events FOR INSERT WITH CHECK (user_id IS NOT DISTINCT FROM tenth_user());
CREATE POLICY own ON audit_events FOR SELECT USING (user_id = tenth_user());
CREATE POLICY auditing ON audit_events FOR SELECT USING (tenth_role() IN ('auditor', 'admin'));
GRANT SELECT, INSERT ON audit_events TO tenth_app;


-- The firm's directory of clients and matters: everybody who is signed in reads it and adds to it. -------------------------------

CREATE TABLE clients (
    client_id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    code text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 50),
    created_at timestamptz NOT NULL
);
ALTER TABLE clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE clients FORCE ROW LEVEL SECURITY;
CREATE POLICY firm ON clients USING (tenth_user() IS NOT NULL) WITH CHECK (tenth_user() IS NOT NULL);
GRANT SELECT, INSERT ON clients TO tenth_app;

CREATE TABLE matters (
    matter_id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES clients,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    number text NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 50),
    aliases text[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL
);
ALTER TABLE matters ENABLE ROW LEVEL SECURITY;
ALTER TABLE matters FORCE ROW LEVEL SECURITY;
CREATE POLICY firm ON matters USING (tenth_user() IS NOT NULL) WITH CHECK (tenth_user() IS NOT NULL);
GRANT SELECT, INSERT ON matters TO tenth_app;


-- Tasks and time -----------------------------------------------------------------------------------------------------------------

CREATE TABLE tasks (
    user_id uuid NOT NULL REFERENCES users,
    task_id uuid NOT NULL,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    description text NOT NULL DEFAULT '' CHECK (length(description) <= 5000),
    status text NOT NULL CHECK (status IN ('todo', 'in_progress', 'done', 'archived')),
    priority text NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
    due_date date,
    tags text[] NOT NULL DEFAULT '{}',
    estimated_hours numeric(7, 2) CHECK (estimated_hours > 0),
    completed_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, task_id),
    CHECK ((status IN ('done', 'archived')) OR completed_at IS NULL)
);
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON tasks USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON tasks TO tenth_app;

-- work_date is the day in the person's zone. Where clock_known is false only the amount was said, and the clock times are
-- nominal: the amount from the start of that day.
CREATE TABLE time_entries (
    user_id uuid NOT NULL REFERENCES users,
    entry_id uuid NOT NULL,
    task_id uuid,
    matter_id uuid REFERENCES matters,
    work_date date NOT NULL,
    start_time timestamptz NOT NULL,
    end_time timestamptz,
    duration_seconds integer GENERATED ALWAYS AS ((extract(epoch FROM end_time - start_time))::integer) STORED,
    clock_known boolean NOT NULL,
    type text NOT NULL CHECK (type IN ('call', 'meeting', 'research', 'drafting', 'review', 'travel', 'other')),
    billable boolean NOT NULL,
    description bytea NOT NULL,
    client_matter bytea,
    is_active boolean NOT NULL DEFAULT FALSE,
    proposal_id uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, entry_id),
    FOREIGN KEY (user_id, task_id) REFERENCES tasks ON DELETE SET NULL (task_id),
    UNIQUE (user_id, proposal_id),
    CHECK (end_time > start_time),
    CHECK (is_active = (end_time IS NULL))
);
CREATE UNIQUE INDEX time_entries_one_active ON time_entries (user_id) WHERE is_active;
CREATE INDEX time_entries_by_day ON time_entries (user_id, work_date);
ALTER TABLE time_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE time_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON time_entries USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON time_entries TO tenth_app;


-- Mail ---------------------------------------------------------------------------------------------------------------------------

CREATE TABLE mailboxes (
    user_id uuid NOT NULL REFERENCES users,
    mailbox_id uuid NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind text NOT NULL CHECK (kind IN ('file')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, mailbox_id),
    UNIQUE (user_id, name)
);
ALTER TABLE mailboxes ENABLE ROW LEVEL SECURITY;
ALTER TABLE mailboxes FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON mailboxes USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT ON mailboxes TO tenth_app;

-- An uploaded file lives from its upload to the end of its scan, sealed, in pieces that any node can read.
CREATE TABLE uploads (
    user_id uuid NOT NULL,
    upload_id uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    name bytea NOT NULL,
    size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
    chunk_count integer NOT NULL CHECK (chunk_count >= 0),
    complete boolean NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, upload_id),
    FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes
);
ALTER TABLE uploads ENABLE ROW LEVEL SECURITY;
ALTER TABLE uploads FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON uploads USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON uploads TO tenth_app;

CREATE TABLE upload_chunks (
    user_id uuid NOT NULL,
    upload_id uuid NOT NULL,
    chunk integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (user_id, upload_id, chunk),
    FOREIGN KEY (user_id, upload_id) REFERENCES uploads ON DELETE CASCADE
);
ALTER TABLE upload_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE upload_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE upload_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON upload_chunks USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON upload_chunks TO tenth_app;

-- identity: a keyed hash of the Message-ID, or of the content where there is none. No body is kept.
CREATE TABLE messages (
    user_id uuid NOT NULL,
    message_id uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    identity bytea NOT NULL,
    sent_at timestamptz NOT NULL,
    subject bytea NOT NULL,
    recipients bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, message_id),
    UNIQUE (user_id, identity),
    FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes
);
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON messages USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT ON messages TO tenth_app;


-- Capture ------------------------------------------------------------------------------------------------------------------------

-- fence: raised by each worker that takes the scan; a worker that was overtaken finds its number old and stores nothing more.
CREATE TABLE scans (
    user_id uuid NOT NULL,
    scan_id uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    upload_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    fence integer NOT NULL DEFAULT 0,
    position integer NOT NULL DEFAULT 0,
    bytes_total bigint NOT NULL,
    bytes_read bigint NOT NULL DEFAULT 0,
    messages_new integer NOT NULL DEFAULT 0,
    messages_known integer NOT NULL DEFAULT 0,
    messages_unreadable integer NOT NULL DEFAULT 0,
    proposals_found integer NOT NULL DEFAULT 0,
    failure text,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (user_id, scan_id),
    FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes
);
ALTER TABLE scans ENABLE ROW LEVEL SECURITY;
ALTER TABLE scans FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON scans USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE ON scans TO tenth_app;

CREATE TABLE scan_errors (
    user_id uuid NOT NULL,
    scan_id uuid NOT NULL,
    position integer NOT NULL,
    location bytea NOT NULL,
    reason bytea NOT NULL,
    PRIMARY KEY (user_id, scan_id, position),
    FOREIGN KEY (user_id, scan_id) REFERENCES scans
);
ALTER TABLE scan_errors ENABLE ROW LEVEL SECURITY;
ALTER TABLE scan_errors FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON scan_errors USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT ON scan_errors TO tenth_app;

-- place: the ordinal of the mention in its message. excerpt: the quote with the text around it; quote_start and quote_end
-- count UTF-16 code units in it.
CREATE TABLE proposals (
    user_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    message_id uuid NOT NULL,
    place integer NOT NULL,
    state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    work_date date NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    type text NOT NULL CHECK (type IN ('call', 'meeting', 'research', 'drafting', 'review', 'travel', 'other')),
    billable boolean NOT NULL,
    matter_id uuid REFERENCES matters,
    client_matter bytea,
    description bytea NOT NULL,
    excerpt bytea NOT NULL,
    quote_start integer NOT NULL CHECK (quote_start >= 0),
    quote_end integer NOT NULL CHECK (quote_end >= quote_start),
    confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    reasons text[] NOT NULL,
    created_at timestamptz NOT NULL,
    decided_at timestamptz,
    PRIMARY KEY (user_id, proposal_id),
    UNIQUE (user_id, message_id, place),
    FOREIGN KEY (user_id, message_id) REFERENCES messages,
    CHECK ((state = 'proposed') = (decided_at IS NULL))
);
CREATE INDEX proposals_by_state ON proposals (user_id, state, work_date, proposal_id);
ALTER TABLE proposals ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposals FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON proposals USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE ON proposals TO tenth_app;

ALTER TABLE time_entries ADD FOREIGN KEY (user_id, proposal_id) REFERENCES proposals;


-- Jobs: the table of db-scheduler, as its documentation gives it for PostgreSQL. Its rows name scans, nothing of their content.
CREATE TABLE scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    priority smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time ASC);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO tenth_app;
