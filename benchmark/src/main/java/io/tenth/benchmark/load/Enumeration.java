package io.tenth.benchmark.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Whether a stranger learns from an answer, or from how long it takes, who has an account. Asks the product in turns for accounts that
 * are there, locked and not there, and prints the medians. The tests hold the answers equal, and the work; this shows the time.
 */
public final class Enumeration {

    private static final int TRIES = 500;
    private static final int GUESSES = 4;
    private static final int GUESSES_THAT_LOCK = 5;
    private static final double MEDIAN = 0.5;

    /** Letters are tried, since that is what could take time; there is nobody to take them. */
    private static final Map<String, String> LETTERS = Map.of(
            "SMTP_HOST",
            "127.0.0.1",
            "SMTP_PORT",
            "9",
            "SMTP_SECURITY",
            "none",
            "SMTP_FROM",
            "tenth@load.example",
            "PUBLIC_URL",
            "https://time.load.example");

    private final Connection connection;
    private final int tries;

    private Enumeration(Connection connection, int tries) {
        this.connection = connection;
        this.tries = tries;
    }

    /** What is asked about whom; the requests of one kind are numbered, since an account locks after a few. */
    private record Kind(String operation, String whose, IntFunction<ByteBuffer> request) {}

    /** Takes the number of tries of each kind, and what starts the product. */
    public static void main(String[] arguments) throws IOException {
        var tries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TRIES;
        var launcher = Path.of(arguments.length > 1 ? arguments[1] : "tenth").toAbsolutePath();
        var folder = Files.createDirectories(Path.of("benchmark", "target")).toAbsolutePath();
        var home = Files.createTempDirectory(folder, "enumeration");
        try (var product = Product.start(launcher, home, LETTERS);
                var connection = new Connection(product.port())) {
            new Enumeration(connection, tries).measure();
        }
    }

    private void measure() throws IOException {
        for (var number = 0; number <= tries / GUESSES; number++) {
            register(address(number));
        }
        register("locked@load.example");
        for (var guess = 0; guess < GUESSES_THAT_LOCK; guess++) {
            connection.send(signIn("locked@load.example"));
        }
        print(
                new Kind("sign-in", "an account", number -> signIn(address(number / GUESSES))),
                new Kind("sign-in", "nobody", number -> signIn("nobody-" + number + "@load.example")),
                new Kind("sign-in", "a locked account", number -> signIn("locked@load.example")));
        print(
                new Kind("reset", "an account", number -> reset(address(number / GUESSES))),
                new Kind("reset", "nobody", number -> reset("nobody-" + number + "@load.example")));
    }

    private void print(Kind... kinds) throws IOException {
        var answers = new TreeSet<String>();
        var times = Stream.generate(Latencies::new).limit(kinds.length).toList();
        for (var number = 0; number < tries; number++) {
            for (var turn = 0; turn < kinds.length; turn++) {
                var place = (number + turn) % kinds.length;
                var request = kinds[place].request().apply(number);
                var begun = System.nanoTime();
                connection.send(request);
                times.get(place).add(System.nanoTime() - begun);
                answers.add(withoutMeta(connection.answer()));
            }
        }
        PrintStream out = System.out;
        var first = times.getFirst().millis(MEDIAN);
        for (var place = 0; place < kinds.length; place++) {
            var median = times.get(place).millis(MEDIAN);
            out.printf(
                    "%-8s of %-17s median %8.2f ms, %+7.2f ms%n",
                    kinds[place].operation(), kinds[place].whose(), median, median - first);
        }
        out.printf("%-8s different answers in %,d tries of each: %d%n", kinds[0].operation(), tries, answers.size());
    }

    private void register(String email) throws IOException {
        var account = "{\"email\":\"" + email + "\",\"full_name\":\"A Person\",\"password\":\"Right-of-1000-guesses\"}";
        if (connection.send(Request.post("/api/auth/register", account)) != 201) {
            throw new IOException("The product answered:\n" + connection.answer());
        }
    }

    private static String address(int number) {
        return "person-" + number + "@load.example";
    }

    private static ByteBuffer signIn(String email) {
        return Request.post("/api/auth/login", "{\"email\":\"" + email + "\",\"password\":\"Wrong-of-1000-guesses\"}");
    }

    private static ByteBuffer reset(String email) {
        return Request.post("/api/auth/password-resets", "{\"email\":\"" + email + "\"}");
    }

    /** All but the request's id, the time, and what counts the requests of the caller and the connection. */
    private static String withoutMeta(String answer) {
        return answer.replaceAll("(?i)\\r\\n(date|x-request-id|ratelimit|connection|keep-alive):[^\\r]*", "")
                .replaceAll("\"(request_id|timestamp)\":\"[^\"]*\"", "");
    }
}
