package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person sees where they are signed in, and ends it. */
class SessionApiTest extends ServerTest {

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void listsBrowsersAndPrograms() {
        browser(account);
        var login = Login.nativeWith(api().with("User-Agent", "Timer/1 \u00e9"), account.email(), PASSWORD);

        var sessions = api().withToken(login.text("/token"))
                .get("/api/users/me/sessions")
                .json()
                .at("/items");

        assertThat(sessions).hasSize(2);
        assertThat(sessions.at("/0/kind").asString()).isEqualTo("api");
        assertThat(sessions.at("/0/current").asBoolean()).isTrue();
        assertThat(sessions.at("/0/user_agent").asString()).startsWith("Timer/1");
        assertThat(sessions.at("/0/address").asString()).isEqualTo("127.0.0.1");
        assertThat(sessions.at("/1/kind").asString()).isEqualTo("browser");
        assertThat(sessions.at("/1/current").asBoolean()).isFalse();
    }

    @Test
    void listsPageByPageWhileSessionsComeAndGo() {
        var api = api(account);
        for (int i = 0; i < 3; i++) {
            clock().advance(Duration.ofSeconds(1));
            api = api(account);
        }
        var all = api.get("/api/users/me/sessions").json().at("/items");
        var first = api.get("/api/users/me/sessions?limit=2");
        api.delete("/api/users/me/sessions/" + first.text("/items/1/id"));
        api(account);

        var second = api.get("/api/users/me/sessions?limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(all).hasSize(4);
        assertThat(second.json().at("/items")).hasSize(2);
        assertThat(second.text("/items/0/id")).isEqualTo(all.at("/2/id").asString());
        assertThat(second.text("/items/1/id")).isEqualTo(all.at("/3/id").asString());
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
        assertThat(api.get("/api/users/me/sessions?cursor=x").status()).isEqualTo(422);
    }

    @Test
    void endsOneAtOnce() {
        var browser = browser(account);
        var stays = api(account);
        var goes = Login.nativeWith(api(), account.email(), PASSWORD);
        assertThat(browser.get("/").path()).isEqualTo("/");
        assertThat(api().withToken(goes.text("/token")).get("/api/users/me").status())
                .isEqualTo(200);

        StreamSupport.stream(
                        stays.get("/api/users/me/sessions").json().at("/items").spliterator(), false)
                .filter(session -> !session.at("/current").asBoolean())
                .map(SessionApiTest::path)
                .forEach(path -> assertThat(stays.delete(path).status()).isEqualTo(204));

        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
        assertThat(api().withToken(goes.text("/token")).get("/api/users/me").status())
                .isEqualTo(401);
        assertThat(api().post("/api/auth/refresh", Login.refreshBody(goes.text("/refresh_token")))
                        .status())
                .isEqualTo(401);
        assertThat(stays.get("/api/users/me").status()).isEqualTo(200);
    }

    @Test
    void signsOutHere() {
        var here = api(account);
        var there = api(account);
        assertThat(here.get("/api/users/me").status()).isEqualTo(200);

        assertThat(here.post("/api/auth/logout").status()).isEqualTo(204);

        assertThat(here.get("/api/users/me").status()).isEqualTo(401);
        assertThat(there.get("/api/users/me").status()).isEqualTo(200);
    }

    @Test
    void signsOutEverywhere() {
        var browser = browser(account);
        var here = api(account);
        var there = api(account);
        assertThat(there.get("/api/users/me").status()).isEqualTo(200);

        assertThat(here.post("/api/auth/logout-all").status()).isEqualTo(204);

        assertThat(here.get("/api/users/me").status()).isEqualTo(401);
        assertThat(there.get("/api/users/me").status()).isEqualTo(401);
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
    }

    private static String path(JsonNode session) {
        return "/api/users/me/sessions/" + session.at("/id").asString();
    }
}
