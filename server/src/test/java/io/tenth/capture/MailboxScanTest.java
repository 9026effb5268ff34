package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import io.tenth.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A connected mailbox is read once, whatever comes in between. */
class MailboxScanTest extends ServerTest {

    private static final int MESSAGES = 130;

    @Autowired
    private Connecting connecting;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private Scans scans;

    @Autowired
    private ScanJob job;

    private final Rows rows = new Rows(database());
    private Account account;
    private Actor.Person person;
    private String token;
    private FakeMail.Box box;
    private MailboxId mailbox;

    @BeforeEach
    void connect() {
        account = newPerson();
        person = account.person();
        token = UUID.randomUUID().toString();
        box = FakeMail.box(token);
        mailbox = connecting.connect(
                new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)), person);
        send(MESSAGES);
    }

    @Test
    void readsTheNewestFirstAndNoMoreThanItMay() {
        var scan = scanned(asked(40, false));

        assertThat(scan.state()).isEqualTo(Scan.State.DONE);
        assertThat(scan.counts()).isEqualTo(new Scan.Counts(40, 0, 0, 4));
        assertThat(scan.calls()).as("ten at once").isEqualTo(5);
        assertThat(box.fetched()).isEqualTo(40);
    }

    @Test
    void readsAllWhereTheMessagesAreTooLargeToComeTogether() {
        box.answerAtMost(7);

        assertThat(scanned(asked(1000, false)).counts()).isEqualTo(new Scan.Counts(MESSAGES, 0, 0, MESSAGES / 10));
        assertThat(box.fetched()).isEqualTo(MESSAGES);
    }

    @Test
    void passesOverWhatItHasReadAndGoesOnWithTheRest() {
        scanned(asked(40, false));

        var second = scanned(asked(1000, false));

        assertThat(second.counts()).isEqualTo(new Scan.Counts(MESSAGES - 40, 40, 0, (MESSAGES - 40) / 10));
        assertThat(box.fetched()).isEqualTo(MESSAGES);
        assertThat(scanned(asked(1000, false)).counts()).isEqualTo(new Scan.Counts(0, MESSAGES, 0, 0));
        assertThat(box.fetched()).as("nothing is fetched again").isEqualTo(MESSAGES);
    }

    @Test
    void proposesNothingTwiceWhenItReadsAnew() {
        scanned(asked(1000, false));

        var anew = scanned(asked(1000, true));

        assertThat(anew.counts()).isEqualTo(new Scan.Counts(0, MESSAGES, 0, 0));
        assertThat(box.fetched()).isEqualTo(2 * MESSAGES);
    }

    @Test
    void proposesWhatWasNeverProposedWhenItReadsAnew() {
        scanned(asked(1000, false));
        rows.update(
                "DELETE FROM proposals WHERE user_id = ? AND proposal_id IN"
                        + " (SELECT proposal_id FROM proposals WHERE user_id = ? ORDER BY proposal_id LIMIT 5)",
                person.user().value(),
                person.user().value());
        assertThat(scanned(asked(1000, true)).counts()).isEqualTo(new Scan.Counts(0, MESSAGES, 0, 5));
        assertThat(scanned(asked(1000, true)).counts().proposals()).isZero();
    }

    @Test
    void leavesOneOfTheReadingsByTheClockInWhichNothingWas() {
        var first = scanned(automatic());
        var idle = scanned(automatic());
        var latest = scanned(automatic());
        assertThat(scans.latest(person)).extracting(Scan::id).containsExactly(latest.id(), first.id());
        assertThat(recorded(first)).contains("scan.advanced", "scan.ended");
        assertThat(recorded(idle)).isEmpty();
    }

    @Test
    void fetchesNoMoreAtOnceThanItsOwnerHasSet() {
        api(account).patch("/api/time-tracking/settings", "{\"concurrency\": 2}");

        assertThat(scanned(asked(10, false)).calls()).isEqualTo(6);
    }

    @Test
    void keepsHowLongMessagesTakeUnlessItsOwnerHasSwitchedThatOff() {
        scanned(asked(20, false));
        api(account).patch("/api/time-tracking/settings", "{\"enable_performance_monitoring\": false}");
        scanned(asked(20, false));

        assertThat(rows.texts(
                        "SELECT (processing_ms IS NULL)::text FROM proposals WHERE user_id = ? ORDER BY proposal_id",
                        person.user().value()))
                .containsExactly("false", "false", "true", "true");
    }

    /** Google and Microsoft serve each account by itself: those of a firm are not one slow host. */
    @Test
    void asksAProviderOfWhichNoWorkerHasToBeSpared() {
        assertThat(job.host(new ScanTask(queued(asked(1, false)), person))).isEmpty();
    }

    @Test
    void isFoundUnderTheRequestThatHasStartedItWhenItIsGivenUp() {
        var id = queued(asked(100, false));
        var claim = progress.claim(id, person).orElseThrow();
        var failure = new ScanFailure(claim, false, new MailServiceException.Unavailable("No answer."));

        job.giveUp(new ScanTask(id, person), Optional.of(failure));

        assertThat(rows.texts(
                        "SELECT correlation_id FROM audit_events WHERE operation = 'scan.ended' AND resource_id = ?",
                        id.value().toString()))
                .containsExactly(claim.correlation());
    }

    /** Tomorrow's scans are carried out by nobody but the test. */
    @Test
    void isFoundInTheLogUnderTheRequestThatHasStartedIt() {
        clock().advance(Duration.ofDays(1));
        var request = "asked-by-" + token;
        var started = api(account)
                .with("X-Request-ID", request)
                .post("/api/mailboxes/" + mailbox.value() + "/scans", "{\"max_emails\": 40}");
        run(new ScanId(UUID.fromString(started.text("/scan_id"))));
        rows.update(
                "DELETE FROM scheduled_tasks WHERE task_instance LIKE ?",
                account.id().value() + "/%");

        assertThat(rows.texts(
                        "SELECT DISTINCT operation || ' ' || correlation_id FROM audit_events WHERE user_id = ?"
                                + " AND operation IN ('scan.started', 'proposal.created', 'scan.ended') ORDER BY 1",
                        account.id().value()))
                .containsExactly("proposal.created " + request, "scan.ended " + request, "scan.started " + request);
    }

    @Test
    void isListedByItsMailbox() {
        var other = connecting.connect(
                new NewMailbox("Other", MailboxKind.GRAPH, new Connection.Grant(otherBox(), null, null, null)), person);
        var first = scanned(asked(10, false));
        var elsewhere = progress.queue(other, asked(10, false), person).orElseThrow();
        var second = scanned(asked(10, false));
        var path = "/api/time-tracking/scans?mailbox_id=" + mailbox.value();

        var page = api(account).get(path + "&limit=1");
        var next = api(account).get(path + "&limit=1&cursor=" + page.text("/next_cursor"));

        assertThat(page.text("/items/0/id")).isEqualTo(second.id().value().toString());
        assertThat(next.text("/items/0/id")).isEqualTo(first.id().value().toString());
        assertThat(next.json().at("/next_cursor").isNull()).isTrue();
        assertThat(api(account).get("/api/time-tracking/scans").json().at("/items"))
                .hasSize(3);
        assertThat(api(account).get(path + "&cursor=none").status()).isEqualTo(422);
        assertThat(scans.latestOfEach(person))
                .hasEntrySatisfying(mailbox, scan -> assertThat(scan.id()).isEqualTo(second.id()))
                .hasEntrySatisfying(other, scan -> assertThat(scan.id()).isEqualTo(elsewhere));
        assertThat(api(newPerson()).get(path).json().at("/items")).isEmpty();
    }

    private static String otherBox() {
        var other = UUID.randomUUID().toString();
        FakeMail.box(other);
        return other;
    }

    @Test
    void isFoundInTheAuditLogUnderItsOwnId() {
        var scan = scanned(asked(40, false));
        assertThat(rows.texts(
                        "SELECT DISTINCT operation FROM audit_events WHERE correlation_id = ? ORDER BY operation",
                        scan.id().value().toString()))
                .contains("proposal.created", "scan.advanced", "scan.ended");
    }

    @Test
    void countsEachMessageOnceWhenItGoesOnAfterACrash() {
        scanned(asked(15, false));
        var id = queued(asked(1000, false));
        var calls = new int[1];
        box.beforeFetch(() -> {
            if (++calls[0] == 4) {
                throw new IllegalStateException("the worker dies");
            }
        });
        assertThatExceptionOfType(ScanFailure.class)
                .isThrownBy(() -> run(id))
                .satisfies(failure -> assertThat(failure.hasGained()).isTrue());
        assertThat(scans.one(id, person).state()).isEqualTo(Scan.State.RUNNING);

        run(id);

        assertThat(scans.one(id, person).counts()).isEqualTo(new Scan.Counts(MESSAGES - 15, 15, 0, MESSAGES / 10 - 2));
    }

    @Test
    void goesOnAfterTheMachineHadNoMemoryLeft() {
        var id = queued(asked(1000, false));
        var calls = new int[1];
        box.beforeFetch(() -> {
            if (++calls[0] == 4) {
                throw new OutOfMemoryError("made by a test");
            }
        });
        assertThatExceptionOfType(ScanFailure.class).isThrownBy(() -> run(id));

        run(id);

        assertThat(scans.one(id, person).counts()).isEqualTo(new Scan.Counts(MESSAGES, 0, 0, MESSAGES / 10));
    }

    @Test
    void followsTheCursorOnceItHasReadAllAndListsAgainWhenThatIsForgotten() {
        scanned(automatic());
        assertThat(mailboxes.cursor(mailbox, person)).contains(Integer.toString(MESSAGES));
        send(10);

        var second = scanned(automatic());
        assertThat(second.counts()).isEqualTo(new Scan.Counts(10, 0, 0, 1));

        box.forgetCursors();
        send(10);
        assertThat(scanned(automatic()).counts()).isEqualTo(new Scan.Counts(10, MESSAGES + 10, 0, 1));
    }

    @Test
    void keepsNoCursorWhileOlderMessagesWait() {
        scanned(new Scan.Subject.Sent(clock().instant().minus(Duration.ofDays(30)), 100, true, false));

        assertThat(mailboxes.cursor(mailbox, person)).isEmpty();
        scanned(automatic());
        assertThat(mailboxes.cursor(mailbox, person)).isPresent();
        assertThat(box.fetched()).isEqualTo(MESSAGES);
    }

    @Test
    void saysThatAMailboxHasToBeConnectedAgain() {
        var id = queued(asked(100, false));
        box.fails(new MailServiceException.Reconnect("The grant was taken back."));

        run(id);

        assertThat(scans.one(id, person).failure()).isEqualTo("The grant was taken back.");
        assertThat(mailboxes.one(mailbox, person).state()).isEqualTo(MailboxState.RECONNECT);
    }

    @Test
    void saysWhatTheServiceSaidWhenItIsGivenUp() {
        var id = queued(asked(100, false));
        var claim = progress.claim(id, person).orElseThrow();
        var failure =
                new ScanFailure(claim, false, new MailServiceException.Unavailable("The server does not answer."));

        job.giveUp(new ScanTask(id, person), Optional.of(failure));

        assertThat(scans.one(id, person).failure()).isEqualTo("The server does not answer.");
        assertThat(mailboxes.one(mailbox, person).state()).isEqualTo(MailboxState.FAILING);
    }

    @Test
    void saysOfWhatItSpeaksWhenAMailboxIsGivenUpForAnotherReason() {
        var id = queued(asked(100, false));
        job.giveUp(new ScanTask(id, person), Optional.empty());
        assertThat(scans.one(id, person).failure()).startsWith("The mailbox could not be read.");
    }

    @Test
    void gainsNothingWhenTheServiceFailsAtOnce() {
        var id = queued(asked(100, false));
        box.beforeFetch(() -> {
            throw new IllegalStateException("the worker dies");
        });
        assertThatExceptionOfType(ScanFailure.class)
                .isThrownBy(() -> run(id))
                .satisfies(failure -> assertThat(failure.hasGained()).isFalse());
    }

    @Test
    void looksAtItsTurnWhileItListsWhatItKnows() {
        scanned(asked(1000, false));
        box.repeatsItself();
        var id = queued(asked(1000, false));
        var looks = new AtomicInteger();
        var turn = new Turn(() -> false, () -> false, () -> looks.incrementAndGet() > 3);

        assertThatExceptionOfType(ScanFailure.class)
                .as("a mailbox without an end, which gives nothing new")
                .isThrownBy(() -> job.run(new ScanTask(id, person), turn))
                .satisfies(failure -> assertThat(failure.hasGained()).isFalse());
    }

    @Test
    void yieldsOnlyWhenItHasReadSomething() {
        scanned(asked(1000, false));
        var id = queued(asked(1000, false));
        assertThat(job.run(new ScanTask(id, person), new Turn(() -> false, () -> true)))
                .as("else it would list the same again and again")
                .isEqualTo(ScanJob.Outcome.OVER);
    }

    @Test
    void saysSinceWhenAllWasReadAndListsAgainWhenItIsToGoFurtherBack() {
        scanned(automatic());
        var first = mailboxes.one(mailbox, person).backfilledTo();
        assertThat(first).isNotNull();
        assertThat(mailboxes.listedAt(mailbox, person)).isPresent();
        box.add("older", message(MESSAGES + 1), clock().instant().minus(Duration.ofDays(50)));
        scanned(automatic());
        assertThat(mailboxes.one(mailbox, person).backfilledTo()).isEqualTo(first);
        var further = scanned(new Scan.Subject.Sent(clock().instant().minus(Duration.ofDays(60)), 1000, true, false));
        assertThat(further.counts().known()).isEqualTo(MESSAGES + 1);
        assertThat(mailboxes.one(mailbox, person).backfilledTo()).isBefore(first);
    }

    @Test
    void proposesOnceWhatLiesInTwoMailboxes() {
        scanned(asked(1000, false));
        var other = UUID.randomUUID().toString();
        var archive = FakeMail.box(other);
        var second = connecting.connect(
                new NewMailbox("Archive", MailboxKind.GRAPH, new Connection.Grant(other, null, null, null)), person);
        for (var number = 1; number <= 20; number++) {
            archive.add("moved-" + number, message(number), sentAt(number));
        }
        var id = progress.queue(second, asked(1000, false), person).orElseThrow();

        run(id);

        assertThat(scans.one(id, person).counts()).isEqualTo(new Scan.Counts(0, 20, 0, 0));
    }

    @Test
    void reportsAMessageThatCannotBeReadOnceAndKeepsItsNeighbours() {
        box.add("broken", "", clock().instant());

        var first = scanned(asked(21, false));
        var second = scanned(asked(21, false));

        assertThat(first.counts().unreadable()).isEqualTo(1);
        assertThat(first.counts().fresh()).isEqualTo(20);
        assertThat(second.counts()).isEqualTo(new Scan.Counts(21, 21, 0, 3));
    }

    @Test
    void asksAgainForWhatCouldNotBeHadForTheMoment() {
        scanned(automatic());
        var before = mailboxes.cursor(mailbox, person);
        send(10);
        box.refuse("key-" + MESSAGES, false);
        box.refuse("key-" + (MESSAGES + 5), false);
        box.refuse("key-" + (MESSAGES + 6), true);

        assertThat(scanned(automatic()).counts()).isEqualTo(new Scan.Counts(8, 0, 2, 1));
        assertThat(mailboxes.cursor(mailbox, person))
                .as("no cursor leads past it")
                .isEqualTo(before);
        box.refuseNothing();

        assertThat(scanned(automatic()).counts()).isEqualTo(new Scan.Counts(1, 9, 0, 0));
        assertThat(mailboxes.cursor(mailbox, person)).contains(Integer.toString(MESSAGES + 10));
    }

    @Test
    void hasOneScanOfAMailboxAtATime() {
        queued(asked(100, false));

        assertThat(progress.queue(mailbox, asked(100, false), person)).isEmpty();
        var refusal = api(account).post("/api/mailboxes/" + mailbox.value() + "/scans", "{}");
        assertThat(refusal.status()).isEqualTo(409);
    }

    private List<String> recorded(Scan scan) {
        return rows.texts(
                "SELECT operation FROM audit_events WHERE resource_id = ?",
                scan.id().value().toString());
    }

    private void send(int messages) {
        var before = box.size();
        for (var number = before + 1; number <= before + messages; number++) {
            box.add("key-" + number, message(number), sentAt(number));
        }
    }

    private Instant sentAt(int number) {
        return clock().instant().minus(Duration.ofHours(100)).plusSeconds(number);
    }

    private Scan.Subject.Sent asked(int most, boolean anew) {
        return Scan.Subject.Sent.asked(Duration.ofDays(7), most, anew, clock().instant());
    }

    private Scan.Subject.Sent automatic() {
        return new Scan.Subject.Sent(clock().instant().minus(Duration.ofDays(30)), 1000, true, false);
    }

    private Scan scanned(Scan.Subject.Sent sent) {
        var id = queued(sent);
        run(id);
        return scans.one(id, person);
    }

    /** A scan without a job in the scheduler, so that only the test works on it. */
    private ScanId queued(Scan.Subject.Sent sent) {
        return progress.queue(mailbox, sent, person).orElseThrow();
    }

    private void run(ScanId id) {
        job.run(new ScanTask(id, person), () -> false);
    }

    private String message(int number) {
        return """
                Message-ID: <%s-%d@firm.example>
                Date: Mon, 2 Mar 2026 09:00:00 -0500
                From: owner@firm.example
                To: client@harrow.example
                Subject: Harrow lease

                %s
                """.formatted(
                        person.user().value(),
                        number,
                        number % 10 == 0
                                ? "Spent 1.5 hours reviewing the Harrow lease."
                                : "Thank you, the documents have arrived.");
    }
}
