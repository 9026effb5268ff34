-- expand: a message that lies in another mailbox too belongs to that one once its own is removed.
GRANT UPDATE (mailbox_id) ON messages TO tenth_app;

-- A value that does not open any more is written over.
GRANT UPDATE (value, created_at) ON analysis_cache TO tenth_app;
