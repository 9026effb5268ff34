package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.tenth.TestClock;
import io.tenth.request.TestRedis;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisCacheTest {

    private static final CacheKey FIRST = new CacheKey(new byte[] {1});
    private static final CacheKey SECOND = new CacheKey(new byte[] {2});

    private final TestRedis redis = new TestRedis();
    private final RedisCache cache = new RedisCache(redis.url(), Duration.ofHours(1), TestClock.standing());
    private final Actor.Person person = new Actor.Person(UserId.next(), Role.USER);

    @AfterEach
    void stop() {
        cache.close();
        redis.close();
    }

    @Test
    void letsEachValueGoAtItsOwnTime() {
        cache.put(Map.of(FIRST, new byte[] {10}), person);
        try (var client = RedisClient.create(redis.url());
                var look = client.connect()) {
            var first = look.sync().keys("*").getFirst();
            look.sync().pexpire(first, Duration.ofSeconds(30));

            cache.put(Map.of(SECOND, new byte[] {20}), person);

            assertThat(look.sync().pttl(first)).isBetween(1L, 30_000L);
            look.sync().del(first);
        }
        assertThat(cache.get(List.of(FIRST, SECOND), person))
                .containsOnlyKeys(SECOND)
                .hasEntrySatisfying(SECOND, value -> assertThat(value).containsExactly(20));
    }

    @Test
    void givesNobodyWhatIsAnothers() {
        cache.put(Map.of(FIRST, new byte[] {10}), person);

        assertThat(cache.get(List.of(FIRST), new Actor.Person(UserId.next(), Role.USER)))
                .isEmpty();
    }
}
