package io.tenth.assistant;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WaitingRepository {

    private static final String WAITS =
            "(state = 'waiting' OR state = 'carried' AND carried_until <= :now) AND until > :now";

    private final JdbcClient jdbc;

    WaitingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How one stands. */
    enum State {
        WAITING,
        /** The person has agreed, and it is being done. */
        CARRIED,
        DONE,
        REFUSED,
        DECLINED;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How one is taken out.
     *
     * @param until when it waits again, unless it was settled before
     */
    record Taken(State state, Instant until) {}

    /** Returns false where as many wait as may. Two at once may pass that by one. */
    boolean insert(WaitingCall call, int most, Seal seal, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                INSERT INTO waiting_calls (user_id, call_id, tool, arguments, words, will_do, versions, door, origin,
                                                           until, created_at)
                                SELECT :user, :id, :tool, :arguments, :words, :willDo, :versions, :door, :origin,
                                       :until, :now
                                 WHERE (SELECT count(*) FROM waiting_calls
                                         WHERE user_id = :user AND state = 'waiting' AND until > :now) < :most
                                """)
                        .param("user", person.user().value())
                        .param("id", call.id())
                        .param("tool", call.tool())
                        .param("arguments", seal.close(place("arguments", call.id()), call.arguments()))
                        .param(
                                "words",
                                seal.close(
                                        place("words", call.id()), call.asker().words()))
                        .param("willDo", seal.close(place("will_do", call.id()), call.willDo()))
                        .param("versions", call.agreed().versions())
                        .param("door", call.asker().door().key())
                        .param("origin", call.asker().origin(), Types.VARCHAR)
                        .param("until", call.until().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Those that wait, the oldest first. */
    List<WaitingCall> waiting(Seal seal, Actor.Person person, Instant now) {
        return jdbc.sql("SELECT * FROM waiting_calls WHERE user_id = :user AND " + WAITS + " ORDER BY call_id")
                .param("user", person.user().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row, seal))
                .list();
    }

    /** Takes one out, and returns it; empty where it does not wait, or no longer. */
    Optional<WaitingCall> take(UUID id, Taken as, Seal seal, Actor.Person person, Instant now) {
        return jdbc.sql("UPDATE waiting_calls SET state = :state, carried_until = :carried"
                        + " WHERE user_id = :user AND call_id = :id AND " + WAITS + " RETURNING *")
                .param("state", as.state().key())
                .param("carried", as.until().atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row, seal))
                .optional();
    }

    /** Writes down what became of one that was carried out. */
    void settle(UUID id, State state, Actor.Person person) {
        jdbc.sql("UPDATE waiting_calls SET state = :state"
                        + " WHERE user_id = :user AND call_id = :id AND state = 'carried'")
                .param("state", state.key())
                .param("user", person.user().value())
                .param("id", id)
                .update();
    }

    /** How one stands; empty where there is none. */
    Optional<State> state(UUID id, Actor.Person person) {
        return jdbc.sql("SELECT state FROM waiting_calls WHERE user_id = :user AND call_id = :id")
                .param("user", person.user().value())
                .param("id", id)
                .query((row, number) -> State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)))
                .optional();
    }

    /** Forgets those that nobody can decide on any more since some time. */
    int forget(Instant before, Actor.Person person) {
        return jdbc.sql("DELETE FROM waiting_calls WHERE user_id = :user AND until < :before")
                .param("user", person.user().value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static WaitingCall read(ResultSet row, Seal seal) throws SQLException {
        var id = row.getObject("call_id", UUID.class);
        return new WaitingCall(
                id,
                row.getString("tool"),
                seal.open(place("arguments", id), row.getBytes("arguments")),
                new WillDo(seal.open(place("will_do", id), row.getBytes("will_do")), row.getString("versions")),
                new Asker.Assistant(
                        Asker.Door.ofKey(row.getString("door")),
                        seal.open(place("words", id), row.getBytes("words")),
                        row.getString("origin")),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private static Place place(String column, UUID id) {
        return new Place("waiting_calls", column, id);
    }
}
