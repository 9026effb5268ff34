package io.tenth.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.tenth.client.Clients;
import io.tenth.settings.ModelConsented;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the language model later about proposals on which it could not say anything when they were found: a few at a time, the newest
 * first, until there are none. It waits for scans, and one at a time is at it on a node, since it may wait for the model.
 */
@Component
class LaterOpinions {

    static final String NAME = "later-opinions";

    private static final Logger LOG = LoggerFactory.getLogger(LaterOpinions.class);

    /** So many share a request. */
    private static final int MOST = 20;

    /** Lower than that of any scan. */
    private static final int PRIORITY = -1_000;

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofHours(1);
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Unjudged unjudged;
    private final SecondOpinions opinions;
    private final SureApproval sure;
    private final Clients clients;
    private final PersonalSettings settings;
    private final SchedulerClient scheduler;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean othersWait = new AtomicBoolean();

    LaterOpinions(
            Unjudged unjudged,
            SecondOpinions opinions,
            SureApproval sure,
            Clients clients,
            PersonalSettings settings,
            @Lazy SchedulerClient scheduler,
            Clock clock) {
        this.unjudged = unjudged;
        this.opinions = opinions;
        this.sure = sure;
        this.clients = clients;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Sees to it that the model is asked later, where anything is left to ask about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Actor.Person person) {
        if (!unjudged.some(1, person).isEmpty()) {
            var time = clock.instant().plus(PAUSE);
            var task = new TaskInstance.Builder<Void>(
                            NAME, OwnedTask.name(person, person.user().value()))
                    .priority(PRIORITY)
                    .build();
            if (!scheduler.scheduleIfNotExists(task, time)) {
                hasten(task, time);
            }
        }
    }

    /** What could not be asked about without a consent is asked about with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ModelConsented consented) {
        begin(consented.person());
    }

    /** One that is at work is left alone: it looks again. */
    private void hasten(TaskInstanceId task, Instant time) {
        try {
            scheduler
                    .getScheduledExecution(task)
                    .filter(one -> !one.isPicked() && one.getExecutionTime().isAfter(time))
                    .ifPresent(one -> scheduler.reschedule(task, time));
        } catch (TaskInstanceException begun) {
            LOG.debug("later opinions are asked for already");
        }
    }

    /**
     * Asks about some. Returns when to come again. Where nothing is left, it looks once in a while as long as anybody may be asked:
     * what a scan stores while this is at work cannot wake it.
     */
    Optional<Instant> next(Actor.Person person) {
        return carryOut(person)
                .or(() -> opinions.mayAsk(person) ? Optional.of(clock.instant().plus(REST)) : Optional.empty());
    }

    /** Asks about some. Returns when to come again; empty where nothing is left. */
    Optional<Instant> carryOut(Actor.Person person) {
        if (!busy.compareAndSet(false, true)) {
            othersWait.set(true);
            return Optional.of(clock.instant().plus(TURN));
        }
        try {
            return ask(person).map(this::afterOthers);
        } finally {
            Correlation.end();
            busy.set(false);
        }
    }

    /** Who was turned away meanwhile comes first: they were told a time that lies before this one. */
    private Instant afterOthers(Instant next) {
        var turn = clock.instant().plus(TURN);
        return othersWait.getAndSet(false) && next.isBefore(turn) ? turn : next;
    }

    private Optional<Instant> ask(Actor.Person person) {
        sure.approve(unjudged.giveUp(person), person);
        var some = unjudged.some(MOST, person);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        var sitting = opinions.sitting(new Directory(clients.all(person), settings.of(person)), person);
        return Optional.of(clock.instant().plus(sitting.asks() ? ask(some, sitting, person) : REST));
    }

    /** What is sent goes under the id of the newest, what comes of each under its own. Returns how long to wait. */
    private Duration ask(List<Proposal> some, SecondOpinions.Sitting sitting, Actor.Person person) {
        var correlations = unjudged.correlations(some, person);
        var ids = some.stream().map(Proposal::id).toList();
        Correlation.begin(correlations.getOrDefault(ids.getFirst(), NAME));
        var became = sitting.about(some.stream().map(SecondOpinions.Passage::of).toList());
        unjudged.keep(
                IntStream.range(0, some.size())
                        .mapToObj(number -> new Unjudged.Asked(
                                some.get(number), became.get(number), correlations.getOrDefault(ids.get(number), NAME)))
                        .toList(),
                person);
        sure.approve(ids, person);
        return became.stream().allMatch(Consultation::isWanting) ? PAUSE : Duration.ZERO;
    }
}
