package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.tenth.ApiClient;
import io.tenth.Cable;
import io.tenth.OtherServer;
import io.tenth.mail.imap.LocalImap;
import io.tenth.mail.imap.TestCertificate;
import io.tenth.store.Database;
import io.tenth.store.Migrations;
import io.tenth.store.Rows;
import io.tenth.store.TestDatabase;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network to the database or to the mail server is cut, torn or bad, while a server uses it. */
@Timeout(180)
class NetworkFaultTest {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkFaultTest.class);
    private static final int MESSAGES = 300;
    private static final int WRITERS = 4;
    private static final int ENOUGH = 30;
    private static final double ONE_IN_TWENTY = 0.05;
    private static final String ADDRESS = "dana@firm.example";
    private static final String PASSWORD = "hunter2-the-second";
    private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");

    private final long seed = Long.getLong("tenth.seed", System.nanoTime());
    private final Database database = TestDatabase.copyOf("server", Migrations::run);
    private final Rows rows = new Rows(database);
    private final GreenMail mail = LocalImap.newServer();

    @TempDir
    private Path home;

    private Cable toDatabase;
    private Cable toMail;
    private OtherServer server;
    private ApiClient api;

    @BeforeEach
    void layCables() throws Exception {
        LOG.info("seed {}", seed);
        fill();
        toDatabase = Cable.to(Integer.parseInt(portOf(database.jdbcUrl())), seed);
        toMail = Cable.to(mail.getImaps().getPort(), seed);
        var settings = OtherServer.settings(home, overTheCable());
        settings.put("tenth.store.pool-size", "6");
        settings.put("tenth.mail.allow-hosts", "localhost");
        settings.put("tenth.mail.ca-file", TestCertificate.LOCALHOST.authority().toString());
        server = OtherServer.start(settings);
        api = server.api(server.newAdministrator());
    }

    @AfterEach
    void pullCables() {
        toDatabase.mend();
        server.close();
        toDatabase.close();
        toMail.close();
        mail.stop();
    }

    @Test
    void refusesInTimeWhileTheDatabaseIsCutOffAndLosesNothingThatItConfirmed() throws Exception {
        var confirmed = ConcurrentHashMap.<String>newKeySet();
        var stop = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < WRITERS; writer++) {
                var name = "writer " + writer;
                writers.execute(() -> write(name, confirmed, stop));
            }
            until(() -> confirmed.size() >= ENOUGH);
            toDatabase.cut();
            stop.set(true);
            writers.shutdown();

            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS))
                    .as("everybody has an answer")
                    .isTrue();
        }
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        assertThat(api.get("/health/ready").status()).isEqualTo(503);
        var refused = api.get("/api/tasks");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");

        toDatabase.mend();

        until(() -> api.get("/health/ready").status() == 200);
        assertThat(api.post("/api/tasks", "{\"title\": \"afterwards\"}").status())
                .isEqualTo(201);
        assertThat(rows.texts("SELECT title FROM tasks"))
                .doesNotHaveDuplicates()
                .containsAll(confirmed);
        assertThat(rows.texts("SELECT resource_id FROM audit_events WHERE operation = 'task.created'"))
                .containsExactlyInAnyOrderElementsOf(rows.texts("SELECT task_id::text FROM tasks"));
    }

    /** The tests shorten it in the address; this is what an operator has who sets nothing. */
    @Test
    void waitsForASilentDatabaseHalfAMinuteUnlessItsAddressSaysOtherwise() throws SQLException {
        assertThat(silence()).isEqualTo(3_000);

        server.close();
        server = OtherServer.start(OtherServer.settings(home, database));

        assertThat(silence()).isEqualTo(30_000);
    }

    @Test
    void readsEachMessageOnceOverANetworkThatLosesAndBreaks() {
        toDatabase.lose(ONE_IN_TWENTY);
        toMail.lose(ONE_IN_TWENTY);
        startScan();
        for (var breaks = 1; breaks <= 3; breaks++) {
            var far = breaks * MESSAGES / 5;
            until(() -> read() >= far);
            (breaks == 2 ? toDatabase : toMail).tear();
        }

        until(() -> Set.of("done", "failed").contains(state()));

        assertThat(state()).as("with the seed %d", seed).isEqualTo("done");
        assertEachOnce();
    }

    @Test
    void readsOnWhenAMailServerThatWasCutOffIsThereAgain() {
        startScan();
        until(() -> read() >= MESSAGES / 5);
        toMail.cut();
        assertThat(api.get("/api/tasks").status()).as("others are not kept").isEqualTo(200);
        toMail.tear();
        toMail.mend();

        until(() -> Set.of("done", "failed").contains(state()));

        assertThat(state()).isEqualTo("done");
        assertEachOnce();
    }

    private void assertEachOnce() {
        assertThat(count("SELECT count(*) FROM messages")).isEqualTo(MESSAGES);
        assertThat(count("SELECT count(*) FROM proposals")).isEqualTo(MESSAGES / 10);
        assertThat(count("SELECT count(DISTINCT message_id) FROM proposals")).isEqualTo(MESSAGES / 10);
        assertThat(rows.texts("SELECT resource_id FROM audit_events WHERE operation = 'proposal.created'"))
                .containsExactlyInAnyOrderElementsOf(rows.texts("SELECT proposal_id::text FROM proposals"));
        assertThat(count("SELECT sum((details ->> 'messages_new')::int) FROM audit_events"
                        + " WHERE operation = 'scan.advanced'"))
                .isEqualTo(MESSAGES);
    }

    private void write(String name, Set<String> confirmed, AtomicBoolean stop) {
        for (var number = new AtomicInteger(); !stop.get(); number.incrementAndGet()) {
            var title = name + ", task " + number;
            if (api.post("/api/tasks", "{\"title\": \"%s\"}".formatted(title)).status() == 201) {
                confirmed.add(title);
            }
        }
    }

    private void startScan() {
        var made = api.post("/api/mailboxes", """
                {"name": "Work", "kind": "imap", "connection": {"host": "localhost", "port": %d, "security": "tls",
                 "user": "%s", "password": "%s"}}
                """.formatted(toMail.port(), ADDRESS, PASSWORD));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var started = api.post(made.header("Location") + "/scans", "{\"max_emails\": 1000}");
        assertThat(started.status()).as(started.body()).isEqualTo(202);
    }

    /** The server itself is not asked: it may be without its database for the moment. */
    private int read() {
        return count("SELECT count(*) FROM messages");
    }

    private String state() {
        return rows.texts("SELECT state FROM scans").getFirst();
    }

    private int count(String query) {
        return Integer.parseInt(rows.texts("SELECT (" + query + ")::text").getFirst());
    }

    private int silence() throws SQLException {
        try (var connection = server.context().getBean(DataSource.class).getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    private Database overTheCable() {
        var url = PORT.matcher(database.jdbcUrl()).replaceFirst(Integer.toString(toDatabase.port()));
        return new Database(
                url + (url.contains("?") ? "&" : "?") + "socketTimeout=3", database.owner(), database.app());
    }

    private static String portOf(String url) {
        return PORT.matcher(url).results().findFirst().orElseThrow().group();
    }

    private void fill() throws Exception {
        var user = LocalImap.start(mail, ADDRESS, PASSWORD);
        var sent = mail.getManagers().getImapHostManager().getFolder(user, "Gesendete Objekte");
        var first = OffsetDateTime.now(Clock.systemUTC()).minusMinutes(MESSAGES + 1);
        for (var number = 1; number <= MESSAGES; number++) {
            var at = first.plusMinutes(number);
            var message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(message(number, at).getBytes(StandardCharsets.UTF_8)));
            sent.appendMessage(message, new Flags(), Date.from(at.toInstant()));
        }
    }

    private static String message(int number, OffsetDateTime at) {
        return """
                Message-ID: <%d@firm.example>
                Date: %s
                From: owner@firm.example
                To: client@harrow.example
                Subject: Harrow lease

                %s
                """.formatted(
                        number,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(at),
                        number % 10 == 0
                                ? "Spent 1.5 hours reviewing the Harrow lease."
                                : "Thank you, the documents have arrived.")
                .replace("\n", "\r\n");
    }

    private static void until(BooleanSupplier happened) {
        try {
            while (!happened.getAsBoolean()) {
                new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
