package io.tenth.cli;

import io.tenth.store.StartRefusedException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the server for real use, and runs until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Starts the server: pages, API, and a database of its own unless DATABASE_URL names one.",
            "Settings come from the environment; docs/operate/settings.md lists them. Log lines are JSON on standard output."
        })
final class ServeCommand implements Callable<Integer> {

    /** Set by the launcher that stays beside the server: its process. */
    static final String LAUNCHER = "TENTH_LAUNCHER";

    private static final int KILLED = 137;

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        var err = spec.commandLine().getErr();
        try {
            var settings = Settings.of(environment);
            settings.unused().forEach(setting -> say(err, setting + " is set, but this version does not read it."));
            endWithLauncher();
            serve(Server.start(settings.properties()), err);
            return ExitCode.OK;
        } catch (SettingRefusedException | StartRefusedException refused) {
            say(err, String.valueOf(refused.getMessage()));
            return ExitCode.USAGE;
        }
    }

    /** A launcher that was killed cannot hand anything on: whoever kills it means the server. */
    private void endWithLauncher() {
        Optional.ofNullable(environment.get(LAUNCHER))
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                .ifPresent(
                        launcher -> Thread.ofVirtual().name("end-of-launcher").start(() -> {
                            launcher.onExit().join();
                            Runtime.getRuntime().halt(KILLED);
                        }));
    }

    private static void serve(Server server, PrintWriter err) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-of-server"));
        server.firstLink()
                .ifPresent(link -> say(
                        err,
                        "There is no administrator yet. Make the account with this link, which works once:\n  "
                                + link));
        say(err, "Ready at " + server.address());
        new CountDownLatch(1).await();
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("tenth: " + sentence);
        err.flush();
    }
}
