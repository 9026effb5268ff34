package io.tenth.capture;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.TaskBuilder;
import io.tenth.shared.Course;
import io.tenth.shared.MailboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler that runs scans, here or on another node. A node that dies is noticed by its missing heartbeats, and its scan
 * goes on elsewhere from the last batch that was stored.
 */
@Configuration
@EnableConfigurationProperties(ScanSettings.class)
class ScanSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ScanSchedule.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int MOST_FAILURES = 5;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Stopped with the application by the bean's own method. */
    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<Task<?>> jobs, ScanQueue queue) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), jobs)
                .threads(queue.workers())
                .enablePriority()
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** Work begins when all is there; not in a server that a command starts aside for something else. */
    @Bean
    SmartInitializingSingleton work(Scheduler scheduler, ScanSettings settings) {
        return () -> {
            if (settings.carriedOut()) {
                scheduler.start();
            }
        };
    }

    @Bean
    static CustomTask<Void> scanJobs(ScanJob job, ScanQueue queue) {
        return Tasks.custom(ScanTask.NAME, Void.class)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) -> retryOrGiveUp(complete, operations, job))
                .execute((instance, context) -> carryOut(instance, context, job, queue));
    }

    private static CompletionHandler<Void> carryOut(
            TaskInstance<Void> instance, ExecutionContext context, ScanJob job, ScanQueue queue) {
        var task = ScanTask.of(instance);
        var host = job.host(task);
        if (!queue.enter(task.person(), host)) {
            return (complete, operations) -> queue.putBack(
                    complete.getExecution(), complete.getTimeDone().plus(BETWEEN_ATTEMPTS));
        }
        try {
            var turn = queue.turn(instance, () -> context.getSchedulerState().isShuttingDown());
            return switch (job.run(task, turn)) {
                case OVER -> new CompletionHandler.OnCompleteRemove<>();
                case YIELDED -> again(Duration.ZERO);
            };
        } catch (ScanFailure failure) {
            return afterFailure(failure);
        } finally {
            queue.leave(task.person(), host);
        }
    }

    /** Only failures in a row count, with nothing gained between them: a scan of days may be interrupted every hour. */
    private static CompletionHandler<Void> afterFailure(ScanFailure failure) {
        if (!failure.hasGained()) {
            throw failure;
        }
        JobFailure.correlationOf(Optional.of(failure)).ifPresent(Correlation::begin);
        try {
            LOG.warn("{}, having stored something; it goes on: {}", failure.getMessage(), Course.of(failure));
        } finally {
            Correlation.end();
        }
        return again(pause(1, Optional.of(failure)));
    }

    /** Logs once what the scheduler is told to be silent about, since it knows nothing of the request that a job works for. */
    private static void log(ExecutionComplete failed) {
        var instance = failed.getExecution().taskInstance;
        Correlation.begin(JobFailure.correlationOf(failed.getCause()).orElseGet(instance::getId));
        try {
            LOG.warn(
                    "the job {} {} failed, {} times in a row: {}",
                    instance.getTaskName(),
                    instance.getId(),
                    failed.getExecution().consecutiveFailures + 1,
                    failed.getCause().map(Course::of).orElse("nobody says why"));
        } finally {
            Correlation.end();
        }
    }

    private static CompletionHandler<Void> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    @Bean
    static CustomTask<Void> retentionJobs(Retention retention, Removals removals) {
        return again(Retention.NAME).execute((instance, context) -> {
            var person = OwnedTask.of(instance).person();
            removals.beginForgotten(person);
            return next(Optional.of(retention.carryOut(person)));
        });
    }

    @Bean
    static CustomTask<Void> opinionJobs(LaterOpinions later) {
        return again(LaterOpinions.NAME)
                .execute((instance, context) ->
                        next(later.next(OwnedTask.of(instance).person())));
    }

    @Bean
    static CustomTask<Void> mailboxRemovals(Removals removals) {
        return again(Removals.OF_MAILBOX).execute((instance, context) -> {
            var owned = OwnedTask.of(instance);
            return removal(() -> {
                var mailbox = new MailboxId(owned.thing());
                var correlation = removals.correlation(mailbox, owned.person());
                return under(correlation, () -> removals.emptySome(mailbox, owned.person()));
            });
        });
    }

    @Bean
    static CustomTask<Void> fileRemovals(Removals removals) {
        return again(Removals.OF_FILE)
                .execute((instance, context) -> removal(
                        () -> removals.deleteSomePieces(OwnedTask.of(instance).person())));
    }

    /** Comes again at once while a lot was full. */
    private static CompletionHandler<Void> removal(BooleanSupplier lot) {
        return lot.getAsBoolean() ? again(Duration.ZERO) : new CompletionHandler.OnCompleteRemove<>();
    }

    private static boolean under(String correlation, BooleanSupplier work) {
        Correlation.begin(correlation);
        try {
            return work.getAsBoolean();
        } catch (RuntimeException failure) {
            throw new JobFailure(correlation, "a lot of a removal failed", failure);
        } finally {
            Correlation.end();
        }
    }

    private static TaskBuilder<Void> again(String name) {
        return Tasks.custom(name, Void.class).onDeadExecutionRevive().onFailure((complete, operations) -> {
            log(complete);
            operations.reschedule(
                    complete, complete.getTimeDone().plus(pause(complete.getExecution().consecutiveFailures)));
        });
    }

    @Bean
    static CustomTask<Void> roundJobs(Rounds rounds) {
        return again(Rounds.NAME).execute((instance, context) -> {
            var owned = OwnedTask.of(instance);
            return next(rounds.round(new MailboxId(owned.thing()), owned.person()));
        });
    }

    /** Comes again at a time; empty for never. */
    private static CompletionHandler<Void> next(Optional<Instant> time) {
        return time.<CompletionHandler<Void>>map(
                        next -> (complete, operations) -> operations.reschedule(complete, next))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private static void retryOrGiveUp(ExecutionComplete complete, ExecutionOperations<Void> operations, ScanJob job) {
        log(complete);
        var failures = complete.getExecution().consecutiveFailures + 1;
        if (failures >= MOST_FAILURES) {
            @SuppressWarnings("unchecked")
            var instance = (TaskInstance<Void>) complete.getExecution().taskInstance;
            job.giveUp(ScanTask.of(instance), complete.getCause());
            operations.stop();
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(pause(failures, complete.getCause())));
        }
    }

    /** The pause that the mail service asks for, where it does. */
    private static Duration pause(int failures, Optional<Throwable> cause) {
        return ScanFailure.pauseOf(cause)
                .filter(asked -> asked.compareTo(pause(failures)) > 0)
                .map(asked -> asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE)
                .orElseGet(() -> pause(failures));
    }

    /** 2, 4, 8, 16 seconds, and so on to ten minutes. */
    private static Duration pause(int failures) {
        return Duration.ofSeconds(Math.min(1L << Math.min(failures, 10), LONGEST_PAUSE.toSeconds()));
    }
}
