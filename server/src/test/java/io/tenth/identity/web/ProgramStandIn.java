package io.tenth.identity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that asks to be connected, and the browser of the person whom it asks: one keeps its cookies, the other knows what its
 * proof key was made of. It follows no redirect, so that a test sees where each leads.
 */
final class ProgramStandIn {

    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    static final String BACK = "http://127.0.0.1:49152/callback";

    private static final Pattern TOKEN =
            Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\" data-header=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

    private final String server;
    private final HttpClient program = HttpClient.newHttpClient();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String id = "";

    ProgramStandIn(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String text(String name) {
            return json().path(name).asString("");
        }

        String location() {
            return response.headers().firstValue("Location").orElse("");
        }

        /** What a redirect hands over. */
        Map<String, String> query() {
            var query = URI.create(location()).getRawQuery();
            return query == null
                    ? Map.of()
                    : Arrays.stream(query.split("&"))
                            .map(one -> one.split("=", 2))
                            .collect(Collectors.toMap(
                                    one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
        }
    }

    String server() {
        return server;
    }

    String resource() {
        return server + "/mcp";
    }

    String id() {
        return id;
    }

    ProgramStandIn registered() {
        return registeredFor(BACK);
    }

    /** One to which people come back there. */
    ProgramStandIn registeredFor(String back) {
        var answer = register("{\"client_name\": \"Harbor Desk\", \"redirect_uris\": [\"" + back
                + "\"], \"token_endpoint_auth_method\": \"none\", \"client_uri\": \"https://desk.example\"}");
        if (answer.status() != 201) {
            throw new IllegalStateException("the registration was answered with " + answer.status() + answer.body());
        }
        id = answer.text("client_id");
        return this;
    }

    Answer register(String json) {
        return send(
                program,
                request("/oauth2/register")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    ProgramStandIn signedIn(String email, String password) {
        open("/sign-in");
        submit("/sign-in", Map.of("email", email, "password", password));
        return this;
    }

    /** What it asks for, which a test changes. */
    Map<String, String> question() {
        return new TreeMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                id,
                "redirect_uri",
                BACK,
                "scope",
                "time:read time:write",
                "state",
                "of the program",
                "code_challenge",
                challenge(VERIFIER),
                "code_challenge_method",
                "S256",
                "resource",
                resource()));
    }

    Answer ask(Map<String, String> question) {
        return open("/oauth2/authorize?" + form(question));
    }

    Answer open(String path) {
        return send(browser, request(path).GET());
    }

    /** Asks, and opens the page on which the person decides. */
    Answer consentPage(Map<String, String> question) {
        return open(path(ask(question).location()));
    }

    /** Of a page on which a person decides, the secret of its form. */
    static String secretOf(Answer page) {
        var found = SECRET.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("nobody is asked on a page that has the status " + page.status());
        }
        return found.group(1);
    }

    /** Asks, and has the person allow these scopes. */
    Answer allowed(Map<String, String> question, String... scopes) {
        return decide(secretOf(consentPage(question)), scopes);
    }

    Answer decide(String secret, String... scopes) {
        var form = new StringBuilder(form(Map.of("client_id", id, "state", secret)));
        List.of(scopes).forEach(scope -> form.append("&scope=").append(encoded(scope)));
        return send(
                browser,
                request("/oauth2/authorize")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** The code for everything that {@link #question} asks for. */
    String code() {
        return Objects.requireNonNull(
                allowed(question(), "time:read", "time:write").query().get("code"));
    }

    /** What it changes a code for, which a test changes. */
    Map<String, String> exchangeOf(String code) {
        return new TreeMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", id,
                "redirect_uri", BACK,
                "code", code,
                "code_verifier", VERIFIER,
                "resource", resource()));
    }

    Answer exchange(String code) {
        return token(exchangeOf(code));
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "client_id", id, "refresh_token", refreshToken));
    }

    Answer giveBack(String token) {
        return fromProgram("/oauth2/revoke", Map.of("client_id", id, "token", token));
    }

    Answer token(Map<String, String> form) {
        return fromProgram("/oauth2/token", form);
    }

    /** Submits a form of the last page that was opened. */
    Answer submit(String path, Map<String, String> form) {
        var page = open(path.startsWith("/account") ? "/account" : path);
        var found = TOKEN.matcher(page.body());
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (found.find()) {
            request.header(found.group(2), found.group(1));
        }
        return send(browser, request.POST(HttpRequest.BodyPublishers.ofString(form(form))));
    }

    Answer fromProgram(String path, Map<String, String> form) {
        return send(
                program,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(form))));
    }

    Answer get(String path) {
        return send(program, request(path).GET());
    }

    static String path(String location) {
        var address = URI.create(location);
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> with(Map<String, String> form, String name, String value) {
        var changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> form, String name) {
        var changed = new HashMap<>(form);
        changed.remove(name);
        return changed;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
