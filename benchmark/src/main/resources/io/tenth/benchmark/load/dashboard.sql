\startpipeline
BEGIN READ ONLY;
SELECT set_config('tenth.user_id', :person, TRUE), set_config('tenth.role', 'user', TRUE), set_config('tenth.claim', '', TRUE);
SELECT day, count(*) AS completed, count(*) FILTER (WHERE day <= due_date) AS on_time, count(*) FILTER (WHERE day > due_date) AS late,
       sum(hours) AS hours
  FROM (SELECT (completed_at AT TIME ZONE 'UTC')::date AS day, due_date,
               greatest(extract(epoch FROM completed_at - created_at), 0) / 3600.0 AS hours
          FROM tasks
         WHERE user_id = :person AND completed_at >= current_date - 364 AND completed_at < current_date + 1) AS completed
 GROUP BY day;
\endpipeline
SELECT day, seconds, billable_seconds FROM daily_totals
 WHERE user_id = :person AND day >= current_date - 364 AND day < current_date + 1;
SELECT status, priority, count(*) AS tasks, count(completed_at) AS completed,
       count(*) FILTER (WHERE (completed_at AT TIME ZONE 'UTC')::date <= due_date) AS on_time,
       count(*) FILTER (WHERE completed_at IS NOT NULL AND due_date IS NOT NULL) AS due
  FROM tasks
 WHERE user_id = :person AND (NULL::timestamptz IS NULL OR (created_at >= NULL AND created_at < NULL))
 GROUP BY status, priority;
COMMIT;
