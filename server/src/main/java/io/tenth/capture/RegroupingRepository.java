package io.tenth.capture;

import io.tenth.shared.Actor;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts proposals in the place of others, and takes that back. */
@Repository
class RegroupingRepository {

    /** Above the places that mentions have in a message. */
    private static final int FIRST_PLACE = 10_000;

    private final JdbcClient jdbc;

    RegroupingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in a message that nothing has, and neither has any after it. */
    int freePlace(MessageId message, Actor.Person person) {
        return jdbc.sql("""
                        SELECT greatest(max(place) + 1, :first) FROM proposals WHERE user_id = :user AND message_id = :message
                        """)
                .param("user", person.user().value())
                .param("message", message.value())
                .param("first", FIRST_PLACE)
                .query(Integer.class)
                .single();
    }

    /** Takes proposals out of the review. Returns how many still awaited a decision. */
    int replace(List<ProposalId> ids, UUID regrouping, Actor.Person person, Instant now) {
        return jdbc.sql("""
                        UPDATE proposals
                           SET version = version + 1, state = 'rejected', decided_at = :now, replaced_in = :regrouping
                         WHERE user_id = :user AND proposal_id = ANY (:ids::uuid[]) AND state = 'proposed'
                        """)
                .param("user", person.user().value())
                .param("ids", uuids(ids))
                .param("regrouping", regrouping)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says where new ones come from, and that they are of the same mail as the one before. */
    void nameOrigin(List<ProposalId> made, ProposalId origin, UUID regrouping, Actor.Person person) {
        jdbc.sql("""
                        UPDATE proposals p
                           SET made_in = :regrouping, sender = o.sender, correspondents = o.correspondents, thread = o.thread,
                               sure_considered = TRUE, scan_id = o.scan_id,
                               matter_chosen = o.matter_chosen OR p.matter_id IS DISTINCT FROM o.matter_id AND p.matter_id IS NOT NULL
                          FROM proposals o
                         WHERE p.user_id = :user AND p.proposal_id = ANY (:ids::uuid[])
                           AND o.user_id = :user AND o.proposal_id = :origin
                        """)
                .param("user", person.user().value())
                .param("ids", uuids(made))
                .param("origin", origin.value())
                .param("regrouping", regrouping)
                .update();
    }

    List<Made> made(UUID regrouping, Actor.Person person) {
        return made(regrouping, "", person);
    }

    /** The same, which nobody else decides until this transaction has ended. */
    List<Made> lockMade(UUID regrouping, Actor.Person person) {
        return made(regrouping, " FOR UPDATE", person);
    }

    private List<Made> made(UUID regrouping, String lock, Actor.Person person) {
        return jdbc.sql("SELECT proposal_id, state FROM proposals WHERE user_id = :user AND made_in = :regrouping"
                        + " ORDER BY place" + lock)
                .param("user", person.user().value())
                .param("regrouping", regrouping)
                .query((row, number) -> new Made(
                        new ProposalId(row.getObject("proposal_id", UUID.class)),
                        Proposal.State.ofKey(row.getString("state"))))
                .list();
    }

    List<ProposalId> removeMade(UUID regrouping, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM proposals WHERE user_id = :user AND made_in = :regrouping AND state = 'proposed'
                        RETURNING proposal_id
                        """)
                .param("user", person.user().value())
                .param("regrouping", regrouping)
                .query((row, number) -> new ProposalId(row.getObject("proposal_id", UUID.class)))
                .list();
    }

    List<ProposalId> bringBack(UUID regrouping, Actor.Person person) {
        return jdbc.sql("""
                        UPDATE proposals
                           SET version = version + 1, state = 'proposed', decided_at = NULL, replaced_in = NULL
                         WHERE user_id = :user AND replaced_in = :regrouping
                        RETURNING proposal_id
                        """)
                .param("user", person.user().value())
                .param("regrouping", regrouping)
                .query((row, number) -> new ProposalId(row.getObject("proposal_id", UUID.class)))
                .list();
    }

    record Made(ProposalId id, Proposal.State state) {}

    private static UUID[] uuids(List<ProposalId> ids) {
        return ids.stream().map(ProposalId::value).toArray(UUID[]::new);
    }
}
