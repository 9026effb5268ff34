package io.tenth.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The secrets of an installation, each in a file of its own that only its owner can read, made on the first start. */
public final class Secrets {

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** A random secret of 256 bits in base64url. */
    public String random(String name) {
        try {
            return SecretFile.readOrCreate(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " could not be read or made", e);
        }
    }

    /** A secret of a form of its own. */
    public String made(String name, Supplier<String> fresh) {
        try {
            return SecretFile.readOrCreate(folder.resolve(name), fresh);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " could not be read or made", e);
        }
    }
}
