package io.tenth.benchmark.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The load benchmark of the platform: fills a store, drives requests at it, prints what came of it beside pgbench. */
@Command(
        name = "benchmark/load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Fills a store, drives requests at it over HTTP, and prints what came of it beside pgbench.")
public final class Load implements Callable<Integer> {

    /** What can be measured. */
    enum Part {
        GROWTH,
        OPERATIONS,
        MIXED,
        SIGN_INS
    }

    @Option(
            names = "--home",
            defaultValue = "benchmark/target/load",
            description = "Folder of the store, kept for the next run: ${DEFAULT-VALUE}.")
    private Path home = Path.of("");

    @Option(names = "--launcher", defaultValue = "tenth", description = "What starts the product: ${DEFAULT-VALUE}.")
    private Path launcher = Path.of("");

    @Option(
            names = "--entries",
            defaultValue = "10000000",
            description = "Entries of others in the store, 1,000 and ten tasks a person: ${DEFAULT-VALUE}.")
    private int entries;

    @Option(names = "--people", defaultValue = "128", description = "People who use it: ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--connections",
            defaultValue = "64",
            description = "Connections, at most one a person: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "How long each operation is measured: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Requests a second of the mixed load: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--mixed-seconds", defaultValue = "60", description = "How long that lasts: ${DEFAULT-VALUE}.")
    private int mixedSeconds;

    @Option(
            names = "--sign-ins",
            defaultValue = "200",
            description = "Sign-ins a second while reads are measured: ${DEFAULT-VALUE}.")
    private int signIns;

    @Option(names = "--parts", split = ",", description = "Which of ${COMPLETION-CANDIDATES}; all where none is named.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--operations",
            split = ",",
            description = "Which of ${COMPLETION-CANDIDATES}; all where none is named.")
    private Set<Operation> operations = EnumSet.allOf(Operation.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private Load() {}

    /** Runs it and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var out = spec.commandLine().getOut();
        try (var product = Product.start(launcher.toAbsolutePath(), home.toAbsolutePath())) {
            measure(product, out);
        }
        return 0;
    }

    private void measure(Product product, PrintWriter out) throws IOException, SQLException, InterruptedException {
        var store = Store.of(product);
        out.println("Signing " + people + " people in");
        out.flush();
        var signedIn = new People(product.port(), store).signedIn(people);
        var bench = Bench.of(product, store, signedIn, out);
        bench.warmUp(connections);
        if (parts.contains(Part.GROWTH)) {
            bench.growth(Store.peopleOf(entries), Duration.ofSeconds(seconds));
        } else {
            bench.fill(Store.peopleOf(entries));
        }
        if (parts.contains(Part.OPERATIONS)) {
            bench.operations(operations, connections, Duration.ofSeconds(seconds));
        }
        if (parts.contains(Part.MIXED)) {
            bench.mixed(rate, connections, Duration.ofSeconds(mixedSeconds));
        }
        if (parts.contains(Part.SIGN_INS)) {
            bench.signIns(signIns, Duration.ofSeconds(seconds));
        }
        out.println("Memory of the server, MB: " + product.memory());
        out.flush();
    }
}
