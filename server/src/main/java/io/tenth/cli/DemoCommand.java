package io.tenth.cli;

import io.tenth.capture.Scan;
import io.tenth.crypto.SecretToken;
import io.tenth.store.StartRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole product with a sample firm in a temporary folder, and forgets it all at the end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Starts the whole product with a sample firm and a sample mailbox, in a temporary folder that is deleted at the"
                    + " end. Press Ctrl-C to end it. API_PORT chooses the port; without it 8080, or any that is free."
        })
final class DemoCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Clock clock;

    @Option(names = "--once", description = "end as soon as everything is ready: tries an installation out")
    private boolean once;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    DemoCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = Files.createTempDirectory("tenth-demo");
        var running = new AtomicReference<Server>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running.get(), home), "end-of-demo"));
        try {
            running.set(start(home));
            open(running.get());
            if (!once) {
                new CountDownLatch(1).await();
            }
            return ExitCode.OK;
        } catch (SettingRefusedException | StartRefusedException refused) {
            spec.commandLine().getErr().println("tenth: " + refused.getMessage());
            return ExitCode.USAGE;
        }
    }

    private void open(Server server) throws IOException, InterruptedException {
        var password = password();
        var firm = SampleFirm.read();
        var zone = ZoneId.of(firm.zone());
        var calendar = SampleCalendar.movedTo(LocalDate.now(clock.withZone(zone)), firm.today(), zone);
        var scan = new SampleLoader(server, firm, calendar, password).load();
        welcome(spec.commandLine().getOut(), server, firm, password, scan);
    }

    private Server start(Path home) {
        var properties = new HashMap<>(Settings.of(environment).properties());
        var portChosen = properties.containsKey("server.port");
        properties.keySet().removeIf(name -> name.startsWith("tenth.store."));
        properties.put("tenth.store.home", home.toString());
        properties.put("logging.threshold.console", "OFF");
        properties.put("logging.file.name", home.resolve("logs/tenth.log").toString());
        if (!portChosen && FreePort.isTaken(8080)) {
            properties.put("server.port", "0");
        }
        return Server.start(properties);
    }

    private static void welcome(PrintWriter out, Server server, SampleFirm firm, String password, Scan scan) {
        var counts = scan.counts();
        out.println();
        out.printf("  %s, the sample firm, is open at%n%n", firm.firm());
        out.printf("      %s%n%n", server.address());
        out.printf("      sign in as  %s%n", firm.people().getFirst().email());
        out.printf("      password    %s%n%n", password);
        out.printf(
                "  %d sent messages were read: %d time entries are proposed, %d message%s could not be read.%n",
                counts.messages(), counts.proposals(), counts.unreadable(), counts.unreadable() == 1 ? "" : "s");
        out.printf(
                "  Colleagues, with the same password: %s%n",
                String.join(
                        ", ",
                        firm.people().stream()
                                .skip(1)
                                .map(SampleFirm.Person::email)
                                .toList()));
        out.printf("  Ctrl-C ends the demo and deletes everything in it.%n%n");
        out.flush();
    }

    /** New at every start: the port may be open to other people of this machine. */
    private static String password() {
        return "Demo-"
                + SecretToken.next().value().replaceAll("[^A-Za-z0-9]", "").substring(0, 10) + "-1a";
    }

    private static void end(@Nullable Server server, Path home) {
        if (server != null) {
            server.close();
        }
        delete(home);
    }

    private static void delete(Path home) {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo could not be deleted", e);
        }
    }
}
