package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program stays signed in, and a stolen token is found out. */
class RefreshTest extends ServerTest {

    private static final int TABS = 20;

    private final Rows rows = new Rows(database());
    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void givesANewPairForTheToken() {
        var first = Login.nativeWith(api(), account.email(), PASSWORD);
        clock().advance(Duration.ofMinutes(14));

        var second = renew(first.text("/refresh_token"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/refresh_token")).isNotEmpty().isNotEqualTo(first.text("/refresh_token"));
        assertThat(second.json().at("/expires_in").asInt()).isEqualTo(900);
        clock().advance(Duration.ofMinutes(2));
        assertThat(me(first)).isEqualTo(401);
        assertThat(me(second)).isEqualTo(200);
    }

    @Test
    void endsTheSessionWhenASpentTokenComesBack() {
        var first = Login.nativeWith(api(), account.email(), PASSWORD);
        var second = renew(first.text("/refresh_token"));
        clock().advance(Duration.ofSeconds(11));

        assertThat(renew(first.text("/refresh_token")).status()).isEqualTo(401);

        assertThat(renew(second.text("/refresh_token")).status()).isEqualTo(401);
        assertThat(me(second)).isEqualTo(401);
        assertThat(rows.operations(account.id().value())).contains("session.reuse_detected");
    }

    @Test
    void endsTheSessionWhenATokenComesBackThatWasSpentTwoTimesAgo() {
        var first = Login.nativeWith(api(), account.email(), PASSWORD);
        var second = renew(first.text("/refresh_token"));
        var third = renew(second.text("/refresh_token"));

        assertThat(renew(first.text("/refresh_token")).status()).isEqualTo(401);
        assertThat(renew(third.text("/refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void leavesTheOtherSessionsOfThePersonAlone() {
        var stolen = Login.nativeWith(api(), account.email(), PASSWORD);
        var other = Login.nativeWith(api(), account.email(), PASSWORD);
        renew(stolen.text("/refresh_token"));
        clock().advance(Duration.ofSeconds(11));
        renew(stolen.text("/refresh_token"));

        assertThat(me(other)).isEqualTo(200);
        assertThat(renew(other.text("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void givesTabsThatRenewAtOnceOneSuccessor() throws Exception {
        var token = Login.nativeWith(api(), account.email(), PASSWORD).text("/refresh_token");
        var start = new CountDownLatch(1);
        Callable<ApiClient.Answer> tab = () -> {
            start.await();
            return renew(token);
        };

        var answers = new ArrayList<ApiClient.Answer>();
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var renewals = new ArrayList<Future<ApiClient.Answer>>();
            for (var number = 0; number < TABS; number++) {
                renewals.add(tabs.submit(tab));
            }
            start.countDown();
            for (var renewal : renewals) {
                answers.add(renewal.get());
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(me(answer)).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.text("/refresh_token")).distinct())
                .hasSize(1);
        assertThat(renew(answers.getFirst().text("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void takesNothingButARefreshTokenThatIsGood() {
        var tokens = Login.nativeWith(api(), account.email(), PASSWORD);

        for (var wrong : new String[] {tokens.text("/token"), "", "x", "a.b.c", "x".repeat(20_000)}) {
            assertThat(renew(wrong).status()).as(wrong).isEqualTo(401);
        }
        assertThat(api().post("/api/auth/refresh").status()).isEqualTo(401);
        clock().advance(Duration.ofDays(7));
        assertThat(renew(tokens.text("/refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void keepsTheTokenOfAScriptInACookie() {
        var login = Login.with(api(), account.email(), PASSWORD);
        assertThat(login.json().has("refresh_token")).isFalse();

        var renewed = api().with("Cookie", Login.cookie(login, "tenth-refresh")).post("/api/auth/refresh");

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.json().has("refresh_token")).isFalse();
        assertThat(Login.cookie(renewed, "tenth-refresh")).isNotEqualTo(Login.cookie(login, "tenth-refresh"));
        assertThat(Login.setCookie(Login.nativeWith(api(), account.email(), PASSWORD), "tenth-refresh"))
                .isEmpty();
    }

    @Test
    void signsOutByTheCookieWhenTheAccessTokenHasRunOut() {
        var login = Login.with(api(), account.email(), PASSWORD);
        var cookie = Login.cookie(login, "tenth-refresh");
        clock().advance(Duration.ofMinutes(20));

        var out = api().with("Cookie", cookie).withToken(login.text("/token")).post("/api/auth/logout");

        assertThat(out.status()).isEqualTo(204);
        assertThat(Login.setCookie(out, "tenth-refresh").orElseThrow()).contains("Max-Age=0");
        assertThat(api().with("Cookie", cookie).post("/api/auth/refresh").status())
                .isEqualTo(401);
        assertThat(api().post("/api/auth/logout").status()).isEqualTo(401);
    }

    private ApiClient.Answer renew(String refreshToken) {
        return api().post("/api/auth/refresh", Login.refreshBody(refreshToken));
    }

    private int me(ApiClient.Answer tokens) {
        return api().withToken(tokens.text("/token")).get("/api/users/me").status();
    }
}
