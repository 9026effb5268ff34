package io.tenth.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role that serves requests. Row-level security protects nobody from a role that stands above it. */
final class AppRole {

    private AppRole() {}

    /** Refuses to start as a superuser, as a role that bypasses row-level security, or as the owner of a table. */
    static void refuseTooPowerful(DataSource dataSource) {
        var tooPowerful =
                JdbcClient.create(dataSource).sql("""
                        SELECT r.rolsuper OR r.rolbypassrls
                               OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                           WHERE n.nspname = 'public' AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
                          FROM pg_roles r WHERE r.rolname = current_user
                        """).query(Boolean.class).single();
        if (tooPowerful) {
            throw new StartRefusedException(
                    "DATABASE_URL names a role that row-level security does not bind (a superuser,"
                            + " one with BYPASSRLS, or the owner of the tables). Name the role tenth_app there, and the owner in"
                            + " DATABASE_OWNER_URL.");
        }
    }
}
