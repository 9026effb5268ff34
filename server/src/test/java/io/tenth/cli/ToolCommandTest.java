package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.capture.MessageAnalysis;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the command says without a server. */
class ToolCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsTheToolsWithTheirSchemas() {
        assertThat(run("--list")).isZero();

        var tools = JsonMapper.shared().readTree(out.toString());
        assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
                .containsExactly(
                        "scan_billable_time",
                        "analyze_time_entry",
                        "get_time_tracking_summary",
                        "configure_time_tracking",
                        "start_timer",
                        "stop_timer",
                        "list_time_entries",
                        "review_proposals",
                        "find_matter");
        assertThat(tools.at("/0/input_schema/properties/max_emails/maximum").asInt())
                .isEqualTo(1000);
        assertThat(tools.at("/0/output_schema/properties/results/items/properties/audit_trail/type")
                        .asString())
                .isEqualTo("object");
    }

    @Test
    void namesTheToolsToWhomeverNamesNoneOfThem() {
        assertThat(run("read_minds")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no tool read_minds", "scan_billable_time");
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        var commands = Main.commands(new MessageAnalysis(), Terminal.ofThisProcess())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        var all = new String[arguments.length + 1];
        all[0] = "tool";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commands.execute(all);
    }
}
