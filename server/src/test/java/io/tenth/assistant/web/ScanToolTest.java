package io.tenth.assistant.web;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mailbox is scanned and its time told in one call. */
class ScanToolTest extends ServerTest {

    private static final String PATH = "/api/time-tracking/scan";

    private final Rows rows = new Rows(database());

    @Autowired
    private Connecting connecting;

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void tellsWhatItReadAndWhatItFound() {
        connect("Work", box());

        var answer = api.post(PATH, "{}");

        assertThat(answer.status()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.at("/state").asString()).isEqualTo("done");
        assertThat(json.at("/user_id").asString())
                .isEqualTo(account.id().value().toString());
        assertThat(json.at("/total_processed").asInt()).isEqualTo(4);
        assertThat(json.at("/total_time_entries").asInt()).isEqualTo(2);
        assertThat(json.at("/cache_hits").asInt()).isZero();
        assertThat(json.at("/cache_misses").asInt()).isEqualTo(4);
        assertThat(json.at("/success_rate").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/api_calls_made").asInt()).isPositive();
        assertThat(json.at("/memory_usage_mb").asInt()).isPositive();
        assertThat(json.at("/average_confidence_score").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.at("/errors")).hasSize(1);
        assertThat(json.at("/errors/0/error_type").asString()).isEqualTo("unreadable");
        assertThat(json.at("/errors/0/email_id").asString()).isEqualTo("message broken");
        assertThat(json.at("/results")).hasSize(2);
        assertThat(json.at("/results/0/duration_minutes").asInt()).isEqualTo(150);
        assertThat(json.at("/results/0/audit_trail/correlation_id").asString())
                .as("the request that had it found")
                .isEqualTo(answer.header("X-Request-ID"));
        assertThat(json.at("/audit_summary/correlation_id").asString()).isEqualTo(answer.header("X-Request-ID"));
        assertThat(json.at("/results/0/processing_time_ms").isIntegralNumber()).isTrue();
        assertThat(json.at("/compliance_summary/time_tracking").asInt()).isEqualTo(2);
        assertThat(json.at("/audit_summary/operations")
                        .valueStream()
                        .map(kind -> kind.path("operation").asString() + " "
                                + kind.path("events").asInt()))
                .contains("proposal.created 2", "scan.ended 1", "scan.started 1");
        assertThat(api.get(answer.header("Location")).text("/state")).isEqualTo("done");
    }

    @Test
    void tellsTheSameAgainWithoutReadingAnything() {
        connect("Work", box());
        var first = api.post(PATH, "{}");

        var again = api.post(PATH, "{\"date_range_days\": 30}").json();
        var anew = api.post(PATH, "{\"use_cache\": false}").json();

        assertThat(again.at("/cache_hits").asInt()).isEqualTo(4);
        assertThat(again.at("/cache_misses").asInt()).isZero();
        assertThat(again.at("/total_time_entries").asInt()).isEqualTo(2);
        assertThat(again.at("/results/0/audit_trail/correlation_id").asString())
                .as("found by the scan before")
                .isEqualTo(first.header("X-Request-ID"));
        assertThat(again.at("/throughput_entries_per_second").asDouble())
                .as("it has found none itself")
                .isZero();
        assertThat(anew.at("/cache_hits").asInt()).isZero();
        assertThat(anew.at("/cache_misses").asInt()).isEqualTo(4);
        assertThat(anew.at("/total_time_entries").asInt()).isEqualTo(2);
    }

    @Test
    void saysThatAnotherScanWasInTheWay() {
        var mailbox = connect("Work", box());
        api.post(PATH, "{}");
        rows.update(
                "UPDATE messages SET sent_at = sent_at - INTERVAL '1 day'"
                        + " WHERE user_id = ? AND sent_at < now() - INTERVAL '90 minutes'",
                account.id().value());
        rows.update(
                "INSERT INTO scans (user_id, scan_id, mailbox_id, since, most, automatic, state, created_at)"
                        + " VALUES (?, gen_random_uuid(), ?, now() - INTERVAL '90 days', 2000, TRUE, 'queued', now())",
                account.id().value(),
                UUID.fromString(mailbox));
        api.patch("/api/time-tracking/settings", "{\"processing_timeout\": 1}");

        var answer = api.post(PATH, "{\"since_hours\": 2}").json();

        assertThat(answer.at("/joined").asBoolean()).isTrue();
        assertThat(answer.at("/state").asString()).isEqualTo("queued");
        assertThat(answer.at("/success_rate").isNull()).isTrue();
        assertThat(answer.at("/total_time_entries").asInt())
                .as("of the period that was asked for")
                .isEqualTo(1);
    }

    @Test
    void readsWhatWasAskedForAfterTheScanThatIsUnderWay() {
        var box = box();
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        box.beforeFetch(() -> {
            reached.countDown();
            await(goOn);
        });
        var mailbox = connect("Work", box);
        api.post("/api/mailboxes/" + mailbox + "/scans", "{\"since_hours\": 24, \"max_emails\": 1}");
        await(reached);
        goOn.countDown();

        var answer = api.post(PATH, "{}").json();

        assertThat(answer.at("/joined").asBoolean()).isFalse();
        assertThat(answer.at("/state").asString()).isEqualTo("done");
        assertThat(answer.at("/total_time_entries").asInt()).isEqualTo(2);
    }

    @Test
    void tellsOnlyWhatIsAskedFor() {
        connect("Work", box());

        assertThat(api.post(PATH, "{\"client_filter\": \"halloran\"}")
                        .json()
                        .at("/total_time_entries")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.post(PATH, "{\"query_filter\": \"lease  IMOGEN\"}")
                        .json()
                        .at("/results/0/duration_minutes")
                        .asInt())
                .isEqualTo(150);
        assertThat(api.post(PATH, "{\"query_filter\": \"elephant\"}")
                        .json()
                        .at("/total_time_entries")
                        .asInt())
                .isZero();
    }

    @Test
    void countsOnlyWhatIsAskedFor() {
        connect("Work", box());

        var answer = api.post(PATH, "{\"query_filter\": \"halloran\", \"max_emails\": 1}")
                .json();

        assertThat(answer.at("/total_time_entries").asInt())
                .as("it is not the newest")
                .isEqualTo(1);
        assertThat(answer.at("/results/0/duration_minutes").asInt()).isEqualTo(90);
        assertThat(answer.at("/cache_misses").asInt()).isEqualTo(1);
        assertThat(answer.at("/joined").asBoolean()).isFalse();
    }

    @Test
    void tellsWhatHasTheWordsFarFromTheTime() {
        var box = box();
        var far = "The elephant is fine. " + "And this goes on. ".repeat(200);
        box.add(
                "4",
                mail("Zoo", "I spent 3 hours drafting the zoo contract.\r\n\r\n" + far),
                clock().instant().minus(Duration.ofHours(5)));
        connect("Work", box);

        assertThat(api.post(PATH, "{\"query_filter\": \"elephant\"}")
                        .json()
                        .at("/results/0/duration_minutes")
                        .asInt())
                .isEqualTo(180);
    }

    @Test
    void saysHowALongScanStandsAndWaitsForItTheNextTime() {
        var box = box();
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        box.beforeFetch(() -> {
            reached.countDown();
            await(goOn);
        });
        connect("Work", box);
        api.patch("/api/time-tracking/settings", "{\"processing_timeout\": 1}");

        var early = api.post(PATH, "{}");
        await(reached);
        goOn.countDown();
        api.patch("/api/time-tracking/settings", "{\"processing_timeout\": 300}");
        var late = api.post(PATH, "{}");

        assertThat(early.status()).isEqualTo(202);
        assertThat(early.text("/state")).isIn("queued", "running");
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.json().at("/total_time_entries").asInt()).isEqualTo(2);
    }

    @Test
    void asksWhichMailboxWhereThereAreSeveral() {
        assertThat(api.post(PATH, "{}").status()).isEqualTo(409);
        var first = connect("Work", box());
        connect("Home", box());

        assertThat(api.post(PATH, "{}").text("/error/message")).contains("Work").contains("Home");
        assertThat(api.post(PATH, "{\"mailbox\": \"home\"}").status()).isEqualTo(200);
        assertThat(api.post(PATH, "{\"mailbox\": \"" + first + "\"}").text("/mailbox_id"))
                .isEqualTo(first);
        assertThat(api.post(PATH, "{\"mailbox\": \"Attic\"}").status()).isEqualTo(404);
        assertThat(api(newPerson())
                        .post(PATH, "{\"mailbox\": \"" + first + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        connect("Work", box());

        for (var asked : List.of(
                "{\"date_range_days\": 31}",
                "{\"date_range_days\": 0}",
                "{\"since_hours\": 721}",
                "{\"max_emails\": 1001}",
                "{\"max_emails\": \"10\"}",
                "{\"since_hours\": 1, \"date_range_days\": 1}",
                "{\"folder\": \"Sent\"}")) {
            assertThat(api.post(PATH, asked).status()).as(asked).isEqualTo(422);
        }
    }

    private String lastToken = "";

    private FakeMail.Box box() {
        lastToken = UUID.randomUUID().toString();
        var box = FakeMail.box(lastToken);
        var now = clock().instant();
        box.add("1", mail("Lease", "I spent 2.5 hours reviewing the Corvid lease."), now.minus(Duration.ofHours(1)));
        box.add(
                "2",
                mail("Settlement", "I spent 1.5 hours drafting the Halloran settlement."),
                now.minus(Duration.ofHours(2)));
        box.add("3", mail("Lunch", "See you at noon."), now.minus(Duration.ofHours(3)));
        box.add("broken", "", now.minus(Duration.ofHours(4)));
        return box;
    }

    private String connect(String name, FakeMail.Box box) {
        assertThat(box.size()).isPositive();
        return connecting
                .connect(
                        new NewMailbox(name, MailboxKind.GRAPH, new Connection.Grant(lastToken, null, null, null)),
                        account.person())
                .value()
                .toString();
    }

    private String mail(String subject, String body) {
        return "From: person@firm.example\r\nTo: Imogen <imogen@achterberg.example>\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + UUID.randomUUID() + "@firm.example>\r\n\r\n" + body + "\r\n";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
