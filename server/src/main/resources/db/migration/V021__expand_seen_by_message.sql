-- expand: in which mailboxes a message was seen. Built beside the work that goes on; it waits for whoever is in its way. One that broke
-- off is begun anew.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS seen_by_message;
CREATE INDEX CONCURRENTLY seen_by_message ON seen (user_id, message_id) WHERE message_id IS NOT NULL;
