package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.RawClient;
import io.tenth.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that is trusted: its word counts, and not what its client put before it. */
class ForwardedTest extends ServerTest {

    @Test
    void countsByTheAddressThatTheProxySawWhateverItsClientClaimed() {
        var first = left(throughProxy("198.51.100.1, 203.0.113.9"));
        var second = left(throughProxy("198.51.100.2, 203.0.113.9"));
        var elsewhere = left(throughProxy("203.0.113.9, 198.51.100.3"));

        assertThat(second).isEqualTo(first - 1);
        assertThat(elsewhere).isGreaterThan(second);
    }

    @Test
    void countsANetworkOfVersionSixAsOneCaller() {
        var first = left(throughProxy("2001:db8:7:1::1"));

        assertThat(left(throughProxy("2001:db8:7:1:ffff::2"))).isEqualTo(first - 1);
        assertThat(left(throughProxy("2001:db8:7:2::1"))).isEqualTo(first);
    }

    @Test
    void takesNoAddressFromAClientIntoLinksOrRedirects() {
        var forged = api(newPerson())
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Port", "666")
                .with("X-Forwarded-Prefix", "/evil")
                .with("Forwarded", "host=evil.example;proto=https;for=6.6.6.6");

        var made = forged.post("/api/mailboxes", "{\"name\": \"Sent\"}");

        assertThat(made.header("Location")).startsWith("/api/mailboxes/");
        for (var answer : List.of(made, forged.get("/sign-in"), forged.get("/"), forged.get("/join"))) {
            assertThat(answer.body() + answer.headers().map()).doesNotContain("evil");
        }
        assertThat(RawClient.to(port())
                        .say("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .text())
                .contains("Location: /sign-in")
                .doesNotContain("evil");
    }

    /** A browser on this machine is where a proxy would be: a page under a name that leads here may send what one sends. */
    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/oauth2/register", "/.well-known/oauth-authorization-server"})
    void takesNoNameFromWhomeverAsksUnderAnother(String path) {
        assertThat(statusOf(path, "evil.example:8080", "localhost")).startsWith("HTTP/1.1 403");
        assertThat(statusOf(path, "localhost:8080", "evil.example")).startsWith("HTTP/1.1 403");
        for (var own : List.of("localhost:8080", "127.0.0.1", "[::1]:8080")) {
            assertThat(statusOf(path, own, "localhost")).as(own).doesNotStartWith("HTTP/1.1 403");
        }
    }

    /** Without a name, tokens would go about the network in the open. */
    @Test
    void connectsProgramsUnderNoNumberButThisMachines() {
        assertThat(statusOf("/oauth2/register", "192.168.1.10:8080", "192.168.1.10"))
                .startsWith("HTTP/1.1 403");
        assertThat(statusOf("/mcp", "192.168.1.10:8080", "192.168.1.10")).startsWith("HTTP/1.1 401");
    }

    private String statusOf(String path, String host, String forwarded) {
        return RawClient.to(port())
                .say("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + forwarded
                        + "\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n")
                .text();
    }

    private ApiClient.Answer throughProxy(String forwardedFor) {
        return api().with("X-Forwarded-For", forwardedFor).get("/api/users/me");
    }

    private static int left(ApiClient.Answer answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*r=(\\d+);.*", "$1"));
    }
}
