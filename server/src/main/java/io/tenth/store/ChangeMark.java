package io.tenth.store;

import io.tenth.shared.Actor;
import java.util.function.Consumer;

/**
 * Something that is written beside the changes of a piece of work, in each of their transactions: it is there exactly if a change
 * is, whenever the process dies. {@link RowSecurity} writes it as a transaction that may change something begins; work that has
 * no mark pays nothing for it.
 */
public final class ChangeMark {

    private static final ScopedValue<Consumer<Actor>> MARK = ScopedValue.newInstance();

    private ChangeMark() {}

    /** Does the work on this thread. The mark is told whose the transaction is; what it throws rolls the change back. */
    public static <X extends Exception> void beside(ScopedValue.CallableOp<Void, X> work, Consumer<Actor> mark)
            throws X {
        ScopedValue.where(MARK, mark).call(work);
    }

    static void write(Actor actor) {
        if (MARK.isBound()) {
            MARK.get().accept(actor);
        }
    }
}
