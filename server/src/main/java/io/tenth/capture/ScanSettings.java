package io.tenth.capture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is scanned, and how often.
 *
 * @param atOnce scans that this node carries out at the same time
 * @param perPerson scans of one person that may wait or run
 * @param waiting scans of everybody that may wait or run; a further one is refused until there is room
 * @param every how long after one reading of a connected mailbox the next one follows; zero where people alone start them
 * @param reach how far back a connected mailbox is read by itself
 * @param most messages that one such reading takes in; the rest is left to the next ones, newest first
 * @param turn how long a scan goes on while others wait that are as urgent
 * @param carriedOut whether this process carries scans out, and does not only queue them
 */
@ConfigurationProperties("tenth.scans")
record ScanSettings(
        int atOnce,
        int perPerson,
        int waiting,
        Duration every,
        Duration reach,
        int most,
        Duration turn,
        boolean carriedOut) {

    /** Whether connected mailboxes are read by the clock. */
    boolean areAutomatic() {
        return !every.isZero();
    }
}
