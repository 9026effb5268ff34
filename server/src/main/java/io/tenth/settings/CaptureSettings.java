package io.tenth.settings;

import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person's mail is read and what is done with what it says.
 *
 * @param autoApproveThreshold from which confidence on a proposal is approved by itself, 0.5 to 1; null for never
 * @param language the person's own, by which a date such as 3/4 is read where mail leaves both orders open: with the month first in
 *     {@code en} alone
 * @param maxBatchSize the most messages of one scan, 1 to 1000
 * @param processingTimeout the most seconds of one scan, 1 to 3600
 * @param rateLimitPerMinute how many calls of the tools are carried out in a minute, 1 to 3500
 * @param concurrency the most messages fetched from a mailbox at once, 1 to 50
 * @param cacheSize the most analysed messages kept in the memory of a server, 0 to 100,000
 * @param cacheTtl for how many seconds, 0 to 604,800
 */
public record CaptureSettings(
        @Nullable BigDecimal autoApproveThreshold,
        String language,
        int maxBatchSize,
        int processingTimeout,
        int rateLimitPerMinute,
        int concurrency,
        int cacheSize,
        int cacheTtl) {

    /** The languages that mail is understood in. */
    public static final Set<String> LANGUAGES = Set.of("en", "en-GB", "de", "fr", "es", "it", "pt", "nl");

    private static final BigDecimal LEAST_THRESHOLD = new BigDecimal("0.5");

    /** Nothing is approved by itself. */
    public static final CaptureSettings DEFAULT = new CaptureSettings(null, "en", 100, 300, 60, 10, 1000, 3600);

    public CaptureSettings {
        autoApproveThreshold = autoApproveThreshold == null ? null : threshold(autoApproveThreshold);
        if (!LANGUAGES.contains(language)) {
            throw DomainException.invalid("language is one of en, en-GB, de, fr, es, it, pt, nl.");
        }
        Range.check(maxBatchSize, "max_batch_size", 1, 1000);
        Range.check(processingTimeout, "processing_timeout", 1, 3600);
        Range.check(rateLimitPerMinute, "rate_limit_per_minute", 1, 3500);
        Range.check(concurrency, "concurrency", 1, 50);
        Range.check(cacheSize, "cache_size", 0, 100_000);
        Range.check(cacheTtl, "cache_ttl", 0, 604_800);
    }

    /** The nearest of the languages to one that another version of the program has stored. */
    static String known(String stored) {
        var base = stored.split("-", 2)[0];
        return LANGUAGES.contains(stored) ? stored : LANGUAGES.contains(base) ? base : DEFAULT.language();
    }

    /** Whether a proposal of this confidence is approved by itself. */
    public boolean approves(double confidence) {
        return autoApproveThreshold != null && confidence >= autoApproveThreshold.doubleValue();
    }

    private static BigDecimal threshold(BigDecimal asked) {
        var isInRange = asked.compareTo(LEAST_THRESHOLD) >= 0 && asked.compareTo(BigDecimal.ONE) <= 0;
        if (!isInRange || asked.stripTrailingZeros().scale() > 3) {
            throw DomainException.invalid("auto_approve_threshold is between 0.5 and 1, with at most three decimals.");
        }
        return asked.setScale(3, RoundingMode.UNNECESSARY);
    }
}
