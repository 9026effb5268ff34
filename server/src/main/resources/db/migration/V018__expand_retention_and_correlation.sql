-- expand: whose request a scan answers, what it looks for, which doubts were dismissed, and the nightly look for what is too old.

-- correlation_id: of the request that has started it; of one that the clock has started, its own id. query: sealed; the words that a
-- message must have to be read; NULL where all are.
ALTER TABLE scans
    ADD COLUMN correlation_id text,
    ADD COLUMN query bytea;

-- What somebody has looked at and found to be counted once only. other_id: the proposal or the entry beside it.
CREATE TABLE dismissed_doubts (
    user_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    other_id uuid NOT NULL,
    dismissed_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, proposal_id, other_id),
    FOREIGN KEY (user_id, proposal_id) REFERENCES proposals ON DELETE CASCADE
);
CREATE INDEX dismissed_doubts_by_other ON dismissed_doubts (user_id, other_id);
ALTER TABLE dismissed_doubts ENABLE ROW LEVEL SECURITY;
ALTER TABLE dismissed_doubts FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON dismissed_doubts USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, DELETE ON dismissed_doubts TO tenth_app;

-- Settings that were kept without effect until now begin with what holds for everybody, so that nobody's data goes by a number that
-- said nothing when it was set. The policies hold the owner too, so they are lifted for these statements.
ALTER TABLE user_settings NO FORCE ROW LEVEL SECURITY;
UPDATE user_settings
   SET version = version + 1, language = DEFAULT, rate_limit_per_minute = DEFAULT, concurrency = DEFAULT, cache_size = DEFAULT,
       cache_ttl = DEFAULT, data_retention_days = DEFAULT, audit_log_retention_years = DEFAULT
 WHERE (language, rate_limit_per_minute, concurrency, cache_size, cache_ttl, data_retention_days, audit_log_retention_years)
       IS DISTINCT FROM ('en', 60, 10, 1000, 3600, 2555, 10);
ALTER TABLE user_settings FORCE ROW LEVEL SECURITY;

-- Everybody of whom mail was read already, from the next night on; from now on the first scan of a person begins it.
ALTER TABLE mailboxes NO FORCE ROW LEVEL SECURITY;
INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
SELECT 'retention', user_id || '/' || user_id, date_trunc('day', now()) + INTERVAL '26 hours' + random() * INTERVAL '3 hours',
       FALSE, 1, 0
  FROM (SELECT DISTINCT user_id FROM mailboxes) AS owners;
ALTER TABLE mailboxes FORCE ROW LEVEL SECURITY;
