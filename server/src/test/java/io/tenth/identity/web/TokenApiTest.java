package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.identity.Scope;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens with which programs act for people. */
class TokenApiTest extends ServerTest {

    private final Rows rows = new Rows(database());
    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void areShownOnceAndKeptAsHashes() {
        var made = make("time:read", "mail:read");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/token")).matches("tenth_pat_[A-Za-z0-9_-]{43}");
        assertThat(made.text("/scopes/0")).isEqualTo("mail:read");
        assertThat(made.header("Location")).endsWith("/api/users/me/tokens/" + made.text("/id"));
        var read = api.get(made.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("/name")).isEqualTo("Timer");
        assertThat(read.text("/id")).isEqualTo(made.text("/id"));
        assertThat(read.json().has("token")).isFalse();
        assertThat(api(newPerson()).get(made.header("Location")).status()).isEqualTo(404);
        assertThat(api.get("/api/users/me/tokens").text("/items/0/name")).isEqualTo("Timer");
        assertThat(api.get("/api/users/me/tokens").body()).doesNotContain(made.text("/token"));
        assertThat(rows.values())
                .noneMatch(value -> value.contains(made.text("/token").substring("tenth_pat_".length())));
    }

    @Test
    void doWhatTheirScopesSayAndNothingElse() {
        var reader = with(make("mail:read"));
        var writer = with(make("mail:write"));

        assertThat(reader.get("/api/mailboxes").status()).isEqualTo(200);
        assertThat(writer.post("/api/mailboxes", "{\"name\": \"Sent\"}").status())
                .isEqualTo(201);
        var refused = reader.post("/api/mailboxes", "{\"name\": \"Sent too\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/error/message")).isEqualTo("The token lacks the scope mail:write.");
        assertThat(writer.get("/api/mailboxes").status()).isEqualTo(403);
        assertThat(reader.get("/api/clients").status()).isEqualTo(403);
        assertThat(reader.get("/api/users/me").status()).isEqualTo(403);
        assertThat(with(make("account:read")).get("/api/users/me").text("/id"))
                .isEqualTo(account.id().value().toString());
    }

    @Test
    void neverReachAccountsSessionsAndTokens() {
        var administrator = api(newPerson(Role.ADMIN));
        var all = Arrays.stream(Scope.values()).map(Scope::key).toArray(String[]::new);
        var token = with(make(administrator, all));

        for (var refused : new ApiClient.Answer[] {
            token.patch("/api/users/me", "{\"full_name\": \"Taken\"}"),
            token.post("/api/users/me/password", "{\"current_password\": \"x\", \"new_password\": \"x\"}"),
            token.get("/api/users/me/tokens"),
            token.post(
                    "/api/users/me/tokens",
                    "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"More\", \"scopes\": [\"time:read\"]}"),
            token.get("/api/users/me/sessions"),
            token.post("/api/auth/logout-all"),
            token.get("/api/users"),
            token.patch("/api/users/" + account.id().value(), "{\"role\": \"admin\"}"),
            token.post("/api/users/" + account.id().value() + "/password-reset"),
            token.get("/api/nothing-yet")
        }) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/error/message")).startsWith("A personal token cannot do this.");
        }
    }

    @Test
    void areMadeForNobodyWhoDoesNotKnowThePassword() {
        var asked = ", \"name\": \"Timer\", \"scopes\": [\"mail:read\"]}";
        for (int guess = 0; guess < 5; guess++) {
            var refused = ask("{\"current_password\": \"Wrong-password-" + guess + "\"" + asked);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/error/details").propertyNames()).containsExactly("current_password");
        }
        assertThat(ask("{\"name\": \"Timer\", \"scopes\": [\"mail:read\"]}").status())
                .isEqualTo(422);
        assertThat(make("mail:read").status())
                .as("the right one, after five guesses")
                .isEqualTo(422);
        assertThat(api.get("/api/users/me/tokens").json().at("/items")).isEmpty();
    }

    @Test
    void areListedPageByPageWhileTheyComeAndGo() {
        var names = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            clock().advance(Duration.ofMinutes(1));
            make("mail:read");
        }
        var all = api.get("/api/users/me/tokens").json().at("/items");
        var first = api.get("/api/users/me/tokens?limit=2");
        api.delete("/api/users/me/tokens/" + first.text("/items/1/id"));
        make("mail:read");

        var second = api.get("/api/users/me/tokens?limit=2&cursor=" + first.text("/next_cursor"));

        second.json().at("/items").forEach(token -> names.add(token.at("/id").asString()));
        assertThat(names)
                .containsExactly(all.at("/2/id").asString(), all.at("/3/id").asString());
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
        for (var wrong :
                List.of("x", "2026-03-01T00:00:00Z_x", "", "+1000000000-01-01T00:00:00Z_" + names.getFirst())) {
            assertThat(api.get("/api/users/me/tokens?cursor=" + wrong.replace("+", "%2B"))
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(api.get("/api/users/me/tokens?limit=101").status()).isEqualTo(422);
    }

    @Test
    void endWhenTheySay() {
        var made = ask("{\"current_password\": \"" + PASSWORD
                + "\", \"name\": \"Timer\", \"scopes\": [\"mail:read\"], \"expires_at\": \""
                + clock().instant().plus(Duration.ofHours(1)) + "\"}");
        var token = with(made);
        assertThat(token.get("/api/mailboxes").status()).isEqualTo(200);

        clock().advance(Duration.ofMinutes(61));

        assertThat(token.get("/api/mailboxes").status()).isEqualTo(401);
    }

    @Test
    void endAtOnceWhenTheyAreRevoked() {
        var made = make("mail:read");
        var token = with(made);
        assertThat(token.get("/api/mailboxes").status()).isEqualTo(200);

        assertThat(api.delete(made.header("Location")).status()).isEqualTo(204);

        assertThat(token.get("/api/mailboxes").status()).isEqualTo(401);
        assertThat(api.delete(made.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void tellWhenTheyWereLastUsed() {
        var token = with(make("mail:read"));
        assertThat(api.get("/api/users/me/tokens")
                        .json()
                        .at("/items/0/last_used_at")
                        .isNull())
                .isTrue();

        token.get("/api/mailboxes");

        assertThat(api.get("/api/users/me/tokens").text("/items/0/last_used_at"))
                .isNotEmpty();
    }

    @Test
    void needANameAndScopesThatExist() {
        for (var wrong : new String[] {
            "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"\", \"scopes\": [\"mail:read\"]}",
            "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"x\", \"scopes\": []}",
            "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"x\", \"scopes\": [\"mail:*\"]}",
            "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"x\"}",
            "{\"current_password\": \"" + PASSWORD
                    + "\", \"name\": \"x\", \"scopes\": [\"mail:read\"], \"expires_at\": \"2020-01-01T00:00:00Z\"}",
            "{\"current_password\": \"" + PASSWORD
                    + "\", \"name\": \"x\", \"scopes\": [\"mail:read\"], \"token\": \"mine\"}"
        }) {
            assertThat(ask(wrong).status()).as(wrong).isEqualTo(422);
        }
        for (var garbage : new String[] {"tenth_pat_", "tenth_pat_x", "tenth_pat_" + "x".repeat(16_000)}) {
            assertThat(api().withToken(garbage).get("/api/mailboxes").status()).isEqualTo(401);
        }
    }

    private ApiClient with(ApiClient.Answer made) {
        return api().withToken(made.text("/token"));
    }

    private ApiClient.Answer ask(String body) {
        return api.post("/api/users/me/tokens", body);
    }

    private ApiClient.Answer make(String... scopes) {
        return make(api, scopes);
    }

    private static ApiClient.Answer make(ApiClient owner, String... scopes) {
        var list = Arrays.stream(scopes).map(scope -> "\"" + scope + "\"").collect(Collectors.joining(", "));
        return owner.post(
                "/api/users/me/tokens",
                "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"Timer\", \"scopes\": [" + list + "]}");
    }
}
