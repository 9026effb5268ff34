package io.tenth.store;

import org.flywaydb.core.Flyway;

/** Brings the schema up to this version of the program. Forward only: each step works with the version before it too. */
public final class Migrations {

    private Migrations() {}

    /** Runs what is missing, as the owner of the tables. */
    public static void run(Database database) {
        var owner = database.owner();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
