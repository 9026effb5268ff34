-- expand: what has expired is cleared out, whosever it is. The product itself sees and deletes rows whose time is over, by the
-- database's clock, and can reach no others (io.tenth.ops.Housekeeping).

CREATE POLICY expired_seen ON sessions FOR SELECT USING (tenth_role() = 'program' AND expires_at <= now());
CREATE POLICY expired_forgotten ON sessions FOR DELETE USING (tenth_role() = 'program' AND expires_at <= now());
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE POLICY expired_seen ON password_resets FOR SELECT USING (tenth_role() = 'program' AND expires_at <= now());
CREATE POLICY expired_forgotten ON password_resets FOR DELETE USING (tenth_role() = 'program' AND expires_at <= now());

CREATE POLICY expired_seen ON deleted_time_entries FOR SELECT
    USING (tenth_role() = 'program' AND deleted_at <= now() - interval '30 days');
CREATE POLICY expired_forgotten ON deleted_time_entries FOR DELETE
    USING (tenth_role() = 'program' AND deleted_at <= now() - interval '30 days');
CREATE INDEX deleted_time_entries_by_age ON deleted_time_entries (deleted_at);
