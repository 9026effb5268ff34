package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's own account and password. */
class UserApiTest extends ServerTest {

    private static final String NEW_PASSWORD = "Another-horse-8-stable";

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void takesNoRegistrationUnlessThatIsOpen() {
        var answer = api().post(
                        "/api/auth/register",
                        "{\"email\": \"a@firm.example\", \"full_name\": \"Ada\", \"password\": \"" + PASSWORD + "\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/error/message")).startsWith("Registration is closed here.");
    }

    @Test
    void changesNameAndZone() {
        var changed = api.patch("/api/users/me", "{\"full_name\": \" Ada \", \"time_zone\": \"Asia/Tokyo\"}");

        assertThat(changed.text("/full_name")).isEqualTo("Ada");
        assertThat(api.patch("/api/users/me", "{}").text("/time_zone")).isEqualTo("Asia/Tokyo");
        assertThat(api.get("/api/users/me").text("/full_name")).isEqualTo("Ada");
        for (var wrong : new String[] {
            "{\"full_name\": \"A\"}",
            "{\"full_name\": null}",
            "{\"time_zone\": \"+03:00\"}",
            "{\"time_zone\": \"Mars\"}",
            "{\"role\": \"admin\"}",
            "{\"email\": \"b@firm.example\"}",
            "{\"disabled\": false}"
        }) {
            assertThat(api.patch("/api/users/me", wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void refusesAChangeToAnAccountThatHasMovedOn() {
        var seen = api.get("/api/users/me").header("ETag");
        api.patch("/api/users/me", "{\"full_name\": \"First\"}");

        assertThat(api.with("If-Match", seen)
                        .patch("/api/users/me", "{\"full_name\": \"Second\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.get("/api/users/me").text("/full_name")).isEqualTo("First");
        assertThat(api.with("If-Match", "\"1\", " + api.get("/api/users/me").header("ETag"))
                        .patch("/api/users/me", "{\"full_name\": \"Third\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesThePasswordAndEndsEverythingElse() {
        var browser = browser(account);
        var other = Login.nativeWith(api(), account.email(), PASSWORD);
        assertThat(api().withToken(other.text("/token")).get("/api/users/me").status())
                .isEqualTo(200);

        assertThat(change(PASSWORD, NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(api.get("/api/users/me").status()).isEqualTo(200);
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
        assertThat(api().withToken(other.text("/token")).get("/api/users/me").status())
                .isEqualTo(401);
        assertThat(api().post("/api/auth/refresh", Login.refreshBody(other.text("/refresh_token")))
                        .status())
                .isEqualTo(401);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(Login.with(api(), account.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void givesWhoeverHoldsAStrangersSessionFiveGuessesAtThePassword() {
        for (var guess = 0; guess < 5; guess++) {
            assertThat(change("Wrong-password-1", NEW_PASSWORD).status()).isEqualTo(422);
        }

        assertThat(change(PASSWORD, NEW_PASSWORD).status()).isEqualTo(422);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesAWeakNewPassword() {
        assertThat(change(PASSWORD, "weak").status()).isEqualTo(422);
        assertThat(change(PASSWORD, "Nul-in-it-1\\u0000").status()).isEqualTo(422);
    }

    private ApiClient.Answer change(String current, String wanted) {
        return api.post(
                "/api/users/me/password",
                "{\"current_password\": \"" + current + "\", \"new_password\": \"" + wanted + "\"}");
    }
}
