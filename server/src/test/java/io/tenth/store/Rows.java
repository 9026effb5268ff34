package io.tenth.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a database as a superuser sees them: all of them. */
public final class Rows {

    private final Database database;

    public Rows(Database database) {
        this.database = database;
    }

    /** The tables that hold the product's data. */
    public List<String> tables() {
        return texts("""
                SELECT relname::text FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                   AND relname NOT IN ('scheduled_tasks', 'flyway_schema_history')
                 ORDER BY relname
                """);
    }

    /** Those of them whose rows each belong to a person. */
    public List<String> personalTables() {
        return texts("""
                SELECT relname::text FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'user_id'
                 ORDER BY relname
                """);
    }

    /** A fingerprint of everything that is a person's. What grows or changes by being asked is left out: the audit log, and last uses. */
    public List<String> of(UUID... users) {
        return ofTables(
                "SELECT '%1$s ' || md5((to_jsonb(t) - 'last_used_at')::text) FROM %1$s t WHERE user_id = ANY (?::uuid[])",
                personalTables().stream()
                        .filter(table -> !table.equals("audit_events"))
                        .toList(),
                users);
    }

    /** Every id that stands in a row of a person, their own included. */
    public List<String> ids(UUID user) {
        return ofTables("""
                        SELECT DISTINCT (regexp_matches(t::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g'))[1]
                          FROM %1$s t WHERE user_id = ANY (?::uuid[])
                        """, personalTables(), user);
    }

    private List<String> ofTables(String query, List<String> tables, UUID... users) {
        var queries = tables.stream().map(query::formatted).toList();
        return texts(
                String.join(" UNION ALL ", queries) + " ORDER BY 1",
                Collections.nCopies(
                                tables.size(),
                                "{" + Arrays.stream(users).map(UUID::toString).collect(Collectors.joining(",")) + "}")
                        .toArray());
    }

    /** The events of the audit log that a person caused, in their order, as the operations that they record. */
    public List<String> operations(UUID user) {
        return texts("SELECT operation FROM audit_events WHERE user_id = ? ORDER BY event_id", user);
    }

    /** Every value of every row, bytes as characters. */
    public List<String> values() {
        var jdbc = TestDatabase.asSuperuser(database);
        return texts("SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")
                .stream()
                .flatMap(table -> values(table, jdbc).stream())
                .toList();
    }

    /** The first column of a query as a superuser makes it. */
    public List<String> texts(String query, Object... parameters) {
        var texts = new ArrayList<String>();
        texts.addAll(TestDatabase.asSuperuser(database).queryForList(query, String.class, parameters));
        return texts;
    }

    /** Changes rows behind the product's back, and returns how many. */
    public int update(String statement, Object... parameters) {
        return TestDatabase.asSuperuser(database).update(statement, parameters);
    }

    private static List<String> values(String table, JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT * FROM " + table).stream()
                .map(Map::values)
                .flatMap(row -> row.stream().map(Rows::text))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
