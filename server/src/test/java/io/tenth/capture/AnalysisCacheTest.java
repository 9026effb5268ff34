package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.ServerTest;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.store.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AnalysisCacheTest extends ServerTest {

    private static final List<Finding.Found> FOUND = ((Finding.Analysed) StoredProposals.finding(30)).found();

    @Autowired
    private TableCache table;

    @Autowired
    private CacheSeals seals;

    @Autowired
    private Mailboxes mailboxes;

    private final Elsewhere elsewhere = new Elsewhere();
    private Actor.Person person;

    @BeforeEach
    void join() {
        person = newPerson().person();
    }

    @Test
    void takesAValueThatDoesNotOpenForNoneAndWritesOverIt() {
        var cache = of(elsewhere, table);
        cache.keep(Map.of("digest", FOUND), "settings", person);
        elsewhere.values.replaceAll((key, value) -> new byte[] {1, 2, 3});
        assertThat(cache.of(List.of("digest"), "settings", person))
                .as("the next level has it")
                .containsEntry("digest", FOUND);
        assertThat(elsewhere.values.values()).allMatch(value -> value.length > 3);

        elsewhere.values.clear();
        var rows = new Rows(database());
        rows.update(
                "UPDATE analysis_cache SET value = '\\x010203' WHERE user_id = ?",
                person.user().value());
        assertThat(cache.of(List.of("digest"), "settings", person)).isEmpty();
        cache.keep(Map.of("digest", FOUND), "settings", person);

        assertThat(of(table).of(List.of("digest"), "settings", person)).containsEntry("digest", FOUND);
    }

    @Test
    void reachesNothingAnyMoreThatWasRememberedBeforeAMailboxWasRemoved() {
        var cache = of(elsewhere);
        cache.keep(Map.of("digest", FOUND), "settings", person);

        mailboxes.remove(mailboxes.named("Old", person), Demand.ANY, person);

        assertThat(elsewhere.values)
                .as("another node, or a Redis that was away")
                .hasSize(1);
        assertThat(cache.of(List.of("digest"), "settings", person)).isEmpty();
    }

    @Test
    void holdsNoTransactionWhileItAsksElsewhere() {
        var cache = of(elsewhere);

        cache.keep(Map.of("digest", FOUND), "settings", person);
        cache.of(List.of("digest"), "settings", person);

        assertThat(elsewhere.withinTransaction).isFalse();
    }

    private AnalysisCache of(CacheLevel... levels) {
        return new AnalysisCache(List.of(levels), seals, new SimpleMeterRegistry());
    }

    /** A level that nobody can clear. */
    private static final class Elsewhere implements CacheLevel {

        private final Map<CacheKey, byte[]> values = new HashMap<>();
        private boolean withinTransaction;

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public Map<CacheKey, byte[]> get(Collection<CacheKey> keys, Actor.Person person) {
            look();
            var found = new HashMap<>(values);
            found.keySet().retainAll(keys);
            return found;
        }

        @Override
        public void put(Map<CacheKey, byte[]> added, Actor.Person person) {
            look();
            values.putAll(added);
        }

        @Override
        public void clear(Actor.Person person) {}

        private void look() {
            withinTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
        }
    }
}
