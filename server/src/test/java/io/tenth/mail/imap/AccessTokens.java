package io.tenth.mail.imap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** The access tokens of a provider, which mail servers ask about (RFC 7662). */
final class AccessTokens implements AutoCloseable {

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean broken;

    AccessTokens() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/introspection";
    }

    void give(String token, String owner) {
        owners.put(token, owner);
    }

    void revoke(String token) {
        owners.remove(token);
    }

    /** Whoever asks from now on has no answer that says anything. */
    void breakDown() {
        broken = true;
    }

    /** How often a server has asked. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var token = URLDecoder.decode(form.replaceFirst("^(?:.*&)?token=([^&]*).*$", "$1"), StandardCharsets.UTF_8);
            var owner = owners.get(token);
            var said = owner == null ? Map.of("active", false) : Map.of("active", true, "username", owner);
            var body = JsonMapper.shared().writeValueAsBytes(said);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(broken ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
