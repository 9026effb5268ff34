package io.tenth.capture;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.mail.GoneMail;
import io.tenth.mail.Messages;
import io.tenth.settings.Charge;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.Version;
import io.tenth.shared.WorkType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads the rows of proposals, and opens what is sealed in them. Doubts and rates are not in a row, and neither is what is billed
 * of one that awaits its decision, unless its owner has said so: it then reads as worked.
 */
record ProposalRow(Seal seal) implements RowMapper<Proposal> {

    /** What is read of a proposal, with its message; a condition follows. What is left of a mailbox that is taken away is not read. */
    static final String SELECT = """
            SELECT p.proposal_id, p.state, p.work_date, p.minutes, p.type, p.billable, p.matter_id, p.client_matter,
                   p.description, p.excerpt, p.quote_start, p.quote_end, p.confidence, p.reasons, p.created_at,
                   coalesce(p.billed_minutes, CASE WHEN p.billable THEN p.minutes ELSE 0 END) AS billed_minutes,
                   p.model_worked, p.model_name, p.model_type, p.model_matter_id,
                   p.billed_by_hand, p.auto_approved, p.rejection, p.rejection_note, p.made_in, p.replaced_in, p.version,
                   m.message_id, m.subject, m.recipients, m.sent_at, %1$s AS is_going
              FROM proposals p JOIN messages m USING (user_id, message_id)
             WHERE p.user_id = :user AND (p.state = 'accepted' OR NOT %1$s)
            """.formatted(GoneMail.IS_GOING);

    @Override
    public Proposal mapRow(ResultSet row, int number) throws SQLException {
        var id = new ProposalId(row.getObject("proposal_id", UUID.class));
        return new Proposal(
                id,
                Proposal.State.ofKey(row.getString("state")),
                work(row, id),
                evidence(row, id),
                new Proposal.Billed(row.getInt("billed_minutes"), row.getBoolean("billed_by_hand"), Charge.UNKNOWN),
                new Proposal.Course(
                        row.getBoolean("auto_approved"),
                        rejection(row, id),
                        row.getObject("made_in", UUID.class),
                        row.getObject("replaced_in", UUID.class)),
                List.of(),
                new Version(row.getInt("version")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static Place place(String column, ProposalId id) {
        return new Place("proposals", column, id.value());
    }

    private Proposal.Work work(ResultSet row, ProposalId id) throws SQLException {
        var matter = row.getObject("matter_id", UUID.class);
        return new Proposal.Work(
                row.getObject("work_date", LocalDate.class),
                row.getInt("minutes"),
                WorkType.ofKey(row.getString("type")),
                row.getBoolean("billable"),
                matter == null ? null : new MatterId(matter),
                seal.openIfAny(place("client_matter", id), row.getBytes("client_matter")),
                seal.open(place("description", id), row.getBytes("description")));
    }

    private Proposal.Evidence evidence(ResultSet row, ProposalId id) throws SQLException {
        var message = new MessageId(row.getObject("message_id", UUID.class));
        if (row.getBoolean("is_going")) {
            return evidence(message, new Text("", "", "", 0, 0), row);
        }
        var text = new Text(
                seal.open(Messages.place("subject", message), row.getBytes("subject")),
                seal.open(Messages.place("recipients", message), row.getBytes("recipients")),
                seal.open(place("excerpt", id), row.getBytes("excerpt")),
                row.getInt("quote_start"),
                row.getInt("quote_end"));
        return evidence(message, text, row);
    }

    /** What a proposal and its message say. */
    private record Text(String subject, String recipients, String excerpt, int quoteStart, int quoteEnd) {}

    private static Proposal.Evidence evidence(MessageId message, Text text, ResultSet row) throws SQLException {
        return new Proposal.Evidence(
                message,
                text.subject(),
                text.recipients(),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                text.excerpt(),
                text.quoteStart(),
                text.quoteEnd(),
                row.getDouble("confidence"),
                Arrays.asList((String[]) row.getArray("reasons").getArray()),
                opinion(row));
    }

    private static @Nullable Opinion opinion(ResultSet row) throws SQLException {
        var model = row.getString("model_name");
        var matter = row.getObject("model_matter_id", UUID.class);
        return model == null
                ? null
                : new Opinion(
                        model,
                        row.getBoolean("model_worked"),
                        WorkType.ofKey(row.getString("model_type")),
                        matter == null ? null : new MatterId(matter));
    }

    private @Nullable Rejection rejection(ResultSet row, ProposalId id) throws SQLException {
        var reason = row.getString("rejection");
        return reason == null
                ? null
                : new Rejection(
                        Rejection.Reason.ofKey(reason),
                        seal.openIfAny(place("rejection_note", id), row.getBytes("rejection_note")));
    }
}
