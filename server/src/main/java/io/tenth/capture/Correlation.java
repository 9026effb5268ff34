package io.tenth.capture;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id under which the log and the audit log have what is done: of the request, and of what it set going in the background. It is
 * the thread's; work that goes over to another thread takes it along.
 */
final class Correlation {

    private static final String KEY = "request_id";

    private Correlation() {}

    /** Of this thread; null where there is none. */
    static @Nullable String current() {
        return MDC.get(KEY);
    }

    /** From now on this thread works under the id. */
    static void begin(String id) {
        MDC.put(KEY, id);
    }

    static void end() {
        MDC.remove(KEY);
    }

    /** Work that another thread does under the id of this one. */
    static <T> Callable<T> carried(Callable<T> work) {
        var id = current();
        return id == null
                ? work
                : () -> {
                    begin(id);
                    try {
                        return work.call();
                    } finally {
                        end();
                    }
                };
    }
}
