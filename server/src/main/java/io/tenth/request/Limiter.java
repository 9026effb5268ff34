package io.tenth.request;

/**
 * Counts requests in a window that slides: no minute, wherever it begins, holds more than the limit, so that nobody gets twice as
 * much around a full minute. Requests are counted by the second in which they came, and a second counts until it has wholly left
 * the minute. One that is refused does not count.
 */
interface Limiter {

    /** The seconds that can overlap with the last minute: those that lie in it, and the one at its edge. */
    int SECONDS = 61;

    /** Counts one more request of a counter, unless it has as many as it may. */
    Verdict take(String counter, int most);
}
