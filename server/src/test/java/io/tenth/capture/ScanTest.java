package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.UploadWriter;
import io.tenth.mail.Uploads;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScanTest extends ServerTest {

    private static final int MESSAGES = 120;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private UploadWriter uploadWriter;

    @Autowired
    private Uploads uploads;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private Scans scans;

    @Autowired
    private ScanJob job;

    @Autowired
    private Proposals proposals;

    @Test
    void findsTheTimeThatWasSaidAndForgetsTheFile() throws IOException {
        var person = newPerson().person();
        var scan = scanned(mbox(MESSAGES), person);

        assertThat(scan.state()).isEqualTo(Scan.State.DONE);
        assertThat(scan.bytes().percent()).isEqualTo(100);
        assertThat(scan.counts()).isEqualTo(new Scan.Counts(MESSAGES, 0, 0, MESSAGES / 10));
        assertThat(open(person)).hasSize(MESSAGES / 10).allSatisfy(proposal -> {
            assertThat(proposal.work().minutes()).isEqualTo(90);
            assertThat(quote(proposal)).contains("1.5 hours");
            assertThat(proposal.evidence().recipients()).contains("client@harrow.example");
        });
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> uploads.one(scan.upload(), person));
    }

    @Test
    void proposesNothingTwiceWhenTheFileIsScannedAgain() throws IOException {
        var person = newPerson().person();
        scanned(mbox(MESSAGES), person);

        var again = scanned(mbox(MESSAGES), person);

        assertThat(again.counts()).isEqualTo(new Scan.Counts(0, MESSAGES, 0, 0));
        assertThat(open(person)).hasSize(MESSAGES / 10);
    }

    @Test
    void reportsAMessageThatCannotBeReadAndGoesOn() throws IOException {
        var person = newPerson().person();
        var broken = "From someone Thu Jan  0 00:00:00 0000\nDate: never\nSubject: x\n\nSpent 2 hours.\n\n";

        var scan = scanned(mbox(3) + broken + message(10), person);

        assertThat(scan.counts()).isEqualTo(new Scan.Counts(4, 0, 1, 1));
        assertThat(scans.problems(scan.id(), person))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("Date"));
    }

    @Test
    void storesNothingMoreOnceAnotherWorkerHasTakenTheScan() throws IOException {
        var person = newPerson().person();
        var id = queued(mbox(MESSAGES), person);
        var slow = progress.claim(id, person).orElseThrow();
        progress.claim(id, person);

        var stored = progress.store(
                slow,
                List.of(new Finding.Failed(new Scan.Problem(0, "message 1", "a test"))),
                new ScanProgress.Reached(1, 100),
                person);

        assertThat(stored).isFalse();
        assertThat(scans.one(id, person).counts()).isEqualTo(Scan.Counts.NONE);
        assertThat(scans.problems(id, person)).isEmpty();
    }

    @Test
    void goesOnFromTheBatchThatWasStoredLast() throws IOException {
        var person = newPerson().person();
        var id = queued(mbox(MESSAGES), person);
        var killed = progress.claim(id, person).orElseThrow();
        progress.store(
                killed,
                List.of(new Finding.Failed(new Scan.Problem(0, "message 1", "stands for the first batch"))),
                new ScanProgress.Reached(50, 1_000),
                person);

        job.run(new ScanTask(id, person), () -> false);

        assertThat(scans.one(id, person).counts().fresh()).isEqualTo(MESSAGES - 50);
    }

    @Test
    void keepsWhatWasFoundWhenItIsCancelled() throws IOException {
        var person = newPerson().person();
        var id = queued(mbox(MESSAGES), person);
        scans.cancel(id, person);

        job.run(new ScanTask(id, person), () -> false);

        assertThat(scans.one(id, person).state()).isEqualTo(Scan.State.CANCELLED);
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> scans.cancel(id, person));
    }

    @Test
    void saysWhatToDoWhenItFailedAgainAndAgain() throws IOException {
        var person = newPerson().person();
        var id = queued(mbox(1), person);

        job.giveUp(new ScanTask(id, person));

        assertThat(scans.one(id, person).state()).isEqualTo(Scan.State.FAILED);
        assertThat(scans.one(id, person).failure()).contains("scan the file again");
    }

    private Scan scanned(String mbox, Actor.Person person) throws IOException {
        var id = queued(mbox, person);
        job.run(new ScanTask(id, person), () -> false);
        return scans.one(id, person);
    }

    /** A scan without a job in the scheduler, so that only the test works on it. */
    private ScanId queued(String mbox, Actor.Person person) throws IOException {
        UploadId upload = uploadWriter.store(
                mailboxes.named(Mailboxes.UPLOADS, person),
                "sent.mbox",
                new ByteArrayInputStream(mbox.getBytes(StandardCharsets.UTF_8)),
                person);
        return progress.queue(uploads.one(upload, person), person);
    }

    private List<Proposal> open(Actor.Person person) {
        return proposals
                .page(ProposalQuery.first(Proposal.State.PROPOSED), person)
                .items();
    }

    private static String quote(Proposal proposal) {
        var evidence = proposal.evidence();
        return evidence.excerpt().substring(evidence.quoteStart(), evidence.quoteEnd());
    }

    private static String mbox(int messages) {
        return IntStream.rangeClosed(1, messages).mapToObj(ScanTest::message).collect(Collectors.joining());
    }

    private static String message(int number) {
        return """
                From owner@firm.example Mon Mar  2 09:00:00 2026
                Message-ID: <%d@firm.example>
                Date: Mon, 2 Mar 2026 09:00:00 -0500
                From: owner@firm.example
                To: client@harrow.example
                Subject: Harrow lease

                %s

                """.formatted(
                        number,
                        number % 10 == 0
                                ? "Spent 1.5 hours reviewing the Harrow lease."
                                : "Thank you, the documents have arrived.");
    }
}
