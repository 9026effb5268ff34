package io.tenth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A PostgreSQL of our own on the loopback address, with nothing to install; it ends when this process ends.
 *
 * <p>Everything lies in one home folder: {@code postgres} (the programs), {@code data}, {@code logs}, {@code secrets}.
 * A confirmed transaction survives a kill of any of the processes.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "tenth";

    private final HomeLock lock;
    private final Postmaster postmaster;
    private final Superuser superuser;
    private final Database database;

    private EmbeddedPostgres(HomeLock lock, Postmaster postmaster, Superuser superuser, Database database) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.superuser = superuser;
        this.database = database;
    }

    /**
     * Starts it in the folder, which is made when missing, and waits until it can be used.
     *
     * @throws StartRefusedException when something is in the way that an operator can mend
     */
    public static EmbeddedPostgres start(Path home) throws IOException {
        return start(home, RunAs.detected(), List.of());
    }

    /** The same as a chosen user, with settings ({@code name=value}) that win over the usual ones. */
    static EmbeddedPostgres start(Path folder, RunAs runAs, List<String> settings) throws IOException {
        Home home = Home.at(folder);
        HomeLock lock = HomeLock.acquire(home);
        try {
            var launch = new Launch(home, Binaries.unpacked(home), runAs, settings);
            return start(lock, launch);
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private static EmbeddedPostgres start(HomeLock lock, Launch launch) throws IOException {
        Home home = launch.home();
        new PidFile(home).awaitPredecessor();
        var credentials = credentials(home, Superuser.NAME);
        launch.runAs().own(Files.createDirectories(home.logs()));
        new Cluster(home, launch.binaries(), launch.runAs()).ensure(credentials);
        var superuser = new Superuser(Port.choose(home.port()), credentials);
        var database =
                new Database(superuser.jdbcUrl(DATABASE), credentials(home, Roles.OWNER), credentials(home, Roles.APP));
        var postmaster = launch.start(superuser.port());
        try {
            superuser.awaitReady(postmaster, home);
            Roles.ensure(superuser, DATABASE, database);
            return new EmbeddedPostgres(lock, postmaster, superuser, database);
        } catch (IOException | RuntimeException failed) {
            postmaster.close();
            throw failed;
        }
    }

    private static Credentials credentials(Home home, String role) throws IOException {
        return new Credentials(role, SecretFile.readOrCreate(home.secret("postgres-" + role)));
    }

    /** The database of the product and its roles. */
    public Database database() {
        return database;
    }

    Superuser superuser() {
        return superuser;
    }

    /** Stops the server and waits until it has ended. */
    @Override
    public void close() throws IOException {
        try (lock) {
            postmaster.close();
        }
    }
}
