package io.tenth.benchmark.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The packaged server in a process of its own with a small heap, and its API as a stranger's program uses it. */
final class ServerUnderLoad implements AutoCloseable {

    private static final String PASSWORD = "Correct-horse-7-battery";
    private static final Pattern READY = Pattern.compile("Ready at (http://\\S+)");
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);
    private static final long KILOBYTES_OF_A_MEGABYTE = 1024;
    private static final long BYTES_OF_A_MEGABYTE = 1024 * 1024;

    private final Process process;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerUnderLoad(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static ServerUnderLoad start(Path app, Path folder, int heapMegabytes) throws IOException {
        var builder = new ProcessBuilder(
                BIN.resolve("java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                app.resolve("*") + ":" + app.resolve("lib/*"),
                "io.tenth.cli.Main",
                "serve");
        builder.environment()
                .putAll(Map.of(
                        "TENTH_HOME", folder.resolve("home").toString(),
                        "API_PORT", "0",
                        "REGISTRATION", "open",
                        "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "1440",
                        "RATE_LIMIT_READ", "off",
                        "RATE_LIMIT_WRITE", "off",
                        "RATE_LIMIT_AUTH", "off"));
        builder.redirectOutput(folder.resolve("server.log").toFile());
        var process = builder.start();
        try {
            return new ServerUnderLoad(process, address(process.errorReader()));
        } catch (IOException failed) {
            process.destroy();
            throw failed;
        }
    }

    /** Makes an account and signs it in. */
    Person join(String email) throws IOException, InterruptedException {
        var nobody = new Person("");
        var credentials = "\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"";
        nobody.post("/api/auth/register", "{" + credentials + ",\"full_name\":\"Paul Brandt\"}");
        var answer = nobody.post("/api/auth/login", "{" + credentials + ",\"client\":\"native\"}");
        return new Person(field("token", answer.body()));
    }

    /** What is live on the heap, in megabytes: the server collects its garbage and counts what is left. */
    long liveHeapMegabytes() throws IOException, InterruptedException {
        var total = LIVE.matcher(diagnose("GC.class_histogram"));
        return total.find() ? Long.parseLong(total.group(1)) / BYTES_OF_A_MEGABYTE : 0;
    }

    /** The memory of the process that is resident now, and the most that was. */
    String memory() throws IOException {
        return "resident " + megabytes("VmRSS") + " MB, at most " + megabytes("VmHWM") + " MB";
    }

    /** The time of processors that was spent until now. */
    Spent spent() {
        return new Spent(
                time(process.toHandle()),
                process.descendants().map(ServerUnderLoad::time).reduce(Duration.ZERO, Duration::plus));
    }

    /** By the server, and by its database. */
    record Spent(Duration server, Duration database) {

        Spent since(Spent before) {
            return new Spent(server.minus(before.server), database.minus(before.database));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Somebody who scans, or with an empty token nobody yet. */
    final class Person {

        private final String token;

        private Person(String token) {
            this.token = token;
        }

        /** Returns its path. */
        String newMailbox(String name) throws IOException, InterruptedException {
            return location(post("/api/mailboxes", "{\"name\":\"" + name + "\"}"));
        }

        /** Begins to scan a file; returns the path of the scan. */
        String begin(Path mbox, String mailbox) throws IOException, InterruptedException {
            return location(send("POST", mailbox + "/files", BodyPublishers.ofFile(mbox), "application/mbox"));
        }

        /** Scans a file; returns how long that took once the file was there. */
        Duration scan(Path mbox, String mailbox) throws IOException, InterruptedException {
            return awaitEnd(begin(mbox, mailbox));
        }

        /** Returns how long the scan took once the file was there. */
        Duration awaitEnd(String scan) throws IOException, InterruptedException {
            var progress = progress(scan);
            while (!progress.over()) {
                LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
                progress = progress(scan);
            }
            return progress.took();
        }

        Progress progress(String scan) throws IOException, InterruptedException {
            var answer = send("GET", scan, BodyPublishers.noBody(), "application/json")
                    .body();
            var over = !answer.contains("\"finished_at\":null");
            if (over && !field("state", answer).equals("done")) {
                throw new IOException("the scan was not done: " + answer);
            }
            return new Progress(
                    number("messages_new", answer) + number("messages_known", answer),
                    over,
                    over
                            ? Duration.between(
                                    Instant.parse(field("created_at", answer)),
                                    Instant.parse(field("finished_at", answer)))
                            : Duration.ZERO);
        }

        private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
            return send("POST", path, BodyPublishers.ofString(json), "application/json");
        }

        private HttpResponse<String> send(String method, String path, BodyPublisher body, String type)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", type)
                    .method(method, body);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException(method + " " + path + " gave " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        }
    }

    /**
     * How far a scan has come.
     *
     * @param took zero until it is over
     */
    record Progress(int messages, boolean over, Duration took) {}

    private String diagnose(String command) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(BIN.resolve("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    private long megabytes(String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES_OF_A_MEGABYTE;
        }
    }

    private static Duration time(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String address(BufferedReader words) throws IOException {
        var said = new StringBuilder();
        for (var line = words.readLine(); line != null; line = words.readLine()) {
            var ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IOException("the server ended before it was ready: " + said);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static int number(String name, String json) throws IOException {
        var matcher = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
        if (!matcher.find()) {
            throw new IOException("no " + name + " in the answer");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static String field(String name, String json) throws IOException {
        var matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IOException("no " + name + " in the answer");
        }
        return matcher.group(1);
    }
}
