package io.tenth.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The secrets of an installation, each in a file of its own that only its owner can read, made on the first start. */
public final class Secrets {

    private final Path folder;
    private final BooleanSupplier holdsAccounts;

    Secrets(Path folder, BooleanSupplier holdsAccounts) {
        this.folder = folder;
        this.holdsAccounts = holdsAccounts;
    }

    /** A random secret of 256 bits in base64url. Where it is lost, another one does. */
    public String random(String name) {
        return readOrCreate(name, SecretFile::random);
    }

    /** A random secret like {@link #random}, without which what is stored is of no use: see {@link #lasting(String, Supplier)}. */
    public String lasting(String name) {
        return lasting(name, SecretFile::random);
    }

    /**
     * A secret of a form of its own, without which what is stored is of no use. It is made for an empty database alone; where it
     * is gone, the start is refused, since another one would fit nothing and hide that the right one is missing.
     */
    public String lasting(String name, Supplier<String> fresh) {
        var file = folder.resolve(name);
        if (Files.notExists(file) && holdsAccounts.getAsBoolean()) {
            throw new StartRefusedException(
                    "The file " + file + " is missing, and the database holds accounts that need"
                            + " it: restore it from the backup of this database. Nothing else opens what it has sealed.");
        }
        return readOrCreate(name, fresh);
    }

    private String readOrCreate(String name, Supplier<String> fresh) {
        try {
            return SecretFile.readOrCreate(folder.resolve(name), fresh);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " could not be read or made", e);
        }
    }
}
