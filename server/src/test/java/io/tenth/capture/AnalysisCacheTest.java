package io.tenth.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Mailboxes;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AnalysisCacheTest extends ServerTest {

    private static final List<Finding.Found> FOUND = ((Finding.Analysed) StoredProposals.finding(30)).found();

    @Autowired
    private CacheSettings operator;

    @Autowired
    private PersonalSettings settings;

    @Autowired
    private TableCache table;

    @Autowired
    private CacheSeals seals;

    @Autowired
    private Mailboxes mailboxes;

    private final Elsewhere elsewhere = new Elsewhere();
    private Account account;
    private Actor.Person person;

    @BeforeEach
    void join() {
        account = newPerson();
        person = account.person();
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

    @Test
    void keepsAsManyInMemoryAndAsLongAsTheirOwnerHasSet() {
        var api = api(account);
        api.patch("/api/time-tracking/settings", "{\"cache_size\": 2, \"cache_ttl\": 60}");
        var nanos = new AtomicLong();
        var cache = of(new ProcessCache(operator, settings, nanos::get));
        for (var digest : List.of("one", "two", "three")) {
            cache.keep(Map.of(digest, FOUND), "settings", person);
        }
        var all = List.of("one", "two", "three");
        assertThat(cache.of(all, "settings", person)).hasSize(2);

        clock().advance(Duration.ofMinutes(10));
        assertThat(cache.of(all, "settings", person))
                .as("somebody set the clock")
                .hasSize(2);
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(cache.of(all, "settings", person)).isEmpty();

        api.patch("/api/time-tracking/settings", "{\"cache_size\": 0}");
        cache.keep(Map.of("one", FOUND), "settings", person);
        assertThat(cache.of(all, "settings", person)).isEmpty();
    }

    /** However much its owner has set: the operator's bytes bound all that is kept. */
    @Test
    void keepsNoKeyOfWhatHasNoRoom() {
        api(account).patch("/api/time-tracking/settings", "{\"cache_size\": 100000}");
        var small = new ProcessCache(new CacheSettings(100_000, operator.life(), operator.kept()), settings);

        var values = new HashMap<CacheKey, byte[]>();
        for (var number = 0; number < 5_000; number++) {
            values.put(new CacheKey(Integer.toString(number).getBytes(US_ASCII)), new byte[100]);
        }
        small.put(values, person);

        assertThat(small.keys(person)).isBetween(1, 200);
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
