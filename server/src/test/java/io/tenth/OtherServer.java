package io.tenth;

import io.tenth.identity.Account;
import io.tenth.identity.Device;
import io.tenth.identity.EmailAddress;
import io.tenth.identity.Invitations;
import io.tenth.identity.Join;
import io.tenth.identity.NewAccount;
import io.tenth.identity.TokenSignIn;
import io.tenth.shared.Actor;
import io.tenth.store.Credentials;
import io.tenth.store.Database;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A second server, in the process of the test and with a clock of its own. */
public record OtherServer(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Starts one on any free port, with configuration beside its own. */
    public static OtherServer start(Map<String, String> settings, Class<?>... more) {
        var all = new HashMap<>(settings);
        all.put("server.port", "0");
        var application =
                new SpringApplication(Stream.concat(Stream.of(Tenth.class, ServerTest.Time.class), Arrays.stream(more))
                        .toArray(Class<?>[]::new));
        application.setRegisterShutdownHook(false);
        return new OtherServer(application.run(all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
    }

    /** The settings of one on a database of its own. */
    public static Map<String, String> settings(Path home, Database database) {
        return new HashMap<>(Map.of(
                "tenth.store.home", home.toString(),
                "tenth.store.url", address(database.jdbcUrl(), database.app()),
                "tenth.store.owner-url", address(database.jdbcUrl(), database.owner()),
                "tenth.requests.auth", "off",
                "tenth.requests.read", "off",
                "tenth.requests.write", "off",
                "tenth.scans.every", "0"));
    }

    /** Makes the account of its administrator. */
    public Account newAdministrator() {
        var link = context.getBean(Invitations.class).inviteFirstAdministrator(new Actor.Program());
        var account = new NewAccount(
                new EmailAddress(UUID.randomUUID() + "@firm.example"),
                "Dana Whitfield",
                ServerTest.PASSWORD,
                ZoneId.of("America/New_York"));
        return context.getBean(Join.class).join(link, account);
    }

    /** Talks to its API as somebody who has signed in. */
    public ApiClient api(Account account) {
        return api().withToken(context.getBean(TokenSignIn.class)
                .begin(account, Device.NONE)
                .accessToken());
    }

    public ApiClient api() {
        return ApiClient.to(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    public TestClock clock() {
        return context.getBean(TestClock.class);
    }

    private static String address(String url, Credentials credentials) {
        return url + (url.contains("?") ? "&" : "?") + "user=" + credentials.user() + "&password="
                + credentials.password();
    }

    @Override
    public void close() {
        context.close();
    }
}
