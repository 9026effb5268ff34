package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryPagesTest extends OpenServerTest {

    private static final String NEW_PASSWORD = "Another-horse-8-stable";

    @Test
    void letSomebodyBackIn() {
        var account = newPerson();
        var browser = browser();
        assertThat(browser.get("/sign-in").body()).contains("href=\"/forgot-password\"");
        browser.get("/forgot-password");
        assertThat(browser.post("/forgot-password", Map.of("email", account.email()))
                        .text())
                .contains("If the address has an account");
        var token = token(letters(account.email(), 1).getFirst());
        browser.get("/reset-password");

        var weak = browser.post("/reset-password", Map.of("token", token, "password", "weak"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("value=\"" + token + "\"");
        assertThat(browser.post("/reset-password", Map.of("token", token, "password", NEW_PASSWORD))
                        .path())
                .isEqualTo("/sign-in");

        assertThat(Login.with(api(), account.email(), NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(browser.post("/reset-password", Map.of("token", token, "password", NEW_PASSWORD))
                        .text())
                .contains("There is no such link");
    }
}
