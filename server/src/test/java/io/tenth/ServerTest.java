package io.tenth;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.tenth.identity.Account;
import io.tenth.identity.Device;
import io.tenth.identity.EmailAddress;
import io.tenth.identity.Invitations;
import io.tenth.identity.Join;
import io.tenth.identity.NewAccount;
import io.tenth.identity.QuickPasswords;
import io.tenth.identity.TokenSignIn;
import io.tenth.mail.FakeMail;
import io.tenth.mail.imap.TestCertificate;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.store.Database;
import io.tenth.store.Migrations;
import io.tenth.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole server on a real PostgreSQL, one for all test classes that extend this; each test makes people of its own, so that
 * none meets another's data.
 */
@SpringBootTest(
        classes = {Tenth.class, ServerTest.Time.class, FakeMail.InPlaceOfGraph.class, QuickPasswords.class},
        properties = {
            "tenth.requests.auth=1000000/min",
            "tenth.requests.read=1000000/min",
            "tenth.requests.write=1000000/min",
            "tenth.scans.at-once=2",
            "tenth.scans.every=0"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServerTest {

    /** The password of everybody that {@link #newPerson} makes. */
    protected static final String PASSWORD = "Correct-horse-7-battery";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Database DATABASE = TestDatabase.copyOf("server", Migrations::run);

    /** One for all, so that two servers with different settings are two nodes of one installation. */
    private static final String HOME = newHome();

    /** The folder that the operator has opened for mail. */
    private static final Path MAIL = Path.of(newHome());

    @Autowired
    private Invitations invitations;

    @Autowired
    private Join join;

    @Autowired
    private TokenSignIn tokens;

    @Autowired
    private TestClock clock;

    @Value("${local.server.port}")
    private int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        SmartLifecycle rest(Scheduler jobs) {
            return new Rest(jobs);
        }
    }

    /**
     * Lets a server's workers rest while the tests of another one run. Both are nodes of one installation, and a job goes to whichever is
     * free: one that asks a stand-in of its own test would else come to a node that does not know it.
     */
    private record Rest(Scheduler jobs) implements SmartLifecycle {

        @Override
        public void start() {
            jobs.resume();
        }

        @Override
        public void stop() {
            jobs.pause();
        }

        @Override
        public boolean isRunning() {
            return !jobs.getSchedulerState().isPaused();
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        storeSettings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("tenth.mail.allow-hosts", () -> "localhost");
        registry.add("tenth.mail.ca-file", TestCertificate.LOCALHOST::authority);
        registry.add("tenth.mail.folder", () -> MAIL);
    }

    /** Where a server of the installation under test keeps its data. Few connections, so that people meet on them. */
    protected static Map<String, String> storeSettings() {
        return Map.of(
                "tenth.store.pool-size",
                "4",
                "tenth.store.home",
                HOME,
                "tenth.store.url",
                url(DATABASE.app().user(), DATABASE.app().password()),
                "tenth.store.owner-url",
                url(DATABASE.owner().user(), DATABASE.owner().password()));
    }

    @AfterEach
    void goBackToTheRealTime() {
        clock.reset();
    }

    /** The server's clock, which goes back to the real time after each test. */
    protected TestClock clock() {
        return clock;
    }

    /** Where everybody's rows are, for looking at them as the roles see them or as a superuser does. */
    protected static Database database() {
        return DATABASE;
    }

    protected Account newPerson() {
        return newPerson(Role.USER);
    }

    protected Account newPerson(Role role) {
        var number = PEOPLE.incrementAndGet();
        var link = role == Role.ADMIN
                ? invitations.inviteFirstAdministrator(new Actor.Program())
                : invitations.invite(role, new Actor.Person(UserId.next(), Role.ADMIN));
        return join.join(
                link,
                new NewAccount(
                        new EmailAddress("person" + number + "@firm.example"),
                        "Person Number " + number,
                        PASSWORD,
                        ZoneId.of("America/New_York")));
    }

    /** The folder in which a person's mail may be connected. */
    protected static Path mailFolder(Account account) {
        return MAIL.resolve(account.id().value().toString());
    }

    /** Where the server listens on this machine. */
    protected int port() {
        return port;
    }

    /** Talks to the API as nobody. */
    protected ApiClient api() {
        return ApiClient.to(port);
    }

    /** Talks to the API as somebody who has signed in. */
    protected ApiClient api(Account account) {
        return api().withToken(tokens.begin(account, Device.NONE).accessToken());
    }

    /** Opens the pages as nobody. */
    protected Browser browser() {
        return new Browser(port);
    }

    /** Opens the pages as somebody who has signed in. */
    protected Browser browser(Account account) {
        return browser().signIn(account.email());
    }

    private static String url(String user, String password) {
        var url = DATABASE.jdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + user + "&password=" + password;
    }

    private static String newHome() {
        try {
            return Files.createTempDirectory("tenth-test").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
