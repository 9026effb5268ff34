package io.tenth.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tenth.ServerTest;
import io.tenth.identity.Access;
import io.tenth.identity.Account;
import io.tenth.identity.Scope;
import io.tenth.mail.imap.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program gets that starts the command and writes lines to it. */
class BridgeTest extends ServerTest {

    private static final String MODERN = """
            {"jsonrpc": "2.0", "id": 1, "method": "resources/read", "params": {"uri": "tenth://timesheet/%s",
             "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                       "io.modelcontextprotocol/clientCapabilities": {}}}}
            """;

    private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 6, \"method\": \"ping\"}";

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Mcp mcp;

    private Account account;
    private Bridge bridge;

    @BeforeEach
    void connect() {
        account = newPerson();
        bridge = new Bridge(URI.create("http://127.0.0.1:" + port() + "/"), McpTokens.all(server, account));
    }

    @Test
    void agreesOnARevisionAndGoesOnInIt() throws InterruptedException {
        var begun = answer("""
                {"jsonrpc": "2.0", "id": "a", "method": "initialize", "params": {"protocolVersion": "2025-06-18",
                 "capabilities": {}, "clientInfo": {"name": "lines", "version": "1"}}}
                """);
        assertThat(begun.at("/result/protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(begun.path("id").asString()).isEqualTo("a");
        assertThat(bridge.pass("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}"))
                .isEmpty();
        assertThat(answer("{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"tools/list\"}")
                        .at("/result/tools"))
                .hasSize(9);
    }

    @Test
    void repeatsInHeadersWhatAMessageSays() throws InterruptedException {
        assertThat(answer(MODERN.formatted("2026-W30")).at("/result/resultType").asString())
                .isEqualTo("complete");
        assertThat(answer(MODERN.formatted("Zürich")).at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void passesRefusalsOnInWords() throws InterruptedException {
        var stranger = new Bridge(URI.create("http://127.0.0.1:" + port()), "tenth_pat_wrong");
        assertThat(stranger.pass("{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/list\"}")
                        .orElseThrow())
                .contains("A token for this address is needed", "\"id\":3");
        assertThat(answer("no JSON").at("/error/code").asInt()).isEqualTo(-32700);
        var nobody = new Bridge(URI.create("http://127.0.0.1:1"), "token");
        assertThat(nobody.pass("{\"jsonrpc\": \"2.0\", \"id\": 4, \"method\": \"tools/list\"}")
                        .orElseThrow())
                .contains("The server does not answer.");
    }

    @Test
    void sendsNoTokenUnencryptedToAnotherMachine() {
        assertThatThrownBy(() -> new Bridge(URI.create("http://192.0.2.1"), "token"))
                .hasMessageContaining("begins with https");
    }

    @Test
    void takesTheAddressOfTheProtocolToo() throws InterruptedException {
        for (var path : List.of("/mcp", "/mcp/")) {
            var bridge = new Bridge(URI.create("http://127.0.0.1:" + port() + path), McpTokens.all(server, account));
            assertThat(bridge.pass(PING).orElseThrow()).contains("\"result\":{}");
        }
    }

    @Test
    void goesOnAfterALineThatNoHeaderCanRepeat() throws InterruptedException {
        var odd = MODERN.formatted("2026-W30").replace("resources/read", "a\\nb");
        assertThat(answer(odd).at("/error/message").asString()).contains("no header can repeat");
        assertThat(answer(PING).has("result")).isTrue();
    }

    @Test
    void saysWhereAServerLeads() throws IOException, InterruptedException {
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/mcp");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            var moved = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort());
            assertThat(new Bridge(moved, "token").pass(PING).orElseThrow())
                    .contains("The server leads elsewhere with 302.");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void tellsACertificateThatNobodyTrustsFromAServerThatIsAway() throws IOException, InterruptedException {
        var stranger = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.LOCALHOST.server()));
        stranger.start();
        try {
            var address =
                    URI.create("https://localhost:" + stranger.getAddress().getPort());
            assertThat(new Bridge(address, "token").pass(PING).orElseThrow())
                    .contains("no certificate that this machine trusts");
        } finally {
            stranger.stop(0);
        }
    }

    /** A program keeps what the command complains of in a file of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"tenth_pat_…", "tenth_pat_a\nb", "tenth_pat_\u0000"})
    void repeatsNoTokenThatCannotBeSent(String token) {
        assertThatThrownBy(() -> new Bridge(URI.create("https://time.firm.example"), token))
                .hasMessageContaining("Copy it again")
                .hasMessageNotContaining("tenth_pat_");
    }

    /** Over standard input and output no header repeats anything. */
    @Test
    void answersLinesOfThisMachine() {
        var caller = new Caller(new Access(account, null, EnumSet.allOf(Scope.class), Instant.MAX, "stdio"), "stdio");
        assertThat(mcp.answer(MODERN.formatted("2026-W30"), caller).orElseThrow())
                .contains("\\\"entries\\\":[]");
        assertThat(mcp.answer("{\"jsonrpc\": \"2.0\", \"id\": 5, \"method\": \"ping\"}", caller))
                .hasValue("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
        assertThat(mcp.answer("[]", caller).orElseThrow()).contains("-32600");
    }

    private JsonNode answer(String line) throws InterruptedException {
        return JsonMapper.shared().readTree(bridge.pass(line.strip()).orElseThrow());
    }
}
