package io.tenth.settings;

import io.tenth.shared.DomainException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * For how long everybody's data is kept at least, whatever they set themselves.
 *
 * @param leastDays the operator's word, 1 to 36,500
 */
@ConfigurationProperties("tenth.keeping")
record LeastKeeping(int leastDays) {

    /** What was set before the operator's word grew is as good as that. */
    int orMore(int days) {
        return Math.max(days, leastDays);
    }

    void refuseLess(int days) {
        if (days < leastDays) {
            throw DomainException.invalid("data_retention_days is at least " + leastDays
                    + " on this server: the operator's KEEP_LEAST_DAYS says so.");
        }
    }
}
