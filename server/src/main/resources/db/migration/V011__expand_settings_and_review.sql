-- expand: what a person has set, what an hour costs, the time that is billed beside the time that was worked, and what the
-- review remembers.

-- One row for a person who has changed a setting. Who has none works with the defaults.
CREATE TABLE user_settings (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL,
    rounding text NOT NULL DEFAULT 'none' CHECK (rounding IN ('none', 'nearest', 'up')),
    rounding_minutes integer NOT NULL DEFAULT 6 CHECK (rounding_minutes IN (6, 10, 15, 30)),
    minimum_minutes integer NOT NULL DEFAULT 0 CHECK (minimum_minutes BETWEEN 0 AND 480),
    working_day_minutes integer NOT NULL DEFAULT 480 CHECK (working_day_minutes BETWEEN 60 AND 1440),
    default_rate numeric(9, 2) CHECK (default_rate >= 0),
    currency text NOT NULL DEFAULT 'USD' CHECK (currency ~ '^[A-Z]{3}$'),
    rate_category text CHECK (length(rate_category) BETWEEN 1 AND 50),
    auto_approve_threshold numeric(4, 3) CHECK (auto_approve_threshold BETWEEN 0.5 AND 1),
    language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de', 'fr', 'es', 'it', 'pt', 'nl')),
    max_batch_size integer NOT NULL DEFAULT 100 CHECK (max_batch_size BETWEEN 1 AND 1000),
    processing_timeout integer NOT NULL DEFAULT 300 CHECK (processing_timeout BETWEEN 1 AND 3600),
    rate_limit_per_minute integer NOT NULL DEFAULT 60 CHECK (rate_limit_per_minute BETWEEN 1 AND 3500),
    concurrency integer NOT NULL DEFAULT 10 CHECK (concurrency BETWEEN 1 AND 50),
    cache_size integer NOT NULL DEFAULT 1000 CHECK (cache_size BETWEEN 0 AND 100000),
    cache_ttl integer NOT NULL DEFAULT 3600 CHECK (cache_ttl BETWEEN 0 AND 604800),
    performance_monitoring boolean NOT NULL DEFAULT TRUE,
    dashboard_url text CHECK (length(dashboard_url) <= 500),
    data_retention_days integer NOT NULL DEFAULT 2555 CHECK (data_retention_days BETWEEN 1 AND 36500),
    audit_log_retention_years integer NOT NULL DEFAULT 10 CHECK (audit_log_retention_years BETWEEN 1 AND 100)
);
ALTER TABLE user_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON user_settings USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE ON user_settings TO tenth_app;


-- The directory can be corrected. increment_minutes: in what steps this client is billed, whatever a person has set.
ALTER TABLE clients ADD COLUMN aliases text[] NOT NULL DEFAULT '{}';
ALTER TABLE clients ADD COLUMN increment_minutes integer CHECK (increment_minutes IN (6, 10, 15, 30));
ALTER TABLE clients ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE matters ADD COLUMN version integer NOT NULL DEFAULT 1;
GRANT UPDATE (name, code, aliases, increment_minutes, version) ON clients TO tenth_app;
GRANT UPDATE (name, number, aliases, version) ON matters TO tenth_app;

-- What an hour costs. A rate holds for whatever it does not name, from its first day to its last, both included. Everybody reads
-- the firm's rates and those of their own work; managers and administrators read all and set them.
CREATE TABLE rates (
    rate_id uuid PRIMARY KEY,
    timekeeper_id uuid REFERENCES users ON DELETE CASCADE,
    client_id uuid REFERENCES clients,
    matter_id uuid REFERENCES matters,
    category text CHECK (length(category) BETWEEN 1 AND 50),
    amount numeric(9, 2) NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    effective_from date NOT NULL,
    effective_to date CHECK (effective_to >= effective_from),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    CHECK (client_id IS NULL OR matter_id IS NULL),
    CONSTRAINT rates_once UNIQUE NULLS NOT DISTINCT (timekeeper_id, client_id, matter_id, category, effective_from)
);
ALTER TABLE rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE rates FORCE ROW LEVEL SECURITY;
CREATE POLICY concerned ON rates FOR SELECT
    USING (tenth_user() IS NOT NULL AND (timekeeper_id IS NULL OR timekeeper_id = tenth_user()));
CREATE POLICY keeping ON rates
    USING (tenth_role() IN ('manager', 'admin')) WITH CHECK (tenth_role() IN ('manager', 'admin'));
GRANT SELECT, INSERT, UPDATE, DELETE ON rates TO tenth_app;


-- Billed beside worked. NULL where nobody rounded: billed as worked. billed_by_hand: a person's own figure, which no rule changes.
ALTER TABLE time_entries ADD COLUMN billed_minutes integer CHECK (billed_minutes >= 0);
ALTER TABLE time_entries ADD COLUMN billed_by_hand boolean NOT NULL DEFAULT FALSE;
ALTER TABLE time_entries ADD COLUMN rate_category text CHECK (length(rate_category) BETWEEN 1 AND 50);
ALTER TABLE deleted_time_entries ADD COLUMN billed_minutes integer;
ALTER TABLE deleted_time_entries ADD COLUMN billed_by_hand boolean NOT NULL DEFAULT FALSE;
ALTER TABLE deleted_time_entries ADD COLUMN rate_category text;


-- billed_minutes: fixed by the decision, or by hand; NULL while the rule of the day decides.
-- sender, correspondents, thread: keyed hashes of the author's address, of the recipients' and of the subject.
-- matter_chosen: the matter is the owner's choice, from which is learnt.
-- sure_considered: whether it was looked at once for being approved by itself, and never again.
-- made_in, replaced_in: the regrouping (split or merge) that made the proposal, and the one that put others in its place.
ALTER TABLE proposals ADD COLUMN billed_minutes integer CHECK (billed_minutes BETWEEN 0 AND 1440);
ALTER TABLE proposals ADD COLUMN billed_by_hand boolean NOT NULL DEFAULT FALSE;
ALTER TABLE proposals ADD COLUMN sender bytea;
ALTER TABLE proposals ADD COLUMN correspondents bytea[] NOT NULL DEFAULT '{}';
ALTER TABLE proposals ADD COLUMN thread bytea;
ALTER TABLE proposals ADD COLUMN matter_chosen boolean NOT NULL DEFAULT FALSE;
ALTER TABLE proposals ADD COLUMN auto_approved boolean NOT NULL DEFAULT FALSE;
ALTER TABLE proposals ADD COLUMN sure_considered boolean NOT NULL DEFAULT FALSE;
ALTER TABLE proposals ADD COLUMN rejection text
    CHECK (rejection IN ('not_my_time', 'not_time', 'duplicate', 'wrong_amount', 'never_from', 'other'));
ALTER TABLE proposals ADD COLUMN rejection_note bytea;
ALTER TABLE proposals ADD COLUMN made_in uuid;
ALTER TABLE proposals ADD COLUMN replaced_in uuid;
CREATE INDEX proposals_by_thread ON proposals (user_id, thread, work_date) WHERE thread IS NOT NULL;
CREATE INDEX proposals_by_choice ON proposals USING gin (correspondents) WHERE matter_chosen;
CREATE INDEX proposals_by_regrouping ON proposals (user_id, made_in) WHERE made_in IS NOT NULL;
CREATE INDEX proposals_replaced ON proposals (user_id, replaced_in) WHERE replaced_in IS NOT NULL;
GRANT DELETE ON proposals TO tenth_app;

-- Correspondents from whose mail nothing is proposed. identity: a keyed hash of the address.
CREATE TABLE muted_correspondents (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    muted_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('sender', 'recipient')),
    identity bytea NOT NULL,
    address bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, muted_id),
    UNIQUE (user_id, kind, identity)
);
ALTER TABLE muted_correspondents ENABLE ROW LEVEL SECURITY;
ALTER TABLE muted_correspondents FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON muted_correspondents USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON muted_correspondents TO tenth_app;
