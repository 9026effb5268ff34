package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing passwords ends after five, and the owner of the account goes on working. */
class LockoutTest extends ServerTest {

    private static final int FIVE = 5;

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void locksAfterFiveWrongPasswordsForAQuarterOfAnHour() {
        var wrong = guess(FIVE);

        var locked = Login.with(api(), account.email(), PASSWORD);
        assertThat(locked.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(withoutMeta(locked)).isEqualTo(withoutMeta(wrong));

        clock().advance(Duration.ofSeconds(14 * 60 + 55));
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);

        clock().advance(Duration.ofSeconds(10));
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void beginsToCountAnewAfterASignIn() {
        guess(FIVE - 1);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
        guess(FIVE - 1);

        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void locksAnAddressWithoutAnAccountLikeAnyOther() {
        var unknown = Login.with(api(), "nobody-" + account.email(), PASSWORD);
        var wrong = guess(1);

        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(withoutMeta(unknown)).isEqualTo(withoutMeta(wrong));
    }

    @Test
    void leavesTheOwnersSessionsAlone() {
        var browser = browser(account);
        var api = api(account);
        guess(FIVE);

        assertThat(browser.get("/").path()).isEqualTo("/");
        assertThat(api.get("/api/users/me").status()).isEqualTo(200);
        assertThat(api.post("/api/mailboxes", "{\"name\": \"Mine\"}").status()).isEqualTo(201);
    }

    @Test
    void letsTheOwnerInFromADeviceThatWasLetInBefore() {
        var device = Login.cookie(Login.with(api(), account.email(), PASSWORD), "tenth-device");
        guess(FIVE);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);

        assertThat(Login.with(api().with("Cookie", device), account.email(), PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void countsTheGuessesFromAKnownDeviceToo() {
        var device = api().with("Cookie", Login.cookie(Login.with(api(), account.email(), PASSWORD), "tenth-device"));
        for (var guess = 0; guess < FIVE; guess++) {
            Login.with(device, account.email(), "Wrong-password-1");
        }

        assertThat(Login.with(device, account.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void recognisesNoDeviceThatAnotherAccountKnows() {
        var device = Login.cookie(Login.with(api(), newPerson().email(), PASSWORD), "tenth-device");
        guess(FIVE);

        for (var mark : List.of(device, "tenth-device=x.y", "tenth-device=", "tenth-device=" + "x".repeat(500))) {
            assertThat(Login.with(api().with("Cookie", mark), account.email(), PASSWORD)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void countsAllSpellingsOfAnAddressTogether() {
        var name = account.email().substring(0, account.email().indexOf('@'));
        for (var spelling : List.of(
                account.email().toUpperCase(Locale.ROOT),
                name + "+work@firm.example",
                account.email() + ".",
                "\uff50" + account.email().substring(1),
                " " + account.email())) {
            assertThat(Login.with(api(), spelling, "Wrong-password-1").status()).isEqualTo(401);
        }

        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void isNotOutrunByGuessesAtTheSameTime() throws Exception {
        Callable<ApiClient.Answer> guess = () -> Login.with(api(), account.email(), "Wrong-password-1");
        try (var guesses = Executors.newVirtualThreadPerTaskExecutor()) {
            guesses.invokeAll(Stream.generate(() -> guess).limit(50).toList());
        }

        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);
    }

    private ApiClient.Answer guess(int times) {
        return Stream.generate(() -> Login.with(api(), account.email(), "Wrong-password-1"))
                .limit(times)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String withoutMeta(ApiClient.Answer answer) {
        return answer.json().at("/error").toString();
    }
}
