package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import io.tenth.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of a mailbox only those messages are read that have the words looked for, as their reader sees them. */
class SoughtMailTest extends ServerTest {

    private static final int MESSAGES = 130;

    @Autowired
    private Connecting connecting;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private Scans scans;

    @Autowired
    private ScanJob job;

    private final Rows rows = new Rows(database());
    private Actor.Person person;
    private FakeMail.Box box;
    private MailboxId mailbox;

    @BeforeEach
    void connect() {
        person = newPerson().person();
        var token = UUID.randomUUID().toString();
        box = FakeMail.box(token);
        mailbox = connecting.connect(
                new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)), person);
        send(MESSAGES);
    }

    @Test
    void readsOnlyWhatHasTheWordsAndCountsNothingElse() {
        box.add(
                "about-it",
                message(MESSAGES + 1).replace("documents", "ELEPHANT documents"),
                clock().instant().minus(Duration.ofDays(5)));
        var words = asked(1, false).with(SoughtWords.of("elephant  lease"));

        var scan = scanned(words);

        assertThat(scan.counts().fresh()).as("it is the oldest of all").isEqualTo(1);
        assertThat(rows.texts(
                        "SELECT query::text FROM scans WHERE scan_id = ?",
                        scan.id().value()))
                .as("sealed")
                .noneMatch(query -> query.contains("elephant"))
                .doesNotContainNull();
        assertThat(scanned(words).counts()).as("it was read").isEqualTo(new Scan.Counts(0, 1, 0, 0));
        assertThat(scanned(asked(1000, false)).counts())
                .as("what lacks the words was not taken for read")
                .isEqualTo(new Scan.Counts(MESSAGES, 1, 0, MESSAGES / 10));
    }

    @Test
    void reportsWhatItCannotReadThoughItLooksForWords() {
        box.add("broken", "", clock().instant());
        box.refuse("key-" + MESSAGES, true);

        var scan = scanned(asked(3, false).with(SoughtWords.of("1.5 hours")));

        assertThat(scan.counts()).isEqualTo(new Scan.Counts(1, 0, 2, 1));
        assertThat(rows.texts(
                        "SELECT position::text FROM scan_errors WHERE scan_id = ? ORDER BY position",
                        scan.id().value()))
                .containsExactly("0", "1");
    }

    @Test
    void gainsByLookingForWordsThatNoMessageHasAndFetchesNothingTwice() {
        var id = queued(asked(10, false).with(SoughtWords.of("elephant")));
        var turns = 0;
        while (job.run(new ScanTask(id, person), new Turn(() -> false, () -> true, () -> false))
                == ScanJob.Outcome.YIELDED) {
            turns++;
        }

        var scan = scans.one(id, person);
        assertThat(turns).as("each turn has come to something").isPositive();
        assertThat(scan.state()).isEqualTo(Scan.State.DONE);
        assertThat(scan.counts()).isEqualTo(Scan.Counts.NONE);
        assertThat(box.fetched()).as("but for what was read ahead").isBetween(MESSAGES, MESSAGES + 30 * turns);
        assertThat(scanned(asked(1000, false)).counts()).isEqualTo(new Scan.Counts(MESSAGES, 0, 0, MESSAGES / 10));
    }

    @Test
    void looksForWordsInWhatAReaderSees() {
        var html = """
                Message-ID: <%s-html@firm.example>
                Date: Mon, 2 Mar 2026 09:00:00 -0500
                From: owner@firm.example
                To: client@harrow.example
                Subject: Lease
                Content-Type: text/html; charset=utf-8

                <table style="color: red"><tr><td>The con<b>tract</b> of M&uuml;ller about the due&nbsp;diligence</td></tr></table>
                """.formatted(person.user().value());
        box.add("html", html, clock().instant());

        assertThat(scanned(asked(1000, false).with(SoughtWords.of("table"))).counts())
                .isEqualTo(Scan.Counts.NONE);
        assertThat(scanned(asked(1000, false).with(SoughtWords.of("CONTRACT mu\u0308ller due\u00a0diligence")))
                        .counts())
                .isEqualTo(new Scan.Counts(1, 0, 0, 0));
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
