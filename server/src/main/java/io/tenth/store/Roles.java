package io.tenth.store;

import org.springframework.jdbc.core.JdbcTemplate;

/** The two roles of the product and what each may do, brought to the same state at every start. */
final class Roles {
    static final String OWNER = "tenth_owner";
    static final String APP = "tenth_app";

    private static final String ENSURE_ROLES = """
            DO $$ BEGIN
                IF to_regrole('tenth_owner') IS NULL THEN CREATE ROLE tenth_owner; END IF;
                IF to_regrole('tenth_app') IS NULL THEN CREATE ROLE tenth_app; END IF;
            END $$;
            ALTER ROLE tenth_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION;
            ALTER ROLE tenth_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION;
            REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
            """;

    private static final String SET_PASSWORD = "SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)";

    private static final String FIND_DATABASE = "SELECT datname FROM pg_database WHERE datname = ?";

    private static final String CREATE_DATABASE = "CREATE DATABASE %s OWNER tenth_owner TEMPLATE %s";

    private static final String GRANT_DATABASE = """
            REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
            GRANT CONNECT ON DATABASE %1$s TO tenth_app;
            """;

    private static final String GRANT_SCHEMA = """
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            GRANT USAGE ON SCHEMA public TO tenth_app;
            """;

    private Roles() {}

    /** Makes roles and database where they are missing. */
    static void ensure(Superuser superuser, String name, Database database) {
        superuser.inside("postgres", jdbc -> {
            jdbc.execute(ENSURE_ROLES);
            setPassword(jdbc, database.owner());
            setPassword(jdbc, database.app());
            if (jdbc.queryForList(FIND_DATABASE, name).isEmpty()) {
                jdbc.execute(CREATE_DATABASE.formatted(name, "template1"));
            }
            jdbc.execute(GRANT_DATABASE.formatted(name));
        });
        superuser.inside(name, jdbc -> jdbc.execute(GRANT_SCHEMA));
    }

    /** Makes a database as a copy of another with all that is in it; nobody may be connected to that one. */
    static void copyDatabase(JdbcTemplate jdbc, String name, String template) {
        jdbc.execute(CREATE_DATABASE.formatted(name, template));
        jdbc.execute(GRANT_DATABASE.formatted(name));
    }

    /** A statement about roles takes no parameters, so the database itself quotes the password into it. */
    private static void setPassword(JdbcTemplate jdbc, Credentials role) {
        jdbc.queryForList(SET_PASSWORD, String.class, role.user(), role.password())
                .forEach(statement -> jdbc.execute(statement));
    }
}
