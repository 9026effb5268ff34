package io.tenth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on the loopback address, with nothing to install; it ends when this process ends.
 *
 * <p>Everything lies in one home folder: {@code postgres} (the programs), {@code data}, {@code logs}, {@code secrets}.
 * A confirmed transaction survives a kill of any of the processes; a PostgreSQL that was killed alone is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "tenth";

    private final HomeLock lock;
    private final Launch launch;
    private final Superuser superuser;
    private final Database database;
    private Postmaster postmaster;
    private boolean closed;

    private EmbeddedPostgres(HomeLock lock, Launch launch, Superuser superuser) throws IOException {
        this.lock = lock;
        this.launch = launch;
        this.superuser = superuser;
        this.database = new Database(
                superuser.jdbcUrl(DATABASE),
                credentials(launch.home(), Roles.OWNER),
                credentials(launch.home(), Roles.APP));
        this.postmaster = launch.start(superuser.port());
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
            return start(lock, new Launch(home, Binaries.unpacked(home), runAs, settings));
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private static EmbeddedPostgres start(HomeLock lock, Launch launch) throws IOException {
        Home home = launch.home();
        new PidFile(home).awaitEnd();
        launch.runAs().requireAccessTo(launch.binaries().initdb());
        launch.runAs().own(Files.createDirectories(home.logs()));
        var credentials = credentials(home, Superuser.NAME);
        new Cluster(home, launch.binaries(), launch.runAs()).ensure(credentials);
        var server = new EmbeddedPostgres(lock, launch, new Superuser(Port.choose(home.port()), credentials));
        try {
            server.prepare();
            return server;
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static Credentials credentials(Home home, String role) throws IOException {
        return new Credentials(role, SecretFile.readOrCreate(home.secret("postgres-" + role)));
    }

    private void prepare() throws IOException {
        superuser.awaitReady(postmaster, launch.home());
        Roles.ensure(superuser, DATABASE, database);
        keepRunning();
    }

    private void keepRunning() {
        var running = postmaster;
        var aMomentLater = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
        Thread.startVirtualThread(() -> {
            running.awaitEnd();
            aMomentLater.execute(this::startAgain);
        });
    }

    /** An end that was not asked for, such as a kill for want of memory, is followed by a start on the same port. */
    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        log.error("PostgreSQL has ended unexpectedly and is started again");
        try {
            postmaster.close();
            postmaster = launch.start(superuser.port());
            keepRunning();
        } catch (IOException | RuntimeException failed) {
            log.error("PostgreSQL could not be started again", failed);
        }
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
    public synchronized void close() throws IOException {
        closed = true;
        try (lock) {
            postmaster.close();
        }
    }
}
