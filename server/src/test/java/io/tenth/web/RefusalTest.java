package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ApiClient;
import io.tenth.RawClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/** How the API says no: always in one form, and naming the field on which a body broke. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest extends ServerTest {

    @Autowired
    private JsonMapper json;

    private ApiClient api;

    @BeforeAll
    void signIn() {
        Account account = newPerson();
        api = api(account);
    }

    @Test
    void hasOneFormWhereverARequestFails() {
        assertRefused(api.get("/api/nothing"), 404, "NOT_FOUND");
        assertRefused(api.get("/api"), 404, "NOT_FOUND");
        assertRefused(api.get("/api/proposals/7"), 404, "NOT_FOUND");
        assertRefused(api.get("/api/proposals/00000000-0000-0000-0000-000000000000"), 404, "NOT_FOUND");
        assertRefused(api().get("/api/nothing"), 401, "AUTHENTICATION_ERROR");
        assertRefused(api.delete("/api/users/me"), 405, "METHOD_NOT_ALLOWED");
        assertRefused(api().get("/api/auth/login"), 401, "AUTHENTICATION_ERROR");
        assertRefused(api.with("Accept", "text/html").get("/api/users/me"), 406, "NOT_ACCEPTABLE");
        assertRefused(
                api.with("Content-Type", "text/plain")
                        .send("POST", "/api/mailboxes", BodyPublishers.ofString("{\"name\": \"x\"}")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(api.get("/api/users;a=b/me"), 400, "BAD_REQUEST");
        assertRefused(api.send("PROPFIND", "/api/users/me", null), 400, "BAD_REQUEST");
        assertRefused(api.get("/api/%2e%2e/%2e%2e/etc"), 400, "BAD_REQUEST");
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        assertThat(api.delete("/api/users/me").header("Allow")).contains("GET");
    }

    @Test
    void boundsABodyWhoseLengthIsKnownAndOneWhoseIsNot() {
        var large = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";

        assertRefused(api.post("/api/mailboxes", large), 413, "CONTENT_TOO_LARGE");
        assertRefused(
                api.with("Content-Type", "application/json")
                        .send(
                                "POST",
                                "/api/mailboxes",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))),
                413,
                "CONTENT_TOO_LARGE");
    }

    @Test
    void unpacksNoCompressedBody() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10 << 20]);
        }

        for (var coding : List.of("gzip", "GZIP", "deflate", "br", "gzip, identity")) {
            for (var path : List.of("/api/mailboxes", "/api/auth/login", "/api/mailboxes/1/files")) {
                var answer = api.with("Content-Encoding", coding)
                        .with("Content-Type", "application/json")
                        .send("POST", path, BodyPublishers.ofByteArray(packed.toByteArray()));
                assertRefused(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
            }
        }
    }

    @Test
    void survivesBodiesThatAreDeepLongOrLarge() {
        assertInvalid("{\"name\":".repeat(10_000) + "1" + "}".repeat(10_000), "name");
        assertInvalid("{\"name\": " + "9".repeat(100_000) + "}", "body");
        assertInvalid("{\"name\": 1e999999999}", "name");
        assertInvalid("{\"" + "x".repeat(60_000) + "\": 1}", "body");
        assertThat(RawClient.to(port())
                        .say("POST /api/mailboxes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                                + (50 << 20) + "\r\n\r\n[")
                        .text())
                .startsWith("HTTP/1.1 413 ")
                .contains("CONTENT_TOO_LARGE");
    }

    /** The bodies above would be refused for their types as well; what reads them gives up before it gets there. */
    @Test
    void readsNoJsonThatIsDeeperThanAnyOfOurs() {
        assertThat(json.readTree("[".repeat(50) + "]".repeat(50)).isArray()).isTrue();
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> json.readTree("[".repeat(51) + "]".repeat(51)));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid("{\"name\": \"a\", \"role\": \"admin\"}", "role");
        assertInvalid("{\"name\": 7}", "name");
        assertInvalid("{\"name\": true}", "name");
        assertInvalid("{\"name\": {}}", "name");
        assertInvalid("{\"name\": null}", "name");
        assertInvalid("{}", "name");
        assertInvalid("{\"name\": \"a\", \"name\": \"b\"}", "name");
    }

    @Test
    void namesTheFieldThatARuleRefuses() {
        var title = "{\"title\": \"x\"";
        var entry = "{\"date_performed\": \"2026-03-10\"";
        var token = "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"x\"";
        for (var refused : List.of(
                new Broken("/api/tasks", "{\"title\": \"" + "x".repeat(201) + "\"}", "title"),
                new Broken("/api/tasks", title + ", \"description\": \"\\u0000\"}", "description"),
                new Broken("/api/tasks", title + ", \"due_date\": \"1066-10-14\"}", "due_date"),
                new Broken("/api/tasks", title + ", \"tags\": [\"a,b\"]}", "tags"),
                new Broken("/api/tasks", title + ", \"estimated_hours\": -1}", "estimated_hours"),
                new Broken("/api/time-entries", entry + ", \"duration\": \"soon\"}", "duration"),
                new Broken(
                        "/api/time-entries",
                        "{\"date_performed\": \"2999-03-10\", \"duration\": \"1h\"}",
                        "date_performed"),
                new Broken(
                        "/api/time-entries",
                        "{\"start_time\": \"2026-03-10T10:00:00Z\", \"end_time\": \"2026-03-10T09:00:00Z\"}",
                        "end_time"),
                new Broken("/api/users/me/tokens", token + ", \"scopes\": [\"all\"]}", "scopes"),
                new Broken(
                        "/api/users/me/tokens",
                        token + ", \"scopes\": [\"time:read\"], \"expires_at\": \"2999-01-01T00:00:00Z\"}",
                        "expires_at"),
                new Broken(
                        "/api/users/me/password",
                        "{\"current_password\": \"" + PASSWORD + "\", \"new_password\": \"weak\"}",
                        "new_password"))) {
            var answer = api.post(refused.path(), refused.body());
            assertRefused(answer, 422, "VALIDATION_ERROR");
            assertThat(details(answer)).as(refused.body()).isEqualTo(refused.field());
            assertThat(answer.text("/error/details/" + refused.field())).isEqualTo(answer.text("/error/message"));
        }
        assertThat(details(api.patch("/api/users/me", "{\"full_name\": \"x\"}")))
                .isEqualTo("full_name");
        assertThat(details(api.get("/api/tasks?status=open"))).isEqualTo("status");
        assertThat(details(api.get("/api/tasks?limit=0"))).isEqualTo("limit");
    }

    private record Broken(String path, String body, String field) {}

    @Test
    void namesTheWordsOfAChoice() {
        assertThat(api.post("/api/tasks", "{\"title\": \"x\", \"status\": \"Todo\"}")
                        .text("/error/details/status"))
                .as("in no other case")
                .isEqualTo("is one of todo, in_progress, done, archived");
        assertThat(api.get("/api/tasks?priority=HIGH").text("/error/details/priority"))
                .isEqualTo("The priority is one of low, medium, high, urgent.");
        assertThat(api.post("/api/tasks", "{\"title\": \"x\", \"status\": \"open\"}")
                        .text("/error/details/status"))
                .isEqualTo("is one of todo, in_progress, done, archived");
        assertThat(api.patch("/api/proposals/00000000-0000-0000-0000-000000000000", "{\"entry_type\": \"sleep\"}")
                        .text("/error/details/entry_type"))
                .isEqualTo("is one of call, meeting, research, drafting, review, travel, other");
    }

    @Test
    void namesTheBodyWhereItIsNoJson() {
        assertInvalid("", "body");
        assertInvalid("{\"name\": \"a\"", "body");
        assertInvalid("{\"name\": \"a\"} {}", "body");
        assertInvalid("{\"name\": \"a\"} x", "body");
        assertInvalid("[]", "body");
        assertInvalid("null", "body");
        assertInvalid("{'name': 'a'}", "body");
        assertInvalid("[".repeat(10_000), "body");
    }

    @Test
    void namesTheItemOfAList() {
        assertThat(details(api.post("/api/proposals/acceptances", "{\"ids\": [\"x\"]}")))
                .isEqualTo("ids[0]");
        assertThat(details(api.post("/api/proposals/acceptances", "{\"ids\": [null]}")))
                .startsWith("ids");
        assertThat(api.post("/api/proposals/acceptances", "{\"ids\": []}").status())
                .isEqualTo(422);
    }

    @Test
    void takesNoTextForANumberAndNoNumberForADay() {
        for (var body : new String[] {
            "{\"duration_minutes\": \"60\"}",
            "{\"duration_minutes\": 60.5}",
            "{\"duration_minutes\": 1e400}",
            "{\"duration_minutes\": null}",
            "{\"billable\": \"true\"}",
            "{\"billable\": 1}",
            "{\"entry_type\": 0}",
            "{\"entry_type\": \"sleep\"}",
            "{\"date_performed\": 20260310}",
            "{\"date_performed\": \"2026-02-30\"}",
            "{\"matter_id\": 7}",
            "{\"user_id\": \"00000000-0000-0000-0000-000000000000\"}",
            "{\"state\": \"accepted\"}"
        }) {
            var answer = api.patch("/api/proposals/00000000-0000-0000-0000-000000000000", body);
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(body).contains("\"" + details(answer) + "\"");
        }
    }

    @Test
    void refusesWhatNoColumnHolds() {
        for (var name : new String[] {"", " ", "a\\u0000b", "\\ud800", "a\\nb", "x".repeat(201)}) {
            assertThat(api.post("/api/mailboxes", "{\"name\": \"" + name + "\"}")
                            .status())
                    .as(name)
                    .isEqualTo(422);
        }
        for (var email : new String[] {"a\\u0000b@firm.example", "\\ud800@firm.example", ""}) {
            assertThat(api().post("/api/auth/login", "{\"email\": \"" + email + "\", \"password\": \"Wrong-1x\"}")
                            .status())
                    .as(email)
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesQueriesThatMeanNothing() {
        for (var query : new String[] {
            "/api/proposals?limit=1000000000",
            "/api/proposals?limit=0",
            "/api/proposals?limit=ten",
            "/api/proposals?state=open",
            "/api/proposals?cursor=x",
            "/api/proposals?cursor=%2B999999999-01-01_00000000-0000-0000-0000-000000000000",
            "/api/proposals?state=proposed'%20OR%20'1'='1",
            "/api/mailboxes?cursor=x",
            "/api/time-entries?from=yesterday",
            "/api/time-entries?from=03/10/2026",
            "/api/time-entries?from=2026-03-11&to=2026-03-10",
            "/api/time-entries?from=%2B999999999-12-31",
            "/api/time-entries?to=-999999999-01-01",
            "/api/analytics/dashboard?start=2020-01-01&end=2026-01-01"
        }) {
            assertThat(api.get(query).status()).as(query).isEqualTo(422);
        }
    }

    @Test
    void refusesAnUploadWithoutAFile() {
        var mailbox = api.post("/api/mailboxes", "{\"name\": \"Sent\"}").text("/id");
        var files = "/api/mailboxes/" + mailbox + "/files";

        assertThat(api.with("Content-Type", "application/mbox").post(files).status())
                .isEqualTo(422);
        assertThat(api.with("Content-Type", "application/pdf").post(files).status())
                .isEqualTo(415);
    }

    private void assertInvalid(String body, String field) {
        var answer = api.post("/api/mailboxes", body);
        assertRefused(answer, 422, "VALIDATION_ERROR");
        assertThat(details(answer)).as(body).isEqualTo(field);
    }

    /** The one field that an answer names. */
    private static String details(ApiClient.Answer answer) {
        return String.join(" ", answer.json().at("/error/details").propertyNames());
    }

    private static void assertRefused(ApiClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().at("/success").asBoolean(true)).isFalse();
        assertThat(answer.text("/error/code")).isEqualTo(code);
        assertThat(answer.text("/error/message")).isNotEmpty();
        assertThat(answer.json().at("/error/details").isObject()).isTrue();
        assertThat(answer.text("/meta/request_id")).isEqualTo(answer.header("X-Request-ID"));
        assertThat(Instant.parse(answer.text("/meta/timestamp"))).isNotNull();
        assertThat(answer.body()).doesNotContain("io.tenth", "springframework", "Exception", "SELECT");
    }
}
