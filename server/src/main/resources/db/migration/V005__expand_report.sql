-- expand: the sums that reports read instead of the entries. The write keeps them, in its own transaction and under its own
-- rights; `tenth totals` derives them anew and compares. A running timer counts nothing until it is stopped.

-- One row for a day on which a person worked: a year is at most 366 of them, however many entries there are.
CREATE TABLE daily_totals (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    day date NOT NULL,
    entries integer NOT NULL,
    seconds bigint NOT NULL,
    billable_seconds bigint NOT NULL,
    call_seconds bigint NOT NULL,
    meeting_seconds bigint NOT NULL,
    research_seconds bigint NOT NULL,
    drafting_seconds bigint NOT NULL,
    review_seconds bigint NOT NULL,
    travel_seconds bigint NOT NULL,
    other_seconds bigint NOT NULL,
    PRIMARY KEY (user_id, day)
);
CREATE INDEX daily_totals_by_day ON daily_totals (day) INCLUDE (user_id, entries, seconds, billable_seconds);
ALTER TABLE daily_totals ENABLE ROW LEVEL SECURITY;
ALTER TABLE daily_totals FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON daily_totals USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
-- Managers see sums over people, which the application takes; it never shows a row of one of them.
CREATE POLICY firm ON daily_totals FOR SELECT USING (tenth_role() IN ('manager', 'admin'));
GRANT SELECT, INSERT, UPDATE, DELETE ON daily_totals TO tenth_app;

CREATE TABLE task_totals (
    user_id uuid NOT NULL,
    task_id uuid NOT NULL,
    entries integer NOT NULL,
    seconds bigint NOT NULL,
    PRIMARY KEY (user_id, task_id),
    FOREIGN KEY (user_id, task_id) REFERENCES tasks ON DELETE CASCADE
);
ALTER TABLE task_totals ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_totals FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON task_totals USING (user_id = tenth_user()) WITH CHECK (user_id = tenth_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON task_totals TO tenth_app;

-- Adds an entry to the sums, or takes it out of them where sign is -1.
CREATE FUNCTION count_time(entry time_entries, sign integer) RETURNS void LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO daily_totals AS kept
    SELECT entry.user_id, entry.work_date, sign, amount,
           CASE WHEN entry.billable THEN amount ELSE 0 END,
           CASE entry.type WHEN 'call' THEN amount ELSE 0 END,
           CASE entry.type WHEN 'meeting' THEN amount ELSE 0 END,
           CASE entry.type WHEN 'research' THEN amount ELSE 0 END,
           CASE entry.type WHEN 'drafting' THEN amount ELSE 0 END,
           CASE entry.type WHEN 'review' THEN amount ELSE 0 END,
           CASE entry.type WHEN 'travel' THEN amount ELSE 0 END,
           CASE entry.type WHEN 'other' THEN amount ELSE 0 END
      FROM (SELECT sign::bigint * entry.duration_seconds AS amount) AS counted
        ON CONFLICT (user_id, day) DO UPDATE
       SET entries = kept.entries + excluded.entries,
           seconds = kept.seconds + excluded.seconds,
           billable_seconds = kept.billable_seconds + excluded.billable_seconds,
           call_seconds = kept.call_seconds + excluded.call_seconds,
           meeting_seconds = kept.meeting_seconds + excluded.meeting_seconds,
           research_seconds = kept.research_seconds + excluded.research_seconds,
           drafting_seconds = kept.drafting_seconds + excluded.drafting_seconds,
           review_seconds = kept.review_seconds + excluded.review_seconds,
           travel_seconds = kept.travel_seconds + excluded.travel_seconds,
           other_seconds = kept.other_seconds + excluded.other_seconds;
END;

-- Where a task goes, its sums go with it and its entries stay: what is then taken out has no row any more.
CREATE FUNCTION count_time_of_task(entry time_entries, sign integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF entry.task_id IS NULL THEN
        RETURN;
    ELSIF sign > 0 THEN
        INSERT INTO task_totals AS kept VALUES (entry.user_id, entry.task_id, 1, entry.duration_seconds)
            ON CONFLICT (user_id, task_id) DO UPDATE
           SET entries = kept.entries + 1, seconds = kept.seconds + excluded.seconds;
    ELSE
        UPDATE task_totals SET entries = entries - 1, seconds = seconds - entry.duration_seconds
         WHERE user_id = entry.user_id AND task_id = entry.task_id;
    END IF;
END;
$$;

CREATE FUNCTION keep_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND NOT OLD.is_active THEN
        PERFORM count_time(OLD, -1), count_time_of_task(OLD, -1);
    END IF;
    IF TG_OP <> 'DELETE' AND NOT NEW.is_active THEN
        PERFORM count_time(NEW, 1), count_time_of_task(NEW, 1);
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER totals_of_a_new_entry AFTER INSERT ON time_entries
    FOR EACH ROW WHEN (NOT NEW.is_active) EXECUTE FUNCTION keep_totals();
CREATE TRIGGER totals_of_a_deleted_entry AFTER DELETE ON time_entries
    FOR EACH ROW WHEN (NOT OLD.is_active) EXECUTE FUNCTION keep_totals();
CREATE TRIGGER totals_of_a_changed_entry AFTER UPDATE ON time_entries
    FOR EACH ROW WHEN ((OLD.work_date, OLD.duration_seconds, OLD.billable, OLD.type, OLD.task_id, OLD.is_active)
                       IS DISTINCT FROM
                       (NEW.work_date, NEW.duration_seconds, NEW.billable, NEW.type, NEW.task_id, NEW.is_active))
    EXECUTE FUNCTION keep_totals();

-- What is stored already: the policies hold the owner too, so they are lifted for these two statements.
ALTER TABLE time_entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE daily_totals NO FORCE ROW LEVEL SECURITY;
ALTER TABLE task_totals NO FORCE ROW LEVEL SECURITY;
INSERT INTO daily_totals
SELECT user_id, work_date, count(*), sum(duration_seconds),
       coalesce(sum(duration_seconds) FILTER (WHERE billable), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'call'), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'meeting'), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'research'), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'drafting'), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'review'), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'travel'), 0),
       coalesce(sum(duration_seconds) FILTER (WHERE type = 'other'), 0)
  FROM time_entries WHERE NOT is_active
 GROUP BY user_id, work_date;

INSERT INTO task_totals
SELECT user_id, task_id, count(*), sum(duration_seconds)
  FROM time_entries WHERE NOT is_active AND task_id IS NOT NULL
 GROUP BY user_id, task_id;

ALTER TABLE time_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE daily_totals FORCE ROW LEVEL SECURITY;
ALTER TABLE task_totals FORCE ROW LEVEL SECURITY;

CREATE INDEX tasks_by_completion ON tasks (user_id, completed_at) WHERE completed_at IS NOT NULL;


-- Views for reporting tools. They show what the policies let their reader see. Tasks and entries are summed apart before they
-- meet: joined first, each entry would count once a task and each task once an entry.

CREATE VIEW user_productivity_summary WITH (security_invoker = TRUE) AS
SELECT u.user_id,
       coalesce(t.total_tasks, 0) AS total_tasks,
       coalesce(t.completed_tasks, 0) AS completed_tasks,
       coalesce(t.in_progress_tasks, 0) AS in_progress_tasks,
       round(coalesce(d.seconds, 0) / 3600.0, 2) AS total_hours_tracked,
       round(coalesce(d.seconds / nullif(d.entries, 0), 0) / 3600.0, 2) AS average_hours_per_entry,
       coalesce(d.entries, 0) AS total_time_entries
  FROM users u
  LEFT JOIN (SELECT user_id, count(*) AS total_tasks,
                    count(*) FILTER (WHERE status = 'done') AS completed_tasks,
                    count(*) FILTER (WHERE status = 'in_progress') AS in_progress_tasks
               FROM tasks GROUP BY user_id) t USING (user_id)
  LEFT JOIN (SELECT user_id, sum(seconds) AS seconds, sum(entries) AS entries
               FROM daily_totals GROUP BY user_id) d USING (user_id);

CREATE VIEW task_time_summary WITH (security_invoker = TRUE) AS
SELECT t.user_id,
       t.task_id,
       t.title,
       coalesce(k.entries, 0) AS time_entry_count,
       t.estimated_hours,
       round(coalesce(k.seconds, 0) / 3600.0, 2) AS actual_hours,
       round(coalesce(k.seconds, 0) / 3600.0, 2) - t.estimated_hours AS hours_variance
  FROM tasks t
  LEFT JOIN task_totals k USING (user_id, task_id);
GRANT SELECT ON user_productivity_summary, task_time_summary TO tenth_app;
