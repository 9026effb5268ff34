package io.tenth.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProgramRepository {

    private final JdbcClient jdbc;

    ProgramRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when there are as many as there may be. */
    boolean insert(Program program, int most) {
        return jdbc.sql("""
                                INSERT INTO programs (client_id, name, redirect_uris, created_at)
                                SELECT :id, :name, :redirects, :now WHERE (SELECT count(*) FROM programs) < :most
                                """)
                        .param("id", program.id())
                        .param("name", program.name())
                        .param("redirects", program.redirects().toArray(String[]::new))
                        .param("now", utc(program.createdAt()))
                        .param("most", most)
                        .update()
                == 1;
    }

    Optional<Program> find(UUID id) {
        return jdbc.sql("SELECT client_id, name, redirect_uris, created_at FROM programs WHERE client_id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Writes down, once a day, that it got a token. */
    void recordUse(UUID id, Instant now) {
        jdbc.sql("""
                        UPDATE programs SET used_at = :now
                         WHERE client_id = :id AND (used_at IS NULL OR used_at < :long_ago)
                        """)
                .param("id", id)
                .param("now", utc(now))
                .param("long_ago", utc(now.minus(Duration.ofDays(1))))
                .update();
    }

    /** Forgets those that nobody has ever allowed anything and that registered before a time; the oldest first. */
    void deleteUnused(Instant before, int most) {
        jdbc.sql("""
                        DELETE FROM programs WHERE client_id IN (
                            SELECT client_id FROM programs WHERE used_at IS NULL AND created_at < :before
                             ORDER BY created_at LIMIT :most)
                        """).param("before", utc(before)).param("most", most).update();
    }

    void deleteUnusedSince(Instant before) {
        jdbc.sql("DELETE FROM programs WHERE used_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static Program read(ResultSet row) throws SQLException {
        return new Program(
                row.getObject("client_id", UUID.class),
                row.getString("name"),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
