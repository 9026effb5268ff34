package io.tenth.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chooses a free port on the loopback address: the one of the last start if it can still be had. */
final class Port {
    private static final int ANY = 0;

    private Port() {}

    static int choose(Path remembered) throws IOException {
        int port = bindable(last(remembered));
        if (port == ANY) {
            port = bindable(ANY);
        }
        Files.writeString(remembered, port + "\n");
        return port;
    }

    private static int last(Path remembered) throws IOException {
        String text = Files.exists(remembered) ? Files.readString(remembered).strip() : "";
        return text.matches("[1-9]\\d{3,4}") ? Math.min(Integer.parseInt(text), 65535) : ANY;
    }

    /** Returns the port that could be bound, which is the wished one unless that is 0, or 0 when it is taken. */
    private static int bindable(int wished) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wished));
            return socket.getLocalPort();
        } catch (IOException taken) {
            return ANY;
        }
    }
}
