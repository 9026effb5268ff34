package io.tenth.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A secret in a file of its own that only its owner can read, made on first use.
 *
 * <p>The file appears whole or not at all, and of two processes that make it at once both read the same secret.
 */
public final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFile() {}

    /** Returns the secret in the file; the first time a random one of 256 bits, in 43 characters of base64url. */
    public static String readOrCreate(Path file) throws IOException {
        return readOrCreate(file, SecretFile::random);
    }

    /** Returns the secret in the file; the first time the one that is supplied, which must not be blank. */
    public static String readOrCreate(Path file, Supplier<String> fresh) throws IOException {
        if (Files.notExists(file)) {
            create(file, fresh.get());
        }
        return read(file);
    }

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void create(Path file, String secret) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ENTERS));
        Path whole = Files.createTempFile(
                folder, ".unfinished-", "", PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
        try {
            write(whole, secret);
            link(whole, file);
        } finally {
            Files.delete(whole);
        }
    }

    private static void write(Path file, String secret) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** Gives the whole file its name: unlike a move, a link never replaces the secret that another process made first. */
    private static void link(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException madeByAnother) {
            return;
        }
    }

    private static String read(Path file) throws IOException {
        var granted = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        granted.removeAll(OWNER_READS_AND_WRITES);
        if (!granted.isEmpty()) {
            throw new StartRefusedException(
                    "The secret in " + file + " is open to others: allow it to its owner alone (chmod 600).");
        }
        String secret = Files.readString(file).strip();
        if (secret.isEmpty()) {
            throw new StartRefusedException("The secret in " + file + " is empty: restore the file from a backup.");
        }
        return secret;
    }
}
