package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.Browser;
import io.tenth.RawClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Text that another program would run: here it stays text, in the answers, on the pages and in the log. */
@ExtendWith(OutputCaptureExtension.class)
class PayloadTest extends ServerTest {

    private static final String CANARY = "canary-7f3a";

    private Account account;
    private ApiClient api;
    private Browser browser;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
        browser = browser(account);
    }

    /** Each would show 49, ask the listener, or begin a program, where anything evaluated it. */
    private static List<String> payloads(int listener) {
        var address = "127.0.0.1:" + listener + "/x";
        return List.of(
                "${7*7}",
                "#{7*7}",
                "*{7*7}",
                "@{${7*7}}",
                "~{::body}",
                "[[${7*7}]]",
                "[(${7*7})]",
                "__${7*7}__::.x",
                "__${T(java.lang.Runtime).getRuntime().exec('id')}__::.x",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "${new java.net.URL('http://" + address + "').getContent()}",
                "${jndi:ldap://" + address + "}",
                "${${lower:j}ndi:${lower:l}dap://" + address + "}",
                "{{7*7}}",
                "<%= 7*7 %>",
                "<th:block th:utext=\"${7*7}\"/>",
                "redirect:http://" + address,
                "forward:/api/users/me",
                "{\"@class\": \"java.net.URL\"}",
                "[\"java.net.URL\", \"http://" + address + "\"]",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==");
    }

    @Test
    void keepsPayloadsAsTheTextThatTheyAre() throws IOException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var payloads = payloads(listener.getLocalPort());
            IntStream.range(0, payloads.size()).forEach(number -> send(payloads.get(number), number));

            var clients = browser.get("/clients").body();
            for (var payload : payloads) {
                assertThat(clients).contains(escaped(payload));
            }
            assertNobodyCame(listener);
        }
    }

    /** What was stored as text is text where it is read again: in searches, on pages, and in what is made of it. */
    @Test
    void keepsWhatMailSaysAsText() {
        var evil = "'); DROP TABLE proposals; -- ${7*7} \" OR TRUE";
        var mailbox = api.post("/api/mailboxes", "{\"name\": \"Sent\"}").header("Location");
        var upload = api.with("Content-Type", "application/mbox")
                .send("POST", mailbox + "/files", BodyPublishers.ofString(mail(evil)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> api.get(upload.header("Location")).text("/state").equals("done"));

        var proposal = api.get("/api/proposals").json().at("/items/0");

        assertThat(proposal.at("/message/subject").asString()).isEqualTo(evil);
        assertThat(browser.get("/review").body()).contains(escaped(evil));
        assertThat(api.post("/api/proposals/" + proposal.at("/id").asString() + "/acceptance")
                        .status())
                .isEqualTo(201);
        assertThat(api.get("/api/proposals?state=accepted")
                        .json()
                        .at("/items/0/message/subject")
                        .asString())
                .isEqualTo(evil);
    }

    private String mail(String subject) {
        return "From x Tue Mar 10 17:45:00 2026\nFrom: " + account.email()
                + "\nTo: Imogen <imogen@achterberg.example>\nSubject: "
                + subject + "\nMessage-ID: <evil@firm.example>\nDate: Tue, 10 Mar 2026 17:45:00 -0400\n\n"
                + "I spent 1.5 hours drafting the Halloran settlement.\n";
    }

    private void send(String payload, int number) {
        var client = api.post("/api/clients", json(Map.of("name", payload, "code", account.email() + number)));
        assertThat(client.status()).as(client.body()).isEqualTo(201);
        assertThat(client.text("/name")).isEqualTo(payload);
        assertThat(api.post("/api/mailboxes", json(Map.of("name", payload))).text("/name"))
                .isEqualTo(payload);
        assertThat(api.post("/api/tasks", json(Map.of("title", payload, "description", payload)))
                        .text("/title"))
                .isEqualTo(payload);
        var entry = Map.of(
                "date_performed", "2026-03-10", "duration", "6m", "description", payload, "client_matter", payload);
        assertThat(api.post("/api/time-entries", json(entry)).text("/client_matter"))
                .isEqualTo(payload);
        assertThat(signInAs(payload).body()).contains(escaped(payload));
        assertThat(api.with("User-Agent", payload)
                        .with("X-Request-ID", payload)
                        .get("/api/users/me")
                        .status())
                .isEqualTo(200);
    }

    private Browser.Answer signInAs(String address) {
        var stranger = browser();
        stranger.get("/sign-in");
        return stranger.post("/sign-in", Map.of("email", address, "password", "x"));
    }

    @Test
    void makesNoObjectOfAClassThatABodyNames() throws IOException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            for (var body : List.of(
                    "{\"@class\": \"java.net.URL\", \"name\": \"x\"}",
                    "{\"@type\": \"com.sun.rowset.JdbcRowSetImpl\", \"name\": \"x\"}",
                    "[\"java.net.URL\", \"" + url + "\"]",
                    "{\"name\": [\"java.net.URL\", \"" + url + "\"]}",
                    "{\"name\": {\"@class\": \"java.net.URL\", \"url\": \"" + url + "\"}}")) {
                assertThat(api.post("/api/mailboxes", body).status()).as(body).isEqualTo(422);
            }
            for (var type : List.of(
                    "application/x-java-serialized-object", "application/xml", "text/xml", "application/x-yaml")) {
                assertThat(api.with("Content-Type", type)
                                .send("POST", "/api/mailboxes", BodyPublishers.ofString("\u00ac\u00ed\u0000\u0005"))
                                .status())
                        .as(type)
                        .isEqualTo(415);
            }
            assertNobodyCame(listener);
        }
    }

    @Test
    void logsOneValidObjectALineWhateverIsSent(CapturedOutput output) {
        var logging = LoggingSystem.get(getClass().getClassLoader());
        var noisy = List.of("org.springframework.web", "org.springframework.security", "org.apache.coyote");
        noisy.forEach(logger -> logging.setLogLevel(logger, LogLevel.DEBUG));
        try {
            for (var bytes : List.of("\u001b[31m", "\"}{\"", "\\u000a", "%0d%0a", "\u0085", "\u00ff", "\t")) {
                var evil = CANARY + bytes + CANARY;
                RawClient.to(port())
                        .say("GET /api/" + CANARY + "%0d%0a%1b HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + evil
                                + "\r\nX-Request-ID: " + evil + "\r\nConnection: close\r\n\r\n");
                api.get("/api/mailboxes?cursor=" + CANARY + "%0d%0a%1b%5B31m%22%7D%7B");
                api().post(
                                "/api/auth/login",
                                "{\"email\": \"" + CANARY + "\\r\\n\\u001b[31m\\\"}{\", \"password\": \"x\"}");
            }
        } finally {
            noisy.forEach(logger -> logging.setLogLevel(logger, null));
        }

        var lines =
                output.getOut().lines().filter(line -> line.contains(CANARY)).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line).startsWith("{");
            assertThat(JsonMapper.shared().readTree(line).at("/message").asString())
                    .isNotEmpty();
        });
        assertThat(output.getOut()).doesNotContain("\u001b[31m");
    }

    private static void assertNobodyCame(ServerSocket listener) throws IOException {
        listener.setSoTimeout(1);
        try (var visitor = listener.accept()) {
            throw new AssertionError("the server connected to " + visitor.getLocalAddress());
        } catch (SocketTimeoutException nobody) {
            assertThat(listener.isClosed()).isFalse();
        }
    }

    private static String json(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
