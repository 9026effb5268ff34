package io.tenth.store;

import io.tenth.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The turn to write time, which one transaction of a person has at once. Each write of an entry changes the sums of its days and
 * of its task too, and two that met there in opposite orders would wait for each other. People do not wait for other people.
 */
@Component
public class TimeTurn {

    private final JdbcClient jdbc;

    TimeTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the turn and keeps it until the transaction ends. Taken before the transaction locks any row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Actor.Person person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('time of ' || :user::text, 0))")
                .param("user", person.user().value())
                .query()
                .singleRow();
    }
}
