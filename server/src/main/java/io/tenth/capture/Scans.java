package io.tenth.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.mail.Uploads;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scans of a person: started here, carried out by {@link ScanJob}. */
@Service
public class Scans {

    /** How many scans of one person may wait or run. */
    static final int MOST_UNFINISHED = 20;

    private static final int MOST_SHOWN = 20;
    private static final int MOST_PROBLEMS_SHOWN = 200;

    private final ScanRepository repository;
    private final ScanProgress progress;
    private final Uploads uploads;
    private final SchedulerClient scheduler;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Scans(
            ScanRepository repository,
            ScanProgress progress,
            Uploads uploads,
            @Lazy SchedulerClient scheduler,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.progress = progress;
        this.uploads = uploads;
        this.scheduler = scheduler;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses where {@link #start} would: before a file is taken in that nothing would read. */
    @Transactional(readOnly = true)
    public void checkRoom(Actor.Person person) {
        if (repository.unfinished(person) >= MOST_UNFINISHED) {
            throw tooMany();
        }
    }

    static DomainException tooMany() {
        return DomainException.conflict(MOST_UNFINISHED
                + " of your scans wait or run already. Wait until one is done, or stop one, then send the file again.");
    }

    /** Queues the reading of an uploaded file. The scan and its job are there together or not at all. */
    @Transactional
    public ScanId start(UploadId file, Actor.Person person) {
        var id = progress.queue(uploads.one(file, person), person);
        scheduler.scheduleIfNotExists(ScanTask.instance(id, person), clock.instant());
        return id;
    }

    @Transactional(readOnly = true)
    public Scan one(ScanId id, Actor.Person person) {
        return repository.find(id, person).orElseThrow(() -> DomainException.notFound("scan"));
    }

    /** The latest scans, newest first. */
    @Transactional(readOnly = true)
    public List<Scan> latest(Actor.Person person) {
        return repository.latest(MOST_SHOWN, person);
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
        audit.append(AuditEvent.of(person, "scan.cancelled", "scan", id.value()).with(ComplianceFlag.CLIENT_DATA));
    }
}
