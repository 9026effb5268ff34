\set back random(7, 350)
\startpipeline
BEGIN READ ONLY;
SELECT set_config('tenth.user_id', :person, TRUE), set_config('tenth.role', 'user', TRUE), set_config('tenth.claim', '', TRUE);
SELECT e.entry_id, e.version, e.task_id, t.title AS task_title, e.matter_id, e.work_date, e.start_time, e.end_time,
       e.duration_seconds, e.clock_known, e.type, e.billable, e.description, e.client_matter, e.proposal_id,
       e.created_at, e.updated_at
  FROM time_entries e
  LEFT JOIN tasks t ON t.user_id = e.user_id AND t.task_id = e.task_id
 WHERE e.user_id = :person AND e.work_date >= current_date - :back::integer AND e.work_date < current_date - :back::integer + 7
   AND (NULL::uuid IS NULL OR e.task_id = NULL::uuid)
 ORDER BY e.work_date, e.entry_id
 LIMIT 101;
\endpipeline
SELECT entry_id, start_time, coalesce(end_time, now()) AS end_time
  FROM time_entries
 WHERE user_id = :person AND clock_known
   AND (work_date BETWEEN current_date - :back::integer - 2 AND current_date - :back::integer + 8 OR is_active)
 ORDER BY start_time, entry_id;
COMMIT;
