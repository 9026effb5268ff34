package io.tenth.request;

import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;

/** Another node of the same installation. */
public final class OtherNode {

    private OtherNode() {}

    /** Serves a person's reads there. */
    public static void serve(TestRedis redis, UserId person, int reads, Clock clock) {
        try (var limiter = new RedisLimiter(redis.url(), new LocalLimiter(clock), clock, Duration.ofSeconds(10))) {
            IntStream.range(0, reads)
                    .forEach(read -> limiter.take(RequestKind.READ.key() + ":person:" + person.value(), 100));
        }
    }
}
