package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.client.Clients;
import io.tenth.crypto.Vault;
import io.tenth.mail.Messages;
import io.tenth.mail.Upload;
import io.tenth.shared.Actor;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored progress of scans. A batch is one transaction: its messages, their proposals, the audit events and the place
 * that was reached are there together or not at all, so that a crash neither loses nor doubles anything.
 */
@Service
class ScanProgress {

    private final ScanRepository scans;
    private final ProposalRepository proposals;
    private final Messages messages;
    private final Clients clients;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    ScanProgress(
            ScanRepository scans,
            ProposalRepository proposals,
            Messages messages,
            Clients clients,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.scans = scans;
        this.proposals = proposals;
        this.messages = messages;
        this.clients = clients;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far the reading of the source has come. */
    record Reached(int position, long bytesRead) {}

    /** Queues the reading of an uploaded file. Refuses where too many of the person's scans are not over yet. */
    @Transactional
    ScanId queue(Upload upload, Actor.Person person) {
        var id = ScanId.next();
        scans.holdQueue(person);
        if (!scans.insert(id, upload, Scans.MOST_UNFINISHED, person, clock.instant())) {
            throw Scans.tooMany();
        }
        audit.append(AuditEvent.of(person, "scan.started", "scan", id.value()).with(ComplianceFlag.CLIENT_DATA));
        return id;
    }

    @Transactional
    Optional<ScanRepository.Claim> claim(ScanId scan, Actor.Person person) {
        return scans.claim(scan, person, clock.instant());
    }

    /** Returns false, with nothing stored, when the scan was cancelled or another worker has taken it. */
    @Transactional
    boolean store(ScanRepository.Claim claim, List<Finding> batch, Reached reached, Actor.Person person) {
        if (!scans.holds(claim, person)) {
            return false;
        }
        var directory = new Directory(clients.all(person));
        var counts = Scan.Counts.NONE;
        for (var finding : batch) {
            counts = counts.plus(store(claim.scan(), finding, directory, person));
        }
        scans.advance(claim, new ScanRepository.Step(reached.position(), reached.bytesRead(), counts), person);
        audit.append(
                AuditEvent.of(person, "scan.advanced", "scan", claim.scan().id().value())
                        .with(ComplianceFlag.CLIENT_DATA)
                        .with(Map.of("position", reached.position(), "messages_new", counts.fresh())));
        return true;
    }

    @Transactional
    void complete(ScanRepository.Claim claim, Actor.Person person) {
        end(claim.scan().id(), Scan.State.DONE, Optional.empty(), person);
    }

    @Transactional
    void fail(ScanId scan, String sentence, Actor.Person person) {
        end(scan, Scan.State.FAILED, Optional.of(sentence), person);
    }

    /** The file of a scan that is over. */
    @Transactional(readOnly = true)
    Optional<UploadId> fileToForget(ScanId scan, Actor.Person person) {
        return scans.find(scan, person).filter(found -> found.state().isOver()).map(Scan::upload);
    }

    private Scan.Counts store(Scan scan, Finding finding, Directory directory, Actor.Person person) {
        return switch (finding) {
            case Finding.Failed failed -> {
                scans.insertProblem(scan.id(), failed.problem(), person, vault.sealOf(person));
                yield new Scan.Counts(0, 0, 1, 0);
            }
            case Finding.Analysed analysed -> store(scan, analysed, directory, person);
        };
    }

    private Scan.Counts store(Scan scan, Finding.Analysed analysed, Directory directory, Actor.Person person) {
        var message = messages.recordNew(analysed.message(), scan.mailbox(), person);
        if (message.isEmpty()) {
            return new Scan.Counts(0, 1, 0, 0);
        }
        var place = 0;
        for (var found : analysed.found()) {
            var matter = Optional.ofNullable(found.mention().clientMatter()).flatMap(directory::matterOf);
            var proposal = NewProposal.of(found, message.get(), place++, matter);
            proposals.insert(proposal, person, vault.sealOf(person), clock.instant());
            audit.append(AuditEvent.of(
                            person,
                            "proposal.created",
                            "proposal",
                            proposal.id().value())
                    .with(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA)
                    .with(Map.of(
                            "scan",
                            scan.id().value().toString(),
                            "minutes",
                            found.mention().minutes())));
        }
        return new Scan.Counts(1, 0, 0, place);
    }

    private void end(ScanId scan, Scan.State state, Optional<String> failure, Actor.Person person) {
        if (scans.end(scan, state, failure.orElse(null), person, clock.instant())) {
            audit.append(AuditEvent.of(person, "scan.ended", "scan", scan.value())
                    .with(ComplianceFlag.CLIENT_DATA)
                    .with(Map.of("state", state.name())));
        }
    }
}
