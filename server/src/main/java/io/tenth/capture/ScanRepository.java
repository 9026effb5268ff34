package io.tenth.capture;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.mail.Upload;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScanRepository {

    private static final String COLUMNS = "scan_id, mailbox_id, upload_id, state, position, bytes_total, bytes_read,"
            + " messages_new, messages_known, messages_unreadable, proposals_found, failure, created_at, finished_at";

    private final JdbcClient jdbc;

    ScanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A worker's right to go on with a scan.
     *
     * @param fence the worker's number; a later worker has a higher one
     */
    record Claim(Scan scan, int fence) {}

    /** What a batch adds to a scan. */
    record Step(int position, long bytesRead, Scan.Counts counts) {}

    /** Keeps every other start of the person's waiting until this transaction has ended, so that each counts those before it. */
    void holdQueue(Actor.Person person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('scans of ' || :user::text, 0))")
                .param("user", person.user().value())
                .query()
                .singleRow();
    }

    /** Returns false when as many of the person's are not over yet. */
    boolean insert(ScanId id, Upload upload, int most, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                INSERT INTO scans (user_id, scan_id, mailbox_id, upload_id, state, bytes_total, created_at)
                                SELECT :user, :id, :mailbox, :upload, 'queued', :bytes, :now
                                 WHERE (SELECT count(*) FROM scans
                                         WHERE user_id = :user AND state IN ('queued', 'running')) < :most
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("mailbox", upload.mailbox().value())
                        .param("upload", upload.id().value())
                        .param("bytes", upload.size())
                        .param("most", most)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many of the person's wait or run. */
    int unfinished(Actor.Person person) {
        return jdbc.sql("SELECT count(*) FROM scans WHERE user_id = :user AND state IN ('queued', 'running')")
                .param("user", person.user().value())
                .query(Integer.class)
                .single();
    }

    Optional<Scan> find(ScanId id, Actor.Person person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM scans WHERE user_id = :user AND scan_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    List<Scan> latest(int most, Actor.Person person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM scans WHERE user_id = :user ORDER BY scan_id DESC LIMIT :most")
                .param("user", person.user().value())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    /** Takes a scan that is not over. Whoever had it before is overtaken from now on. */
    Optional<Claim> claim(ScanId id, Actor.Person person, Instant now) {
        return jdbc.sql("UPDATE scans SET state = 'running', fence = fence + 1,"
                        + " started_at = coalesce(started_at, :now)"
                        + " WHERE user_id = :user AND scan_id = :id AND state IN ('queued', 'running')"
                        + " RETURNING fence, " + COLUMNS)
                .param("user", person.user().value())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Claim(read(row), row.getInt("fence")))
                .optional();
    }

    /** Whether the worker may still store, and if so keeps every other worker waiting until this transaction has ended. */
    boolean holds(Claim claim, Actor.Person person) {
        return jdbc.sql("""
                        SELECT scan_id FROM scans
                         WHERE user_id = :user AND scan_id = :id AND fence = :fence AND state = 'running'
                           FOR UPDATE
                        """)
                .param("user", person.user().value())
                .param("id", claim.scan().id().value())
                .param("fence", claim.fence())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Adds a batch to a scan that the worker {@link #holds}. */
    void advance(Claim claim, Step step, Actor.Person person) {
        jdbc.sql("""
                        UPDATE scans
                           SET position = :position,
                               bytes_read = :bytes,
                               messages_new = messages_new + :fresh,
                               messages_known = messages_known + :known,
                               messages_unreadable = messages_unreadable + :unreadable,
                               proposals_found = proposals_found + :proposals
                         WHERE user_id = :user AND scan_id = :id
                        """)
                .param("user", person.user().value())
                .param("id", claim.scan().id().value())
                .param("position", step.position())
                .param("bytes", step.bytesRead())
                .param("fresh", step.counts().fresh())
                .param("known", step.counts().known())
                .param("unreadable", step.counts().unreadable())
                .param("proposals", step.counts().proposals())
                .update();
    }

    /** Returns false when it was over before. */
    boolean end(ScanId id, Scan.State state, @Nullable String failure, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                UPDATE scans
                                   SET state = :state, failure = :failure, finished_at = :now,
                                       bytes_read = CASE WHEN :state = 'done' THEN bytes_total ELSE bytes_read END
                                 WHERE user_id = :user AND scan_id = :id AND state IN ('queued', 'running')
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("failure", failure, Types.VARCHAR)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void insertProblem(ScanId scan, Scan.Problem problem, Actor.Person person, Seal seal) {
        jdbc.sql("""
                        INSERT INTO scan_errors (user_id, scan_id, position, location, reason)
                        VALUES (:user, :scan, :position, :location, :reason)
                        """)
                .param("user", person.user().value())
                .param("scan", scan.value())
                .param("position", problem.position())
                .param("location", seal.close(place("location", scan, problem.position()), problem.location()))
                .param("reason", seal.close(place("reason", scan, problem.position()), problem.reason()))
                .update();
    }

    List<Scan.Problem> problems(ScanId scan, int most, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                        SELECT position, location, reason FROM scan_errors
                         WHERE user_id = :user AND scan_id = :scan ORDER BY position LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("scan", scan.value())
                .param("most", most)
                .query((row, number) -> {
                    var position = row.getInt("position");
                    return new Scan.Problem(
                            position,
                            seal.open(place("location", scan, position), row.getBytes("location")),
                            seal.open(place("reason", scan, position), row.getBytes("reason")));
                })
                .list();
    }

    private static Place place(String column, ScanId scan, int position) {
        return new Place("scan_errors", column + " " + position, scan.value());
    }

    private static Scan read(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Scan(
                new ScanId(row.getObject("scan_id", UUID.class)),
                new MailboxId(row.getObject("mailbox_id", UUID.class)),
                new UploadId(row.getObject("upload_id", UUID.class)),
                Scan.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("position"),
                new Scan.Bytes(row.getLong("bytes_read"), row.getLong("bytes_total")),
                new Scan.Counts(
                        row.getInt("messages_new"),
                        row.getInt("messages_known"),
                        row.getInt("messages_unreadable"),
                        row.getInt("proposals_found")),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
