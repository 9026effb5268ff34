package io.tenth;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages as a browser asks for them: it keeps cookies, follows redirects, and sends the token against forgery that the last
 * whole page gave it. It runs no script.
 */
public final class Browser {

    private static final Pattern TOKEN =
            Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\" data-header=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;
    private String header = "X-None";
    private String token = "none";

    Browser(int port) {
        address = "http://127.0.0.1:" + port;
    }

    /** What came back, at the end of all redirects. */
    public record Answer(int status, String path, String body, HttpResponse<String> response) {

        /** The text without tags, white space made single: as it is read. */
        public String text() {
            return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        }
    }

    public Browser signIn(String email) {
        get("/sign-in");
        var answer = post("/sign-in", Map.of("email", email, "password", ServerTest.PASSWORD));
        if (answer.status() != 200) {
            throw new IllegalStateException("the sign-in was answered with " + answer.status());
        }
        return this;
    }

    /** A whole page. */
    public Answer get(String path) {
        var answer = send(request(path).GET());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
            header = found.group(2);
        }
        return answer;
    }

    /** A part of a page, as the script asks for it. */
    public Answer part(String path) {
        return send(request(path).header("HX-Request", "true").GET());
    }

    /** A form that the browser itself sends. */
    public Answer post(String path, Map<String, String> form) {
        return send(request(path)
                .header(header, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(encoded(form)));
    }

    /** A form that the script sends. */
    public Answer change(String path, Map<String, String> form) {
        return change("POST", path, encoded(form), "application/x-www-form-urlencoded");
    }

    /** A form with several fields of one name, encoded already. */
    public Answer postRows(String path, String form) {
        return send(request(path)
                .header(header, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public Answer delete(String path) {
        return change("DELETE", path, BodyPublishers.noBody(), "text/plain");
    }

    /** A file that the script sends. */
    public Answer upload(String name, byte[] content) {
        return send(request("/mail")
                .header("HX-Request", "true")
                .header(header, token)
                .header("X-File-Name", URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** A form with parts, as the browser itself sends it. */
    public Answer multipart(String path, String boundary, String body) {
        return send(request(path)
                .header(header, token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Forgets the token, as a page of another site does not have it. */
    public Browser withoutToken() {
        header = "X-None";
        return this;
    }

    private Answer change(String method, String path, BodyPublisher body, String type) {
        return send(request(path)
                .header("HX-Request", "true")
                .header(header, token)
                .header("Content-Type", type)
                .method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.uri().getPath(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static BodyPublisher encoded(Map<String, String> form) {
        return BodyPublishers.ofString(form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }
}
