package io.tenth.mail.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tenth.mail.CallLimit;
import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of mail that holds one person's, with its rules enforced: OAuth 2.0 with PKCE, access tokens that end, a quota in a
 * sliding window, pages. What differs between providers is in what extends it.
 */
public abstract class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "tenth-client";
    public static final String SECRET = "tenth-client-secret";
    public static final String PERSON = "dana@firm.example";

    private static final int PAGE = 10;

    private final HttpServer server;
    private final Set<String> accessTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Sent> mail = new ArrayList<>();
    private volatile QuotaWindow quota = new QuotaWindow(new CallLimit(1_000_000, 1, Duration.ofMinutes(1)));
    private volatile String account = PERSON;
    private volatile int page = PAGE;
    private volatile Consumer<String> listener = request -> {};

    @SuppressWarnings("this-escape") // nobody knows its address before it is made
    protected FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** A message that was sent. */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes it
    public record Sent(String id, String subject, Instant at, byte[] content, int change) {}

    /** What is wrong with the next calls that it fits. */
    public record Trouble(String pathPart, int status, String body, Map<String, String> headers) {

        Reply reply() {
            return new Reply(status, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
        }
    }

    /** What is answered. */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes it
    public record Reply(int status, String type, byte[] body, Map<String, String> headers) {

        public static Reply json(int status, Object content) {
            return new Reply(status, "application/json", JsonMapper.shared().writeValueAsBytes(content), Map.of());
        }
    }

    /** The service that reads it, with the limits that are meant for it. */
    public abstract MailService service();

    /** Forgets how far anybody has read. */
    public abstract void forgetCursors();

    /** How many units a call costs. */
    protected abstract int cost(String path);

    protected abstract Reply overQuota();

    protected abstract Reply refusedToken();

    protected abstract Reply call(String path, Map<String, String> query);

    public final URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public final void limit(CallLimit limit) {
        quota = new QuotaWindow(limit);
    }

    public final QuotaWindow quota() {
        return quota;
    }

    /** Lists so many at once. */
    public final void pagesOf(int messages) {
        page = messages;
    }

    protected final int page() {
        return page;
    }

    /** How often too much was asked. */
    public final int overruns() {
        return refused.get();
    }

    /** Calls of the API over HTTP, those that got nowhere among them. */
    public final int asked() {
        return asked.get();
    }

    /** Makes a call fail once; several of them in turn. */
    public final void fail(Trouble trouble) {
        synchronized (troubles) {
            troubles.add(trouble);
        }
    }

    /** Tells of each request from now on: its address, its headers and its body. */
    public final void tellOfRequests(Consumer<String> other) {
        listener = other;
    }

    /** Whose mail it is, from now on. */
    public final void belongTo(String person) {
        account = person;
    }

    protected final String account() {
        return account;
    }

    /** A grant as somebody has who has signed in, with an access token that is good. */
    public final Connection.Grant grant() {
        return new Connection.Grant(
                newRefreshToken(), newAccessToken(), Clock.systemUTC().instant().plusSeconds(3_600), null);
    }

    /** The person signs in by this link and agrees: where their browser is sent then. */
    public final URI agree(URI link) {
        var query = fields(link.getRawQuery());
        if (!CLIENT.equals(query.get("client_id")) || !"S256".equals(query.get("code_challenge_method"))) {
            throw new IllegalArgumentException("no such client, or no challenge: " + link);
        }
        var code = "code-" + numbers.incrementAndGet();
        challenges.put(code, query.get("code_challenge"));
        return URI.create(query.get("redirect_uri") + "?code=" + code + "&state="
                + Form.encoded(query.getOrDefault("state", "")));
    }

    public final boolean isGranted(Connection.Grant grant) {
        return refreshTokens.contains(grant.refreshToken());
    }

    public final void endAccessTokens() {
        accessTokens.clear();
    }

    public final void revoke() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    public final void send(String subject, Instant at, byte[] content) {
        synchronized (mail) {
            var number = numbers.incrementAndGet();
            mail.add(new Sent("m" + Integer.toHexString(number + 0xabc000), subject, at, content, number));
        }
    }

    public final void delete(String subject) {
        synchronized (mail) {
            mail.removeIf(message -> message.subject().equals(subject));
        }
    }

    protected final List<Sent> mail() {
        synchronized (mail) {
            return List.copyOf(mail);
        }
    }

    protected final Optional<Sent> message(String id) {
        return mail().stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** The number of the latest change. */
    protected final int change() {
        return numbers.get();
    }

    @Override
    public final void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            listener.accept(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet() + " " + new String(body, StandardCharsets.UTF_8));
            var reply = reply(exchange, body);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        var path = exchange.getRequestURI().getPath();
        var form = fields(new String(body, StandardCharsets.UTF_8));
        if (path.endsWith("/revoke")) {
            var known = refreshTokens.remove(form.getOrDefault("token", ""));
            return Reply.json(known ? 200 : 400, Map.of());
        }
        if (path.endsWith("/token")) {
            return token(form);
        }
        asked.incrementAndGet();
        var shown = exchange.getRequestHeaders().getFirst("Authorization");
        return "POST".equals(exchange.getRequestMethod())
                ? posted(path, exchange.getRequestHeaders().getFirst("Content-Type"), body, shown)
                : called(exchange.getRequestURI(), shown);
    }

    private Reply posted(String path, String type, byte[] body, String shown) {
        return trouble(path)
                .map(Trouble::reply)
                .orElseGet(
                        () -> isTaken(shown) ? post(path, type, body, inner -> called(inner, shown)) : refusedToken());
    }

    /**
     * Answers what is posted; a provider may have calls within one.
     *
     * @param inner answers a call as if it had come by itself
     */
    protected Reply post(String path, String type, byte[] body, Function<URI, Reply> inner) {
        return Reply.json(405, Map.of());
    }

    private Reply called(URI address, String shown) {
        var trouble = trouble(address.getPath());
        if (trouble.isPresent()) {
            return trouble.get().reply();
        }
        if (!isTaken(shown)) {
            return refusedToken();
        }
        if (!quota.take(cost(address.getPath()))) {
            refused.incrementAndGet();
            return overQuota();
        }
        return call(address.getPath(), fields(address.getRawQuery()));
    }

    private boolean isTaken(String shown) {
        return shown != null && accessTokens.contains(shown.replace("Bearer ", ""));
    }

    private Optional<Trouble> trouble(String path) {
        synchronized (troubles) {
            var found = troubles.stream()
                    .filter(one -> path.contains(one.pathPart()))
                    .findFirst();
            found.ifPresent(troubles::remove);
            return found;
        }
    }

    private Reply token(Map<String, String> form) {
        var trouble = trouble("/token");
        if (trouble.isPresent()) {
            return new Reply(
                    trouble.get().status(), "text/html", "<p>busy</p>".getBytes(StandardCharsets.UTF_8), Map.of());
        }
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            return Reply.json(401, Map.of("error", "invalid_client"));
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> {
                var challenge = challenges.remove(form.getOrDefault("code", ""));
                yield challenge != null && challenge.equals(challengeOf(form.getOrDefault("code_verifier", "")))
                        ? granted(newRefreshToken())
                        : Reply.json(400, Map.of("error", "invalid_grant"));
            }
            case "refresh_token" ->
                refreshTokens.contains(form.getOrDefault("refresh_token", ""))
                        ? granted(renewedRefreshToken(form.getOrDefault("refresh_token", "")))
                        : Reply.json(400, Map.of("error", "invalid_grant"));
            default -> Reply.json(400, Map.of("error", "unsupported_grant_type"));
        };
    }

    /** The refresh token after one was used; a provider may give a new one each time. */
    protected String renewedRefreshToken(String used) {
        return used;
    }

    protected final String newRefreshToken() {
        var token = "refresh-" + numbers.incrementAndGet();
        refreshTokens.add(token);
        return token;
    }

    private Reply granted(String refreshToken) {
        return Reply.json(
                200,
                Map.of(
                        "access_token",
                        newAccessToken(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3_599,
                        "refresh_token",
                        refreshToken));
    }

    private String newAccessToken() {
        var token = "access-" + numbers.incrementAndGet();
        accessTokens.add(token);
        return token;
    }

    private static String challengeOf(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String query) {
        var fields = new HashMap<String, String>();
        if (query != null && !query.isEmpty()) {
            for (var field : query.split("&", -1)) {
                var parts = field.split("=", 2);
                fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
