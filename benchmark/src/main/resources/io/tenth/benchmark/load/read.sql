\startpipeline
BEGIN READ ONLY;
SELECT set_config('tenth.user_id', :person, TRUE), set_config('tenth.role', 'user', TRUE), set_config('tenth.claim', '', TRUE);
SELECT entry.*,
       ARRAY(SELECT other.entry_id FROM time_entries other
              WHERE other.user_id = :person AND other.entry_id <> entry.entry_id AND other.clock_known AND entry.clock_known
                AND (other.work_date BETWEEN entry.work_date - 2 AND entry.work_date + 2 OR other.is_active)
                AND other.start_time < coalesce(entry.end_time, now()) AND coalesce(other.end_time, now()) > entry.start_time
              ORDER BY other.start_time, other.entry_id
              LIMIT 20) AS overlapped
  FROM (SELECT e.entry_id, e.version, e.task_id, t.title AS task_title, e.matter_id, e.work_date, e.start_time, e.end_time,
       e.duration_seconds, e.clock_known, e.type, e.billable, e.description, e.client_matter, e.proposal_id,
       e.created_at, e.updated_at
  FROM time_entries e
  LEFT JOIN tasks t ON t.user_id = e.user_id AND t.task_id = e.task_id WHERE e.user_id = :person AND e.entry_id = :entry) AS entry;
\endpipeline
COMMIT;
