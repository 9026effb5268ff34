package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What {@code ./tenth} starts: hands its arguments to the command they name.
 *
 * <p>It starts fast because nothing of the server is loaded here: a command that needs Spring names it only inside the
 * methods that run it.
 */
@Command(
        name = "tenth",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds the billable time in sent mail.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        footer = {"", "Each command explains itself: tenth help COMMAND"})
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private Main() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        CommandLine commands = commands(new MessageAnalysis(), Terminal.ofThisProcess());
        int status = commands.execute(arguments);
        commands.getOut().flush();
        commands.getErr().flush();
        System.exit(status);
    }

    /** The commands, each with what it works on; a test hands in its own. */
    static CommandLine commands(MessageAnalysis analysis, Terminal terminal) {
        return new CommandLine(new Main())
                .addSubcommand(new ScanCommand(analysis, terminal))
                .addSubcommand(new ExtractCommand(analysis, System.in))
                .addSubcommand(new AmountsCommand(System.in))
                .addSubcommand(new OwnTextCommand(System.in))
                .addSubcommand(new DemoCommand(System.getenv(), Clock.systemUTC()))
                .addSubcommand(new ServeCommand(System.getenv()))
                .addSubcommand(new TotalsCommand(System.getenv()))
                .addSubcommand(new ToolCommand(System.getenv(), System.in))
                .addSubcommand(new McpCommand(System.getenv(), System.in))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setParameterExceptionHandler(Main::explain)
                .setExecutionExceptionHandler(Main::explainFailure);
    }

    /** Without a command: how it is used. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(ParameterException refused, String[] arguments) {
        CommandLine command = refused.getCommandLine();
        boolean unknownCommand = refused instanceof UnmatchedArgumentException && command.getParent() == null;
        PrintWriter err = command.getErr();
        err.println("tenth: " + (unknownCommand ? "There is no command " + arguments[0] + "." : refused.getMessage()));
        err.println("Try: " + command.getCommandSpec().qualifiedName() + (unknownCommand ? " help" : " --help"));
        err.flush();
        return ExitCode.USAGE;
    }

    private static int explainFailure(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof IOException) {
            command.getErr().println("tenth: Reading failed: " + failure.getMessage());
            command.getErr().flush();
            return ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
