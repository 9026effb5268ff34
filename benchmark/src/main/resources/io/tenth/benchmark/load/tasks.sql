\startpipeline
BEGIN READ ONLY;
SELECT set_config('tenth.user_id', :person, TRUE), set_config('tenth.role', 'user', TRUE), set_config('tenth.claim', '', TRUE);
SELECT task_id, version, title, description, status, priority, due_date, tags, estimated_hours, completed_at, created_at, updated_at,
       created_at AS sort_key
  FROM tasks
 WHERE user_id = :person
   AND (cardinality('{}'::text[]) = 0 OR status = ANY ('{}'::text[]))
   AND (cardinality('{}'::text[]) = 0 OR priority = ANY ('{}'::text[]))
   AND (NULL::date IS NULL OR due_date >= NULL::date)
   AND (NULL::date IS NULL OR due_date <= NULL::date)
   AND NOT EXISTS (SELECT FROM unnest('{}'::text[]) AS asked
                    WHERE NOT EXISTS (SELECT FROM unnest(tags) AS own WHERE lower(own) = lower(asked)))
   AND (NULL::text IS NULL OR search @@ websearch_to_tsquery('simple', NULL::text))
 ORDER BY created_at DESC, task_id DESC LIMIT 51;
\endpipeline
SELECT task_id, seconds FROM task_totals
 WHERE user_id = :person AND entries > 0;
COMMIT;
