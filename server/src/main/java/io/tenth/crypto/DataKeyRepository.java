package io.tenth.crypto;

import com.google.crypto.tink.util.Bytes;
import io.tenth.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DataKeyRepository {

    private final JdbcClient jdbc;

    DataKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record WrappedKey(String wrappedBy, Bytes sealKey, Bytes macKey) {}

    Optional<WrappedKey> find(UserId user) {
        return jdbc.sql("SELECT wrapped_by, seal_key, mac_key FROM data_keys WHERE user_id = :user")
                .param("user", user.value())
                .query((row, number) -> new WrappedKey(
                        row.getString("wrapped_by"),
                        Bytes.copyFrom(row.getBytes("seal_key")),
                        Bytes.copyFrom(row.getBytes("mac_key"))))
                .optional();
    }

    void insert(UserId user, WrappedKey key, Instant now) {
        jdbc.sql("""
                        INSERT INTO data_keys (user_id, wrapped_by, seal_key, mac_key, created_at)
                        VALUES (:user, :wrappedBy, :sealKey, :macKey, :now)
                        """)
                .param("user", user.value())
                .param("wrappedBy", key.wrappedBy())
                .param("sealKey", key.sealKey().toByteArray())
                .param("macKey", key.macKey().toByteArray())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
