package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.mail.GoneMail;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.ScanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScanOutcomeRepository {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;

    ScanOutcomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ScanId> active(MailboxId mailbox, Actor.Person person) {
        return jdbc.sql("""
                        SELECT scan_id FROM scans
                         WHERE user_id = :user AND mailbox_id = :mailbox AND upload_id IS NULL
                           AND state IN ('queued', 'running')
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .query((row, number) -> new ScanId(row.getObject("scan_id", UUID.class)))
                .optional();
    }

    Optional<ScanFigures> figures(ScanId id, Actor.Person person) {
        return jdbc.sql("""
                        SELECT scan_id, coalesce(correlation_id, scan_id::text) AS correlation, mailbox_id, state, messages_new + messages_known + messages_unreadable AS read,
                               messages_passed, messages_unreadable, proposals_found, calls, failure, worked_ms
                          FROM scans WHERE user_id = :user AND scan_id = :id
                        """)
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> figures(row))
                .optional();
    }

    /** Of the messages that the mailbox has sent since some time. */
    List<Proposal> found(MailboxId mailbox, Instant since, int most, Actor.Person person, Seal seal) {
        return jdbc.sql(ProposalRow.SELECT + """
                           AND p.replaced_in IS NULL AND m.mailbox_id = :mailbox
                           AND m.sent_at >= :since
                         ORDER BY m.sent_at DESC, p.message_id, p.place
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(new ProposalRow(seal))
                .list();
    }

    List<Proposal> ofMessage(MessageId message, Actor.Person person, Seal seal) {
        return jdbc.sql(ProposalRow.SELECT + " AND p.replaced_in IS NULL AND p.message_id = :message ORDER BY p.place")
                .param("user", person.user().value())
                .param("message", message.value())
                .query(new ProposalRow(seal))
                .list();
    }

    /** The message of an id of ours, or of its own. */
    Optional<MessageId> message(String name, Actor.Person person, Seal seal) {
        var id = ID.matcher(name).matches() ? name : null;
        return jdbc.sql("""
                        SELECT m.message_id FROM messages m
                         WHERE m.user_id = :user AND (m.message_id = :id::uuid OR m.identity = :identity)
                           AND NOT""" + GoneMail.IS_GOING)
                .param("user", person.user().value())
                .param("id", id, Types.VARCHAR)
                .param("identity", seal.identity(name))
                .query((row, number) -> new MessageId(row.getObject("message_id", UUID.class)))
                .optional();
    }

    Map<ProposalId, Reading> readings(List<ProposalId> found, Actor.Person person) {
        var readings = new HashMap<ProposalId, Reading>();
        jdbc.sql("""
                        SELECT p.proposal_id, p.scan_id, p.processing_ms, m.created_at,
                               coalesce(s.correlation_id, p.scan_id::text) AS correlation
                          FROM proposals p JOIN messages m USING (user_id, message_id)
                          LEFT JOIN scans s ON s.user_id = p.user_id AND s.scan_id = p.scan_id
                         WHERE p.user_id = :user AND p.proposal_id = ANY (:found::uuid[])
                        """)
                .param("user", person.user().value())
                .param("found", found.stream().map(ProposalId::value).toArray(UUID[]::new))
                .query(row -> {
                    var scan = row.getObject("scan_id", UUID.class);
                    readings.put(
                            new ProposalId(row.getObject("proposal_id", UUID.class)),
                            new Reading(
                                    scan == null ? null : new ScanId(scan),
                                    row.getString("correlation"),
                                    row.getObject("processing_ms", Integer.class),
                                    instant(row, "created_at")));
                });
        return readings;
    }

    private static ScanFigures figures(ResultSet row) throws SQLException {
        return new ScanFigures(
                new ScanId(row.getObject("scan_id", UUID.class)),
                row.getString("correlation"),
                new MailboxId(row.getObject("mailbox_id", UUID.class)),
                Scan.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("read"),
                row.getInt("messages_passed"),
                row.getInt("messages_unreadable"),
                row.getInt("proposals_found"),
                row.getInt("calls"),
                row.getString("failure"),
                Duration.ofMillis(row.getLong("worked_ms")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
