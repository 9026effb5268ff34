package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All connections to the database are taken, and many people ask at once. */
class ExhaustedPoolTest extends ServerTest {

    private static final int CONNECTIONS = 4;
    private static final int ASKING = 40;

    @Autowired
    private DataSource dataSource;

    @Test
    void turnsRequestsAwayUntilAConnectionIsFreeAndServesThemThen() throws Exception {
        var person = api(newPerson());
        var taken = new ArrayList<Connection>();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < CONNECTIONS; number++) {
                taken.add(dataSource.getConnection());
            }
            Callable<Void> ask = () -> {
                var answer = person.get("/api/tasks");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                return null;
            };
            for (var asked : asking.invokeAll(Collections.nCopies(ASKING, ask))) {
                asked.get();
            }
        } finally {
            giveBack(taken);
        }

        assertThat(person.get("/api/tasks").status()).isEqualTo(200);
        assertThat(person.post("/api/tasks", "{\"title\": \"After the rush\"}").status())
                .isEqualTo(201);
    }

    private static void giveBack(Iterable<Connection> connections) throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
