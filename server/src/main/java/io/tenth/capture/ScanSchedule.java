package io.tenth.capture;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler that runs scans, here or on another node. A node that dies is noticed by its missing heartbeats, and its scan
 * goes on elsewhere from the last batch that was stored.
 */
@Configuration
class ScanSchedule {

    private static final int AT_ONCE = 2;
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int MOST_FAILURES = 5;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** Started and stopped with the application: the bean's own methods do both. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, ScanJob job) {
        var scan = Tasks.oneTime(ScanTask.NAME)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) -> retryOrGiveUp(complete, operations, job))
                .execute((instance, context) -> job.run(
                        ScanTask.of(instance), () -> context.getSchedulerState().isShuttingDown()));
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), List.of(scan))
                .threads(AT_ONCE)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    private static void retryOrGiveUp(ExecutionComplete complete, ExecutionOperations<Void> operations, ScanJob job) {
        var failures = complete.getExecution().consecutiveFailures + 1;
        if (failures >= MOST_FAILURES) {
            @SuppressWarnings("unchecked")
            var instance =
                    (com.github.kagkarlsson.scheduler.task.TaskInstance<Void>) complete.getExecution().taskInstance;
            job.giveUp(ScanTask.of(instance));
            operations.stop();
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(pause(failures)));
        }
    }

    /** 2, 4, 8, 16 seconds. */
    private static Duration pause(int failures) {
        return Duration.ofSeconds(1L << failures);
    }
}
