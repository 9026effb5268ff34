package io.tenth;

import io.tenth.identity.AccessTokens;
import io.tenth.identity.Account;
import io.tenth.identity.EmailAddress;
import io.tenth.identity.Invitations;
import io.tenth.identity.Join;
import io.tenth.identity.NewAccount;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.store.Database;
import io.tenth.store.Migrations;
import io.tenth.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole server on a real PostgreSQL, one for all test classes that extend this; each test makes people of its own, so that
 * none meets another's data.
 */
@SpringBootTest(classes = Tenth.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServerTest {

    /** The password of everybody that {@link #newPerson} makes. */
    protected static final String PASSWORD = "Correct-horse-7-battery";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Database DATABASE = TestDatabase.copyOf("server", Migrations::run);

    @Autowired
    private Invitations invitations;

    @Autowired
    private Join join;

    @Autowired
    private AccessTokens tokens;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        // Few connections, so that people meet on them.
        registry.add("tenth.store.pool-size", () -> 4);
        registry.add("tenth.store.home", ServerTest::newHome);
        registry.add(
                "tenth.store.url",
                () -> url(DATABASE.app().user(), DATABASE.app().password()));
        registry.add(
                "tenth.store.owner-url",
                () -> url(DATABASE.owner().user(), DATABASE.owner().password()));
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

    /** Talks to the API as nobody. */
    protected ApiClient api() {
        return ApiClient.to(port);
    }

    /** Talks to the API as somebody who has signed in. */
    protected ApiClient api(Account account) {
        return api().withToken(tokens.issue(account));
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
