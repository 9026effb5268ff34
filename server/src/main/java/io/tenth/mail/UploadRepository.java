package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    void insertChunk(UploadId file, int chunk, byte[] sealed, Actor.Person person) {
        jdbc.sql("""
                        INSERT INTO upload_chunks (user_id, upload_id, chunk, content)
                        VALUES (:user, :file, :chunk, :content)
                        """)
                .param("user", person.user().value())
                .param("file", file.value())
                .param("chunk", chunk)
                .param("content", sealed)
                .update();
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
                         WHERE user_id = :user AND upload_id = :file AND complete
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

    Optional<byte[]> findChunk(UploadId file, int chunk, Actor.Person person) {
        return jdbc.sql("""
                        SELECT content FROM upload_chunks
                         WHERE user_id = :user AND upload_id = :file AND chunk = :chunk
                        """)
                .param("user", person.user().value())
                .param("file", file.value())
                .param("chunk", chunk)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** The files that were uploaded before a time and that no scan will read: the server died before it could begin. */
    List<UploadId> abandoned(Instant before, Actor.Person person) {
        return jdbc.sql("""
                        SELECT upload_id FROM uploads
                         WHERE user_id = :user AND created_at < :before
                            AND (NOT complete OR NOT EXISTS (SELECT FROM scans s
                                             WHERE s.user_id = uploads.user_id AND s.upload_id = uploads.upload_id
                                               AND s.state IN ('queued', 'running')))
                        """)
                .param("user", person.user().value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new UploadId(row.getObject("upload_id", UUID.class)))
                .list();
    }

    /** Forgets every file of a mailbox. */
    void deleteOf(MailboxId mailbox, Actor.Person person) {
        jdbc.sql("DELETE FROM uploads WHERE user_id = :user AND mailbox_id = :mailbox")
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
    }

    /** Returns false when there is no such file. */
    boolean delete(UploadId file, Actor.Person person) {
        return jdbc.sql("DELETE FROM uploads WHERE user_id = :user AND upload_id = :file")
                        .param("user", person.user().value())
                        .param("file", file.value())
                        .update()
                == 1;
    }
}
