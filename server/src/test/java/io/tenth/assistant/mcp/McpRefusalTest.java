package io.tenth.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.identity.Device;
import io.tenth.identity.Scope;
import io.tenth.identity.TokenSignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The revision in which each message stands for itself, over plain HTTP; and everything that either revision refuses. */
@ExtendWith(OutputCaptureExtension.class)
class McpRefusalTest extends ServerTest {

    private static final Path LISTING = Path.of("..", "docs", "api", "mcp-tools.json");

    private static final String META = "\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
            + " \"io.modelcontextprotocol/clientCapabilities\": {}}";

    @Autowired
    private ApplicationContext server;

    @Autowired
    private TokenSignIn signIn;

    private Account account;
    private ApiClient program;

    @BeforeEach
    void connect() {
        account = newPerson();
        program = api().withToken(McpTokens.all(server, account));
    }

    @Test
    void discoversWithoutAHandshake() {
        var answer = ask("server/discover", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/result/supportedVersions/0")).isEqualTo("2026-07-28");
        assertThat(answer.text("/result/supportedVersions/1")).isEqualTo("2025-11-25");
        assertThat(answer.text("/result/resultType")).isEqualTo("complete");
        assertThat(answer.json().at("/result/capabilities/tools").isObject()).isTrue();
        assertThat(answer.json()
                        .at("/result/_meta")
                        .path("io.modelcontextprotocol/serverInfo")
                        .path("name")
                        .asString())
                .isEqualTo("tenth");
    }

    @Test
    void callsAndReadsInOneMessageEach() {
        var called = named("tools/call", "find_matter", "\"name\": \"find_matter\", \"arguments\": {\"words\": \"x\"}");
        assertThat(called.text("/result/resultType")).isEqualTo("complete");
        assertThat(called.json().at("/result/structuredContent/matters").isArray())
                .isTrue();
        var read = named("resources/read", "tenth://timesheet/2026-W30", "\"uri\": \"tenth://timesheet/2026-W30\"");
        assertThat(read.json().at("/result/ttlMs").asInt(-1)).isZero();
        assertThat(read.text("/result/cacheScope")).isEqualTo("private");
    }

    /**
     * A63: what a model is told cannot change behind its person's back. Who changes what the file says means to, and writes it with
     * -Dtools.rewrite=true.
     */
    @Test
    void listsWhatIsKeptInTheSameBytesEachTime() throws IOException {
        var first = ask("tools/list", "");
        assertThat(ask("tools/list", "").body()).isEqualTo(first.body());
        assertThat(first.body()).doesNotContain(account.fullName(), account.email());
        var tools = first.json().at("/result/tools");
        var written = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tools) + "\n";
        if (Boolean.getBoolean("tools.rewrite")) {
            Files.writeString(LISTING, written);
        }
        assertThat(written).isEqualTo(Files.readString(LISTING));
    }

    @Test
    void readsAnEncodedName() {
        var encoded = "=?base64?ZmluZF9tYXR0ZXI=?=";
        assertThat(named("tools/call", encoded, "\"name\": \"find_matter\", \"arguments\": {\"words\": \"x\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhomeverComesWithoutAToken() {
        var refused = api().post("/mcp", message("tools/list", ""));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer resource_metadata=\"http://127.0.0.1:" + port()
                        + "/.well-known/oauth-protected-resource/mcp\"");
        assertThat(api().post("/mcp?access_token=" + McpTokens.all(server, account), message("tools/list", ""))
                        .status())
                .isEqualTo(401);
    }

    /** A59, A14: each token opens the door that it was given for. */
    @Test
    void refusesATokenOfTheApi() {
        var token = signIn.begin(account, Device.NONE).accessToken();
        var refused = api().withToken(token).post("/mcp", message("tools/list", ""));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("error=\"invalid_token\"", "resource_metadata=");
        assertThat(browser(account).get("/mcp").status()).isEqualTo(401);
    }

    @Test
    void namesTheScopeThatIsLacking() {
        var reader = api().withToken(McpTokens.with(EnumSet.of(Scope.CLIENTS_READ), server, account));
        var refused = headed(reader, "tools/call", "start_timer")
                .post("/mcp", message("tools/call", "\"name\": \"start_timer\", \"arguments\": {}"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"", "scope=\"time:write\"", "resource_metadata=");
        assertThat(headed(reader, "resources/read", "tenth://timesheet/this-week")
                        .post("/mcp", message("resources/read", "\"uri\": \"tenth://timesheet/this-week\""))
                        .status())
                .isEqualTo(403);
        assertThat(headed(reader, "tools/call", "find_matter")
                        .post(
                                "/mcp",
                                message("tools/call", "\"name\": \"find_matter\", \"arguments\": {\"words\": \"x\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(reader.post("/mcp", legacy("tools/call", "{\"name\": \"start_timer\", \"arguments\": {}}"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"})
    void describesItselfToWhomeverHasNoTokenYet(String path) {
        var said = api().get(path);
        assertThat(said.text("/resource")).isEqualTo("http://127.0.0.1:" + port() + "/mcp");
        assertThat(said.json().path("scopes_supported").toString()).contains("time:write", "mail:read");
        assertThat(said.text("/bearer_methods_supported/0")).isEqualTo("header");
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        assertThat(program.with("Origin", "https://evil.example")
                        .post("/mcp", legacy("tools/list", "{}"))
                        .status())
                .isEqualTo(403);
        assertThat(program.with("Origin", "http://127.0.0.1:" + port())
                        .post("/mcp", legacy("tools/list", "{}"))
                        .status())
                .isEqualTo(200);
    }

    /** Whoever owns a name can have it lead here; their page is then of the same origin. */
    @Test
    void refusesAnotherName() throws IOException {
        assertThat(statusWithHost("evil.example:" + port())).contains(" 403 ");
        assertThat(statusWithHost("localhost:" + port())).contains(" 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "tools/list, 2026-07-28, prompts/list, 400, -32020",
        "tools/list, 2025-11-25, tools/list, 400, -32020",
        "tools/list, , tools/list, 400, -32020",
        "tools/list, 2026-07-28, , 400, -32020",
        "nothing/here, 2026-07-28, nothing/here, 404, -32601",
        "initialize, 2026-07-28, initialize, 404, -32601",
        "ping, 2026-07-28, ping, 404, -32601",
    })
    void refusesHeadersThatSayOtherwiseAndUnknownMethods(
            String method, @Nullable String version, @Nullable String said, int status, int code) {
        var client = version == null ? program : program.with("MCP-Protocol-Version", version);
        client = said == null ? client : client.with("Mcp-Method", said);
        var refused = client.post("/mcp", message(method, ""));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
        assertThat(refused.json().path("id").asInt()).isEqualTo(7);
    }

    @Test
    void refusesANameThatTheHeaderDoesNotSay() {
        var refused = headed(program, "tools/call", "list_time_entries")
                .post("/mcp", message("tools/call", "\"name\": \"find_matter\", \"arguments\": {\"words\": \"x\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32020);
    }

    @Test
    void refusesARevisionThatNobodySpeaks() {
        var refused = program.with("MCP-Protocol-Version", "1999-12-31").post("/mcp", legacy("tools/list", "{}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32022);
        assertThat(refused.text("/error/data/requested")).isEqualTo("1999-12-31");
        assertThat(refused.json().at("/error/data/supported")).hasSize(4);
    }

    @Test
    void refusesAMessageThatDoesNotSayWhatItIs() {
        var refused = headed(program, "tools/list", null).post("/mcp", legacy("tools/list", "{}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}] | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"tools/list\"} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\", \"method\": \"ping\"} | -32700",
                "{\"jsonrpc\": \"2.0\", \"id\": 1 | -32700",
                "\"words\" | -32600",
            })
    void refusesWhatIsNoRequest(String body, int code) {
        var refused = program.post("/mcp", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
    }

    /** A66: nothing is fetched, nothing is unfolded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\": \"http://127.0.0.1:1/schema.json\"}",
                "{\"words\": {\"$ref\": \"http://127.0.0.1:1/schema.json\"}}",
                "{\"words\": [[[[[[[[[[\"deep\"]]]]]]]]]]}",
                "{\"words\": \"x\", \"limit\": 1e400}",
            })
    void refusesArgumentsThatAreSomethingElse(String arguments) {
        var refused = named("tools/call", "find_matter", "\"name\": \"find_matter\", \"arguments\": " + arguments);
        assertThat(refused.json().at("/result/isError").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools/call | {\"name\": \"find_matter\", \"arguments\": \"some words\"}",
                "tools/call | {\"name\": \"find_matter\", \"arguments\": [\"some words\"]}",
                "tools/call | {\"name\": \"find_matter\", \"arguments\": 1}",
                "tools/call | {\"arguments\": {\"words\": \"some words\"}}",
                "prompts/get | {\"name\": \"review_week\", \"arguments\": \"some words\"}",
                "prompts/get | {\"name\": [\"some words\"]}",
                "resources/read | {}",
                "initialize | {\"protocolVersion\": \"2025-06-18\", \"capabilities\": \"some words\","
                        + " \"clientInfo\": {\"name\": \"x\", \"version\": \"1\"}}",
            })
    void refusesParametersOfAnotherFormAsTheCallersMistake(String method, String params, CapturedOutput log) {
        var refused = program.post("/mcp", legacy(method, params));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().at("/error/code").asInt()).as(refused.body()).isEqualTo(-32602);
        assertThat(refused.json().path("id").asInt()).isEqualTo(7);
        assertThat(refused.body()).doesNotContain("some words");
        assertThat(log.getAll()).doesNotContain("some words", "\"level\":\"ERROR\"");
    }

    @Test
    void answersUnderAnyWholeNumber() {
        var answer = program.post("/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 99999999999999999999, \"method\": \"ping\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").bigIntegerValue()).isEqualTo(new BigInteger("99999999999999999999"));
        assertThat(answer.json().has("result")).isTrue();
    }

    @Test
    void keepsWhatAProgramSaysOfItselfOutOfTheLog(CapturedOutput log) {
        var begun = program.post("/mcp", legacy("initialize", """
                        {"protocolVersion": "1999-12-31", "capabilities": {"experimental": {"some words": {}}},
                         "clientInfo": {"name": "some words", "version": "1"}}
                        """));
        assertThat(begun.text("/result/protocolVersion")).isEqualTo("2025-11-25");
        program.post("/mcp", "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/some words\"}");
        assertThat(log.getAll()).doesNotContain("some words", "1999-12-31");
    }

    @Test
    void refusesABodyThatIsNestedWithoutEnd() {
        var deep = "[".repeat(5000) + "]".repeat(5000);
        assertThat(program.post(
                                "/mcp",
                                legacy(
                                        "tools/call",
                                        "{\"name\": \"find_matter\", \"arguments\": {\"words\": " + deep + "}}"))
                        .status())
                .isEqualTo(400);
        assertThat(program.post("/mcp", "x".repeat(1 << 21)).status()).isEqualTo(413);
    }

    @Test
    void takesANotificationWithoutAnAnswer() {
        var taken = program.post("/mcp", "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body()).isEmpty();
    }

    @Test
    void opensNoStreamAndEndsNoSession() {
        for (var method : List.of("GET", "DELETE")) {
            assertThat(program.send(method, "/mcp", null).status()).isEqualTo(405);
        }
    }

    private ApiClient.Answer ask(String method, String params) {
        return headed(program, method, null).post("/mcp", message(method, params));
    }

    private ApiClient.Answer named(String method, String name, String params) {
        return headed(program, method, name).post("/mcp", message(method, params));
    }

    private static ApiClient headed(ApiClient client, String method, @Nullable String name) {
        var headed = client.with("MCP-Protocol-Version", "2026-07-28").with("Mcp-Method", method);
        return name == null ? headed : headed.with("Mcp-Name", name);
    }

    private static String message(String method, String params) {
        return legacy(method, "{" + params + (params.isEmpty() ? "" : ", ") + META + "}");
    }

    private static String legacy(String method, String params) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"" + method + "\", \"params\": " + params + "}";
    }

    private String statusWithHost(String host) throws IOException {
        var body = legacy("tools/list", "{}");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Bearer " + McpTokens.all(server, account) + "\r\n"
                                    + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
