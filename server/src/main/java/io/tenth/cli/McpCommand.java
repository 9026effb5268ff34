package io.tenth.cli;

import io.tenth.assistant.mcp.Bridge;
import io.tenth.assistant.mcp.Caller;
import io.tenth.assistant.mcp.Mcp;
import io.tenth.identity.Access;
import io.tenth.identity.Accounts;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.store.StartRefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speaks the Model Context Protocol over standard input and output, with a program on this machine. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Offers the tools to a program on this machine, which starts this command and speaks the Model Context Protocol over"
                    + " its standard input and output.",
            "With --url it passes everything to a server that runs, with the personal token in TENTH_TOKEN. Without, it opens the"
                    + " data of this machine as one of the accounts; with the database of its own the server must be stopped"
                    + " first."
        })
final class McpCommand implements Callable<Integer> {

    private static final String TOKEN = "TENTH_TOKEN";
    private static final String PROGRAM = "stdio";

    private final Map<String, String> environment;
    private final InputStream input;

    @Option(names = "--url", paramLabel = "URL", description = "a server that runs, such as https://time.firm.example")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "EMAIL",
            description = "the account that asks; may be left out where there is one alone")
    private @Nullable String user;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    McpCommand(Map<String, String> environment, InputStream input) {
        this.environment = environment;
        this.input = input;
    }

    /** Answers one line. */
    private interface Answering {

        Optional<String> answer(String line) throws InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            return url == null ? open() : pass(url);
        } catch (DomainException refused) {
            return refuse(refused.sentence());
        } catch (SettingRefusedException | StartRefusedException | IllegalArgumentException refused) {
            return refuse(String.valueOf(refused.getMessage()));
        }
    }

    private int pass(String address) throws IOException, InterruptedException {
        var token = environment.getOrDefault(TOKEN, "");
        if (token.isBlank()) {
            return refuse("Set " + TOKEN + " to a personal token of the server.");
        }
        return each(new Bridge(URI.create(address), token.strip())::pass);
    }

    private int open() throws IOException, InterruptedException {
        try (var server = Server.startAside(environment, true)) {
            var account = AskingAccount.of(server.bean(Accounts.class).all(new Actor.Program()), user);
            var caller =
                    new Caller(new Access(account, null, EnumSet.allOf(Scope.class), Instant.MAX, PROGRAM), PROGRAM);
            var mcp = server.bean(Mcp.class);
            return each(line -> mcp.answer(line, caller));
        }
    }

    private int each(Answering answering) throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                answering.answer(line).ifPresent(answer -> {
                    out.print(answer + "\n");
                    out.flush();
                });
            }
        }
        return ExitCode.OK;
    }

    private int refuse(String sentence) {
        spec.commandLine().getErr().println("tenth: " + sentence);
        return ExitCode.USAGE;
    }
}
