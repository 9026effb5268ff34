package io.tenth.identity;

import io.tenth.shared.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationRepository {

    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String tokenHash, Role role, Instant now, Instant expires) {
        jdbc.sql("""
                        INSERT INTO invitations (token_hash, role, created_at, expires_at)
                        VALUES (:hash, :role, :now, :expires)
                        """)
                .param("hash", tokenHash)
                .param("role", role.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteUnused(Role role) {
        jdbc.sql("DELETE FROM invitations WHERE role = :role AND used_at IS NULL")
                .param("role", role.key())
                .update();
    }

    void deleteExpired() {
        jdbc.sql("DELETE FROM invitations WHERE expires_at <= now()").update();
    }

    Optional<Role> findUsable(String tokenHash, Instant now) {
        return jdbc.sql("""
                        SELECT role FROM invitations
                         WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(Role::ofKey);
    }

    Optional<Role> redeem(String tokenHash, Instant now) {
        return jdbc.sql("""
                        UPDATE invitations SET used_at = :now
                         WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                        RETURNING role
                        """)
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(Role::ofKey);
    }
}
