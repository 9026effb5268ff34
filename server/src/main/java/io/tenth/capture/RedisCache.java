package io.tenth.capture;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.tenth.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The level that nodes share. Each value goes at its own time. While Redis does not answer, there is nothing in it, and it is asked
 * again after some seconds.
 */
final class RedisCache implements CacheLevel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCache.class);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RedisClient client;
    private final Duration life;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;
    private @Nullable StatefulRedisConnection<byte[], byte[]> connection;

    /** Connects when it is first asked, so that a server starts without Redis too. */
    RedisCache(String url, Duration life, Clock clock) {
        var uri = RedisURI.create(url);
        uri.setTimeout(LONGEST_ANSWER);
        this.client = RedisClient.create(uri);
        this.client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(LONGEST_ANSWER).build())
                .build());
        this.life = life;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Map<CacheKey, byte[]> get(Collection<CacheKey> keys, Actor.Person person) {
        var found = new HashMap<CacheKey, byte[]>();
        var asked = List.copyOf(keys);
        var names = asked.stream().map(key -> name(key, person)).toArray(byte[][]::new);
        ask(redis -> {
            var values = redis.sync().mget(names);
            for (var number = 0; number < values.size(); number++) {
                var key = asked.get(number);
                values.get(number).ifHasValue(value -> found.put(key, value));
            }
        });
        return found;
    }

    @Override
    public void put(Map<CacheKey, byte[]> values, Actor.Person person) {
        ask(redis -> {
            var kept = values.entrySet().stream()
                    .map(one -> redis.async().set(name(one.getKey(), person), one.getValue(), SetArgs.Builder.px(life)))
                    .toArray(RedisFuture<?>[]::new);
            if (!LettuceFutures.awaitAll(LONGEST_ANSWER, kept)) {
                throw new RedisCommandTimeoutException();
            }
        });
    }

    /** What is out of reach here goes when its time is over. */
    @Override
    public void clear(Actor.Person person) {}

    @Override
    public void close() {
        client.shutdown();
    }

    private void ask(Consumer<StatefulRedisConnection<byte[], byte[]>> question) {
        var now = clock.instant();
        if (now.isBefore(awayUntil)) {
            return;
        }
        try {
            question.accept(connection());
        } catch (RedisException away) {
            LOG.warn(
                    "Redis does not answer, analyses are remembered without it: {}",
                    away.getClass().getName());
            awayUntil = now.plus(PAUSE);
        }
    }

    private synchronized StatefulRedisConnection<byte[], byte[]> connection() {
        if (connection == null) {
            connection = client.connect(ByteArrayCodec.INSTANCE);
        }
        return connection;
    }

    private static byte[] name(CacheKey key, Actor.Person person) {
        return ("tenth:analysis:" + person.user().value() + ":" + key).getBytes(StandardCharsets.US_ASCII);
    }
}
