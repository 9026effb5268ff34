package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.OtherServer;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ends an access on one node ends it on the other within half a minute: so long a node may believe what it has read. */
class TwoNodesTest extends ServerTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private static OtherServer other;

    @BeforeAll
    static void startTheOther() {
        other = OtherServer.start(storeSettings());
    }

    @AfterAll
    static void stopTheOther() {
        other.close();
    }

    /** The other node has seen none of the guesses, as one that was started since has not. */
    @Test
    void keepsALockOnEveryNodeUntilItIsOver() {
        var account = newPerson();
        for (var guess = 0; guess < 5; guess++) {
            Login.with(api(), account.email(), "Wrong-password-1");
        }

        assertThat(Login.with(other.api(), account.email(), PASSWORD).status()).isEqualTo(401);
        clock().advance(Duration.ofMinutes(15));
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void endsASignOutEverywhere() {
        var account = newPerson();
        var here = api(account);
        var there = known(here);

        assertThat(here.post("/api/auth/logout-all").status()).isEqualTo(204);

        assertThat(here.get("/api/users/me").status()).isEqualTo(401);
        assertEndsThere(there);
    }

    @Test
    void shutsADisabledAccountAndItsTokens() {
        var account = newPerson();
        var there = known(api(account));
        var token = known(api().withToken(personalToken(account)));

        change(account, "{\"disabled\": true}");

        assertEndsThere(there);
        assertThat(token.get("/api/users/me").status()).isEqualTo(401);
    }

    @Test
    void takesAwayARole() {
        var account = newPerson(Role.ADMIN);
        var there = known(api(account));
        var token = known(api().withToken(personalToken(account)));
        assertThat(there.get("/api/users").status()).isEqualTo(200);

        change(account, "{\"role\": \"user\"}");

        assertEndsThere(there);
        assertThat(token.get("/api/users/me").text("/role")).isEqualTo("user");
        assertThat(known(api(account)).get("/api/users").status()).isEqualTo(403);
    }

    @Test
    void endsTheSessionsOfAnOldPassword() {
        var account = newPerson();
        var there = known(api(account));

        assertThat(api(account)
                        .post(
                                "/api/users/me/password",
                                "{\"current_password\": \"" + PASSWORD
                                        + "\", \"new_password\": \"Another-horse-8-stable\"}")
                        .status())
                .isEqualTo(204);

        assertEndsThere(there);
    }

    @Test
    void revokesAPersonalToken() {
        var account = newPerson();
        var here = api(account);
        var made = makeToken(here);
        var there = known(api().withToken(made.text("/token")));

        assertThat(here.delete("/api/users/me/tokens/" + made.text("/id")).status())
                .isEqualTo(204);

        assertEndsThere(there);
    }

    /** The same program at the other node, which has let it in and remembers that. */
    private static ApiClient known(ApiClient here) {
        var there = here.at(other.api());
        assertThat(there.get("/api/users/me").status()).isEqualTo(200);
        return there;
    }

    private void change(Account account, String standing) {
        assertThat(api(newPerson(Role.ADMIN))
                        .patch("/api/users/" + account.id().value(), standing)
                        .status())
                .isEqualTo(200);
    }

    private String personalToken(Account account) {
        return makeToken(api(account)).text("/token");
    }

    private static ApiClient.Answer makeToken(ApiClient api) {
        var made = api.post(
                "/api/users/me/tokens",
                "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"report\", \"scopes\": [\"account:read\"]}");
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private static void assertEndsThere(ApiClient there) {
        other.clock().advance(BOUND);
        assertThat(there.get("/api/users/me").status()).isEqualTo(401);
    }
}
