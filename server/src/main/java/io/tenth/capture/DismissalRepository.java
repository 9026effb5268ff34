package io.tenth.capture;

import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DismissalRepository {

    private final JdbcClient jdbc;

    DismissalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Two things of which each is counted rightly, in whichever order.
     *
     * @param reason of the doubt that was dismissed, as {@link Doubt.Reason#key()} names it; empty where it was not kept
     */
    record Pair(UUID one, UUID other, String reason) {

        /** Whether it is a thing's doubt that was dismissed. Another reason makes another doubt, that nobody has looked at. */
        boolean answers(UUID thing, Doubt doubt) {
            return isOf(thing, doubt.other().uuid())
                    && (reason.isEmpty() || reason.equals(doubt.reason().key()));
        }

        boolean isOf(UUID first, UUID second) {
            return (one.equals(first) && other.equals(second)) || (one.equals(second) && other.equals(first));
        }
    }

    /** Those that some proposals are part of. */
    Set<Pair> of(Collection<ProposalId> ids, Actor.Person person) {
        return new HashSet<>(jdbc.sql("""
                        SELECT proposal_id, other_id, reason FROM dismissed_doubts
                         WHERE user_id = :user AND (proposal_id = ANY (:ids::uuid[]) OR other_id = ANY (:ids::uuid[]))
                        """)
                .param("user", person.user().value())
                .param("ids", ids.stream().map(ProposalId::value).toArray(UUID[]::new))
                .query((row, number) -> new Pair(
                        row.getObject("proposal_id", UUID.class),
                        row.getObject("other_id", UUID.class),
                        row.getString("reason")))
                .list());
    }

    boolean isThere(ProposalId id, UUID other, Actor.Person person) {
        return of(Set.of(id), person).stream().anyMatch(pair -> pair.isOf(id.value(), other));
    }

    /** Returns false when it is there already. */
    boolean insert(ProposalId id, Doubt doubt, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                INSERT INTO dismissed_doubts (user_id, proposal_id, other_id, reason, dismissed_at)
                                VALUES (:user, :id, :other, :reason, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("other", doubt.other().uuid())
                        .param("reason", doubt.reason().key())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns false when there is none, in whichever order. */
    boolean delete(ProposalId id, UUID other, Actor.Person person) {
        return jdbc.sql("""
                                DELETE FROM dismissed_doubts
                                 WHERE user_id = :user AND ((proposal_id = :id AND other_id = :other)
                                                            OR (proposal_id = :other AND other_id = :id))
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("other", other)
                        .update()
                > 0;
    }
}
