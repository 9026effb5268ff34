package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UploadRepository {

    private final JdbcClient jdbc;

    UploadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when the person has no such mailbox. */
    boolean insert(UploadId id, MailboxId mailbox, byte[] sealedName, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                INSERT INTO uploads (user_id, upload_id, mailbox_id, name, size_bytes, chunk_count, complete, created_at)
                                SELECT user_id, :id, mailbox_id, :name, 0, 0, FALSE, :now
                                  FROM mailboxes
                                 WHERE user_id = :user AND mailbox_id = :mailbox AND removed_at IS NULL
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("mailbox", mailbox.value())
                        .param("name", sealedName)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns false when the file was removed. */
    boolean insertChunk(UploadId file, int chunk, byte[] sealed, Actor.Person person) {
        return jdbc.sql("""
                                INSERT INTO upload_chunks (user_id, upload_id, chunk, content)
                                SELECT user_id, upload_id, :chunk, :content FROM uploads
                                 WHERE user_id = :user AND upload_id = :file AND removed_at IS NULL
                                """)
                        .param("user", person.user().value())
                        .param("file", file.value())
                        .param("chunk", chunk)
                        .param("content", sealed)
                        .update()
                == 1;
    }

    void complete(UploadId file, int chunks, long size, Actor.Person person) {
        jdbc.sql("""
                        UPDATE uploads SET complete = TRUE, chunk_count = :chunks, size_bytes = :size
                         WHERE user_id = :user AND upload_id = :file
                        """)
                .param("user", person.user().value())
                .param("file", file.value())
                .param("chunks", chunks)
                .param("size", size)
                .update();
    }

    Optional<Upload> findComplete(UploadId file, Actor.Person person, Function<byte[], String> openName) {
        return jdbc.sql("""
                        SELECT mailbox_id, name, size_bytes, chunk_count FROM uploads
                         WHERE user_id = :user AND upload_id = :file AND complete AND removed_at IS NULL
                        """)
                .param("user", person.user().value())
                .param("file", file.value())
                .query((row, number) -> new Upload(
                        file,
                        new MailboxId(row.getObject("mailbox_id", UUID.class)),
                        openName.apply(row.getBytes("name")),
                        row.getLong("size_bytes"),
                        row.getInt("chunk_count")))
                .optional();
    }

    /** Those of so many numbers that are there, by their numbers. */
    Map<Integer, byte[]> findChunks(UploadId file, int from, int numbers, Actor.Person person) {
        var found = new HashMap<Integer, byte[]>();
        jdbc.sql("""
                        SELECT chunk, content FROM upload_chunks
                         WHERE user_id = :user AND upload_id = :file AND chunk >= :from AND chunk < :end
                        """)
                .param("user", person.user().value())
                .param("file", file.value())
                .param("from", from)
                .param("end", from + numbers)
                .query(row -> {
                    found.put(row.getInt("chunk"), row.getBytes("content"));
                });
        return found;
    }

    /** The files that were uploaded before a time and that no scan will read: the server died before it could begin. */
    List<UploadId> abandoned(Instant before, int most, Actor.Person person) {
        return jdbc.sql("""
                        SELECT upload_id FROM uploads
                         WHERE user_id = :user AND created_at < :before AND removed_at IS NULL
                            AND (NOT complete OR NOT EXISTS (SELECT FROM scans s
                                             WHERE s.user_id = uploads.user_id AND s.upload_id = uploads.upload_id
                                               AND s.state IN ('queued', 'running')))
                         ORDER BY created_at LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new UploadId(row.getObject("upload_id", UUID.class)))
                .list();
    }

    /** Returns false when there is no such file, or it was removed before. */
    boolean remove(UploadId file, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                UPDATE uploads SET removed_at = :now
                                 WHERE user_id = :user AND upload_id = :file AND removed_at IS NULL
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("user", person.user().value())
                        .param("file", file.value())
                        .update()
                == 1;
    }

    void removeAllOf(MailboxId mailbox, Actor.Person person, Instant now) {
        jdbc.sql("""
                        UPDATE uploads SET removed_at = :now
                         WHERE user_id = :user AND mailbox_id = :mailbox AND removed_at IS NULL
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
    }

    /** Deletes pieces of removed files, at most so many. Returns how many. */
    int deleteRemovedChunks(int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM upload_chunks
                         WHERE user_id = :user
                           AND ctid = ANY (ARRAY(SELECT ctid FROM upload_chunks
                                                       WHERE user_id = :user
                                                         AND upload_id IN (SELECT upload_id FROM uploads
                                                                            WHERE user_id = :user AND removed_at IS NOT NULL)
                                                       ORDER BY upload_id, chunk LIMIT :most))
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .update();
    }

    /** Deletes removed files that have no pieces any more. */
    void deleteRemoved(Actor.Person person) {
        jdbc.sql("""
                        DELETE FROM uploads u
                         WHERE user_id = :user AND removed_at IS NOT NULL
                           AND NOT EXISTS (SELECT FROM upload_chunks c
                                            WHERE c.user_id = u.user_id AND c.upload_id = u.upload_id)
                        """).param("user", person.user().value()).update();
    }
}
