package io.tenth.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ScanId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scans that wait for a worker, of all nodes. A person's first scan comes before anybody's second, a second before anybody's
 * third, and of equals the one that waits longest; a long one yields to those after a while. So nobody waits for what another has
 * piled up. The line is bounded: what does not fit is refused at once rather than late.
 */
@Component
class ScanQueue {

    private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

    /** How many workers are with each person and at each host. */
    private final Map<Object, Integer> working = new ConcurrentHashMap<>();

    private final ScanRepository scans;
    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Retention retention;
    private final ScanSettings settings;
    private final Clock clock;

    ScanQueue(
            ScanRepository scans,
            JdbcClient jdbc,
            @Lazy SchedulerClient scheduler,
            Retention retention,
            ScanSettings settings,
            Clock clock) {
        this.scans = scans;
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses a scan for which there is no room. Starts of one person wait for each other here, so that each counts those before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireRoom(Actor.Person person) {
        scans.holdQueue(person);
        if (isFullFor(person)) {
            throw DomainException.tooMany("You have " + settings.perPerson()
                    + " scans that are not over. Wait for one of them, or cancel one.");
        }
        if (isFull()) {
            throw DomainException.busy("Too many scans are waiting. Try again in a minute.");
        }
    }

    /** Whether there is room for a further scan, for one that nobody waits for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasRoom(Actor.Person person) {
        scans.holdQueue(person);
        return !isFullFor(person) && !isFull();
    }

    /** Puts a scan that was stored in this transaction at its place in the line. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ScanId scan, Actor.Person person) {
        retention.begin(person);
        var before = scans.active(person) - 1;
        scheduler.scheduleIfNotExists(ScanTask.instance(scan, person, -before), clock.instant());
    }

    /**
     * Takes one of this node's workers for a person's scan. Returns false where all but the last work for that person already, or at
     * that host: others find it free, however slow the mailboxes are at which the rest of them wait.
     *
     * @param host that the scan asks; empty for a file, and for a provider, which has a budget for each account
     */
    boolean enter(Actor.Person person, Optional<String> host) {
        if (!take(person.user())) {
            return false;
        }
        if (host.isPresent() && !take(host.get())) {
            give(person.user());
            return false;
        }
        return true;
    }

    /** Gives the worker back. */
    void leave(Actor.Person person, Optional<String> host) {
        give(person.user());
        host.ifPresent(this::give);
    }

    /**
     * Lets a scan that found no worker free wait in the line. It has neither succeeded nor failed: the count of its failures in a row
     * stays, which the scheduler would begin anew.
     */
    void putBack(Execution execution, Instant next) {
        jdbc.sql("""
                        UPDATE scheduled_tasks
                           SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, execution_time = :next,
                               version = version + 1
                         WHERE task_name = :name AND task_instance = :instance AND version = :version
                        """)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("name", execution.getTaskName())
                .param("instance", execution.getId())
                .param("version", execution.version)
                .update();
    }

    private boolean take(Object of) {
        if (working.merge(of, 1, Integer::sum) <= Math.max(1, workers() - 1)) {
            return true;
        }
        give(of);
        return false;
    }

    private void give(Object of) {
        working.computeIfPresent(of, (who, count) -> count == 1 ? null : count - 1);
    }

    /** How many scans this node carries out at the same time. */
    int workers() {
        return settings.atOnce();
    }

    /** A worker's turn, which begins now. */
    Turn turn(TaskInstance<Void> instance, BooleanSupplier stopping) {
        var begun = clock.instant();
        var end = begun.plus(settings.turn());
        var spent = begun.plus(LONGEST_TURN);
        return new Turn(
                stopping,
                () -> clock.instant().isAfter(end) && othersWait(instance.getPriority()),
                () -> clock.instant().isAfter(spent));
    }

    private boolean isFullFor(Actor.Person person) {
        return scans.active(person) >= settings.perPerson();
    }

    private boolean isFull() {
        return jdbc.sql("SELECT count(*) >= :most FROM scheduled_tasks WHERE task_name = :name")
                .param("most", settings.waiting())
                .param("name", ScanTask.NAME)
                .query(Boolean.class)
                .single();
    }

    private boolean othersWait(int priority) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM scheduled_tasks
                                        WHERE task_name = :name AND NOT picked AND priority >= :priority
                                          AND execution_time <= now())
                        """)
                .param("name", ScanTask.NAME)
                .param("priority", priority)
                .query(Boolean.class)
                .single();
    }
}
