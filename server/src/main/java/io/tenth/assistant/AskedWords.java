package io.tenth.assistant;

import io.tenth.capture.Aged;
import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words that asked for calls: sealed here, where they can be destroyed, and bound to the audit log by a keyed hash, so that
 * nobody can put others in their place.
 */
@Repository
class AskedWords implements Aged {

    private final JdbcClient jdbc;
    private final Clock clock;

    AskedWords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps them, and returns what binds them to the call. */
    String keep(UUID call, String words, Seal seal, Actor.Person person) {
        jdbc.sql("""
                        INSERT INTO asked_words (user_id, call_id, words, asked_at)
                        VALUES (:user, :call, :words, :now)
                        """)
                .param("user", person.user().value())
                .param("call", call)
                .param("words", seal.close(new Place("asked_words", "words", call), words))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return HexFormat.of().formatHex(seal.identity(call + " " + words));
    }

    @Override
    public int removeBefore(Instant before, int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM asked_words
                         WHERE user_id = :user
                           AND call_id IN (SELECT call_id FROM asked_words
                                            WHERE user_id = :user AND asked_at < :before LIMIT :most)
                        """)
                .param("user", person.user().value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
