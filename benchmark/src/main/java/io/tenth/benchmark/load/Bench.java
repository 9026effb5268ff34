package io.tenth.benchmark.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The measurements, and the tables that they print. */
record Bench(Product product, Store store, List<Person> people, Optional<PgBench> beside, PrintWriter out) {

    private static final int FEW = 8;
    private static final int TURNS = 3;
    private static final int READS_A_SECOND = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int REQUESTS_TO_WARM_UP = 60_000;

    static Bench of(Product product, Store store, List<Person> people, PrintWriter out) throws IOException {
        var password = product.password("tenth_app");
        var port = product.databasePort();
        var beside = PgBench.found().map(program -> new PgBench(program, port, password, people));
        if (beside.isEmpty()) {
            out.println(PgBench.MISSING);
        }
        return new Bench(product, store, people, beside, out);
    }

    /** Asks until the compiler of Java has seen enough, which on a busy machine takes far longer than on another. */
    void warmUp(int connections) throws IOException, SQLException, InterruptedException {
        for (var asked = 0; asked < REQUESTS_TO_WARM_UP; ) {
            asked += drive(connections, 0).mixed(WARM_UP).all().count();
        }
        store.takeBackEntries(People.LIKE);
    }

    /** Fills the store up to so many others. */
    void fill(int others) throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        store.fill(others, filled -> say("  %,d of %,d others, %d s", filled, others, secondsSince(begun)));
    }

    /** The dashboard with a hundredth, a tenth and all of the others in the store. */
    void growth(int others, Duration time) throws IOException, SQLException, InterruptedException {
        say(
                "%n| dashboard of a year, %d connections, beside entries of others | requests/s | p50 | p95 | p99 ms |"
                        + " CPU µs a request: server | database | client |",
                FEW);
        say("|---|---|---|---|---|---|---|---|");
        for (var part : List.of(100, 10, 1)) {
            fill(others / part);
            var slice = slice(Operation.DASHBOARD, FEW, time);
            say(
                    "| %,d | %,.0f | %s | %s |",
                    store.number("SELECT count(*) FROM time_entries") - people.size() * Store.ENTRIES_OF_A_PERSON,
                    slice.rate(Operation.DASHBOARD),
                    millis(slice.outcome().all()),
                    micros(List.of(slice)));
        }
    }

    /** Each operation as fast as it goes and its statements beside, in turns, so that what disturbs one disturbs the other. */
    void operations(Set<Operation> operations, int connections, Duration time)
            throws IOException, SQLException, InterruptedException {
        say(
                "%n| %d connections | requests/s | p50 | p95 | p99 ms | errors | CPU µs a request: server | database |"
                        + " client | pgbench/s | ratio |",
                connections);
        say("|---|---|---|---|---|---|---|---|---|---|---|");
        for (var operation : operations) {
            drive(connections, 0).only(operation, WARM_UP);
            var slices = new ArrayList<Slice>();
            var references = new ArrayList<Double>();
            for (var turn = 0; turn < TURNS; turn++) {
                slices.add(slice(operation, connections, time.dividedBy(TURNS)));
                references.add(reference(operation, connections, time.dividedBy(TURNS)));
            }
            say("| %s | %s |", row(operation, slices), beside(operation, slices, references));
        }
    }

    private static String row(Operation operation, List<Slice> slices) {
        var latencies = Latencies.sum(
                slices.stream().map(slice -> slice.outcome().all()).toList());
        return "%s | %,.0f | %s | %d | %s"
                .formatted(
                        operation.title(),
                        median(slices.stream().map(slice -> slice.rate(operation))),
                        millis(latencies),
                        slices.stream()
                                .mapToInt(slice -> slice.outcome().errors())
                                .sum(),
                        micros(slices));
    }

    private static String beside(Operation operation, List<Slice> slices, List<Double> references) {
        var ratios = IntStream.range(0, slices.size())
                .mapToObj(turn -> slices.get(turn).rate(operation) / references.get(turn));
        return "%,.0f | %.2f".formatted(median(references.stream()), median(ratios));
    }

    /** What came of one operation, and what was spent on it. */
    private record Slice(Drive.Outcome outcome, Product.Cpu cpu) {

        double rate(Operation operation) {
            return outcome.perSecond(operation);
        }
    }

    private Slice slice(Operation operation, int connections, Duration time)
            throws IOException, SQLException, InterruptedException {
        var before = product.cpu();
        var outcome = drive(connections, 0).only(operation, time);
        var cpu = product.cpu().since(before);
        store.takeBackEntries(People.LIKE);
        return new Slice(outcome, cpu);
    }

    /** How often pgbench does the same; not a number where there is none. */
    private double reference(Operation operation, int connections, Duration time)
            throws IOException, SQLException, InterruptedException {
        if (beside.isEmpty()) {
            return Double.NaN;
        }
        var rate = beside.get().rate(operation, connections, time);
        store.takeBackEntries(People.LIKE);
        return rate;
    }

    /** All operations at a rate that does not wait for the answers. */
    void mixed(int rate, int connections, Duration time) throws IOException, SQLException, InterruptedException {
        var before = product.cpu();
        var outcome = drive(connections, rate).mixed(time);
        var cpu = product.cpu().since(before);
        store.takeBackEntries(People.LIKE);
        say("%n| mixed, %,d requests/s for %d s | requests | p50 | p95 | p99 ms |", rate, time.toSeconds());
        say("|---|---|---|---|---|");
        for (var operation : Operation.values()) {
            var latencies = outcome.of(operation);
            say("| %s | %,d | %s |", operation.title(), latencies.count(), millis(latencies));
        }
        say("| all | %,d | %s |", outcome.all().count(), millis(outcome.all()));
        say(
                "%nErrors: %d. Share of one processor: server %.2f, database %.2f, client %.2f.",
                outcome.errors(),
                share(cpu.server(), outcome.time()),
                share(cpu.database(), outcome.time()),
                share(cpu.generator(), outcome.time()));
    }

    /** Reads at a steady rate, alone and while many sign in. */
    void signIns(int rate, Duration time) throws IOException, InterruptedException {
        var reads = drive(2 * FEW, READS_A_SECOND);
        reads.only(Operation.READ, WARM_UP);
        var alone = reads.only(Operation.READ, time).all();
        try (var flood = SignInFlood.begin(product.port(), people, rate, WARM_UP.plus(time))) {
            reads.only(Operation.READ, WARM_UP);
            var beside = reads.only(Operation.READ, time).all();
            say("%n| %d reads/s | p50 | p95 | p99 ms |", READS_A_SECOND);
            say("|---|---|---|---|");
            say("| alone | %s |", millis(alone));
            say("| while %d a second sign in | %s |", rate, millis(beside));
            say(
                    "%nThe p95 is %.1f of the one alone. The sign-ins were answered so: %s.",
                    beside.millis(0.95) / alone.millis(0.95), flood.answers());
        }
    }

    private Drive drive(int connections, int rate) {
        return new Drive(product.port(), people, connections, rate);
    }

    private static String millis(Latencies latencies) {
        return "%.1f | %.1f | %.1f".formatted(latencies.millis(0.5), latencies.millis(0.95), latencies.millis(0.99));
    }

    /** What a request took of the processors in server, database and client. */
    private static String micros(List<Slice> slices) {
        var requests =
                slices.stream().mapToInt(slice -> slice.outcome().all().count()).sum();
        return Stream.<Function<Product.Cpu, Duration>>of(
                        Product.Cpu::server, Product.Cpu::database, Product.Cpu::generator)
                .map(part -> slices.stream()
                        .mapToLong(slice -> part.apply(slice.cpu()).toNanos() / 1_000)
                        .sum())
                .map(micros -> Long.toString(micros / Math.max(1, requests)))
                .collect(Collectors.joining(" | "));
    }

    private static double median(Stream<Double> values) {
        var sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double share(Duration spent, Duration time) {
        return (double) spent.toNanos() / time.toNanos();
    }

    private static long secondsSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for this place alone
    private void say(String form, Object... values) {
        out.println(form.formatted(values));
        out.flush();
    }
}
