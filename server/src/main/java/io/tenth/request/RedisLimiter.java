package io.tenth.request;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in Redis, so that nodes share what a caller has used: one script, one round trip. While Redis does not answer, each node
 * counts for itself and asks again after some seconds; nobody is let in without a limit, and nobody is kept out.
 */
final class RedisLimiter implements Limiter, AutoCloseable {

    /**
     * KEYS[1] is a hash from seconds to counts. ARGV: this second, the limit, the seconds that count. The time is the node's, as
     * it is for everything else that nodes decide together.
     */
    private static final String SCRIPT = """
            local now, most, seconds = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local used, oldest = 0, now
            local counts = redis.call('HGETALL', KEYS[1])
            for i = 1, #counts, 2 do
                local second = tonumber(counts[i])
                if math.abs(now - second) >= seconds then
                    redis.call('HDEL', KEYS[1], counts[i])
                else
                    used = used + tonumber(counts[i + 1])
                    oldest = math.min(oldest, second)
                end
            end
            local admitted = used < most and 1 or 0
            if admitted == 1 then
                used = used + 1
                redis.call('HINCRBY', KEYS[1], now, 1)
                redis.call('EXPIRE', KEYS[1], 2 * seconds)
            end
            return {admitted, math.max(0, most - used), oldest + seconds - now}
            """;

    private static final Logger LOG = LoggerFactory.getLogger(RedisLimiter.class);
    private static final String PREFIX = "tenth:limit:";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RedisClient client;
    private final Limiter local;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /** Connects when it is first asked, so that a server starts without Redis too. */
    RedisLimiter(String url, Limiter local, Clock clock, Duration longestAnswer) {
        var uri = RedisURI.create(url);
        uri.setTimeout(longestAnswer);
        this.client = RedisClient.create(uri);
        this.client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(longestAnswer).build())
                .build());
        this.local = local;
        this.clock = clock;
    }

    @Override
    public Verdict take(String counter, int most) {
        var now = clock.instant();
        if (now.isBefore(awayUntil)) {
            return local.take(counter, most);
        }
        try {
            return verdict(ask(counter, most, now), most);
        } catch (RedisException away) {
            LOG.warn(
                    "Redis does not answer, this node counts requests by itself: {}",
                    away.getClass().getName());
            awayUntil = now.plus(PAUSE);
            return local.take(counter, most);
        }
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private List<Long> ask(String counter, int most, Instant now) {
        var redis = connection().sync();
        var keys = new String[] {PREFIX + counter};
        var values =
                new String[] {Long.toString(now.getEpochSecond()), Integer.toString(most), Integer.toString(SECONDS)};
        try {
            return redis.evalsha(redis.digest(SCRIPT), ScriptOutputType.MULTI, keys, values);
        } catch (RedisNoScriptException unknown) {
            return load(redis, keys, values);
        }
    }

    private static List<Long> load(RedisCommands<String, String> redis, String[] keys, String[] values) {
        return redis.eval(SCRIPT, ScriptOutputType.MULTI, keys, values);
    }

    private synchronized StatefulRedisConnection<String, String> connection() {
        if (connection == null) {
            connection = client.connect();
        }
        return connection;
    }

    private static Verdict verdict(List<Long> answer, int most) {
        return new Verdict(answer.get(0) == 1, most, answer.get(1).intValue(), answer.get(2));
    }
}
