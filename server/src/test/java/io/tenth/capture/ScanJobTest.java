package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.UploadWriter;
import io.tenth.shared.UploadId;
import io.tenth.store.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The end of a scan, however it comes, and what becomes of its file. */
class ScanJobTest extends ServerTest {

    private static final String MAIL = """
            From person@firm.example Tue Mar 10 17:45:00 2026
            From: person@firm.example
            To: imogen@achterberg.example
            Subject: Lease
            Message-ID: <lease@firm.example>
            Date: Tue, 10 Mar 2026 17:45:00 -0400

            Good afternoon.
            """;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private ScanJob job;

    @Autowired
    private Removals removals;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private Scans scans;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private UploadWriter files;

    private final Rows rows = new Rows(database());
    private Account account;
    private ScanTask task;

    @BeforeEach
    void storeAFileWithItsScan() throws IOException {
        account = newPerson();
        var person = account.person();
        var file = store();
        var scan = new StoredProposals(server, database()).scan(person);
        rows.update("UPDATE scans SET upload_id = ? WHERE scan_id = ?", file.value(), scan.value());
        task = new ScanTask(scan, person);
    }

    @Test
    void forgetsTheFileOfAScanThatIsDone() {
        job.run(task, () -> false);

        assertThat(scans.one(task.scan(), task.person()).state()).isEqualTo(Scan.State.DONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void forgetsTheFileOfAScanThatWasCancelledBeforeItBegan() {
        scans.cancel(task.scan(), task.person());

        job.run(task, () -> false);

        assertThat(scans.one(task.scan(), task.person()).counts()).isEqualTo(Scan.Counts.NONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void forgetsTheFileOfAScanThatWasGivenUp() {
        job.giveUp(task, Optional.empty());

        assertThat(scans.one(task.scan(), task.person()).state()).isEqualTo(Scan.State.FAILED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void leavesTheFileToTheWorkerThatHasTakenTheScan() {
        var overtaken = progress.claim(task.scan(), task.person()).orElseThrow();
        assertThat(progress.claim(task.scan(), task.person())).isPresent();

        assertThat(progress.store(
                        overtaken, List.of(StoredProposals.finding(60)), new ScanProgress.Reached(1, 1), task.person()))
                .isFalse();
        assertThat(progress.fileToForget(task.scan(), task.person())).isEmpty();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void leavesTheScanToTheWorkerThatHasTakenItWhenItFailsItself() {
        var overtaken = progress.claim(task.scan(), task.person()).orElseThrow();
        var later = progress.claim(task.scan(), task.person()).orElseThrow();
        progress.fail(overtaken, MailboxState.FAILING, "It broke.", task.person());
        job.giveUp(task, Optional.of(new ScanFailure(overtaken, false, new IOException("It broke again."))));
        assertThat(scans.one(task.scan(), task.person()).state()).isEqualTo(Scan.State.RUNNING);
        job.giveUp(task, Optional.of(new ScanFailure(later, false, new IOException("It broke again."))));
        assertThat(scans.one(task.scan(), task.person()).state()).isEqualTo(Scan.State.FAILED);
    }

    @Test
    void proposesAtMostADayAndSaysSo() {
        var claim = progress.claim(task.scan(), task.person()).orElseThrow();

        progress.store(claim, List.of(StoredProposals.finding(2400)), new ScanProgress.Reached(1, 1), task.person());

        var proposal = api(account).get("/api/proposals");
        assertThat(proposal.json().at("/items/0/duration_minutes").asInt()).isEqualTo(1440);
        assertThat(proposal.text("/items/0/reasons/0")).isEqualTo("more-than-a-day");
    }

    @Test
    void forgetsAnUploadThatTheServerDiedIn() throws IOException {
        rows.update(
                "UPDATE uploads SET complete = FALSE, created_at = created_at - INTERVAL '2 days' WHERE user_id = ?",
                account.id().value());

        store();

        assertThat(kept()).hasSize(1);
        assertThat(rows.texts(
                        "SELECT 1 FROM uploads WHERE user_id = ? AND complete",
                        account.id().value()))
                .hasSize(1);
    }

    @Test
    void forgetsAnUploadThatNoScanWasBegunFor() throws IOException {
        var lost = store();
        rows.update(
                "UPDATE uploads SET created_at = created_at - INTERVAL '2 days' WHERE user_id = ?",
                account.id().value());

        store();

        assertThat(rows.texts("SELECT 1 FROM uploads WHERE upload_id = ? AND removed_at IS NULL", lost.value()))
                .isEmpty();
        assertThat(kept())
                .as("the file that waits for its scan, and the new one")
                .hasSize(2);
    }

    @Test
    void goesOnAtTheNextStartWhenTheServerStopsInTheMiddle() {
        assertThat(job.run(task, () -> true)).isEqualTo(ScanJob.Outcome.YIELDED);

        assertThat(scans.one(task.scan(), task.person()).state()).isEqualTo(Scan.State.RUNNING);
        assertThat(kept()).hasSize(1);
    }

    /** Its job is due tomorrow, which is nobody's today. */
    @Test
    void deletesThePiecesOfAFileInLotsOnceItsScanIsOver() {
        clock().advance(Duration.ofDays(1));
        job.run(task, () -> false);
        var file = rows.texts(
                        "SELECT resource_id FROM audit_events WHERE operation = 'upload.removed' AND user_id = ?",
                        account.id().value())
                .getFirst();
        empty();
        rows.update(
                "INSERT INTO uploads (user_id, upload_id, mailbox_id, name, size_bytes, chunk_count, complete, created_at, removed_at)"
                        + " SELECT user_id, ?::uuid, mailbox_id, '', 0, 600, TRUE, now(), now() FROM mailboxes WHERE user_id = ? LIMIT 1",
                file,
                account.id().value());
        rows.update(
                "INSERT INTO upload_chunks (user_id, upload_id, chunk, content)"
                        + " SELECT ?, ?::uuid, n, 'x' FROM generate_series(1, 600) AS n",
                account.id().value(),
                file);

        assertThat(empty()).isEqualTo(2);
        assertThat(pieces()).isZero();
        assertThat(rows.texts("SELECT 1 FROM uploads WHERE upload_id = ?::uuid", file))
                .isEmpty();
    }

    /** Returns how many lots were full. */
    private int empty() {
        var full = 0;
        while (removals.deleteSomePieces(account.person())) {
            full++;
        }
        return full;
    }

    private int pieces() {
        return rows.texts(
                        "SELECT 1 FROM upload_chunks WHERE user_id = ?",
                        account.id().value())
                .size();
    }

    private UploadId store() throws IOException {
        var person = account.person();
        return files.store(
                mailboxes.named("Sent", person),
                "sent.mbox",
                new ByteArrayInputStream(MAIL.getBytes(StandardCharsets.UTF_8)),
                person);
    }

    private List<String> kept() {
        return rows.texts(
                "SELECT 1 FROM uploads WHERE user_id = ? AND removed_at IS NULL",
                account.id().value());
    }
}
