package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody waits for what another has piled up, and what does not fit is refused at once. */
@TestPropertySource(properties = "tenth.scans.waiting=200")
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
        assertThat(queue.enter(busy)).isTrue();
        assertThat(queue.enter(busy)).as("the second of two workers").isFalse();
        assertThat(queue.enter(newPerson().person())).isTrue();
        queue.leave(busy);
        assertThat(queue.enter(busy)).isTrue();
    }

    @Test
    void refusesAFileBeforeItIsTakenInWhenTheLineIsFull() {
        rows.update("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)"
                + " SELECT 'scan', 'full/' || n, now() + INTERVAL '1 day', FALSE, 1, 0 FROM generate_series(1, 200) n");
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
