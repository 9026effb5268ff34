package io.tenth.model;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * How often the service may still be asked in a minute, kept in the database so that all nodes share it. What may be asked at once
 * and what is added in a minute stay together below the limit, since a service counts in any minute; failed requests count too.
 */
final class Allowance {

    private static final int PERCENT = 100;
    private static final int AT_ONCE = 2;
    private static final int ADDED = 94;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final BlockingBucket bucket;

    /** Named by the host, which counts whoever asks from here. */
    Allowance(String host, int requestsPerMinute, DataSource database) {
        this.bucket = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("call_budgets")
                .idColumn("budget_id")
                .stateColumn("state")
                .build()
                .getProxy(idOf(host), () -> configuration(requestsPerMinute))
                .asBlocking();
    }

    /** Takes one request out of it. Returns false where none is free soon enough. */
    boolean take(Duration atMost) throws InterruptedException {
        var wait = atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT;
        return wait.isPositive() && bucket.tryConsume(1, wait, BlockingStrategy.PARKING);
    }

    private static BucketConfiguration configuration(int requestsPerMinute) {
        var atOnce = Math.max(1, (long) requestsPerMinute * AT_ONCE / PERCENT);
        var added = Math.max(1, (long) requestsPerMinute * ADDED / PERCENT);
        return BucketConfiguration.builder()
                .addLimit(band -> band.capacity(atOnce).refillGreedy(added, Duration.ofMinutes(1)))
                .build();
    }

    private static long idOf(String host) {
        return UUID.nameUUIDFromBytes(("language model " + host).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
