package io.tenth.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A Redis of its own for a test, without anything to install. */
public final class TestRedis implements AutoCloseable {

    private final int port = freePort();
    private RedisServer server = start(port);

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    void stop() {
        stop(server);
    }

    void startAgain() {
        server = start(port);
    }

    @Override
    public void close() {
        stop(server);
    }

    private static RedisServer start(int port) {
        try {
            var server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .onShutdownForceStop(true)
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
