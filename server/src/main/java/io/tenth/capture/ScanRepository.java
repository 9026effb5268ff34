package io.tenth.capture;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.mail.Upload;
import io.tenth.model.Trouble;
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

    private static final String COLUMNS =
            "scan_id, mailbox_id, upload_id, since, most, automatic, anew, state, position,"
                    + " bytes_total, bytes_read, messages_listed, messages_passed, messages_new, messages_known,"
                    + " messages_unreadable, proposals_found, calls, passages_judged, passages_unjudged,"
                    + " model_trouble, failure, created_at, finished_at";

    private final JdbcClient jdbc;

    ScanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A worker's right to go on with a scan.
     *
     * @param fence the worker's number; a later worker has a higher one
     * @param correlation the id of the request that has started the scan; its own, where the clock has
     */
    record Claim(Scan scan, int fence, String correlation) {}

    /** What a batch adds to a scan. */
    record Step(ScanProgress.Reached reached, Scan.Counts counts, Judging judging) {}

    /** Keeps every other start of the person's waiting until this transaction has ended, so that each counts those before it. */
    void holdQueue(Actor.Person person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('scans of ' || :user::text, 0))")
                .param("user", person.user().value())
                .query()
                .singleRow();
    }

    /** What a scan begins with, whatever it reads. */
    record Beginning(ScanId id, @Nullable String correlation, Instant now) {}

    void insert(Beginning beginning, Upload upload, Actor.Person person) {
        jdbc.sql("""
                        INSERT INTO scans (user_id, scan_id, mailbox_id, upload_id, state, bytes_total, created_at, correlation_id)
                        VALUES (:user, :id, :mailbox, :upload, 'queued', :bytes, :now, :correlation)
                        """)
                .param("user", person.user().value())
                .param("id", beginning.id().value())
                .param("mailbox", upload.mailbox().value())
                .param("upload", upload.id().value())
                .param("bytes", upload.size())
                .param("now", beginning.now().atOffset(ZoneOffset.UTC))
                .param("correlation", beginning.correlation(), Types.VARCHAR)
                .update();
    }

    /** Returns false when the mailbox has a scan that is not over. */
    boolean insert(Beginning beginning, MailboxId mailbox, Scan.Subject.Sent sent, Actor.Person person, Seal seal) {
        var query = sent.words().isEmpty() ? null : sent.words().text();
        return jdbc.sql("""
                                INSERT INTO scans (user_id, scan_id, mailbox_id, since, most, automatic, anew, query, state,
                                                   created_at, correlation_id)
                                VALUES (:user, :id, :mailbox, :since, :most, :automatic, :anew, :query, 'queued',
                                        :now, :correlation)
                                ON CONFLICT (user_id, mailbox_id) WHERE upload_id IS NULL AND state IN ('queued', 'running')
                                DO NOTHING
                                """)
                        .param("user", person.user().value())
                        .param("id", beginning.id().value())
                        .param("mailbox", mailbox.value())
                        .param("since", sent.since().atOffset(ZoneOffset.UTC))
                        .param("most", sent.most())
                        .param("automatic", sent.automatic())
                        .param("anew", sent.anew())
                        .param("query", seal.closeIfAny(queryPlace(beginning.id()), query), Types.BINARY)
                        .param("now", beginning.now().atOffset(ZoneOffset.UTC))
                        .param("correlation", beginning.correlation(), Types.VARCHAR)
                        .update()
                == 1;
    }

    /** The words that a scan looks for. */
    SoughtWords words(ScanId id, Actor.Person person, Seal seal) {
        return jdbc.sql("SELECT query FROM scans WHERE user_id = :user AND scan_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> SoughtWords.of(seal.openIfAny(queryPlace(id), row.getBytes("query"))))
                .optional()
                .orElse(SoughtWords.NONE);
    }

    /** How many scans of the person are not over. */
    int active(Actor.Person person) {
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

    /** Newest first. */
    List<Scan> list(ScanQuery query, Actor.Person person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM scans WHERE user_id = :user"
                        + " AND (:mailbox::uuid IS NULL OR mailbox_id = :mailbox::uuid)"
                        + " AND (:before::uuid IS NULL OR scan_id < :before::uuid)"
                        + " ORDER BY scan_id DESC LIMIT :most")
                .param("user", person.user().value())
                .param(
                        "mailbox",
                        query.mailbox() == null ? null : query.mailbox().value(),
                        Types.OTHER)
                .param("before", query.before(), Types.OTHER)
                .param("most", query.limit() + 1)
                .query((row, number) -> read(row))
                .list();
    }

    /** The latest scan of each mailbox that has one. */
    List<Scan> latestOfEach(Actor.Person person) {
        return jdbc.sql("SELECT DISTINCT ON (mailbox_id) " + COLUMNS + " FROM scans WHERE user_id = :user"
                        + " ORDER BY mailbox_id, scan_id DESC")
                .param("user", person.user().value())
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Takes a scan that is not over. Whoever had it before is overtaken from now on. A mailbox is listed from its beginning
     * again, and what is passed over on the way is counted again.
     */
    Optional<Claim> claim(ScanId id, Actor.Person person, Instant now) {
        return jdbc.sql("UPDATE scans SET state = 'running', fence = fence + 1,"
                        + " messages_passed = CASE WHEN upload_id IS NULL THEN 0 ELSE messages_passed END,"
                        + " started_at = coalesce(started_at, :now), working_since = :now"
                        + " WHERE user_id = :user AND scan_id = :id AND state IN ('queued', 'running')"
                        + " RETURNING fence, coalesce(correlation_id, scan_id::text) AS correlation, " + COLUMNS)
                .param("user", person.user().value())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Claim(read(row), row.getInt("fence"), row.getString("correlation")))
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

    /** Whether the worker may still store, at this moment. */
    boolean isHeld(Claim claim, Actor.Person person) {
        return jdbc.sql("""
                        SELECT scan_id FROM scans
                         WHERE user_id = :user AND scan_id = :id AND fence = :fence AND state = 'running'
                        """)
                .param("user", person.user().value())
                .param("id", claim.scan().id().value())
                .param("fence", claim.fence())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Adds a batch to a scan that the worker {@link #holds}. */
    void advance(Claim claim, Step step, Actor.Person person, Instant now) {
        jdbc.sql("""
                        UPDATE scans
                           SET position = :position,
                               bytes_read = :bytes,
                               messages_listed = greatest(messages_listed, :listed),
                               messages_passed = messages_passed + :passed,
                               calls = calls + :calls,
                               messages_new = messages_new + :fresh,
                               messages_known = messages_known + :known,
                               messages_unreadable = messages_unreadable + :unreadable,
                               proposals_found = proposals_found + :proposals,
                               passages_judged = passages_judged + :judged,
                               passages_unjudged = passages_unjudged + :unjudged,
                               model_trouble = coalesce(:trouble, model_trouble),
                               worked_ms = worked_ms + extract(epoch FROM :now - working_since) * 1000,
                               working_since = :now
                         WHERE user_id = :user AND scan_id = :id
                        """)
                .param("user", person.user().value())
                .param("id", claim.scan().id().value())
                .param("position", step.reached().position())
                .param("bytes", step.reached().bytesRead())
                .param("listed", step.reached().listed())
                .param("passed", step.reached().passed())
                .param("calls", step.reached().calls())
                .param("fresh", step.counts().fresh())
                .param("known", step.counts().known())
                .param("unreadable", step.counts().unreadable())
                .param("proposals", step.counts().proposals())
                .param("judged", step.judging().judged())
                .param("unjudged", step.judging().unjudged())
                .param("trouble", keyOf(step.judging().trouble()), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Forgets the automatic readings of a mailbox before this one in which nothing was. */
    void deleteIdleBefore(Scan scan, Actor.Person person) {
        jdbc.sql("""
                        DELETE FROM scans
                         WHERE user_id = :user AND mailbox_id = :mailbox AND automatic AND position = 0
                           AND state IN ('done', 'failed') AND scan_id < :id
                        """)
                .param("user", person.user().value())
                .param("mailbox", scan.mailbox().value())
                .param("id", scan.id().value())
                .update();
    }

    /** Returns false when it was over before. */
    boolean end(ScanId id, Scan.State state, @Nullable String failure, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                UPDATE scans
                                   SET state = :state, failure = :failure, finished_at = :now,
                                       worked_ms = CASE WHEN :state = 'done' AND working_since < :now
                                                        THEN worked_ms + extract(epoch FROM :now - working_since) * 1000
                                                        ELSE worked_ms END,
                                       bytes_read = CASE WHEN :state = 'done' THEN bytes_total ELSE bytes_read END
                                 WHERE user_id = :user AND scan_id = :id AND state IN ('queued', 'running')
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("failure", failure, Types.VARCHAR)
                        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
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
                         WHERE user_id = :user
                           AND scan_id IN (SELECT scan_id FROM scans JOIN mailboxes USING (user_id, mailbox_id)
                                            WHERE user_id = :user AND scan_id = :scan AND removed_at IS NULL)
                         ORDER BY position LIMIT :most
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

    private static Place queryPlace(ScanId scan) {
        return new Place("scans", "query", scan.value());
    }

    private static Place place(String column, ScanId scan, int position) {
        return new Place("scan_errors", column + " " + position, scan.value());
    }

    private static Scan read(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Scan(
                new ScanId(row.getObject("scan_id", UUID.class)),
                new MailboxId(row.getObject("mailbox_id", UUID.class)),
                readSubject(row),
                Scan.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("position"),
                readExtent(row),
                new Scan.Counts(
                        row.getInt("messages_new"),
                        row.getInt("messages_known") + row.getInt("messages_passed"),
                        row.getInt("messages_unreadable"),
                        row.getInt("proposals_found")),
                row.getInt("calls"),
                readJudging(row),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static Judging readJudging(ResultSet row) throws SQLException {
        var trouble = row.getString("model_trouble");
        return new Judging(
                row.getInt("passages_judged"),
                row.getInt("passages_unjudged"),
                trouble == null ? null : Trouble.ofKey(trouble));
    }

    private static @Nullable String keyOf(@Nullable Trouble trouble) {
        return trouble == null ? null : trouble.key();
    }

    private static Scan.Subject readSubject(ResultSet row) throws SQLException {
        var upload = row.getObject("upload_id", UUID.class);
        return upload != null
                ? new Scan.Subject.File(new UploadId(upload))
                : new Scan.Subject.Sent(
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getInt("most"),
                        row.getBoolean("automatic"),
                        row.getBoolean("anew"));
    }

    private static Scan.Extent readExtent(ResultSet row) throws SQLException {
        return row.getObject("upload_id") != null
                ? new Scan.Extent(row.getLong("bytes_read"), row.getLong("bytes_total"))
                : new Scan.Extent(
                        (long) row.getInt("position") + row.getInt("messages_passed"), row.getInt("messages_listed"));
    }
}
