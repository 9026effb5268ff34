package io.tenth.assistant.talk;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.TimeCursor;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ConversationRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ConversationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes it where there is none, within the most that a person has. */
    void make(Conversation conversation, int most, Seal seal, Actor.Person person) {
        jdbc.sql("""
                        INSERT INTO conversations (user_id, conversation_id, title, created_at, updated_at)
                        SELECT :user, :id, :title, :now, :now
                         WHERE (SELECT count(*) FROM conversations WHERE user_id = :user) < :most
                        ON CONFLICT (user_id, conversation_id) DO NOTHING
                        """)
                .param("user", person.user().value())
                .param("id", conversation.id())
                .param("title", seal.close(title(conversation.id()), conversation.title()))
                .param("now", conversation.createdAt().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    /** Returns false where there is none. */
    boolean touch(UUID id, Instant now, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE conversations SET updated_at = :now
                                 WHERE user_id = :user AND conversation_id = :id
                                """)
                        .param("user", person.user().value())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean rename(UUID id, String title, Seal seal, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE conversations SET title = :title
                                 WHERE user_id = :user AND conversation_id = :id
                                """)
                        .param("user", person.user().value())
                        .param("id", id)
                        .param("title", seal.close(title(id), title))
                        .update()
                == 1;
    }

    boolean delete(UUID id, Actor.Person person) {
        return jdbc.sql("DELETE FROM conversations WHERE user_id = :user AND conversation_id = :id")
                        .param("user", person.user().value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Forgets those in which nothing was said since some time, at most so many. Returns how many. */
    int forget(Instant before, int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM conversations
                         WHERE user_id = :user
                           AND conversation_id = ANY (ARRAY(SELECT conversation_id FROM conversations
                                                             WHERE user_id = :user AND updated_at < :before LIMIT :most))
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Conversation> find(UUID id, Seal seal, Actor.Person person) {
        return jdbc.sql("SELECT * FROM conversations WHERE user_id = :user AND conversation_id = :id")
                .param("user", person.user().value())
                .param("id", id)
                .query((row, number) -> conversation(row, seal))
                .optional();
    }

    /** The latest first. */
    List<Conversation> page(@Nullable TimeCursor after, int limit, Seal seal, Actor.Person person) {
        return jdbc.sql("""
                        SELECT * FROM conversations
                         WHERE user_id = :user
                           AND (:at::timestamptz IS NULL OR (updated_at, conversation_id) < (:at, :after))
                         ORDER BY updated_at DESC, conversation_id DESC LIMIT :limit
                        """)
                .param("user", person.user().value())
                .param("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> conversation(row, seal))
                .list();
    }

    /**
     * How much there may be in a conversation before something is added.
     *
     * @param bytes of what is sealed
     */
    record Most(int messages, long bytes) {}

    /** Returns false where the conversation has as much as it may, or is gone. */
    boolean put(UUID conversation, Conversation.Message message, Most most, Seal seal, Actor.Person person) {
        return jdbc.sql("""
                                INSERT INTO conversation_messages (user_id, conversation_id, message_id, role, door, parts, created_at)
                                SELECT :user, :conversation, :id, :role, :door, :parts, :now
                                 WHERE (SELECT count(*) < :messages AND coalesce(sum(octet_length(parts)), 0) < :bytes
                                          FROM conversation_messages
                                         WHERE user_id = :user AND conversation_id = :conversation)
                                   AND EXISTS (SELECT 1 FROM conversations
                                                WHERE user_id = :user AND conversation_id = :conversation)
                                ON CONFLICT (user_id, conversation_id, message_id)
                                DO UPDATE SET parts = excluded.parts, door = excluded.door
                                """)
                        .param("user", person.user().value())
                        .param("conversation", conversation)
                        .param("id", message.id())
                        .param("role", message.role().key())
                        .param("door", message.door(), Types.VARCHAR)
                        .param(
                                "parts",
                                seal.close(parts(message.id()), message.parts().toString()))
                        .param("now", message.at().atOffset(ZoneOffset.UTC))
                        .param("messages", most.messages())
                        .param("bytes", most.bytes())
                        .update()
                == 1;
    }

    /** The last ones, in their order. */
    List<Conversation.Message> messages(UUID conversation, int most, Seal seal, Actor.Person person) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT * FROM conversation_messages
                                        WHERE user_id = :user AND conversation_id = :conversation
                                        ORDER BY created_at DESC, message_id DESC LIMIT :most) AS latest
                         ORDER BY created_at, message_id
                        """)
                .param("user", person.user().value())
                .param("conversation", conversation)
                .param("most", most)
                .query((row, number) -> message(row, seal))
                .list();
    }

    Optional<Conversation.Message> message(UUID conversation, UUID message, Seal seal, Actor.Person person) {
        return jdbc.sql("""
                        SELECT * FROM conversation_messages
                         WHERE user_id = :user AND conversation_id = :conversation AND message_id = :id
                        """)
                .param("user", person.user().value())
                .param("conversation", conversation)
                .param("id", message)
                .query((row, number) -> message(row, seal))
                .optional();
    }

    void remove(UUID conversation, UUID message, Actor.Person person) {
        jdbc.sql("""
                        DELETE FROM conversation_messages
                         WHERE user_id = :user AND conversation_id = :conversation AND message_id = :id
                        """)
                .param("user", person.user().value())
                .param("conversation", conversation)
                .param("id", message)
                .update();
    }

    private static Conversation conversation(ResultSet row, Seal seal) throws SQLException {
        var id = row.getObject("conversation_id", UUID.class);
        return new Conversation(
                id,
                seal.open(title(id), row.getBytes("title")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Conversation.Message message(ResultSet row, Seal seal) throws SQLException {
        var id = row.getObject("message_id", UUID.class);
        return new Conversation.Message(
                id,
                Conversation.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getString("door"),
                JSON.readTree(seal.open(parts(id), row.getBytes("parts"))).asArray(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Place title(UUID conversation) {
        return new Place("conversations", "title", conversation);
    }

    private static Place parts(UUID message) {
        return new Place("conversation_messages", "parts", message);
    }
}
