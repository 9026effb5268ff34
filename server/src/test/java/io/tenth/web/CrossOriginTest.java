package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a page of another site can make a person's browser do: nothing. */
@TestPropertySource(
        properties = {"tenth.test.quick-passwords=false", "tenth.web.cors-origins=https://app.firm.example"})
class CrossOriginTest extends ServerTest {

    private static final String OURS = "https://app.firm.example";
    private static final List<String> COOKIE_BORNE =
            List.of("/api/auth/login", "/api/auth/refresh", "/api/auth/logout", "/api/auth/logout-all");

    @Autowired
    private ApplicationContext server;

    private Account account;
    private ApiClient browser;

    /** A program that is a browser keeps to the rules of one: it cannot set these fields otherwise. */
    @BeforeEach
    void openBrowser() {
        account = newPerson();
        browser = api();
    }

    @Test
    void signsNobodyInOrOutForAPageOfAnotherSite() {
        for (var path : COOKIE_BORNE) {
            for (var foreign : List.of(
                    browser.with("Sec-Fetch-Site", "cross-site").with("Origin", "https://evil.example"),
                    browser.with("Sec-Fetch-Site", "same-site").with("Origin", "https://blog.firm.example"),
                    browser.with("Sec-Fetch-Site", "cross-site"),
                    browser.with("Origin", "https://evil.example"),
                    browser.with("Origin", "null"))) {
                var answer = foreign.post(path, credentials());

                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.text("/error/code")).isEqualTo("AUTHORIZATION_ERROR");
                assertThat(answer.header("Set-Cookie")).isEmpty();
            }
        }
    }

    @Test
    void takesNoFormAndNoTextThatLooksLikeJson() {
        for (var path : COOKIE_BORNE) {
            for (var type : List.of(
                    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense")) {
                var answer =
                        browser.with("Content-Type", type).send("POST", path, BodyPublishers.ofString(credentials()));

                assertThat(answer.status()).as(path + " " + type).isEqualTo(415);
            }
        }
        assertThat(api(account)
                        .with("Content-Type", "text/plain")
                        .send("PATCH", "/api/users/me", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void signsInThePagesAndProgramsThatMay() {
        for (var known : List.of(
                browser,
                browser.with("Sec-Fetch-Site", "same-origin").with("Origin", "http://127.0.0.1:" + port()),
                browser.with("Sec-Fetch-Site", "none"),
                browser.with("Sec-Fetch-Site", "cross-site").with("Origin", OURS),
                browser.with("Origin", "http://127.0.0.1:" + port()))) {
            assertThat(known.post("/api/auth/login", credentials()).status()).isEqualTo(200);
        }
    }

    @Test
    void changesNothingByReading() {
        var mine = api(account);
        mine.post("/api/mailboxes", "{\"name\": \"Sent\"}");
        var operations = server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var reads = operations.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000"))
                .toList();
        var person = browser(account);
        var rows = new Rows(database());
        var before = rows.of(account.id().value());
        for (var path : reads) {
            assertThat(mine.get(path).status()).isNotEqualTo(500);
            assertThat(person.get(path).status()).isNotEqualTo(500);
        }

        assertThat(reads).hasSizeGreaterThan(15);
        assertThat(rows.of(account.id().value())).isEqualTo(before);
    }

    @Test
    void answersThePreflightOfAnOriginThatIsNamed() {
        var answer = preflight(OURS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("idempotency-key");

        var read = api(account).with("Origin", OURS).get("/api/users/me");
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(read.header("Access-Control-Expose-Headers")).contains("RateLimit", "ETag", "Location");
        assertThat(read.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void allowsNoOriginThatOnlyLooksLikeIt() {
        for (var origin : List.of(
                "null",
                "https://evil.example",
                "https://app.firm.example.evil.example",
                "https://evilapp.firm.example",
                "https://sub.app.firm.example",
                "http://app.firm.example",
                "https://app.firm.example:8443",
                "https://APP.firm.example",
                "https://app.firm.example/",
                "*")) {
            var preflight = preflight(origin);
            var read = api(account).with("Origin", origin).get("/api/users/me");

            for (var answer : List.of(preflight, read)) {
                assertThat(answer.status()).as(origin).isEqualTo(403);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
                assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
                assertThat(answer.body()).doesNotContain(account.email());
            }
        }
    }

    /** Whoever can reach the server can send one: it is refused like any other, and is no fault of the server. */
    @Test
    void refusesAnOriginThatIsNone() {
        var here = "http://127.0.0.1:" + port();
        for (var origin : List.of(
                "http://a:b",
                here + ".evil",
                here + "@evil.example",
                here + "/",
                "http://[::1",
                "http://",
                "://",
                "",
                "http://a b",
                "http://127.0.0.1:99999999999")) {
            var asked = api(account).with("Origin", origin);
            for (var answer : List.of(
                    asked.get("/api/users/me"),
                    asked.with("Sec-Fetch-Site", "same-origin").get("/api/users/me"),
                    asked.post("/api/mailboxes", "{\"name\": \"Sent\"}"),
                    preflight(origin),
                    api().with("Origin", origin)
                            .with("Sec-Fetch-Site", "same-origin")
                            .with("Access-Control-Request-Method", "PATCH")
                            .send("OPTIONS", "/api/users/me", null))) {
                assertThat(answer.status()).as(origin).isEqualTo(403);
                assertThat(answer.text("/error/code")).isEqualTo("AUTHORIZATION_ERROR");
            }
        }
    }

    @Test
    void breaksNoPageByAnOriginThatIsNone() {
        for (var path : List.of("/sign-in", "/", "/openapi.json", "/health", "/assets/tenth.css")) {
            for (var method : List.of("GET", "OPTIONS")) {
                var answer = api().with("Origin", "http://a:b")
                        .with("Access-Control-Request-Method", "POST")
                        .send(method, path, null)
                        .status();
                assertThat(answer).as(method + " " + path).isLessThan(500);
            }
        }
    }

    /** A page that may use the tools may get its tokens; no other page may, nor read where they are to be had. */
    @Test
    void opensTheDoorsOfProgramsToTheOriginsThatAreNamed() {
        var program = "{\"redirect_uris\": [\"https://app.firm.example/back\"]}";
        for (var path : List.of("/oauth2/register", "/oauth2/token", "/oauth2/revoke")) {
            var ours = browser.with("Origin", OURS).with("Sec-Fetch-Site", "same-site");
            assertThat(ours.post(path, program).header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEqualTo(OURS);
            assertThat(ours.with("Access-Control-Request-Method", "POST")
                            .with("Access-Control-Request-Headers", "content-type")
                            .send("OPTIONS", path, null)
                            .status())
                    .as(path)
                    .isEqualTo(200);
            assertThat(browser.with("Origin", "https://evil.example")
                            .post(path, program)
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        var metadata = "/.well-known/oauth-authorization-server";
        assertThat(browser.with("Origin", OURS).get(metadata).header("Access-Control-Allow-Origin"))
                .isEqualTo(OURS);
        assertThat(browser.with("Origin", "https://evil.example").get(metadata).status())
                .isEqualTo(403);
        assertThat(browser.with("Sec-Fetch-Site", "cross-site")
                        .get("/oauth2/authorize?client_id=x")
                        .status())
                .isEqualTo(400);
    }

    private ApiClient.Answer preflight(String origin) {
        return api().with("Origin", origin)
                .with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization, content-type, if-match, idempotency-key")
                .send("OPTIONS", "/api/users/me", null);
    }

    private String credentials() {
        return "{\"email\": \"" + account.email() + "\", \"password\": \"" + PASSWORD + "\"}";
    }
}
