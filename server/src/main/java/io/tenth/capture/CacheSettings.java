package io.tenth.capture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is remembered of analyses.
 *
 * @param bytes the most in this process
 * @param life how long in this process and in Redis
 * @param kept how long in the database
 */
@ConfigurationProperties("tenth.cache")
record CacheSettings(long bytes, Duration life, Duration kept) {}
