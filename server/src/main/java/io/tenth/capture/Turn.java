package io.tenth.capture;

import java.util.function.BooleanSupplier;

/**
 * How long a worker may go on with a scan.
 *
 * @param stopping whether the server is stopping
 * @param over whether others wait who have not had a turn yet, and this one has lasted long enough
 * @param spent whether it has lasted so long that it ends whoever waits, and whatever it came to
 */
record Turn(BooleanSupplier stopping, BooleanSupplier over, BooleanSupplier spent) {

    /** One that lasts as long as it takes. */
    Turn(BooleanSupplier stopping, BooleanSupplier over) {
        this(stopping, over, () -> false);
    }

    boolean isStopping() {
        return stopping.getAsBoolean();
    }

    boolean isSpent() {
        return spent.getAsBoolean();
    }

    /**
     * Whether it ends after a batch. Others get their turn when this one came to something: a scan that has only listed what it
     * knows would list it all again.
     */
    boolean endsAfter(boolean gain) {
        return isStopping() || isSpent() || (gain && over.getAsBoolean());
    }
}
