package io.tenth.assistant.talk;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TurnRepository {

    private final JdbcClient jdbc;

    TurnRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false where a turn of the person runs. */
    boolean begin(Turn turn, Instant now, Actor.Person person) {
        return jdbc.sql("""
                                INSERT INTO chat_turns AS before (user_id, turn_id, conversation_id, message_id, leased_until)
                                VALUES (:user, :turn, :conversation, :message, :until)
                                ON CONFLICT (user_id) DO UPDATE
                                   SET turn_id = excluded.turn_id, conversation_id = excluded.conversation_id,
                                       message_id = excluded.message_id, leased_until = excluded.leased_until,
                                       is_over = FALSE, is_halted = FALSE
                                 WHERE before.is_over OR before.leased_until < :now
                                """)
                        .param("user", person.user().value())
                        .param("turn", turn.id())
                        .param("conversation", turn.conversation())
                        .param("message", turn.message())
                        .param("until", turn.leasedUntil().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetOthers(UUID turn, Actor.Person person) {
        jdbc.sql("DELETE FROM turn_chunks WHERE user_id = :user AND turn_id <> :turn")
                .param("user", person.user().value())
                .param("turn", turn)
                .update();
    }

    /** The latest. */
    Optional<Turn> find(Actor.Person person) {
        return jdbc.sql("SELECT * FROM chat_turns WHERE user_id = :user")
                .param("user", person.user().value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Prolongs the lease. Empty where the turn is over or gone, else whether it is to stop. */
    Optional<Boolean> beat(UUID turn, Instant until, Actor.Person person) {
        return jdbc.sql("""
                        UPDATE chat_turns SET leased_until = :until
                         WHERE user_id = :user AND turn_id = :turn AND NOT is_over
                        RETURNING is_halted
                        """)
                .param("user", person.user().value())
                .param("turn", turn)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional();
    }

    /** Ends it, once: returns false where it was over. */
    boolean end(UUID turn, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE chat_turns SET is_over = TRUE
                                 WHERE user_id = :user AND turn_id = :turn AND NOT is_over
                                """)
                        .param("user", person.user().value())
                        .param("turn", turn)
                        .update()
                == 1;
    }

    /** Ends one whose node is gone, once. */
    boolean endBroken(UUID turn, Instant now, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE chat_turns SET is_over = TRUE
                                 WHERE user_id = :user AND turn_id = :turn AND NOT is_over AND leased_until < :now
                                """)
                        .param("user", person.user().value())
                        .param("turn", turn)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean halt(UUID conversation, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE chat_turns SET is_halted = TRUE
                                 WHERE user_id = :user AND conversation_id = :conversation AND NOT is_over
                                """)
                        .param("user", person.user().value())
                        .param("conversation", conversation)
                        .update()
                == 1;
    }

    /** Keeps a batch for as long as the conversation of the turn is there. One that was kept already is written anew. */
    void put(UUID turn, int batch, String content, Seal seal, Actor.Person person) {
        jdbc.sql("""
                        INSERT INTO turn_chunks (user_id, turn_id, batch, content, conversation_id)
                        SELECT user_id, turn_id, :batch, :content, conversation_id FROM chat_turns
                         WHERE user_id = :user AND turn_id = :turn
                        ON CONFLICT (user_id, turn_id, batch) DO UPDATE SET content = excluded.content
                        """)
                .param("user", person.user().value())
                .param("turn", turn)
                .param("batch", batch)
                .param("content", seal.close(place(turn, batch), content))
                .update();
    }

    List<String> batches(UUID turn, int from, Seal seal, Actor.Person person) {
        return jdbc.sql("""
                        SELECT batch, content FROM turn_chunks
                         WHERE user_id = :user AND turn_id = :turn AND batch >= :from
                         ORDER BY batch
                        """)
                .param("user", person.user().value())
                .param("turn", turn)
                .param("from", from)
                .query((row, number) -> seal.open(place(turn, row.getInt("batch")), row.getBytes("content")))
                .list();
    }

    private static Turn read(ResultSet row) throws SQLException {
        return new Turn(
                row.getObject("turn_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getBoolean("is_over"),
                row.getObject("leased_until", OffsetDateTime.class).toInstant());
    }

    /** Each batch has its place, so that none can be put in another's. */
    private static Place place(UUID turn, int batch) {
        return new Place("turn_chunks", "content " + batch, turn);
    }
}
