package io.tenth.capture;

import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.Uploads;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Page;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scans of a person: started here, carried out by {@link ScanJob}. */
@Service
public class Scans {

    private static final int MOST_SHOWN = 20;

    private static final int MOST_PROBLEMS_SHOWN = 200;

    private final ScanRepository repository;
    private final ScanProgress progress;
    private final Uploads uploads;
    private final Mailboxes mailboxes;
    private final ScanQueue queue;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Scans(
            ScanRepository repository,
            ScanProgress progress,
            Uploads uploads,
            Mailboxes mailboxes,
            ScanQueue queue,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.progress = progress;
        this.uploads = uploads;
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses where there is no room for a further scan, before a file is taken in for it. */
    @Transactional(readOnly = true)
    public void requireRoom(Actor.Person person) {
        queue.requireRoom(person);
    }

    /** Queues the reading of an uploaded file. The scan and its job are there together or not at all. */
    @Transactional
    public ScanId start(UploadId file, Actor.Person person) {
        queue.requireRoom(person);
        var id = progress.queue(uploads.one(file, person), person);
        queue.add(id, person);
        return id;
    }

    /** Queues the reading of a connected mailbox. Refuses where one of it is not over. */
    @Transactional
    public ScanId start(MailboxId mailbox, Scan.Subject.Sent sent, Actor.Person person) {
        mailboxes.connection(mailbox, person);
        queue.requireRoom(person);
        var id = progress.queue(mailbox, sent, person)
                .orElseThrow(() -> DomainException.conflict("A scan of this mailbox is waiting or under way."));
        queue.add(id, person);
        return id;
    }

    @Transactional(readOnly = true)
    public Scan one(ScanId id, Actor.Person person) {
        return repository.find(id, person).orElseThrow(() -> DomainException.notFound("scan"));
    }

    @Transactional(readOnly = true)
    public Page<Scan> page(ScanQuery query, Actor.Person person) {
        return Page.cut(repository.list(query, person), query.limit(), ScanQuery::cursor);
    }

    /** The latest scans, newest first. */
    @Transactional(readOnly = true)
    public List<Scan> latest(Actor.Person person) {
        return page(new ScanQuery(null, null, MOST_SHOWN), person).items();
    }

    /** The latest scan of each mailbox that has one. */
    @Transactional(readOnly = true)
    public Map<MailboxId, Scan> latestOfEach(Actor.Person person) {
        return repository.latestOfEach(person).stream().collect(Collectors.toMap(Scan::mailbox, scan -> scan));
    }

    /** The first messages that a scan could not read. */
    @Transactional(readOnly = true)
    public List<Scan.Problem> problems(ScanId id, Actor.Person person) {
        return repository.problems(id, MOST_PROBLEMS_SHOWN, person, vault.sealOf(person));
    }

    /** Stops a scan. What it has found stays. Refuses when it is over. */
    @Transactional
    public void cancel(ScanId id, Actor.Person person) {
        if (!repository.end(id, Scan.State.CANCELLED, null, person, clock.instant())) {
            one(id, person);
            throw DomainException.conflict("This scan is over.");
        }
        audit.append(CaptureEvents.scan("scan.cancelled", id, person));
    }
}
