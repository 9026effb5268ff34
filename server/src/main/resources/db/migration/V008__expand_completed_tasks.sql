-- expand: the summary of a person counts a task as completed where the figures do, by the time at which it was: also one that was
-- archived since.

CREATE OR REPLACE VIEW user_productivity_summary WITH (security_invoker = TRUE) AS
SELECT u.user_id,
       coalesce(t.total_tasks, 0) AS total_tasks,
       coalesce(t.completed_tasks, 0) AS completed_tasks,
       coalesce(t.in_progress_tasks, 0) AS in_progress_tasks,
       round(coalesce(d.seconds, 0) / 3600.0, 2) AS total_hours_tracked,
       round(coalesce(d.seconds / nullif(d.entries, 0), 0) / 3600.0, 2) AS average_hours_per_entry,
       coalesce(d.entries, 0) AS total_time_entries
  FROM users u
  LEFT JOIN (SELECT user_id, count(*) AS total_tasks,
                    count(completed_at) AS completed_tasks,
                    count(*) FILTER (WHERE status = 'in_progress') AS in_progress_tasks
               FROM tasks GROUP BY user_id) t USING (user_id)
  LEFT JOIN (SELECT user_id, sum(seconds) AS seconds, sum(entries) AS entries
               FROM daily_totals GROUP BY user_id) d USING (user_id);
