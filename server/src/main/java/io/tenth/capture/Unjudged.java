package io.tenth.capture;

import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.model.Trouble;
import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proposals on which the language model was to say something and has not, and what becomes of them when it has. For a week, and a
 * few times: then the engine's answer stands for good.
 */
@Service
class Unjudged {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final UnjudgedRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Unjudged(UnjudgedRepository repository, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Some of them, the newest first. */
    @Transactional(readOnly = true)
    List<Proposal> some(int most, Actor.Person person) {
        return repository.since(since(), most, person, vault.sealOf(person));
    }

    /** Those for which its time is over are asked about no more. Returns them. */
    @Transactional
    List<ProposalId> giveUp(Actor.Person person) {
        return repository.giveUpBefore(since(), person);
    }

    /** Of each the id under which the scan works that has found it. */
    @Transactional(readOnly = true)
    Map<ProposalId, String> correlations(List<Proposal> proposals, Actor.Person person) {
        return repository.correlations(proposals.stream().map(Proposal::id).toList(), person);
    }

    /** What has become of the asking about a proposal, and the id under which that is recorded. */
    record Asked(Proposal proposal, Consultation consultation, String correlation) {}

    /**
     * Keeps what has become of the asking about each, beside it: what a person may be looking at does not change under them. One that
     * its owner has changed or decided meanwhile stays without.
     */
    @Transactional
    void keep(List<Asked> asked, Actor.Person person) {
        asked.forEach(one -> {
            switch (one.consultation()) {
                case Consultation.Answered answered -> keep(one, answered.opinion(), person);
                case Consultation.Unanswered none ->
                    repository.spend(one.proposal(), isAway(none.trouble()) ? 0 : 1, person);
                case Consultation.Unasked never -> repository.spend(one.proposal(), UnjudgedRepository.TRIES, person);
            }
        });
    }

    /** Whether the service has not even looked at the question, so that nothing is known of how it would answer. */
    static boolean isAway(Trouble trouble) {
        return switch (trouble) {
            case DOWN, BUSY -> true;
            case SLOW, REFUSED, GARBLED -> false;
        };
    }

    private void keep(Asked asked, Opinion opinion, Actor.Person person) {
        if (repository.judge(asked.proposal(), opinion, person)) {
            Correlation.begin(asked.correlation());
            audit.append(
                    CaptureEvents.proposal("proposal.judged", asked.proposal().id(), person)
                            .with(Map.of("model", opinion.model(), "worked", opinion.worked())));
        }
    }

    private Instant since() {
        return clock.instant().minus(LONGEST);
    }
}
