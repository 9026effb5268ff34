package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.crypto.UnreadableException;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the review knows of proposals beside what they say: whom their mail went to, what is like them, what is sure. */
@Repository
class ReviewRepository {

    private static final int MOST_NEARBY = 2_000;
    private static final int MOST_SURE = 100;

    /** What a model doubts, has found, has named the matter of, or is yet to be asked about, waits for its owner. */
    private static final String SURE = ProposalRow.SELECT + """
               AND p.state = 'proposed' AND NOT p.sure_considered
               AND p.opinion_tries = 0 AND p.model_worked IS DISTINCT FROM FALSE
               AND :foundByModel <> ALL (p.reasons) AND :matterNamed <> ALL (p.reasons)
               AND p.confidence >= :threshold::real AND %s
             ORDER BY p.proposal_id LIMIT :most
            """;

    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The matter that the person chose for at least two messages to a correspondent, and at least twice as often as all others
     * together; without those of whom there is none. Choices on proposals that were then rejected do not count.
     */
    Map<ByteBuffer, MatterId> learnt(Set<ByteBuffer> correspondents, Actor.Person person) {
        var learnt = new HashMap<ByteBuffer, MatterId>();
        jdbc.sql("""
                        SELECT address, matter_id
                          FROM (SELECT address, matter_id, count(DISTINCT message_id) AS chosen,
                                       sum(count(DISTINCT message_id)) OVER (PARTITION BY address) AS choices
                                  FROM unnest(:correspondents::bytea[]) AS asked (address)
                                  JOIN proposals ON correspondents @> ARRAY[address]
                                 WHERE user_id = :user AND matter_chosen AND state <> 'rejected'
                                 GROUP BY address, matter_id) AS choice
                         WHERE chosen >= 2 AND chosen * 3 >= choices * 2
                        """)
                .param("user", person.user().value())
                .param("correspondents", bytes(correspondents))
                .query(row -> {
                    learnt.put(
                            ByteBuffer.wrap(row.getBytes("address")),
                            new MatterId(row.getObject("matter_id", UUID.class)));
                });
        return learnt;
    }

    /**
     * Proposals that some may be the same as: those of their days, and those of their conversations with the same time within
     * some days. Rejected ones are not among them, nor any that cannot be read: it must not hide the others.
     */
    List<Proposal> nearby(List<ProposalId> ids, Collection<LocalDate> days, int apart, Actor.Person person, Seal seal) {
        return jdbc
                .sql(ProposalRow.SELECT + """
                           AND p.proposal_id IN (
                               SELECT proposal_id FROM proposals
                                WHERE user_id = :user AND state IN ('proposed', 'accepted')
                                  AND work_date = ANY (:days::date[])
                               UNION
                               SELECT o.proposal_id
                                 FROM proposals q
                                 JOIN proposals o ON o.user_id = q.user_id AND o.thread = q.thread
                                                 AND o.minutes = q.minutes
                                                 AND o.work_date BETWEEN q.work_date - :apart AND q.work_date + :apart
                                WHERE q.user_id = :user AND q.proposal_id = ANY (:ids::uuid[])
                                  AND o.state IN ('proposed', 'accepted'))
                         ORDER BY p.work_date DESC, p.proposal_id DESC
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("ids", ids.stream().map(ProposalId::value).toArray(UUID[]::new))
                .param("apart", apart)
                .param("most", MOST_NEARBY)
                .query(readable(new ProposalRow(seal)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> RowMapper<Optional<T>> readable(RowMapper<T> mapper) {
        return (row, number) -> {
            try {
                return Optional.ofNullable(mapper.mapRow(row, number));
            } catch (UnreadableException damaged) {
                return Optional.empty();
            }
        };
    }

    /** Those found since some time that are sure enough, and were not looked at for that. */
    List<Proposal> sure(BigDecimal threshold, Instant since, Actor.Person person, Seal seal) {
        return sure(
                threshold,
                jdbc.sql(SURE.formatted("p.created_at >= :since")).param("since", since.atOffset(ZoneOffset.UTC)),
                person,
                seal);
    }

    /** Those among some that are sure enough, and were not looked at for that. */
    List<Proposal> sure(BigDecimal threshold, Collection<ProposalId> among, Actor.Person person, Seal seal) {
        return sure(
                threshold,
                jdbc.sql(SURE.formatted("p.proposal_id = ANY (:among::uuid[])"))
                        .param("among", among.stream().map(ProposalId::value).toArray(UUID[]::new)),
                person,
                seal);
    }

    private static List<Proposal> sure(
            BigDecimal threshold, JdbcClient.StatementSpec which, Actor.Person person, Seal seal) {
        return which.param("user", person.user().value())
                .param("threshold", threshold)
                .param("foundByModel", NewProposal.FOUND_BY_MODEL)
                .param("matterNamed", NewProposal.MATTER_NAMED)
                .param("most", MOST_SURE)
                .query(new ProposalRow(seal))
                .list();
    }

    /** Writes down that it was looked at. Returns false when it was before. */
    boolean consider(ProposalId id, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE proposals SET sure_considered = TRUE
                                 WHERE user_id = :user AND proposal_id = :id AND NOT sure_considered
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Says why a rejected proposal was rejected. Returns false when it is not there or not rejected. */
    boolean explain(ProposalId id, Rejection rejection, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                                UPDATE proposals SET rejection = :reason, rejection_note = :note, version = version + 1
                                 WHERE user_id = :user AND proposal_id = :id AND state = 'rejected' AND replaced_in IS NULL
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("reason", rejection.reason().key())
                        .param(
                                "note",
                                seal.closeIfAny(ProposalRow.place("rejection_note", id), rejection.note()),
                                Types.BINARY)
                        .update()
                == 1;
    }

    static byte[][] bytes(Collection<ByteBuffer> hashes) {
        return hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new);
    }
}
