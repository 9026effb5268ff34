package io.tenth.identity;

import java.time.Duration;

/**
 * When an account is locked against further guesses. Sign-ins that were made before stay.
 *
 * @param attempts wrong passwords in a row that lock it
 * @param lockedFor how long
 */
record LockRule(int attempts, Duration lockedFor) {

    static final LockRule STANDARD = new LockRule(5, Duration.ofMinutes(15));
}
