package io.tenth.capture;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenth.mail.MailboxRemoved;
import io.tenth.shared.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found in messages, so that the same message need not be analysed again: in this process, then in Redis where there is
 * one, then in the database. A level that has it gives it to those before it. The key holds the content, the engine's version and
 * what the engine was told of the author; the values are sealed on every level. A value that does not open counts as none, and is
 * written over. No connection to the database is held while Redis is asked.
 *
 * <p>A message in which nothing was found is not kept: to see that again takes less than to look it up.
 */
@Service
class AnalysisCache {

    private final List<Level> levels;
    private final CacheSeals seals;

    AnalysisCache(List<CacheLevel> levels, CacheSeals seals, MeterRegistry registry) {
        this.levels = levels.stream().map(level -> Level.of(level, registry)).toList();
        this.seals = seals;
    }

    /**
     * What is known of some messages.
     *
     * @param digests of their contents
     * @param settings a digest of what the engine is told of the author
     * @return by digest; without those of which nothing is known
     */
    Map<String, List<Finding.Found>> of(Collection<String> digests, String settings, Actor.Person person) {
        var seal = seals.of(person);
        var missing = digests.stream()
                .distinct()
                .collect(Collectors.toMap(digest -> seal.key(digest, settings), digest -> digest));
        var found = new HashMap<String, List<Finding.Found>>();
        for (var number = 0; number < levels.size() && !missing.isEmpty(); number++) {
            var level = levels.get(number);
            var values = level.level().get(missing.keySet(), person);
            values.forEach(
                    (key, value) -> seal.open(key, value).ifPresent(opened -> found.put(missing.remove(key), opened)));
            values.keySet().removeAll(missing.keySet());
            level.hits().increment(values.size());
            levels.subList(0, number).forEach(before -> before.level().put(values, person));
        }
        return found;
    }

    /** Remembers what was found. */
    void keep(Map<String, List<Finding.Found>> found, String settings, Actor.Person person) {
        var seal = seals.of(person);
        var values = new HashMap<CacheKey, byte[]>();
        found.forEach((digest, of) -> {
            if (!of.isEmpty()) {
                var key = seal.key(digest, settings);
                values.put(key, seal.close(key, of));
            }
        });
        levels.forEach(level -> level.level().put(values, person));
        levels.forEach(level -> level.misses().increment(values.size()));
    }

    /** Forgets what is old of a person. */
    @Transactional(propagation = Propagation.MANDATORY)
    void expire(Actor.Person person) {
        levels.forEach(level -> level.level().expire(person));
    }

    /** Text of mail must not outlive its mailbox here. Whose it was is not known: all of the person's goes. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(MailboxRemoved removed) {
        forget(removed.person());
    }

    /** Forgets all of a person, the opinions of a language model too, which lie on the same levels. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(Actor.Person person) {
        levels.forEach(level -> level.level().clear(person));
    }

    /** A level and how often it had what was asked for. What had to be worked out, and was worth keeping, was a miss on each. */
    private record Level(CacheLevel level, Counter hits, Counter misses) {

        static Level of(CacheLevel level, MeterRegistry registry) {
            return new Level(level, counter(level, "hit", registry), counter(level, "miss", registry));
        }

        private static Counter counter(CacheLevel level, String result, MeterRegistry registry) {
            return Counter.builder("tenth.cache.gets")
                    .description("Lookups of what was worked out before")
                    .tags("cache", "analysis-" + level.name(), "result", result)
                    .register(registry);
        }
    }
}
