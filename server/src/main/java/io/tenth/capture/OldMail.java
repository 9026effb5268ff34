package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.mail.GoneMail;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes what was captured out of the store. An accepted proposal stays, without the text of the mail that it came from, and so does
 * each that it was split or merged out of: that is what keeps its time from being proposed again.
 */
@Repository
class OldMail {

    /** Of the proposal p and its message m. Where no age is given, those are meant that lie in no mailbox any more. */
    private static final String IN_THE_LOT = """
             ((m.created_at < :before::timestamptz OR :before::timestamptz IS NULL AND %s)
              AND (p.state <> 'proposed' OR :undecided::timestamptz IS NULL OR p.created_at < :undecided::timestamptz))
            """.formatted(GoneMail.IS_GONE);

    /**
     * stays: the regroupings of which something stays that they have made, by however many steps. whole: by age, those of which
     * one part is too young; what they have made and what they have replaced waits for it.
     */
    private static final String REGROUPINGS = """
            WITH RECURSIVE stays (regrouping) AS (
                SELECT p.made_in FROM proposals p JOIN messages m USING (user_id, message_id)
                 WHERE p.user_id = :user AND p.made_in IS NOT NULL AND (p.state = 'accepted' OR %1$s IS NOT TRUE)
                UNION
                SELECT p.made_in FROM stays JOIN proposals p ON p.user_id = :user AND p.replaced_in = stays.regrouping
                 WHERE p.made_in IS NOT NULL
            ), whole (regrouping) AS (
                SELECT of.regrouping FROM proposals p JOIN messages m USING (user_id, message_id)
                       CROSS JOIN LATERAL (VALUES (p.made_in), (p.replaced_in)) AS of (regrouping)
                 WHERE p.user_id = :user AND (p.made_in IS NOT NULL OR p.replaced_in IS NOT NULL)
                   AND :before::timestamptz IS NOT NULL AND %1$s IS NOT TRUE AND of.regrouping IS NOT NULL
                UNION
                SELECT of.regrouping FROM whole
                       JOIN proposals p ON p.user_id = :user
                                       AND (p.made_in = whole.regrouping OR p.replaced_in = whole.regrouping)
                       CROSS JOIN LATERAL (VALUES (p.made_in), (p.replaced_in)) AS of (regrouping)
                 WHERE of.regrouping IS NOT NULL
            )
            """.formatted(IN_THE_LOT);

    private static final String IS_ORIGIN = " EXISTS (SELECT FROM stays WHERE regrouping = p.replaced_in) ";
    private static final String WAITS =
            " EXISTS (SELECT FROM whole WHERE regrouping = p.made_in OR regrouping = p.replaced_in) ";

    private final JdbcClient jdbc;

    OldMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which messages are meant.
     *
     * @param before those read before it; null where those are meant that lie in no mailbox any more
     * @param undecided a proposal that awaits its decision is meant only where it is older than this; null where it is whatever its age
     * @param most proposals that one statement takes
     */
    record Lot(@Nullable Instant before, @Nullable Instant undecided, int most) {

        static Lot gone(int most) {
            return new Lot(null, null, most);
        }

        static Lot before(Instant time, Instant undecided, int most) {
            return new Lot(time, undecided, most);
        }
    }

    /** A proposal of a lot, with the message and the mailbox that it came from. */
    record Old(ProposalId proposal, MessageId message, MailboxId mailbox) {}

    /** Lets one transaction of a person at a time arrange their nights: the second that writes down the same job would fail. */
    void holdNights(Actor.Person person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('nights of ' || :user::text, 0))")
                .param("user", person.user().value())
                .query()
                .singleRow();
    }

    /** Proposals of other mail that were merged into one which goes. What comes back here may have been merged itself. */
    void bringBackReplaced(Lot lot, Actor.Person person) {
        var brought = 1;
        while (brought > 0) {
            brought = of(lot, person, REGROUPINGS + """
                            UPDATE proposals SET state = 'proposed', decided_at = NULL, replaced_in = NULL
                             WHERE user_id = :user
                               AND replaced_in IN (SELECT p.made_in FROM proposals p JOIN messages m USING (user_id, message_id)
                                                    WHERE p.user_id = :user AND p.made_in IS NOT NULL AND p.state = 'proposed'
                                                      AND p.made_in NOT IN (SELECT regrouping FROM stays)
                                                      AND""" + IN_THE_LOT + ")").update();
        }
    }

    /**
     * What splits and merges have made, all of it: as many as somebody has made by hand. In parts it would be counted beside what it
     * was made of.
     */
    List<Old> removeMade(Lot lot, Actor.Person person) {
        return remove("AND p.made_in IS NOT NULL", new Lot(lot.before(), lot.undecided(), Integer.MAX_VALUE), person);
    }

    /** What was made goes before what it was made of, so that nothing is left of which the origin is forgotten. */
    List<Old> removeUnaccepted(Lot lot, Actor.Person person) {
        return remove("", lot, person);
    }

    private List<Old> remove(String which, Lot lot, Actor.Person person) {
        return of(
                        lot,
                        person,
                        REGROUPINGS + """
                        DELETE FROM proposals d USING messages o
                         WHERE d.user_id = :user AND d.state <> 'accepted' AND o.user_id = d.user_id AND o.message_id = d.message_id
                           AND d.proposal_id IN (SELECT p.proposal_id FROM proposals p JOIN messages m USING (user_id, message_id)
                                                  WHERE p.user_id = :user AND p.state <> 'accepted' %s
                                                    AND NOT""".formatted(which) + IS_ORIGIN + "AND NOT" + WAITS + "AND" + IN_THE_LOT
                                + "ORDER BY p.proposal_id DESC LIMIT :most)"
                                + " RETURNING d.proposal_id, o.message_id, o.mailbox_id")
                .query((row, number) -> old(row))
                .list();
    }

    /** Those that stay and still have text of their mail. */
    List<Old> keptWithText(Lot lot, Actor.Person person) {
        return of(lot, person, REGROUPINGS + """
                        SELECT p.proposal_id, p.message_id, m.mailbox_id FROM proposals p JOIN messages m USING (user_id, message_id)
                         WHERE p.user_id = :user AND p.quote_end > 0
                           AND (p.state = 'accepted' OR""" + IS_ORIGIN + "AND NOT" + WAITS + ") AND" + IN_THE_LOT + "LIMIT :most")
                .query((row, number) -> old(row))
                .list();
    }

    /** Takes the text of its mail from a proposal, and what a language model has said of that. */
    void blank(ProposalId proposal, Actor.Person person, Seal seal) {
        jdbc.sql("""
                        UPDATE proposals
                           SET excerpt = :excerpt, quote_start = 0, quote_end = 0, opinion_tries = 0, model_worked = NULL,
                               model_name = NULL, model_type = NULL, model_matter_id = NULL
                         WHERE user_id = :user AND proposal_id = :id
                        """)
                .param("excerpt", seal.close(ProposalRow.place("excerpt", proposal), ""))
                .param("user", person.user().value())
                .param("id", proposal.value())
                .update();
    }

    /** Deletes scans that ended before a time, with what they could not read, at most so many. Returns how many. */
    int removeScans(Instant before, int most, Actor.Person person) {
        return jdbc.sql("""
                        WITH old AS (
                            SELECT scan_id FROM scans WHERE user_id = :user AND finished_at < :before
                             ORDER BY scan_id LIMIT :most
                        ), unread AS (
                            DELETE FROM scan_errors WHERE user_id = :user AND scan_id IN (SELECT scan_id FROM old)
                        )
                        DELETE FROM scans WHERE user_id = :user AND scan_id IN (SELECT scan_id FROM old)
                        """)
                .param("user", person.user().value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    /** Deletes what was remembered of analyses before a time, whatever the operator's time for it, at most so many. Returns how many. */
    int removeRemembered(Instant before, int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM analysis_cache
                         WHERE user_id = :user
                           AND ctid = ANY (ARRAY(SELECT ctid FROM analysis_cache
                                               WHERE user_id = :user AND created_at < :before LIMIT :most))
                        """)
                .param("user", person.user().value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private JdbcClient.StatementSpec of(Lot lot, Actor.Person person, String sql) {
        return jdbc.sql(sql)
                .param("user", person.user().value())
                .param("before", utc(lot.before()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("undecided", utc(lot.undecided()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", lot.most());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                new MailboxId(row.getObject("mailbox_id", UUID.class)));
    }
}
