package io.tenth.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final int IN_CHUNKS = 0;

    private final HttpServer server = start();

    @BeforeEach
    void answerInEveryForm() {
        server.createContext("/length", exchange -> answer(exchange, 200, "short".length(), "short"));
        server.createContext("/chunks", exchange -> answer(exchange, 200, IN_CHUNKS, "long ".repeat(20_000) + "end"));
        server.createContext("/empty", exchange -> answer(exchange, 204, -1, ""));
        server.createContext("/last", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, 409, "no".length(), "no");
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsEachAnswerToItsEndAndNoFurther() throws IOException {
        try (var connection = new Connection(server.getAddress().getPort())) {
            assertThat(connection.send(Request.get("/length", "token"))).isEqualTo(200);
            assertThat(connection.answer()).endsWith("short");
            assertThat(connection.send(Request.get("/chunks", "token"))).isEqualTo(200);
            assertThat(connection.answer()).endsWith("end\r\n0\r\n\r\n").hasSizeGreaterThan(100_000);
            assertThat(connection.send(Request.get("/empty", "token"))).isEqualTo(204);
            assertThat(connection.send(Request.get("/length", "token"))).isEqualTo(200);
        }
    }

    @Test
    void beginsAnewWhereTheServerWantsNoMore() throws IOException {
        try (var connection = new Connection(server.getAddress().getPort())) {
            assertThat(connection.send(Request.get("/last", "token"))).isEqualTo(409);
            assertThat(connection.send(Request.get("/length", "token"))).isEqualTo(200);
        }
    }

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, long length, String body) throws IOException {
        exchange.sendResponseHeaders(status, length);
        try (var out = exchange.getResponseBody()) {
            if (!body.isEmpty()) {
                out.write(body.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
