package io.tenth.cli;

import io.tenth.assistant.ScanBillableTime;
import io.tenth.assistant.ToolDescription;
import io.tenth.assistant.Tools;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.store.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls a tool as one of the accounts: the same that the API and an assistant call. */
@Command(
        name = "tool",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Calls a tool as one of the accounts, and prints its result as JSON. --list says which there are.",
            "Ends with status 2 where the arguments are refused, with 1 where something else is in the way. With the database"
                    + " of its own the server must be stopped first; with DATABASE_URL it may run."
        })
final class ToolCommand implements Callable<Integer> {

    private static final String FROM_INPUT = "-";

    private final Map<String, String> environment;
    private final InputStream input;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the tool, such as get_time_tracking_summary")
    private @Nullable String name;

    @Option(
            names = "--json",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "the arguments as a JSON object; - reads it from standard input")
    private String arguments = "{}";

    @Option(
            names = "--user",
            paramLabel = "EMAIL",
            description = "the account that asks; may be left out where there is one alone")
    private @Nullable String user;

    @Option(names = "--list", description = "prints the tools with the JSON schemas of their arguments and results")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    ToolCommand(Map<String, String> environment, InputStream input) {
        this.environment = environment;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            return print(Tools.DESCRIPTIONS.stream().map(ToolCommand::described).toList(), JsonMapper.shared());
        }
        var named = name;
        if (named == null
                || Tools.DESCRIPTIONS.stream().noneMatch(tool -> tool.name().equals(named))) {
            throw new ParameterException(
                    spec.commandLine(),
                    (named == null ? "Name a tool" : "There is no tool " + named) + "; the tools are "
                            + String.join(
                                    ", ",
                                    Tools.DESCRIPTIONS.stream()
                                            .map(ToolDescription::name)
                                            .toList())
                            + ".");
        }
        return call(named, arguments());
    }

    private int call(String tool, String asked) {
        try (var server = Server.startAside(environment, tool.equals(ScanBillableTime.NAME))) {
            var account = AskingAccount.of(server.bean(Accounts.class).all(new Actor.Program()), user);
            return print(server.bean(Tools.class).call(tool, asked, account.person()), server.bean(JsonMapper.class));
        } catch (DomainException refused) {
            say(refused.sentence());
            return refused.code() == ErrorCode.VALIDATION_ERROR ? ExitCode.USAGE : ExitCode.SOFTWARE;
        } catch (SettingRefusedException | StartRefusedException refused) {
            say(String.valueOf(refused.getMessage()));
            return ExitCode.USAGE;
        }
    }

    private String arguments() throws IOException {
        return arguments.equals(FROM_INPUT) ? new String(input.readAllBytes(), StandardCharsets.UTF_8) : arguments;
    }

    private int print(Object value, JsonMapper json) {
        spec.commandLine()
                .getOut()
                .println(json.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        return ExitCode.OK;
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("tenth: " + sentence);
    }

    private static ObjectNode described(ToolDescription<?, ?> tool) {
        var described = JsonMapper.shared().createObjectNode();
        described.put("name", tool.name()).put("description", tool.text()).put("changes", tool.changes());
        described.set("input_schema", tool.inputSchema());
        described.set("output_schema", tool.outputSchema());
        return described;
    }
}
