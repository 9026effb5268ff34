package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command says without a server. */
class McpCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void wantsATokenForAServer() {
        assertThat(run(Map.of(), "--url", "https://time.firm.example")).isEqualTo(2);
        assertThat(err.toString()).contains("Set TENTH_TOKEN");
    }

    @Test
    void wantsAnAddressThatIsEncrypted() {
        assertThat(run(Map.of("TENTH_TOKEN", "token"), "--url", "http://192.0.2.1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("begins with https");
    }

    @Test
    void repeatsNoToken() {
        assertThat(run(Map.of("TENTH_TOKEN", "tenth_pat_ab\ncd"), "--url", "https://time.firm.example"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Copy it again").doesNotContain("tenth_pat_");
    }

    @Test
    void writesNothingButAnswers() {
        assertThat(run(Map.of("TENTH_TOKEN", "token"), "--url", "http://127.0.0.1:1"))
                .isZero();
        assertThat(out.toString())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":")
                .endsWith("}\n");
        assertThat(out.toString().lines()).hasSize(1);
    }

    private int run(Map<String, String> environment, String... arguments) {
        var lines = """
                {"jsonrpc": "2.0", "id": 1, "method": "ping"}

                {"jsonrpc": "2.0", "method": "notifications/initialized"}
                """;
        var input = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        return new CommandLine(new McpCommand(environment, input))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
