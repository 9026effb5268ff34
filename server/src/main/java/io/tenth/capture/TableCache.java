package io.tenth.capture;

import io.tenth.shared.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The level in the database. It outlives a restart. */
@Repository
@Order(3)
class TableCache implements CacheLevel {

    private final JdbcClient jdbc;
    private final CacheSettings settings;
    private final Clock clock;

    TableCache(JdbcClient jdbc, CacheSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    /** Looks each key up in the index by itself, whatever plan the database has kept from when the table was small. */
    @Override
    @Transactional(readOnly = true)
    public Map<CacheKey, byte[]> get(Collection<CacheKey> keys, Actor.Person person) {
        var found = new HashMap<CacheKey, byte[]>();
        jdbc.sql("""
                        SELECT asked.key, value FROM unnest(:keys::bytea[]) AS asked (key)
                         CROSS JOIN LATERAL (SELECT value FROM analysis_cache
                                              WHERE user_id = :user AND key = asked.key LIMIT 1) AS found
                        """)
                .param("user", person.user().value())
                .param("keys", keys.stream().map(CacheKey::bytes).toArray(byte[][]::new))
                .query(row -> {
                    found.put(new CacheKey(row.getBytes("key")), row.getBytes("value"));
                });
        return found;
    }

    @Override
    @Transactional
    public void put(Map<CacheKey, byte[]> values, Actor.Person person) {
        var entries = List.copyOf(values.entrySet());
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO analysis_cache (user_id, key, value, created_at)
                        SELECT :user, key, value, :now FROM unnest(:keys::bytea[], :values::bytea[]) AS row (key, value)
                         ORDER BY key
                        ON CONFLICT (user_id, key) DO UPDATE SET value = EXCLUDED.value, created_at = EXCLUDED.created_at
                        """)
                .param("user", person.user().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "keys",
                        entries.stream().map(entry -> entry.getKey().bytes()).toArray(byte[][]::new))
                .param("values", entries.stream().map(Map.Entry::getValue).toArray(byte[][]::new))
                .update();
    }

    /** Nothing of it opens any more once a mailbox was removed; {@link Removals} deletes the rows, however many there are. */
    @Override
    public void clear(Actor.Person person) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void expire(Actor.Person person) {
        jdbc.sql("DELETE FROM analysis_cache WHERE user_id = :user AND created_at < :before")
                .param("user", person.user().value())
                .param("before", clock.instant().minus(settings.kept()).atOffset(ZoneOffset.UTC))
                .update();
    }
}
