package io.tenth.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Databases for tests, each of its own, on one embedded server that starts when the first is asked for.
 *
 * <p>The server lives in {@code target/test-postgres/N}, N being the first that no other test process uses; the folder is
 * used again by later runs, so that only the first one after a clean pays for unpacking. It does not wait for the disk:
 * nothing in it has to survive the machine.
 */
public final class TestDatabase {
    private static final int MOST_PROCESSES = 16;
    private static final String EMPTY = "tenth";
    private static final List<String> SETTINGS =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ConcurrentMap<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private static final ConcurrentMap<String, JdbcTemplate> KEPT = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 4;

    private TestDatabase() {}

    /** Starts on first use and ends with the test process. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
    }

    /** Returns a new database that holds nothing. */
    public static Database empty() {
        return copy(EMPTY);
    }

    /**
     * Returns a new database that holds what the preparation makes, for instance the migrated schema.
     *
     * <p>The name is an SQL identifier. Its preparation runs once a test process; later calls copy its result. It closes its connections.
     */
    public static Database copyOf(String name, Consumer<Database> preparation) {
        return copy(TEMPLATES.computeIfAbsent(name, template -> prepared(template, preparation)));
    }

    /** Does work that only a superuser may, inside the database; for looking at what the roles cannot see. */
    public static void asSuperuser(Database database, Consumer<JdbcTemplate> work) {
        String url = database.jdbcUrl();
        Server.RUNNING.superuser().inside(url.substring(url.lastIndexOf('/') + 1, url.indexOf('?')), work);
    }

    /**
     * The same over connections that are kept, for what looks at one database again and again. Not in the preparation of a database that
     * is copied, which nobody may be connected to.
     */
    static JdbcTemplate asSuperuser(Database database) {
        return KEPT.computeIfAbsent(database.jdbcUrl(), url -> new JdbcTemplate(kept(url)));
    }

    private static HikariDataSource kept(String url) {
        var name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        var source = new HikariDataSource();
        Server.RUNNING.superuser().inside(name, jdbc -> {
            var one = (SingleConnectionDataSource) Objects.requireNonNull(jdbc.getDataSource());
            source.setJdbcUrl(one.getUrl());
            source.setUsername(one.getUsername());
            source.setPassword(one.getPassword());
        });
        source.setMinimumIdle(0);
        source.setMaximumPoolSize(MOST_KEPT);
        return source;
    }

    private static String prepared(String template, Consumer<Database> preparation) {
        String name = "template_" + template;
        preparation.accept(copy(EMPTY, name));
        return name;
    }

    private static Database copy(String template) {
        return copy(template, "test_" + NUMBER.incrementAndGet());
    }

    /** Two copies of one template at a time would be refused, so they wait for each other. */
    private static synchronized Database copy(String template, String name) {
        var server = Server.RUNNING;
        server.superuser().inside("postgres", jdbc -> Roles.copyDatabase(jdbc, name, template));
        var database = server.database();
        return new Database(server.superuser().jdbcUrl(name), database.owner(), database.app());
    }

    private static EmbeddedPostgres start() {
        try {
            var server = startInFreeHome(1);
            server.superuser().inside("postgres", TestDatabase::dropLeftovers);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres startInFreeHome(int number) throws IOException {
        try {
            Path home = Path.of("target", "test-postgres", Integer.toString(number));
            return EmbeddedPostgres.start(home, RunAs.detected(), SETTINGS);
        } catch (HomeInUseException taken) {
            if (number == MOST_PROCESSES) {
                throw taken;
            }
            return startInFreeHome(number + 1);
        }
    }

    private static void dropLeftovers(JdbcTemplate jdbc) {
        jdbc.queryForList("SELECT datname FROM pg_database WHERE datname ~ '^(test|template)_'", String.class)
                .forEach(name -> jdbc.execute("DROP DATABASE " + name + " WITH (FORCE)"));
    }
}
