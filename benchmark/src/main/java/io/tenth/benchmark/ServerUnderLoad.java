package io.tenth.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged server in a process of its own with a small heap, and its API as a stranger's program uses it. */
final class ServerUnderLoad implements AutoCloseable {

    private static final String EMAIL = "paul@firm.example";
    private static final String PASSWORD = "Correct-horse-7-battery";
    private static final Pattern READY = Pattern.compile("Ready at (http://\\S+)");
    private static final Pattern LINK = Pattern.compile("http://\\S+/join#(\\S+)");
    private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Process process;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    private ServerUnderLoad(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static ServerUnderLoad start(Path app, Path folder) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                app.resolve("*") + ":" + app.resolve("lib/*"),
                "io.tenth.cli.Main",
                "serve");
        builder.environment()
                .putAll(Map.of(
                        "TENTH_HOME", folder.resolve("home").toString(),
                        "API_PORT", "0",
                        "RATE_LIMIT_READ", "off",
                        "RATE_LIMIT_WRITE", "off",
                        "RATE_LIMIT_AUTH", "off"));
        builder.redirectOutput(folder.resolve("server.log").toFile());
        var process = builder.start();
        var said = new StringBuilder();
        var server = new ServerUnderLoad(
                process, found(READY, process.errorReader(), said).group(1));
        server.signIn(found(LINK, said));
        return server;
    }

    /** Returns its path. */
    String newMailbox(String name) throws IOException, InterruptedException {
        return send(
                        "POST",
                        "/api/mailboxes",
                        BodyPublishers.ofString("{\"name\":\"" + name + "\"}"),
                        "application/json")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Scans a file; returns how long that took once the file was there. */
    Duration scan(Path mbox, String mailbox) throws IOException, InterruptedException {
        var scan = send("POST", mailbox + "/files", BodyPublishers.ofFile(mbox), "application/mbox")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var events = send("GET", scan + "/events", BodyPublishers.noBody(), "application/json")
                .body();
        while (!events.contains("event: end")) {
            events = send("GET", scan + "/events", BodyPublishers.noBody(), "application/json")
                    .body();
        }
        return Duration.between(
                Instant.parse(field("created_at", events)), Instant.parse(field("finished_at", events)));
    }

    /** The most memory that the process has held so far; 0 where the system does not tell. */
    long peakMegabytes() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        var peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(Files.readString(status));
        return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : 0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void signIn(Matcher link) throws IOException, InterruptedException {
        var page = send("GET", "/join", BodyPublishers.noBody(), "text/html");
        var form = Map.of(
                "_csrf",
                found(FORGERY_TOKEN, page.body()).group(1),
                "link",
                link.group(1),
                "email",
                EMAIL,
                "fullName",
                "Paul Brandt",
                "password",
                PASSWORD,
                "zone",
                "America/Chicago");
        send("POST", "/join", BodyPublishers.ofString(encoded(form)), "application/x-www-form-urlencoded");
        var credentials = "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}";
        token = field(
                "token",
                send("POST", "/api/auth/login", BodyPublishers.ofString(credentials), "application/json")
                        .body());
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

    private static Matcher found(Pattern wanted, BufferedReader lines, StringBuilder said) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            var matcher = wanted.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
        }
        throw new IOException("the server ended before it was ready: " + said);
    }

    private static Matcher found(Pattern wanted, CharSequence text) throws IOException {
        var matcher = wanted.matcher(text);
        if (!matcher.find()) {
            throw new IOException("nothing matched " + wanted);
        }
        return matcher;
    }

    /** The last value of a field of JSON. */
    private static String field(String name, String json) throws IOException {
        var start = json.lastIndexOf("\"" + name + "\":\"");
        if (start < 0) {
            throw new IOException("no " + name + " in the answer");
        }
        var from = start + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
