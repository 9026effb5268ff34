package io.tenth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one installation, and where each part of the database lies in it. */
record Home(Path root) {
    static Home at(Path folder) throws IOException {
        return new Home(Files.createDirectories(folder).toRealPath());
    }

    Path binaries() {
        return root.resolve("postgres");
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path secret(String name) {
        return root.resolve("secrets").resolve(name);
    }

    /** Remembers the port, so that it stays the same from start to start. */
    Path port() {
        return root.resolve("postgres.port");
    }

    Path lock() {
        return root.resolve("tenth.lock");
    }
}
