package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scans of connected mailboxes as a program starts, follows and ends them. */
class MailboxScanApiTest extends ServerTest {

    private static final int MESSAGES = 30;
    private static final int MOST_LOOKS = 600;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    @Autowired
    private Connecting connecting;

    private final Rows rows = new Rows(database());
    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void startsAScanAndTellsItsProgressUntilItsEnd() {
        var mailbox = connect();
        scan(mailbox);
        awaitScan("done");

        var started = api.post("/api/mailboxes/" + mailbox + "/scans", "{\"since_hours\": 720, \"max_emails\": 1000}");
        assertThat(started.status()).isEqualTo(202);
        var events = api.get(started.header("Location") + "/events");

        assertThat(events.status()).isEqualTo(200);
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        var last = events.body().strip().lines().toList();
        assertThat(last.get(last.size() - 3)).isEqualTo("event: end");
        assertThat(last.getLast()).contains("\"state\":\"done\"").contains("\"messages_known\":" + MESSAGES);
        assertThat(api.with("Last-Event-ID", "over")
                        .get(started.header("Location") + "/events")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void tellsAStrangerNothingOfAScan() {
        scan(connect());
        var scan = awaitScan("done");

        assertThat(api(newPerson())
                        .get("/api/time-tracking/scans/" + scan + "/events")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void endsAScanInTheMiddleAtOnce() {
        var token = UUID.randomUUID().toString();
        var box = FakeMail.box(token);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        box.beforeFetch(() -> {
            reached.countDown();
            await(goOn);
        });
        scan(connect(token));
        await(reached);
        var scan = awaitScan("running");

        assertThat(api.delete("/api/time-tracking/scans/" + scan).status()).isEqualTo(204);
        assertThat(api.get("/api/time-tracking/scans/" + scan).text("/state")).isEqualTo("cancelled");
        goOn.countDown();
        assertThat(api.get("/api/time-tracking/scans/" + scan)
                        .json()
                        .at("/messages_new")
                        .asInt())
                .isZero();
    }

    @Test
    void refusesAPeriodOrANumberThatIsOutOfRange() {
        var scans = "/api/mailboxes/" + connect() + "/scans";

        for (var asked : Arrays.asList(
                "{\"since_hours\": 0}",
                "{\"since_hours\": 721}",
                "{\"date_range_days\": 31}",
                "{\"max_emails\": 0}",
                "{\"max_emails\": 1001}",
                "{\"since_hours\": 1, \"date_range_days\": 1}")) {
            assertThat(api.post(scans, asked).status()).as(asked).isEqualTo(422);
        }
    }

    @Test
    void refusesToScanAMailboxThatFilesArePutInto() {
        var mailbox = api.post("/api/mailboxes", "{\"name\": \"Files\"}").text("/id");

        assertThat(api.post("/api/mailboxes/" + mailbox + "/scans", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void refusesAScanBeyondAPersonsShareAndSaysWhenToComeAgain() {
        var mailbox = connect();
        rows.update(
                "INSERT INTO scans (user_id, scan_id, mailbox_id, upload_id, state, bytes_total, created_at)"
                        + " SELECT ?, uuidv7(), ?::uuid, uuidv7(), 'queued', 1, now() FROM generate_series(1, 20)",
                account.id().value(),
                mailbox);

        var refusal = api.post("/api/mailboxes/" + mailbox + "/scans", "{}");

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.header("Retry-After")).isNotEmpty();
    }

    private void scan(String mailbox) {
        assertThat(api.post("/api/mailboxes/" + mailbox + "/scans", "{}").status())
                .isEqualTo(202);
    }

    private String connect() {
        return connect(UUID.randomUUID().toString());
    }

    private String connect(String token) {
        for (var number = 1; number <= MESSAGES; number++) {
            FakeMail.box(token)
                    .add(
                            "key-" + number,
                            """
                    Message-ID: <%s-%d@firm.example>
                    From: owner@firm.example

                    Spent 2 hours on the lease.
                    """.formatted(token, number),
                            clock().instant().minus(Duration.ofHours(number)));
        }
        return connecting
                .connect(
                        new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)),
                        account.person())
                .value()
                .toString();
    }

    /** The id of the person's scan once it is in a state. */
    private String awaitScan(String state) {
        var ids = rows.texts(
                "SELECT scan_id FROM scans WHERE user_id = ? AND state = ?",
                account.id().value(),
                state);
        for (var looks = 0; ids.isEmpty() && looks < MOST_LOOKS; looks++) {
            pause();
            ids = rows.texts(
                    "SELECT scan_id FROM scans WHERE user_id = ? AND state = ?",
                    account.id().value(),
                    state);
        }
        assertThat(ids).as("the scan came to be %s", state).isNotEmpty();
        return ids.getFirst();
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
