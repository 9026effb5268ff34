-- expand: the oldest messages first, for the nightly look. Built beside the work that goes on; it waits for whoever is in its way. One
-- that broke off is begun anew.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS messages_by_age;
CREATE INDEX CONCURRENTLY messages_by_age ON messages (user_id, created_at);
