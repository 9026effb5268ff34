package io.tenth.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to this version of the program. Forward only: each step works with the version before it too, whose servers go
 * on meanwhile. So no step waits for a lock for longer than two seconds, since everybody else would wait behind it; it is tried again.
 */
public final class Migrations {

    private static final String WAITED_TOO_LONG = "55P03";
    private static final int TRIES = 30;

    private Migrations() {}

    /** Runs what is missing, as the owner of the tables. */
    public static void run(Database database) {
        var flyway = flyway(database);
        repairBrokenOff(flyway);
        for (var tried = 1; !isDone(flyway, tried); tried++) {
            repairBrokenOff(flyway);
        }
    }

    /** The lock on the history is one of the connection: as one of a transaction it would keep an index from ever being built beside. */
    private static Flyway flyway(Database database) {
        var owner = database.owner();
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), owner.user(), owner.password())
                .callbacks(new BriefLocks())
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
    }

    private static boolean isDone(Flyway flyway, int tried) {
        try {
            flyway.migrate();
            return true;
        } catch (FlywayException failed) {
            if (tried >= TRIES || !isForLocks(failed)) {
                throw failed;
            }
            return false;
        }
    }

    private static boolean isForLocks(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && WAITED_TOO_LONG.equals(sql.getSQLState()));
    }

    /** Only a step outside of a transaction can be left half done; each of them may be run again. */
    private static void repairBrokenOff(Flyway flyway) {
        if (Arrays.stream(flyway.info().all()).anyMatch(step -> step.getState().isFailed())) {
            flyway.repair();
        }
    }
}
