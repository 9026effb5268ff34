package io.tenth.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tenth.settings.CaptureSettings;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The level in this process: the least recently used goes first, and all after a while. A person has as many values here, and for as
 * long, as their settings {@code cache_size} and {@code cache_ttl} say, within what the operator allows everybody together. Whatever
 * is kept of a value goes with it, and counts. Time is told by a clock that nobody sets.
 */
@Component
@Order(1)
final class ProcessCache implements CacheLevel {

    /** What is kept beside the bytes of a value: its key, and its places in the tables. */
    private static final int OVERHEAD = 400;

    private static final int MOST_PEOPLE = 10_000;

    private final Cache<Entry, Kept> values;
    private final Cache<UserId, Shelf> shelves;
    private final PersonalSettings settings;
    private final Duration longest;

    @Autowired
    ProcessCache(CacheSettings operator, PersonalSettings settings) {
        this(operator, settings, Ticker.systemTicker());
    }

    /** With a clock of its own. */
    ProcessCache(CacheSettings operator, PersonalSettings settings, Ticker ticker) {
        this.settings = settings;
        this.longest = operator.life();
        this.values = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Entry, Kept>writing((entry, kept) -> kept.life()))
                .maximumWeight(operator.bytes())
                .weigher((Entry entry, Kept kept) -> kept.bytes().length + OVERHEAD)
                .removalListener(this::leaveShelf)
                .build();
        this.shelves = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterAccess(operator.life())
                .maximumSize(MOST_PEOPLE)
                .build();
    }

    private record Entry(UserId user, CacheKey key) {}

    @SuppressWarnings("ArrayRecordComponent") // written once, and compared by nobody
    private record Kept(byte[] bytes, Duration life) {}

    /** The keys of a person's values, of which the least recently used goes first. Thread-safe; it asks nothing of the values. */
    private static final class Shelf {

        private final int size;
        private final int seconds;
        private final Map<CacheKey, Boolean> keys = new LinkedHashMap<>(16, 0.75f, true);

        Shelf(CaptureSettings own) {
            this.size = own.cacheSize();
            this.seconds = own.cacheTtl();
        }

        boolean isFor(CaptureSettings own) {
            return size == own.cacheSize() && seconds == own.cacheTtl();
        }

        synchronized boolean uses(CacheKey key) {
            return keys.get(key) != null;
        }

        /** Returns those that have no place there any more. */
        synchronized List<CacheKey> add(CacheKey key) {
            keys.put(key, true);
            var over = new ArrayList<CacheKey>();
            for (var oldest = keys.keySet().iterator(); keys.size() > size; ) {
                over.add(oldest.next());
                oldest.remove();
            }
            return over;
        }

        synchronized void remove(CacheKey key) {
            keys.remove(key);
        }

        synchronized int count() {
            return keys.size();
        }
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Map<CacheKey, byte[]> get(Collection<CacheKey> keys, Actor.Person person) {
        var found = new HashMap<CacheKey, byte[]>();
        var shelf = shelves.getIfPresent(person.user());
        for (var key : keys) {
            var kept = shelf != null && shelf.uses(key) ? values.getIfPresent(new Entry(person.user(), key)) : null;
            if (kept != null) {
                found.put(key, kept.bytes());
            }
        }
        return found;
    }

    /** The key is on the shelf before the value is there: whenever a value goes, its key is found. */
    @Override
    public void put(Map<CacheKey, byte[]> added, Actor.Person person) {
        if (added.isEmpty()) {
            return;
        }
        var shelf = shelf(person);
        var own = Duration.ofSeconds(shelf.seconds);
        var life = own.compareTo(longest) < 0 ? own : longest;
        added.forEach((key, value) -> {
            var over = shelf.add(key);
            values.put(new Entry(person.user(), key), new Kept(value, life));
            over.forEach(old -> values.invalidate(new Entry(person.user(), old)));
        });
        values.cleanUp();
    }

    @Override
    public void clear(Actor.Person person) {
        shelves.invalidate(person.user());
        forget(person.user());
    }

    /** How many keys of a person are kept. */
    int keys(Actor.Person person) {
        var shelf = shelves.getIfPresent(person.user());
        return shelf == null ? 0 : shelf.count();
    }

    /** With the limits as they are set now; other limits begin with nothing. */
    private Shelf shelf(Actor.Person person) {
        var own = settings.of(person).capture();
        var shelf = shelves.getIfPresent(person.user());
        if (shelf == null || !shelf.isFor(own)) {
            forget(person.user());
            shelf = new Shelf(own);
            shelves.put(person.user(), shelf);
        }
        return shelf;
    }

    private void leaveShelf(@Nullable Entry entry, @Nullable Kept kept, RemovalCause cause) {
        if (entry != null && cause != RemovalCause.REPLACED) {
            var shelf = shelves.getIfPresent(entry.user());
            if (shelf != null) {
                shelf.remove(entry.key());
            }
        }
    }

    private void forget(UserId user) {
        values.asMap().keySet().removeIf(entry -> entry.user().equals(user));
    }
}
