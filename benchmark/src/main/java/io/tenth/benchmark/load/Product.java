package io.tenth.benchmark.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The product, started on a home folder of its own with its usual settings but for the limits of requests, which are off. */
final class Product implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready at http://127\\.0\\.0\\.1:(\\d+)");
    private static final long KILOBYTES_OF_A_MEGABYTE = 1024;

    private final Process process;
    private final Path home;
    private final int port;

    private Product(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Starts it; the launcher builds it first where that is needed. */
    static Product start(Path launcher, Path home) throws IOException {
        return start(launcher, home, Map.of());
    }

    /** Starts it with more settings. */
    static Product start(Path launcher, Path home, Map<String, String> settings) throws IOException {
        Files.createDirectories(home);
        var builder = new ProcessBuilder(launcher.toString(), "serve");
        var environment = builder.environment();
        environment.putAll(settings);
        environment.put("TENTH_HOME", home.toString());
        environment.put("API_PORT", "0");
        environment.put("REGISTRATION", "open");
        environment.put("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "1440");
        for (var kind : new String[] {"AUTH", "READ", "WRITE"}) {
            environment.put("RATE_LIMIT_" + kind, "off");
        }
        var process =
                builder.redirectOutput(home.resolve("server.log").toFile()).start();
        return new Product(process, home, port(process.errorReader()));
    }

    private static int port(BufferedReader words) throws IOException {
        var said = new StringBuilder();
        for (var line = words.readLine(); line != null; line = words.readLine()) {
            var ready = READY.matcher(line);
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("The product did not start:\n" + said);
    }

    int port() {
        return port;
    }

    /** The port of its database. */
    int databasePort() throws IOException {
        return Integer.parseInt(Files.readString(home.resolve("postgres.port")).strip());
    }

    /** The password of a role of its database. */
    String password(String role) throws IOException {
        return Files.readString(home.resolve("secrets/postgres-" + role)).strip();
    }

    /** The time of processors that was spent until now. */
    Cpu cpu() {
        return new Cpu(
                spent(process.toHandle()),
                process.descendants().map(Product::spent).reduce(Duration.ZERO, Duration::plus),
                spent(ProcessHandle.current()));
    }

    private static Duration spent(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Of the server, of its database, and of what asks it. */
    record Cpu(Duration server, Duration database, Duration generator) {

        Cpu since(Cpu before) {
            return new Cpu(
                    server.minus(before.server), database.minus(before.database), generator.minus(before.generator));
        }
    }

    /** The memory of the server that is resident now, and the most that was, in megabytes. */
    String memory() throws IOException {
        return megabytes("VmRSS") + " now, " + megabytes("VmHWM") + " at most";
    }

    private long megabytes(String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES_OF_A_MEGABYTE;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
