-- expand: tasks that are searched, sorted and changed by several at once.

-- search: the words of a task in any language, so none is cut to its stem. It has no index of its own: row security lets no
-- operator touch a row before its owner is known but those that can leak nothing, and the match of words is not one of them. A
-- search reads the words of one person's tasks, which the primary key finds.
ALTER TABLE tasks
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', description), 'B')) STORED,
    ADD CONSTRAINT tasks_few_tags CHECK (cardinality(tags) <= 20);

-- The keyset of the usual page, newest first.
CREATE INDEX tasks_by_creation ON tasks (user_id, created_at, task_id);
