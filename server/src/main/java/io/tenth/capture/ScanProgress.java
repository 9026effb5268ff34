package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.Messages;
import io.tenth.mail.Upload;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The stored progress of scans. A batch is one transaction: its messages, their proposals, the audit events and the place
 * that was reached are there together or not at all, so that a crash neither loses nor doubles anything.
 */
@Service
class ScanProgress {

    private final ScanRepository scans;
    private final ProposalRepository proposals;
    private final Messages messages;
    private final Proposing proposing;
    private final Seen seen;
    private final Mailboxes mailboxes;
    private final AnalysisCache cache;
    private final LaterOpinions later;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    ScanProgress(
            ScanRepository scans,
            ProposalRepository proposals,
            Messages messages,
            Proposing proposing,
            Seen seen,
            Mailboxes mailboxes,
            AnalysisCache cache,
            LaterOpinions later,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.scans = scans;
        this.proposals = proposals;
        this.messages = messages;
        this.proposing = proposing;
        this.seen = seen;
        this.mailboxes = mailboxes;
        this.cache = cache;
        this.later = later;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How far the reading of the source has come.
     *
     * @param passed messages that were seen before and passed over since the last batch
     * @param listed how many messages are known to be there; 0 for a file, whose extent is in bytes
     * @param calls of the mail service since the last batch
     */
    record Reached(int position, long bytesRead, int passed, int listed, int calls) {

        Reached(int position, long bytesRead) {
            this(position, bytesRead, 0, 0, 0);
        }
    }

    /**
     * Queues the reading of a mailbox. Empty where one is queued or running. What the clock starts is recorded when it has read
     * something: else the record of a year would be of mailboxes in which nothing was.
     */
    @Transactional
    Optional<ScanId> queue(MailboxId mailbox, Scan.Subject.Sent sent, Actor.Person person) {
        var id = ScanId.next();
        if (!scans.insert(beginning(id), mailbox, sent, person, vault.sealOf(person))) {
            return Optional.empty();
        }
        if (!sent.automatic()) {
            audit.append(event("scan.started", id, person)
                    .with(Map.of("mailbox", mailbox.value().toString(), "most", sent.most())));
        }
        return Optional.of(id);
    }

    /** Queues the reading of an uploaded file. */
    @Transactional
    ScanId queue(Upload upload, Actor.Person person) {
        var id = ScanId.next();
        scans.insert(beginning(id), upload, person);
        audit.append(event("scan.started", id, person));
        return id;
    }

    /** What the scan does is found under the request that asks for it. */
    private ScanRepository.Beginning beginning(ScanId id) {
        return new ScanRepository.Beginning(id, Correlation.current(), clock.instant());
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
        var events = new ArrayList<AuditEvent>();
        var counts = keep(claim.scan(), batch, events, person);
        var judging = Judging.of(readable(batch));
        scans.advance(claim, new ScanRepository.Step(reached, counts, judging), person, clock.instant());
        if (judging.unjudged() > 0) {
            later.begin(person);
        }
        if (counts.messages() > 0) {
            events.add(advanced(claim.scan(), reached, counts, person));
        }
        audit.appendAll(events, person);
        return true;
    }

    /** Does all that storing one finding does, and takes it back: throws where that cannot be stored. */
    @Transactional
    void rehearse(Scan scan, Finding finding, Actor.Person person) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        var events = new ArrayList<AuditEvent>();
        keep(scan, List.of(finding), events, person);
        audit.appendAll(events, person);
    }

    /** Those of which something would be proposed if they were stored now. */
    @Transactional(readOnly = true)
    List<Finding.Analysed> proposable(List<Finding.Analysed> analysed, Scan scan, Actor.Person person) {
        if (analysed.isEmpty()) {
            return analysed;
        }
        var recorded =
                messages.find(analysed.stream().map(Finding.Analysed::message).toList(), person);
        var bare = scan.isAnew()
                ? proposals.without(
                        recorded.stream()
                                .flatMap(Optional::stream)
                                .map(Messages.Recorded::id)
                                .toList(),
                        person)
                : Set.<MessageId>of();
        return IntStream.range(0, analysed.size())
                .filter(number -> recorded.get(number)
                        .map(known -> scan.isAnew() ? bare.contains(known.id()) : known.fresh())
                        .orElse(true))
                .mapToObj(analysed::get)
                .toList();
    }

    /** Whether the worker may go on. */
    @Transactional(readOnly = true)
    boolean holds(ScanRepository.Claim claim, Actor.Person person) {
        return scans.isHeld(claim, person);
    }

    @Transactional
    void complete(ScanRepository.Claim claim, Optional<String> cursor, Actor.Person person) {
        if (scans.holds(claim, person)) {
            noteReading(claim.scan(), cursor, person);
            cache.expire(person);
            later.begin(person);
            end(claim.scan().id(), Scan.State.DONE, Optional.empty(), person);
        }
    }

    /** Ends a scan of a mailbox that its service refuses, and lets the mailbox's owner see it there too. */
    @Transactional
    void fail(ScanRepository.Claim claim, MailboxState state, String sentence, Actor.Person person) {
        if (scans.holds(claim, person)) {
            noteFailure(claim.scan(), state, sentence, person);
        }
    }

    /**
     * Ends a scan that failed again and again.
     *
     * @param claim of the worker that failed; empty where it had none, and then whoever has one is overtaken
     * @param sentence why; empty where nobody said
     */
    @Transactional
    void giveUp(ScanId id, Optional<ScanRepository.Claim> claim, Optional<String> sentence, Actor.Person person) {
        if (claim.isEmpty() || scans.holds(claim.get(), person)) {
            scans.find(id, person)
                    .filter(scan -> !scan.state().isOver())
                    .ifPresent(scan ->
                            noteFailure(scan, MailboxState.FAILING, sentence.orElseGet(() -> givenUp(scan)), person));
        }
    }

    /** The words that a message must have to be read by a scan. */
    @Transactional(readOnly = true)
    SoughtWords words(ScanId scan, Actor.Person person) {
        return scans.words(scan, person, vault.sealOf(person));
    }

    /** The connected mailbox that a scan reads; empty where it reads a file. */
    @Transactional(readOnly = true)
    Optional<MailboxId> mailbox(ScanId scan, Actor.Person person) {
        return scans.find(scan, person)
                .filter(found -> found.upload().isEmpty())
                .map(Scan::mailbox);
    }

    /** The file of a scan that is over. */
    @Transactional(readOnly = true)
    Optional<UploadId> fileToForget(ScanId scan, Actor.Person person) {
        return scans.find(scan, person).filter(found -> found.state().isOver()).flatMap(Scan::upload);
    }

    private void noteFailure(Scan scan, MailboxState state, String sentence, Actor.Person person) {
        if (scan.upload().isEmpty()) {
            mailboxes.noteState(scan.mailbox(), state, sentence, person);
        }
        end(scan.id(), Scan.State.FAILED, Optional.of(sentence), person);
    }

    private static String givenUp(Scan scan) {
        return switch (scan.subject()) {
            case Scan.Subject.File file ->
                "The file could not be read to its end. What was found before is kept; scan the file again to go on.";
            case Scan.Subject.Sent sent ->
                "The mailbox could not be read. What was found before is kept; scan it again to go on.";
        };
    }

    private Scan.Counts keep(Scan scan, List<Finding> batch, List<AuditEvent> events, Actor.Person person) {
        var others = batch.stream()
                .filter(Finding.NotSought.class::isInstance)
                .flatMap(finding -> finding.key().stream())
                .toList();
        seen.passOver(others, scan, person);
        return analysed(scan, batch, events, person).plus(failed(scan, batch, person));
    }

    private Scan.Counts analysed(Scan scan, List<Finding> batch, List<AuditEvent> events, Actor.Person person) {
        var analysed = readable(batch);
        var recorded = messages.recordAll(
                analysed.stream().map(Finding.Analysed::message).toList(), scan.mailbox(), person);
        var rows = new ArrayList<Seen.Row>();
        var proposable = new LinkedHashMap<MessageId, Finding.Analysed>();
        var bare = scan.isAnew()
                ? proposals.without(recorded.stream().map(Messages.Recorded::id).toList(), person)
                : new HashSet<MessageId>();
        var fresh = 0;
        for (var number = 0; number < analysed.size(); number++) {
            var message = recorded.get(number);
            analysed.get(number).key().ifPresent(key -> rows.add(new Seen.Row(key, Optional.of(message.id()))));
            fresh += message.fresh() ? 1 : 0;
            if (bare.remove(message.id()) || (message.fresh() && !scan.isAnew())) {
                proposable.put(message.id(), analysed.get(number));
            }
        }
        seen.remember(rows, scan, person);
        var made = proposals.insertAll(
                proposing.desk(person).of(proposable), scan.id(), person, vault.sealOf(person), clock.instant());
        made.forEach(proposal -> events.add(created(proposal, scan, person)));
        var wanted =
                (int) made.stream().filter(proposal -> !proposal.unwanted()).count();
        return new Scan.Counts(fresh, analysed.size() - fresh, 0, wanted);
    }

    private static List<Finding.Analysed> readable(List<Finding> batch) {
        return batch.stream()
                .filter(Finding.Analysed.class::isInstance)
                .map(Finding.Analysed.class::cast)
                .toList();
    }

    private Scan.Counts failed(Scan scan, List<Finding> batch, Actor.Person person) {
        var failed = batch.stream()
                .filter(Finding.Failed.class::isInstance)
                .map(Finding.Failed.class::cast)
                .toList();
        batch.stream()
                .map(Finding::trouble)
                .filter(Objects::nonNull)
                .forEach(trouble -> scans.insertProblem(scan.id(), trouble, person, vault.sealOf(person)));
        var rows = failed.stream()
                .flatMap(one -> one.key().stream())
                .map(key -> new Seen.Row(key, Optional.empty()))
                .toList();
        seen.remember(rows, scan, person);
        return new Scan.Counts(0, 0, failed.size(), 0);
    }

    private static AuditEvent advanced(Scan scan, Reached reached, Scan.Counts counts, Actor.Person person) {
        return event("scan.advanced", scan.id(), person)
                .with(Map.of(
                        "position",
                        reached.position(),
                        "messages_new",
                        counts.fresh(),
                        "messages_passed",
                        reached.passed()));
    }

    private static AuditEvent created(NewProposal proposal, Scan scan, Actor.Person person) {
        return CaptureEvents.proposal("proposal.created", proposal.id(), person)
                .with(Map.of(
                        "scan",
                        scan.id().value().toString(),
                        "minutes",
                        proposal.work().minutes(),
                        "unwanted",
                        proposal.unwanted()));
    }

    private void noteReading(Scan scan, Optional<String> cursor, Actor.Person person) {
        switch (scan.subject()) {
            case Scan.Subject.File file -> {}
            case Scan.Subject.Sent sent -> {
                cursor.ifPresent(reached -> {
                    mailboxes.keepCursor(scan.mailbox(), reached, person);
                    mailboxes.noteListed(scan.mailbox(), sent.since(), scan.createdAt(), person);
                });
                mailboxes.noteState(scan.mailbox(), MailboxState.OK, null, person);
                mailboxes.noteScan(scan.mailbox(), person);
            }
        }
    }

    private void end(ScanId id, Scan.State state, Optional<String> failure, Actor.Person person) {
        if (!scans.end(id, state, failure.orElse(null), person, clock.instant())) {
            return;
        }
        var scan = scans.find(id, person).orElseThrow();
        if (scan.isAutomatic() && scan.position() == 0) {
            scans.deleteIdleBefore(scan, person);
        } else {
            audit.append(event("scan.ended", id, person)
                    .with(Map.of("state", state.name(), "automatic", scan.isAutomatic())));
        }
    }

    private static AuditEvent event(String operation, ScanId scan, Actor.Person person) {
        return CaptureEvents.scan(operation, scan, person);
    }
}
