package io.tenth.benchmark.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;

/**
 * What stands beside the product: pgbench, which sends the statements of an operation to the same database as the same role, with the
 * same settings for row-level security, from as many connections. The statements are copies: the scripts beside this class follow the
 * product's repositories by hand.
 */
record PgBench(Path program, int port, String password, List<Person> people) {

    static final String MISSING =
            "pgbench is not there, so nothing stands beside the figures: install Debian's postgresql-contrib and"
                    + " postgresql-client, or put a pgbench on the path.";

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final int ENTRIES_OF_A_PERSON = 4;

    /** Takes another person now and then; in between the same one, so that the choice costs nothing. */
    @SuppressWarnings("InlineFormatString") // a script reads best in one piece
    private static final String CHOICE = """
            \\if :left = 0
            SELECT split_part(chosen, '/', 1) AS person, split_part(chosen, '/', 2) AS entry, split_part(chosen, '/', 3) AS day
              FROM (SELECT (ARRAY[%s])[1 + (:client_id + %s) %% %d] AS chosen) AS choice \\gset
            \\set left 100
            \\endif
            \\set left :left - 1
            """;

    static Optional<Path> found() {
        var folders = new ArrayList<String>(List.of(System.getenv("PATH").split(":")));
        folders.add("/usr/lib/postgresql/15/bin");
        return folders.stream()
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How often a second the statements of a request run. */
    double rate(Operation operation, int connections, Duration time) throws IOException, InterruptedException {
        var script = Files.createTempFile("tenth-load", ".sql");
        try {
            Files.writeString(script, script(operation));
            var builder = new ProcessBuilder(
                    program.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--define=left=0",
                    "--client=" + connections,
                    "--jobs=" + Math.min(2, connections),
                    "--time=" + time.toSeconds(),
                    "--file=" + script,
                    "--host=127.0.0.1",
                    "--port=" + port,
                    "--username=tenth_app",
                    "tenth");
            builder.environment().put("PGPASSWORD", password);
            var process = builder.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var rate = RATE.matcher(said);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IOException("pgbench failed:\n" + said);
            }
            return Double.parseDouble(rate.group(1)) * requests(operation);
        } finally {
            Files.delete(script);
        }
    }

    private String script(Operation operation) throws IOException {
        var name = operation.name().toLowerCase(Locale.ROOT) + ".sql";
        try (var script = PgBench.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("there are no statements of " + operation);
            }
            return choice(operation) + new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of timers each connection has a person of its own. */
    private String choice(Operation operation) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var timers = operation == Operation.TIMER;
        var chosen = new ArrayList<String>();
        for (var round = 0; round < (timers ? 1 : ENTRIES_OF_A_PERSON); round++) {
            people.forEach(person -> chosen.add(cell(person, random)));
        }
        return CHOICE.formatted(
                String.join(",", chosen), timers ? "0" : "floor(random() * 1000)::integer", chosen.size());
    }

    private static String cell(Person person, RandomGenerator random) {
        return "'" + person.user() + "/" + person.anEntry(random) + "/" + person.aDay(random) + "'";
    }

    /** How many requests the statements of a script stand for. */
    private static int requests(Operation operation) {
        return operation == Operation.TIMER ? 2 : 1;
    }
}
