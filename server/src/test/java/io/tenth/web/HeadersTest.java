package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** The headers of every answer, and what a request's id may be. */
@ExtendWith(OutputCaptureExtension.class)
class HeadersTest extends ServerTest {

    @Test
    void protectTheBrowserOnEveryAnswer() {
        var api = api(newPerson());

        var answers = List.of(
                api.get("/api/users/me"),
                api().get("/api/users/me"),
                api.get("/api/nothing"),
                api.get("/api/proposals/none"),
                api.post("/api/users/me"),
                api.post("/api/mailboxes", "{"),
                api.with("Content-Type", "text/plain").post("/api/mailboxes"),
                api.with("Accept", "image/png").get("/api/users/me"),
                api.get("/api/users;x=1/me"),
                api.get("/api/%2e%2e/%2e%2e/etc"),
                api.send("PROPFIND", "/api/users/me", null),
                api().get("/"),
                api().get("/error"),
                api().get("/assets/none.css"),
                api().get("/health"),
                api().get("/metrics"));

        assertThat(answers).allSatisfy(HeadersTest::assertProtected);
    }

    @Test
    void protectTheBrowserFromFilesThatItKeeps() {
        var file = api().get("/assets/mark.svg");

        assertThat(file.status()).isEqualTo(200);
        assertHarmless(file);
    }

    @Test
    void returnAHarmlessRequestId() {
        assertThat(api().with("X-Request-ID", "check-7.a_B")
                        .get("/api/users/me")
                        .header("X-Request-ID"))
                .isEqualTo("check-7.a_B");
    }

    @Test
    void replaceARequestIdThatIsNot() {
        for (var harmful : List.of("a b", "a\"b", "<x>", "%0d%0aSet-Cookie: x=1", "x".repeat(65), "{}", "a\tb")) {
            var answer = api().with("X-Request-ID", harmful).get("/api/users/me");

            assertThat(UUID.fromString(answer.header("X-Request-ID"))).isNotNull();
            assertThat(answer.text("/meta/request_id")).isEqualTo(answer.header("X-Request-ID"));
        }
    }

    @Test
    void letNoControlCharacterOfARequestIdIntoTheLog() throws Exception {
        for (var harmful : List.of("a\r\nb", "a\nb", "a\u001b[31m", "a\u0000", "\u2028")) {
            var request = new MockHttpServletRequest("GET", "/api/users/me");
            request.addHeader("X-Request-ID", harmful);

            new RequestIds()
                    .doFilter(
                            request,
                            new MockHttpServletResponse(),
                            (served, answer) -> assertThat(UUID.fromString(MDC.get(RequestIds.KEY)))
                                    .isNotNull());
        }
    }

    @Test
    void logOneValidObjectALine(CapturedOutput output) {
        MDC.put(RequestIds.KEY, "r-1");
        LoggerFactory.getLogger("evil")
                .warn("first\r\nsecond \"}{ \u001b[31m \u0000", new IllegalStateException("a\nb"));
        MDC.remove(RequestIds.KEY);

        var lines = output.getOut()
                .lines()
                .filter(line -> line.contains("\"evil\""))
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at("/message").asString()).startsWith("first\r\nsecond");
        assertThat(lines.getFirst().at("/request_id").asString()).isEqualTo("r-1");
        assertThat(output.getOut()).doesNotContain("\u001b[31m");
    }

    private static void assertProtected(ApiClient.Answer answer) {
        assertHarmless(answer);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    private static void assertHarmless(ApiClient.Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Request-ID")).isNotEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }
}
