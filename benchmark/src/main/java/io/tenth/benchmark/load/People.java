package io.tenth.benchmark.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Those who use the product while it is measured. Accounts and entries are made through the API, so that what is sealed can be read. */
record People(int port, Store store) {

    static final String LIKE = "person-%@load.example";

    private static final String PASSWORD = "Load-of-1000-entries";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final int AT_ONCE = 16;
    private static final int ENTRIES_OF_A_DAY = 4;

    /** Signs so many people in, and makes those who are not there yet. */
    List<Person> signedIn(int number) throws IOException, SQLException, InterruptedException {
        var people = new ArrayList<Person>();
        try (var connection = new Connection(port)) {
            for (var each = 0; each < number; each++) {
                people.add(signedIn("person-" + each + "@load.example", connection));
            }
        }
        store.addTasks(LIKE);
        addEntries(people);
        store.mark();
        return withEntries(people);
    }

    /** What somebody sends to sign in. */
    static String credentials(String email) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"client\":\"native\"}";
    }

    private Person signedIn(String email, Connection connection) throws IOException, SQLException {
        var known = store.texts("SELECT user_id FROM users WHERE email = '" + email + "'");
        if (known.isEmpty()) {
            var account = "{\"email\":\"" + email + "\",\"full_name\":\"A Person\",\"password\":\"" + PASSWORD + "\"}";
            require(connection.send(Request.post("/api/auth/register", account)) == 201, connection);
            return signedIn(email, connection);
        }
        require(connection.send(Request.post("/api/auth/login", credentials(email))) == 200, connection);
        var token = TOKEN.matcher(connection.answer());
        require(token.find(), connection);
        return new Person(email, known.getFirst(), token.group(1), List.of(), store.today());
    }

    private void addEntries(List<Person> people) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            for (var thread = 0; thread < AT_ONCE; thread++) {
                running.add(threads.submit(() -> {
                    try (var connection = new Connection(port)) {
                        for (var at = next.getAndIncrement(); at < people.size(); at = next.getAndIncrement()) {
                            addEntries(people.get(at), connection);
                        }
                    }
                    return true;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the entries could not be made: " + e.getMessage(), e);
        }
    }

    private void addEntries(Person person, Connection connection) throws IOException, SQLException {
        var there = store.number("SELECT count(*) FROM time_entries WHERE user_id = '" + person.user() + "'");
        var daysOfWork = Store.ENTRIES_OF_A_PERSON / ENTRIES_OF_A_DAY;
        for (var n = there; n < Store.ENTRIES_OF_A_PERSON; n++) {
            var entry = Operation.entry(
                    person.today().minusDays(1 + (long) (n / ENTRIES_OF_A_DAY) * Person.DAYS / daysOfWork),
                    540 + n % ENTRIES_OF_A_DAY * 135,
                    90,
                    "Reviewed clause " + n + " of the lease and called the surveyor");
            require(connection.send(Request.post("/api/time-entries", person.token(), entry)) == 201, connection);
        }
    }

    private List<Person> withEntries(List<Person> people) throws SQLException {
        var found = new ArrayList<Person>();
        for (var person : people) {
            var entries = store.texts("SELECT entry_id FROM time_entries WHERE user_id = '" + person.user() + "' LIMIT "
                    + Store.ENTRIES_OF_A_PERSON);
            found.add(new Person(person.email(), person.user(), person.token(), entries, person.today()));
        }
        return found;
    }

    private static void require(boolean asExpected, Connection connection) throws IOException {
        if (!asExpected) {
            throw new IOException("The product answered:\n" + connection.answer());
        }
    }
}
