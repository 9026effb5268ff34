package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ScanId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which messages of a mailbox were read, by the keys that its service names them by. Keys are kept as keyed hashes: they say
 * nothing to whoever lacks the person's key.
 */
@Service
class Seen {

    private static final String TRIED = "(message_id IS NOT NULL OR analysed_by = :version OR scan_id = :scan)";
    private static final String BY_NONE = "";
    private static final ScanId NO_SCAN = new ScanId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final EngineVersion version;

    Seen(JdbcClient jdbc, Vault vault, EngineVersion version) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.version = version;
    }

    /** A message to be remembered; without an id, one that could not be read. */
    record Row(String key, Optional<MessageId> message) {}

    /** Those of the keys whose messages were read, each with the scan of its latest reading. */
    @Transactional(readOnly = true)
    Map<String, ScanId> read(List<String> keys, MailboxId mailbox, Actor.Person person) {
        return lookUp(keys, "message_id IS NOT NULL", NO_SCAN, mailbox, person);
    }

    /** The same, with those that this version cannot read, and those that this scan has passed over. */
    @Transactional(readOnly = true)
    Map<String, ScanId> tried(List<String> keys, Scan scan, Actor.Person person) {
        return lookUp(keys, TRIED, scan.id(), scan.mailbox(), person);
    }

    /** Remembers what a scan has read, within the transaction that stores what it found. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remember(List<Row> rows, Scan scan, Actor.Person person) {
        if (rows.isEmpty()) {
            return;
        }
        var seal = vault.sealOf(person);
        var hashed = new HashMap<ByteBuffer, Optional<MessageId>>();
        rows.forEach(row -> hashed.put(hash(row, seal), row.message()));
        jdbc.sql("""
                        INSERT INTO seen (user_id, mailbox_id, key, message_id, scan_id, analysed_by)
                        SELECT :user, :mailbox, key, message, :scan, :version
                          FROM unnest(:keys::bytea[], :messages::uuid[]) AS row (key, message)
                         ORDER BY key
                        ON CONFLICT (user_id, mailbox_id, key) DO UPDATE
                           SET message_id = EXCLUDED.message_id, scan_id = EXCLUDED.scan_id,
                               analysed_by = EXCLUDED.analysed_by
                        """)
                .param("user", person.user().value())
                .param("mailbox", scan.mailbox().value())
                .param("scan", scan.id().value())
                .param("version", version.value())
                .param("keys", hashed.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .param("messages", hashed.values().stream().map(Seen::uuid).toArray(UUID[]::new))
                .update();
    }

    /**
     * Remembers what a scan need not read again if it goes on later, and what any other reads all the same. What is known of a
     * message from before stays.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void passOver(List<String> keys, Scan scan, Actor.Person person) {
        if (keys.isEmpty()) {
            return;
        }
        var seal = vault.sealOf(person);
        jdbc.sql("""
                        INSERT INTO seen (user_id, mailbox_id, key, scan_id, analysed_by)
                        SELECT DISTINCT :user, :mailbox, key, :scan, :version FROM unnest(:keys::bytea[]) AS row (key)
                         ORDER BY key
                        ON CONFLICT (user_id, mailbox_id, key) DO UPDATE SET scan_id = EXCLUDED.scan_id
                        """)
                .param("user", person.user().value())
                .param("mailbox", scan.mailbox().value())
                .param("scan", scan.id().value())
                .param("version", BY_NONE)
                .param("keys", keys.stream().map(seal::identity).toArray(byte[][]::new))
                .update();
    }

    /**
     * Looks each key up in the index by itself. Given to choose, the database keeps a plan from when the table was small, and goes
     * through the whole of it for each batch.
     */
    private Map<String, ScanId> lookUp(
            List<String> keys, String which, ScanId scan, MailboxId mailbox, Actor.Person person) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var seal = vault.sealOf(person);
        var asked = new HashMap<ByteBuffer, String>();
        keys.forEach(key -> asked.put(ByteBuffer.wrap(seal.identity(key)), key));
        var seen = new HashMap<String, ScanId>();
        jdbc.sql("""
                        SELECT asked.key, scan_id FROM unnest(:keys::bytea[]) AS asked (key)
                         CROSS JOIN LATERAL (SELECT scan_id FROM seen
                                              WHERE user_id = :user AND mailbox_id = :mailbox AND key = asked.key
                                                AND %s LIMIT 1) AS found
                        """.formatted(which))
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .param("keys", asked.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .param("version", version.value())
                .param("scan", scan.value())
                .query(row -> {
                    var key = asked.get(ByteBuffer.wrap(row.getBytes("key")));
                    if (key != null) {
                        seen.put(key, new ScanId(row.getObject("scan_id", UUID.class)));
                    }
                });
        return seen;
    }

    private static ByteBuffer hash(Row row, Seal seal) {
        return ByteBuffer.wrap(seal.identity(row.key()));
    }

    private static @Nullable UUID uuid(Optional<MessageId> message) {
        return message.map(MessageId::value).orElse(null);
    }
}
