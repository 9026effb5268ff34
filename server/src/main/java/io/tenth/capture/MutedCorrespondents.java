package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Ids;
import io.tenth.shared.ProposalId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Never from this sender": the addresses from whose mail nothing is proposed to a person. */
@Service
public class MutedCorrespondents {

    private static final int MOST = 1_000;

    private final MutedRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    MutedCorrespondents(MutedRepository repository, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<MutedCorrespondent> all(Actor.Person person) {
        return repository.all(person, vault.sealOf(person));
    }

    /** From now on nothing is proposed from such mail; what waits is rejected. Refuses what is no address. */
    @Transactional
    public MutedCorrespondent mute(MutedCorrespondent.Kind kind, String typed, Actor.Person person) {
        var seal = vault.sealOf(person);
        var addresses = Addresses.of(typed);
        if (addresses.size() != 1) {
            throw DomainException.invalid("Give one address, such as imogen@client.example.");
        }
        if (repository.keys(person).size() >= MOST) {
            throw DomainException.conflict("There are " + MOST + " such addresses already.");
        }
        var muted = new MutedCorrespondent(Ids.next(), kind, addresses.getFirst(), clock.instant());
        var key = new MutedRepository.Key(kind, Trace.address(muted.address(), seal));
        if (!repository.insert(muted, key, person, seal)) {
            throw DomainException.conflict("Nothing is proposed from mail of this address already.");
        }
        var rejected = repository.reject(key, person, muted.createdAt());
        audit.append(event("correspondent.muted", muted.id(), person)
                .with(Map.of("kind", kind.key(), "proposals_rejected", rejected.size())));
        audit.appendAll(decided("proposal.rejected", rejected, muted.id(), person), person);
        return muted;
    }

    /** Takes it back, and brings the proposals back that were rejected for it. */
    @Transactional
    public void unmute(UUID id, Actor.Person person) {
        var key = repository.delete(id, person).orElseThrow(() -> DomainException.notFound("muted correspondent"));
        var back = repository.bringBack(key, person);
        audit.append(event("correspondent.unmuted", id, person).with(Map.of("proposals_back", back.size())));
        audit.appendAll(decided("proposal.rejection_undone", back, id, person), person);
    }

    private static List<AuditEvent> decided(
            String operation, List<ProposalId> proposals, UUID correspondent, Actor.Person person) {
        return proposals.stream()
                .map(id -> CaptureEvents.proposal(operation, id, person)
                        .with(Map.of("correspondent", correspondent.toString())))
                .toList();
    }

    private static AuditEvent event(String operation, UUID id, Actor.Person person) {
        return AuditEvent.of(person, operation, "correspondent", id).with(ComplianceFlag.CLIENT_DATA);
    }
}
