package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The proposals on which the language model was to say something and has not. One that its owner has changed or decided is none of
 * them any more: it is in its first version, or it is left alone.
 */
@Repository
class UnjudgedRepository {

    /** How often the model may be asked once more about one of them, while it answers at all. */
    static final int TRIES = 3;

    private static final String UNTOUCHED = " state = 'proposed' AND replaced_in IS NULL AND version = :version ";

    private final JdbcClient jdbc;

    UnjudgedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those proposed since some time, the newest first. */
    List<Proposal> since(Instant time, int most, Actor.Person person, Seal seal) {
        return jdbc.sql(ProposalRow.SELECT + """
                           AND p.opinion_tries > 0 AND p.state = 'proposed' AND p.replaced_in IS NULL AND p.version = 1
                           AND p.created_at >= :since
                         ORDER BY p.created_at DESC, p.proposal_id DESC
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("since", time.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(new ProposalRow(seal))
                .list();
    }

    /** Puts the model's word beside a proposal, of which all else stays as its owner sees it. Returns false when they were quicker. */
    boolean judge(Proposal proposal, Opinion opinion, Actor.Person person) {
        var matter = opinion.matter();
        return jdbc.sql("""
                                UPDATE proposals
                                   SET opinion_tries = 0, model_worked = :worked, model_name = :model, model_type = :type,
                                       model_matter_id = :matter
                                 WHERE user_id = :user AND proposal_id = :id AND""" + UNTOUCHED)
                        .param("user", person.user().value())
                        .param("id", proposal.id().value())
                        .param("version", proposal.version().number())
                        .param("worked", opinion.worked())
                        .param("model", opinion.model())
                        .param("type", opinion.kind().key())
                        .param("matter", matter == null ? null : matter.value(), Types.OTHER)
                        .update()
                == 1;
    }

    /** One try less, of so many. */
    void spend(Proposal proposal, int tries, Actor.Person person) {
        jdbc.sql("""
                        UPDATE proposals SET opinion_tries = greatest(0, opinion_tries - :tries)
                         WHERE user_id = :user AND proposal_id = :id AND""" + UNTOUCHED)
                .param("tries", tries)
                .param("user", person.user().value())
                .param("id", proposal.id().value())
                .param("version", proposal.version().number())
                .update();
    }

    /** Those proposed before some time are asked about no more. Returns them. */
    List<ProposalId> giveUpBefore(Instant time, Actor.Person person) {
        return jdbc.sql("""
                        UPDATE proposals SET opinion_tries = 0
                         WHERE user_id = :user AND opinion_tries > 0 AND created_at < :time
                           AND state = 'proposed' AND replaced_in IS NULL AND version = 1
                        RETURNING proposal_id
                        """)
                .param("user", person.user().value())
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ProposalId(row.getObject("proposal_id", UUID.class)))
                .list();
    }

    /** Of each the id under which the scan works that has found it. */
    Map<ProposalId, String> correlations(Collection<ProposalId> proposals, Actor.Person person) {
        var correlations = new HashMap<ProposalId, String>();
        jdbc.sql("""
                        SELECT p.proposal_id, coalesce(s.correlation_id, p.scan_id::text, p.proposal_id::text) AS correlation
                          FROM proposals p LEFT JOIN scans s ON s.user_id = p.user_id AND s.scan_id = p.scan_id
                         WHERE p.user_id = :user AND p.proposal_id = ANY (:ids::uuid[])
                        """)
                .param("user", person.user().value())
                .param("ids", proposals.stream().map(ProposalId::value).toArray(UUID[]::new))
                .query(row -> {
                    correlations.put(
                            new ProposalId(row.getObject("proposal_id", UUID.class)), row.getString("correlation"));
                });
        return correlations;
    }
}
