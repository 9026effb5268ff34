package io.tenth.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The level in this process: the least recently used goes first, and all after a while. */
@Component
@Order(1)
final class ProcessCache implements CacheLevel {

    private static final int OVERHEAD = 200;

    private final Cache<Entry, byte[]> values;

    ProcessCache(CacheSettings settings) {
        this.values = Caffeine.newBuilder()
                .expireAfterWrite(settings.life())
                .maximumWeight(settings.bytes())
                .weigher((Entry key, byte[] value) -> value.length + OVERHEAD)
                .build();
    }

    private record Entry(UserId user, CacheKey key) {}

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Map<CacheKey, byte[]> get(Collection<CacheKey> keys, Actor.Person person) {
        var found = new HashMap<CacheKey, byte[]>();
        for (var key : keys) {
            var value = values.getIfPresent(new Entry(person.user(), key));
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    @Override
    public void put(Map<CacheKey, byte[]> added, Actor.Person person) {
        added.forEach((key, value) -> values.put(new Entry(person.user(), key), value));
    }

    @Override
    public void clear(Actor.Person person) {
        values.asMap().keySet().removeIf(entry -> entry.user().equals(person.user()));
    }
}
