package io.tenth.e2e;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true, looking again and again for a bounded time. */
final class Waiting {

    private static final long BETWEEN_LOOKS_MILLIS = 50;
    private static final int MOST_LOOKS = 2_400;

    private Waiting() {}

    /** A look at the world that may fail. */
    @FunctionalInterface
    interface Look {
        boolean isTrue() throws Exception;
    }

    static void until(String what, Look look) throws Exception {
        for (var looks = 0; looks < MOST_LOOKS; looks++) {
            if (look.isTrue()) {
                return;
            }
            new CountDownLatch(1).await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("it never happened: " + what);
    }
}
