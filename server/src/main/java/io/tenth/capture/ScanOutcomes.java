package io.tenth.capture;

import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.ScanId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what scans have found, as one answer. */
@Service
public class ScanOutcomes {

    private static final int MOST_PROBLEMS = 200;

    private final ScanOutcomeRepository repository;
    private final ScanRepository scans;
    private final Proposals proposals;
    private final AuditLog audit;
    private final Vault vault;

    ScanOutcomes(
            ScanOutcomeRepository repository, ScanRepository scans, Proposals proposals, AuditLog audit, Vault vault) {
        this.repository = repository;
        this.scans = scans;
        this.proposals = proposals;
        this.audit = audit;
        this.vault = vault;
    }

    /** The scan of a mailbox that is not over, with the words that it looks for. */
    @Transactional(readOnly = true)
    public Optional<Scan> active(MailboxId mailbox, Actor.Person person) {
        return repository
                .active(mailbox, person)
                .flatMap(id -> scans.find(id, person))
                .map(scan -> scan.lookingFor(scans.words(scan.id(), person, vault.sealOf(person))));
    }

    /**
     * What a scan has to show by now.
     *
     * @param since how far back the messages go whose proposals are looked at, whichever scan has read them
     * @param most proposals that are looked at
     */
    @Transactional(readOnly = true)
    public ScanOutcome of(ScanId id, Instant since, int most, Actor.Person person) {
        var figures = repository.figures(id, person).orElseThrow(() -> DomainException.notFound("scan"));
        var seal = vault.sealOf(person);
        var found = repository.found(figures.mailbox(), since, most, person, seal);
        return new ScanOutcome(
                figures,
                proposals.whole(found, person),
                readings(found, person),
                scans.problems(id, MOST_PROBLEMS, person, seal),
                audit.about("scan", id.value(), person));
    }

    /**
     * What was found in one message.
     *
     * @param readings how it was read, by proposal
     */
    public record OfMessage(List<Proposal> found, Map<ProposalId, Reading> readings) {

        public OfMessage {
            found = List.copyOf(found);
            readings = Map.copyOf(readings);
        }
    }

    /**
     * What was found in a message that a scan has read.
     *
     * @param name the id that proposals give it, or its Message-ID
     */
    @Transactional(readOnly = true)
    public OfMessage ofMessage(String name, Actor.Person person) {
        var seal = vault.sealOf(person);
        var id = repository.message(name, person, seal).orElseThrow(() -> DomainException.notFound("message"));
        var found = repository.ofMessage(id, person, seal);
        return new OfMessage(proposals.whole(found, person), readings(found, person));
    }

    private Map<ProposalId, Reading> readings(List<Proposal> found, Actor.Person person) {
        return repository.readings(found.stream().map(Proposal::id).toList(), person);
    }
}
