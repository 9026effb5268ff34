package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cookies behind a proxy that speaks HTTPS: nobody plants one, and no script reads one. */
class CookieTest extends ServerTest {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void areBoundToTheHostAndToASecureConnection() {
        var cookies = Stream.of(https().get("/sign-in"), signIn(""), Login.with(https(), account.email(), PASSWORD))
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(cookies.stream().map(cookie -> cookie.replaceAll("=.*", "")))
                .contains("__Host-tenth", "__Host-tenth-form", "__Host-tenth-refresh", "__Host-tenth-device");
        assertThat(cookies)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/")
                        .doesNotContainIgnoringCase("domain="));
    }

    @Test
    void areNotTakenUnderANameThatASiblingHostCanSet() {
        var session = Login.cookie(signIn(""), "__Host-tenth");
        var refresh = Login.cookie(Login.with(https(), account.email(), PASSWORD), "__Host-tenth-refresh");

        assertThat(https().with("Cookie", session).get("/").status()).isEqualTo(200);
        assertThat(https().with("Cookie", unbound(session)).get("/").status()).isEqualTo(302);
        assertThat(https().with("Cookie", unbound(refresh))
                        .post("/api/auth/refresh")
                        .status())
                .isEqualTo(401);
        assertThat(https().with("Cookie", refresh).post("/api/auth/refresh").status())
                .isEqualTo(200);
    }

    @Test
    void areNewAtEverySignInWhateverTheBrowserCameWith() {
        var planted = List.of("__Host-tenth=planted-by-somebody", Login.cookie(signIn(""), "__Host-tenth"));

        for (var cookie : planted) {
            var given = Login.cookie(signIn(cookie), "__Host-tenth");

            assertThat(given).isNotIn(planted);
            assertThat(https().with("Cookie", given).get("/").status()).isEqualTo(200);
        }
        assertThat(https().with("Cookie", planted.getFirst()).get("/").status()).isEqualTo(302);
    }

    private ApiClient.Answer signIn(String cookie) {
        var form = https().with("Cookie", cookie).get("/sign-in");
        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        var forgery = Login.cookie(form, "__Host-tenth-form");
        return https().with("Cookie", cookie.isEmpty() ? forgery : forgery + "; " + cookie)
                .with("X-XSRF-TOKEN", token.group(1))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "/sign-in",
                        BodyPublishers.ofString(
                                "email=" + encoded(account.email()) + "&password=" + encoded(PASSWORD)));
    }

    private ApiClient https() {
        return api().with("X-Forwarded-Proto", "https");
    }

    private static String unbound(String cookie) {
        return cookie.replace("__Host-", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
