package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.RawClient;
import io.tenth.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests of which two servers could see different ends. Whoever smuggles one through a proxy gets at most one answer, and the
 * connection ends: what was hidden behind is never served.
 */
class SmugglingTest extends ServerTest {

    private static final String HIDDEN = "GET /assets/mark.svg HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String JSON = "Content-Type: application/json\r\n";

    static List<String> formsOfWhichTheEndIsUnclear() {
        return List.of(
                post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "2\r\n{}\r\n0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n", "{}" + HIDDEN),
                post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: identity, chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n", "0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding : chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding:\u000bchunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + HIDDEN),
                post("X: y\rTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + HIDDEN),
                post("X: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + HIDDEN),
                post("Content-Length: 5\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\nContent-Length: 60\r\n", "0\r\n\r\n" + HIDDEN),
                post("Content-Length: 2\r\nContent-Length: 60\r\n", "{}" + HIDDEN),
                post("Content-Length: +2\r\n", "{}" + HIDDEN),
                post("Content-Length: 2, 2\r\n", "{}" + HIDDEN),
                post("Content-Length: 0x2\r\n", "{}" + HIDDEN),
                post("Content-Length: -1\r\n", HIDDEN),
                post("Transfer-Encoding: chunked\r\n", "-1\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\r\n", "0x0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\r\n", "ffffffffffffffff0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\r\n", "2;a=\n\r\n{}\r\n0\r\n\r\n" + HIDDEN),
                post("Transfer-Encoding: chunked\r\n", "2\n{}\n0\n\n" + HIDDEN));
    }

    @ParameterizedTest
    @MethodSource("formsOfWhichTheEndIsUnclear")
    void servesNothingThatWasHiddenBehindARequest(String request) {
        var said = RawClient.to(port()).say(request);

        assertThat(said.answers()).isLessThanOrEqualTo(1);
        assertThat(said.text()).doesNotContain("<svg");
        assertThat(said.ended()).isTrue();
    }

    @Test
    void servesOneRequestAfterAnotherWhereTheEndIsClear() {
        var said = RawClient.to(port())
                .say(post("Content-Length: 2\r\n", "{}") + HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(said.answers()).isEqualTo(2);
        assertThat(said.text()).contains("<svg");
    }

    /** Nothing is told apart differently by another version in front of this one: no other is spoken. */
    @Test
    void speaksNoNewerHttp() {
        var preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
        var upgrade = HIDDEN.replace(
                "\r\n\r\n",
                "\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
        var said = RawClient.to(port()).say(preface);

        assertThat(said.ended()).isTrue();
        assertThat(said.text()).matches("(?s)(HTTP/1.1 (400|505) .*)?");
        assertThat(RawClient.to(port()).say(upgrade).text()).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesARequestWithoutAHostOrWithTwo() {
        for (var head : List.of(
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHo\u0000st: a\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n")) {
            assertThat(RawClient.to(port()).say(head).text()).as(head).matches("(?s)HTTP/1.1 (400|505) .*");
        }
    }

    private static String post(String fields, String body) {
        return "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\n" + JSON + fields + "\r\n" + body;
    }
}
