package io.tenth.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder of PostgreSQL. Made when there is none; data that exists is never removed or overwritten. */
final class Cluster {
    private final Home home;
    private final Binaries binaries;
    private final RunAs runAs;

    Cluster(Home home, Binaries binaries, RunAs runAs) {
        this.home = home;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    void ensure(Credentials superuser) throws IOException {
        Path data = home.data();
        if (isEmpty(data)) {
            WholeFolder.make(data, unfinished -> initialize(unfinished, superuser));
        }
        requireSameVersion(data.resolve("PG_VERSION"));
        runAs.own(data);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** The password goes through a pipe of the program's own user: a file of it could be left behind. */
    private void initialize(Path folder, Credentials superuser) throws IOException {
        runAs.own(folder);
        var initdb = runAs.command(
                "sh",
                "-c",
                "cat | \"$@\"",
                "sh",
                binaries.initdb(),
                "--pgdata=" + folder,
                "--username=" + superuser.user(),
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Path log = home.logs().resolve("initdb.log");
        Process process = Command.logged(initdb, log).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write((superuser.password() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (Command.exitStatus(process) != 0) {
            throw new StartRefusedException("PostgreSQL could not make its data folder; the reason is in " + log + ".");
        }
    }

    private void requireSameVersion(Path versionFile) throws IOException {
        Path data = home.data();
        if (Files.notExists(versionFile)) {
            throw new StartRefusedException("The folder " + data
                    + " is not empty and holds no PostgreSQL data: move it away, or choose another home.");
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(Integer.toString(binaries.majorVersion()))) {
            throw new StartRefusedException("The data in " + data + " is of PostgreSQL " + version
                    + ", this Tenth brings " + binaries.majorVersion()
                    + ": run the Tenth that wrote it, make a backup and restore that here.");
        }
    }
}
