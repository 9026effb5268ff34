package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;
import java.time.Instant;
import java.time.ZoneOffset;
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
                                  FROM mailboxes WHERE user_id = :user AND mailbox_id = :mailbox
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

    /** The policy of the table shows the program the uploads that were begun a day ago and never completed, and no others. */
    int deleteAbandoned() {
        return jdbc.sql("DELETE FROM uploads WHERE NOT complete").update();
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
