package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.RawMail;
import io.tenth.mail.UploadWriter;
import io.tenth.mail.Uploads;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    private Storing storing;

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
        assertThat(scan.percent()).isEqualTo(100);
        assertThat(scan.counts()).isEqualTo(new Scan.Counts(MESSAGES, 0, 0, MESSAGES / 10));
        assertThat(open(person)).hasSize(MESSAGES / 10).allSatisfy(proposal -> {
            assertThat(proposal.work().minutes()).isEqualTo(90);
            assertThat(quote(proposal)).contains("1.5 hours");
            assertThat(proposal.evidence().recipients()).contains("client@harrow.example");
        });
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> uploads.one(scan.upload().orElseThrow(), person));
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
    void readsMessagesWhoseDatesNoDatabaseKnows() throws IOException {
        var person = newPerson().person();
        var far = message(10).replace("-0500", "+1700");
        var old = message(20).replace("2026 09:00:00 -0500", "0000 09:00:00 -0500");
        var scan = scanned(mbox(9) + far + old, person);

        assertThat(scan.state()).isEqualTo(Scan.State.DONE);
        assertThat(scan.counts()).isEqualTo(new Scan.Counts(11, 0, 0, 2));
    }

    @Test
    void reportsAMessageOfWhichTheDatabaseRefusesWhatWasFoundAndStoresItsNeighbours() throws IOException {
        var person = newPerson().person();
        var id = queued(mbox(1), person);
        var claim = progress.claim(id, person).orElseThrow();
        var findings = List.of(
                StoredProposals.finding(60),
                StoredProposals.finding(60, LocalDate.of(12_000, 1, 1)),
                StoredProposals.finding(60));
        var items = IntStream.range(0, 3)
                .mapToObj(place -> new ScanSource.Item(
                        Optional.empty(), new RawMail.Refused(place, "message " + place, "stands for its text")))
                .toList();
        storing.store(claim, new ScanAnalysis.Result(items, findings, new ScanProgress.Reached(3, 300)), person);

        assertThat(scans.one(id, person).counts()).isEqualTo(new Scan.Counts(2, 0, 1, 2));
        assertThat(scans.problems(id, person))
                .singleElement()
                .satisfies(problem -> assertThat(problem.location()).isEqualTo("message 1"));
        assertThat(open(person)).hasSize(2);
    }

    @Test
    void proposesSoManyTimesOfOneMessageAndReportsTheRest() throws IOException {
        var person = newPerson().person();
        var id = queued(mbox(1), person);
        var claim = progress.claim(id, person).orElseThrow();
        var one = (Finding.Analysed) StoredProposals.finding(60);
        var problem = new Scan.Problem(0, "message 1", Trouble.TOO_MANY.sentence());
        var many = new Finding.Analysed(
                one.key(), one.message(), Collections.nCopies(201, one.found().getFirst()), List.of(), null, problem);
        progress.store(claim, List.of(many), new ScanProgress.Reached(1, 100), person);

        assertThat(scans.one(id, person).counts()).isEqualTo(new Scan.Counts(1, 0, 0, 200));
        assertThat(scans.problems(id, person))
                .singleElement()
                .satisfies(told -> assertThat(told.trouble()).isEqualTo(Trouble.TOO_MANY));
    }

    @Test
    void findsOutWhichMessageSpeaksOfTooManyTimes() throws IOException {
        var person = newPerson().person();
        var sentences = IntStream.range(0, 230)
                .mapToObj(number ->
                        "Spent 1.5 hours reviewing lease %s%d.\n".formatted((char) ('A' + number % 26), number))
                .collect(Collectors.joining("\n"));
        var scan = scanned(message(1).replace("Thank you, the documents have arrived.", sentences), person);

        assertThat(scan.counts().proposals()).isEqualTo(200);
        assertThat(scans.problems(scan.id(), person)).hasSize(1);
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

        job.giveUp(new ScanTask(id, person), Optional.empty());

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
