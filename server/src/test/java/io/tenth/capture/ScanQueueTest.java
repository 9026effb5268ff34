package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenth.ServerTest;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.UploadWriter;
import io.tenth.shared.Actor;
import io.tenth.shared.ScanId;
import io.tenth.store.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody waits for what another has piled up, and what does not fit is refused at once. */
class ScanQueueTest extends ServerTest {

    private static final String MBOX = """
            From owner@firm.example Mon Mar  2 09:00:00 2026
            Date: Mon, 2 Mar 2026 09:00:00 -0500
            From: owner@firm.example
            Subject: Lease

            Spent 2 hours on the lease.
            """;

    @Autowired
    private Scans scans;

    @Autowired
    private ScanQueue queue;

    @Autowired
    private ScanJob job;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private UploadWriter files;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Rows rows = new Rows(database());

    /** What is queued tomorrow is carried out by nobody today. */
    @BeforeEach
    void goToTomorrow() {
        clock().advance(Duration.ofDays(1));
    }

    @AfterEach
    void clearTheLine() {
        rows.update("DELETE FROM scheduled_tasks WHERE execution_time > now() + INTERVAL '12 hours'");
    }

    @Test
    void putsAPersonsFirstScanBeforeAnybodysSecond() throws Exception {
        var busy = newPerson().person();
        var first = upload(busy);
        var second = upload(busy);
        var third = upload(busy);
        var late = upload(newPerson().person());

        assertThat(inOrder()).containsExactly(first, late, second, third);
    }

    @Test
    void yieldsToThoseWhoWaitAndGoesOnAfterwards() throws Exception {
        var person = newPerson().person();
        var scan = upload(person);
        var task = new ScanTask(scan, person);

        assertThat(job.run(task, new Turn(() -> false, () -> true))).isEqualTo(ScanJob.Outcome.YIELDED);
        assertThat(scans.one(scan, person).state()).isEqualTo(Scan.State.RUNNING);
        assertThat(job.run(task, new Turn(() -> false, () -> false))).isEqualTo(ScanJob.Outcome.OVER);
        assertThat(scans.one(scan, person).counts().fresh()).isEqualTo(1);
    }

    @Test
    void leavesAWorkerToOthers() {
        var busy = newPerson().person();
        var file = Optional.<String>empty();
        assertThat(queue.enter(busy, file)).isTrue();
        assertThat(queue.enter(busy, file)).as("the second of two workers").isFalse();
        assertThat(queue.enter(newPerson().person(), file)).isTrue();
        queue.leave(busy, file);
        assertThat(queue.enter(busy, file)).isTrue();
    }

    @Test
    void leavesAWorkerToThoseWhoseMailLiesElsewhere() {
        var slow = Optional.of("imap slow.example");
        var first = newPerson().person();
        var second = newPerson().person();
        assertThat(queue.enter(first, slow)).isTrue();
        assertThat(queue.enter(second, slow)).as("the second of two workers").isFalse();
        assertThat(queue.enter(second, Optional.of("imap quick.example")))
                .as("who was refused has no worker")
                .isTrue();
        queue.leave(first, slow);
        queue.leave(second, Optional.of("imap quick.example"));
        assertThat(queue.enter(second, slow)).isTrue();
        queue.leave(second, slow);
    }

    /** Else a scan of a dead host would never end where others wait for the same host. */
    @Test
    void forgetsNoFailureOfAScanThatFindsNoWorkerFree() throws Exception {
        var person = newPerson().person();
        var scan = upload(person);
        var instance = ScanTask.instance(scan, person, 0);
        rows.update(
                "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'node', consecutive_failures = 4, version = 7"
                        + " WHERE task_instance = ?",
                instance.getId());
        var next = clock().instant().plusSeconds(2);
        var overtaken = new Execution(clock().instant(), instance, true, "node", null, null, 4, null, 6);
        var execution = new Execution(clock().instant(), instance, true, "node", null, null, 4, null, 7);

        queue.putBack(overtaken, next);
        assertThat(waiting(instance.getId())).containsExactly("true 4 7");
        queue.putBack(execution, next);

        assertThat(waiting(instance.getId())).containsExactly("false 4 8");
    }

    private List<String> waiting(String instance) {
        return rows.texts(
                "SELECT picked::text || ' ' || consecutive_failures || ' ' || version FROM scheduled_tasks"
                        + " WHERE task_instance = ?",
                instance);
    }

    @Test
    void refusesAFileBeforeItIsTakenInWhenTheLineIsFull() {
        rows.update(
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)"
                        + " SELECT 'scan', 'full/' || n, now() + INTERVAL '1 day', FALSE, 1, 0 FROM generate_series(1, 1000) n");
        var account = newPerson();
        var mailbox = mailboxes.named(Mailboxes.UPLOADS, account.person());

        var refusal = api(account)
                .with("Content-Type", "application/mbox")
                .send("POST", "/api/mailboxes/" + mailbox.value() + "/files", BodyPublishers.ofString(MBOX));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        assertThat(rows.texts(
                        "SELECT 1 FROM uploads WHERE user_id = ?", account.id().value()))
                .isEmpty();
    }

    @Test
    void tellsHowManyWait() {
        transaction.executeWithoutResult(unseen -> {
            var before = registry.get("tenth.scans.waiting").gauge().value();
            jdbc.sql(
                            "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                    + " SELECT 'scan', 'waits/' || n, now() - INTERVAL '1 hour', n = 3, 1 FROM generate_series(1, 3) n")
                    .update();

            assertThat(registry.get("tenth.scans.waiting").gauge().value() - before)
                    .isEqualTo(2);
            unseen.setRollbackOnly();
        });
    }

    private ScanId upload(Actor.Person person) throws IOException {
        var file = files.store(
                mailboxes.named(Mailboxes.UPLOADS, person),
                "sent.mbox",
                new ByteArrayInputStream(MBOX.getBytes(StandardCharsets.UTF_8)),
                person);
        return scans.start(file, person);
    }

    private List<ScanId> inOrder() {
        return rows
                .texts("SELECT split_part(task_instance, '/', 2) FROM scheduled_tasks WHERE task_name = 'scan'"
                        + " AND execution_time > now() + INTERVAL '12 hours' ORDER BY priority DESC, execution_time")
                .stream()
                .map(id -> new ScanId(UUID.fromString(id)))
                .toList();
    }
}
