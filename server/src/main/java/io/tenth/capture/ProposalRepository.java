package io.tenth.capture;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.mail.Messages;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.WorkType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProposalRepository {

    private static final String SELECT = """
            SELECT p.proposal_id, p.state, p.work_date, p.minutes, p.type, p.billable, p.matter_id, p.client_matter,
                   p.description, p.excerpt, p.quote_start, p.quote_end, p.confidence, p.reasons, p.created_at,
                   m.message_id, m.subject, m.recipients, m.sent_at
              FROM proposals p JOIN messages m USING (user_id, message_id)
             WHERE p.user_id = :user
            """;

    private final JdbcClient jdbc;

    ProposalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Proposal> page(ProposalQuery query, int most, Actor.Person person, Seal seal) {
        var after = query.after();
        return jdbc.sql(SELECT + """
                           AND p.state = :state
                           AND (:afterDay::date IS NULL OR (p.work_date, p.proposal_id) < (:afterDay::date, :afterId::uuid))
                         ORDER BY p.work_date DESC, p.proposal_id DESC
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("state", query.state().key())
                .param("afterDay", after == null ? null : after.day(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .query((row, number) -> read(row, seal))
                .list();
    }

    Optional<Proposal> find(ProposalId id, Actor.Person person, Seal seal) {
        return jdbc.sql(SELECT + " AND p.proposal_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row, seal))
                .optional();
    }

    int count(Proposal.State state, Actor.Person person) {
        return jdbc.sql("SELECT count(*) FROM proposals WHERE user_id = :user AND state = :state")
                .param("user", person.user().value())
                .param("state", state.key())
                .query(Integer.class)
                .single();
    }

    void insert(NewProposal proposal, Actor.Person person, Seal seal, Instant now) {
        var work = proposal.work();
        jdbc.sql("""
                        INSERT INTO proposals (user_id, proposal_id, message_id, place, state, work_date, minutes, type, billable,
                                               matter_id, client_matter, description, excerpt, quote_start, quote_end,
                                               confidence, reasons, created_at)
                        VALUES (:user, :id, :message, :place, 'proposed', :day, :minutes, :type, :billable,
                                :matter, :clientMatter, :description, :excerpt, :quoteStart, :quoteEnd,
                                :confidence, :reasons::text[], :now)
                        """)
                .param("user", person.user().value())
                .param("id", proposal.id().value())
                .param("message", proposal.message().value())
                .param("place", proposal.place())
                .param("day", work.day())
                .param("minutes", work.minutes())
                .param("type", work.type().key())
                .param("billable", work.billable())
                .param("matter", uuid(work.matter()), Types.OTHER)
                .param(
                        "clientMatter",
                        seal.closeIfAny(place("client_matter", proposal.id()), work.clientMatter()),
                        Types.BINARY)
                .param("description", seal.close(place("description", proposal.id()), work.description()))
                .param(
                        "excerpt",
                        seal.close(
                                place("excerpt", proposal.id()),
                                proposal.excerpt().text()))
                .param("quoteStart", proposal.excerpt().quote().start())
                .param("quoteEnd", proposal.excerpt().quote().end())
                .param("confidence", proposal.confidence())
                .param("reasons", proposal.reasons().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns false when it is not there or was decided. */
    boolean update(ProposalId id, ProposalEdit edit, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                                UPDATE proposals
                                   SET work_date = :day, minutes = :minutes, type = :type, billable = :billable,
                                       matter_id = :matter, client_matter = :clientMatter, description = :description
                                 WHERE user_id = :user AND proposal_id = :id AND state = 'proposed'
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("day", edit.day())
                        .param("minutes", edit.minutes())
                        .param("type", edit.type().key())
                        .param("billable", edit.billable())
                        .param("matter", uuid(edit.matter()), Types.OTHER)
                        .param(
                                "clientMatter",
                                seal.closeIfAny(place("client_matter", id), edit.clientMatter()),
                                Types.BINARY)
                        .param("description", seal.close(place("description", id), edit.description()))
                        .update()
                == 1;
    }

    /** Returns false when it is not there or not in the state that it is to leave. */
    boolean move(ProposalId id, Proposal.State from, Proposal.State to, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                UPDATE proposals
                                   SET state = :to, decided_at = CASE WHEN :to = 'proposed' THEN NULL ELSE :now END
                                 WHERE user_id = :user AND proposal_id = :id AND state = :from
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("from", from.key())
                        .param("to", to.key())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Proposal read(ResultSet row, Seal seal) throws SQLException {
        var id = new ProposalId(row.getObject("proposal_id", UUID.class));
        var matter = row.getObject("matter_id", UUID.class);
        var work = new Proposal.Work(
                row.getObject("work_date", LocalDate.class),
                row.getInt("minutes"),
                WorkType.ofKey(row.getString("type")),
                row.getBoolean("billable"),
                matter == null ? null : new MatterId(matter),
                seal.openIfAny(place("client_matter", id), row.getBytes("client_matter")),
                seal.open(place("description", id), row.getBytes("description")));
        return new Proposal(
                id,
                Proposal.State.ofKey(row.getString("state")),
                work,
                readEvidence(row, id, seal),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Proposal.Evidence readEvidence(ResultSet row, ProposalId id, Seal seal) throws SQLException {
        var message = new MessageId(row.getObject("message_id", UUID.class));
        return new Proposal.Evidence(
                seal.open(Messages.place("subject", message), row.getBytes("subject")),
                seal.open(Messages.place("recipients", message), row.getBytes("recipients")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                seal.open(place("excerpt", id), row.getBytes("excerpt")),
                row.getInt("quote_start"),
                row.getInt("quote_end"),
                row.getDouble("confidence"),
                Arrays.asList((String[]) row.getArray("reasons").getArray()));
    }

    private static @Nullable UUID uuid(@Nullable MatterId matter) {
        return matter == null ? null : matter.value();
    }

    private static Place place(String column, ProposalId id) {
        return new Place("proposals", column, id.value());
    }
}
