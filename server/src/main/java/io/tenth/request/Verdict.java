package io.tenth.request;

/**
 * Whether one more request is within the limit.
 *
 * @param most how many a minute may hold
 * @param remaining how many more would be let in now
 * @param seconds until the oldest of those that count leaves the minute, and so until one more than {@code remaining} may come
 */
public record Verdict(boolean admitted, int most, int remaining, long seconds) {}
