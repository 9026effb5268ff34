package io.tenth.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.mail.MailboxConnected;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads each connected mailbox again and again: at once when it is connected, and then every few minutes, at times that are spread,
 * so that the mailboxes of a firm do not all come at the same second. A mailbox that has to be connected again rests until it is.
 */
@Service
class Rounds {

    static final String NAME = "mailbox-round";

    /** How soon it is seen that the rounds were switched on again. */
    private static final Duration WHILE_OFF = Duration.ofHours(1);

    /** A message may come to a mailbox later than it was sent. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final Mailboxes mailboxes;
    private final ScanProgress progress;
    private final ScanQueue queue;
    private final SchedulerClient scheduler;
    private final ScanSettings settings;
    private final Clock clock;

    Rounds(
            Mailboxes mailboxes,
            ScanProgress progress,
            ScanQueue queue,
            @Lazy SchedulerClient scheduler,
            ScanSettings settings,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.progress = progress;
        this.queue = queue;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads it now, and from then on again and again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(MailboxConnected connected) {
        var person = connected.person();
        var mailbox = connected.mailbox();
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(NAME, OwnedTask.name(person, mailbox.value())), next());
        read(mailbox, person);
    }

    /**
     * Queues a scan, unless one is there or the mailbox has to wait for its owner. Returns when to come again; empty where the
     * mailbox is gone. Nothing else ends the rounds, so that nothing has to begin them again.
     */
    @Transactional
    public Optional<Instant> round(MailboxId id, Actor.Person person) {
        var mailbox = mailboxes.all(person).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        mailbox.filter(one -> one.state() != MailboxState.RECONNECT).ifPresent(one -> read(id, person));
        return mailbox.map(one -> next());
    }

    /** Where there is no room the next round finds some, or the one after it; nobody waits for this one. */
    private void read(MailboxId id, Actor.Person person) {
        if (settings.areAutomatic() && queue.hasRoom(person)) {
            var sent = new Scan.Subject.Sent(since(id, person), settings.most(), true, false);
            progress.queue(id, sent, person).ifPresent(scan -> queue.add(scan, person));
        }
    }

    /** However long nothing was read: from the last time when all was, should the service have forgotten its cursor. */
    private Instant since(MailboxId id, Actor.Person person) {
        var usual = clock.instant().minus(settings.reach());
        return mailboxes
                .listedAt(id, person)
                .map(listed -> listed.minus(OVERLAP))
                .filter(usual::isAfter)
                .orElse(usual);
    }

    private Instant next() {
        return clock.instant().plus(spread(settings.areAutomatic() ? settings.every() : WHILE_OFF));
    }

    /** A tenth more or less. */
    private static Duration spread(Duration every) {
        return every.multipliedBy(90 + ThreadLocalRandom.current().nextInt(21)).dividedBy(100);
    }
}
