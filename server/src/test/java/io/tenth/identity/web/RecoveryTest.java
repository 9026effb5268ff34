package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who forgot their password gets back in, and nobody else does. */
class RecoveryTest extends OpenServerTest {

    private static final String NEW_PASSWORD = "Another-horse-8-stable";

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void replacesThePasswordOnceByTheLinkInTheLetter() {
        var browser = browser(account);
        var program = Login.nativeWith(api(), account.email(), PASSWORD);
        assertThat(ask(account.email()).status()).isEqualTo(202);
        var letter = letters(account.email(), 1).getFirst();

        assertThat(replace(token(letter), NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(replace(token(letter), "Third-horse-9-stable").status()).isEqualTo(404);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(Login.with(api(), account.email(), NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
        assertThat(api().withToken(program.text("/token")).get("/api/users/me").status())
                .isEqualTo(401);
        assertThat(api().post("/api/auth/refresh", Login.refreshBody(program.text("/refresh_token")))
                        .status())
                .isEqualTo(401);
        assertThat(text(letters(account.email(), 2).getLast())).contains("replaced");
    }

    @Test
    void saysTheSameForAnAddressWithoutAnAccountAndSendsItNothing() {
        var unknown = ask("nobody-" + account.email());
        var noAddress = ask("nobody");
        var known = ask(account.email());

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(noAddress.status());
        assertThat(unknown.body()).isEqualTo(known.body()).isEqualTo(noAddress.body());
        assertThat(letters(account.email(), 1)).hasSize(1);
        assertThat(lettersTo("nobody-" + account.email())).isEmpty();
    }

    @Test
    void sendsOneLetterAMinuteAndVoidsTheLastLink() {
        ask(account.email());
        ask(account.email());
        var first = token(letters(account.email(), 1).getFirst());
        clock().advance(Duration.ofSeconds(61));
        ask(account.email());
        var second = token(letters(account.email(), 2).getLast());

        assertThat(letters(account.email(), 2)).hasSize(2);
        assertThat(replace(first, NEW_PASSWORD).status()).isEqualTo(404);
        assertThat(replace(second, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void takesALinkForAnHourAtMost() {
        ask(account.email());
        var token = token(letters(account.email(), 1).getFirst());
        clock().advance(Duration.ofMinutes(60));

        assertThat(replace(token, NEW_PASSWORD).status()).isEqualTo(404);
    }

    @Test
    void takesNoGuess() {
        ask(account.email());
        var token = token(letters(account.email(), 1).getFirst());

        for (var guess : new String[] {"", "x", token.substring(1), token + "A", "x".repeat(10_000)}) {
            assertThat(replace(guess, NEW_PASSWORD).status()).isEqualTo(404);
        }
        assertThat(replace(token, "weak").status()).isEqualTo(422);
        assertThat(replace(token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void keepsNoLinkInTheDatabase() {
        ask(account.email());

        assertThat(new Rows(database()).values())
                .doesNotContain(token(letters(account.email(), 1).getFirst()));
    }

    @Test
    void believesNoHostThatARequestNames() throws IOException {
        var body = "{\"email\": \"" + account.email() + "\"}";
        var request =
                "POST /api/auth/password-resets HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 202");
        }

        assertThat(text(letters(account.email(), 1).getFirst()))
                .contains(PUBLIC_URL + "/reset-password#")
                .doesNotContain("evil");
    }

    @Test
    void beginsTheLinksOfAnAdministratorWithThePublicAddress() {
        var administrator = browser(newPerson(Role.ADMIN));
        administrator.get("/people");

        var invitation = administrator.post("/people/invitations", Map.of("role", "user"));
        var reset = administrator.post("/people/" + account.id().value() + "/password-reset", Map.of());

        assertThat(invitation.body()).contains("value=\"" + PUBLIC_URL + "/join#");
        assertThat(reset.body()).contains("value=\"" + PUBLIC_URL + "/reset-password#");
    }

    @Test
    void unlocksTheAccount() {
        for (var guess = 0; guess < 5; guess++) {
            Login.with(api(), account.email(), "Wrong-password-1");
        }
        ask(account.email());
        replace(token(letters(account.email(), 1).getFirst()), NEW_PASSWORD);

        assertThat(Login.with(api(), account.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void unlocksTheBrowserThatLockedItself() {
        var browser = api().with("Cookie", Login.cookie(Login.with(api(), account.email(), PASSWORD), "tenth-device"));
        for (var guess = 0; guess < 5; guess++) {
            Login.with(browser, account.email(), "Wrong-password-1");
        }
        assertThat(Login.with(browser, account.email(), PASSWORD).status()).isEqualTo(401);
        ask(account.email());

        assertThat(replace(browser, token(letters(account.email(), 1).getFirst()), NEW_PASSWORD)
                        .status())
                .isEqualTo(204);

        assertThat(Login.with(browser, account.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void revokesTheTokensOfPrograms() {
        var made = api(account)
                .post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD
                                + "\", \"name\": \"Timer\", \"scopes\": [\"account:read\"]}");
        var program = api().withToken(made.text("/token"));
        assertThat(program.get("/api/users/me").status()).isEqualTo(200);
        ask(account.email());
        replace(token(letters(account.email(), 1).getFirst()), NEW_PASSWORD);

        assertThat(program.get("/api/users/me").status()).isEqualTo(401);
        assertThat(api(account).get("/api/users/me/tokens").json().at("/items")).isEmpty();
        assertThat(text(letters(account.email(), 2).getLast())).contains("tokens of your programs were revoked");
    }

    @Test
    void letsNobodyIntoADisabledAccount() {
        var administrator = api(newPerson(Role.ADMIN));
        administrator.patch("/api/users/" + account.id().value(), "{\"disabled\": true}");
        ask(account.email());
        var other = newPerson();
        ask(other.email());

        assertThat(letters(other.email(), 1)).hasSize(1);
        assertThat(lettersTo(account.email())).isEmpty();
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void tellsTheOwnerWhenASpentRefreshTokenCameBack() throws Exception {
        var spent = Login.nativeWith(api(), account.email(), PASSWORD).text("/refresh_token");
        api().post("/api/auth/refresh", Login.refreshBody(spent));
        clock().advance(Duration.ofSeconds(11));
        api().post("/api/auth/refresh", Login.refreshBody(spent));

        assertThat(letters(account.email(), 1).getFirst().getSubject()).isEqualTo("A sign-in of yours was ended");
    }

    private ApiClient.Answer ask(String email) {
        return api().post("/api/auth/password-resets", "{\"email\": \"" + email + "\"}");
    }

    private ApiClient.Answer replace(String token, String password) {
        return replace(api(), token, password);
    }

    private static ApiClient.Answer replace(ApiClient api, String token, String password) {
        return api.with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/api/auth/password",
                        BodyPublishers.ofString(
                                "{\"token\": \"" + token + "\", \"new_password\": \"" + password + "\"}"));
    }
}
