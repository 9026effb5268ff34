package io.tenth.capture;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A job failed under the id of the request that it works for, and is carried out again. */
class JobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "io.tenth.";

    private final String correlation;

    JobFailure(String correlation, String what, Exception cause) {
        super(what, cause);
        this.correlation = correlation;
    }

    /** The id under which the job was carried out. */
    static Optional<String> correlationOf(Optional<Throwable> thrown) {
        return thrown.filter(JobFailure.class::isInstance).map(failed -> ((JobFailure) failed).correlation);
    }

    /** What was thrown and where, down to its cause. Without what the exceptions say: that may be text of somebody's mail. */
    static String course(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(JobFailure::place)
                .collect(Collectors.joining(", because of "));
    }

    private static String place(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> thrown.getClass().getName() + " at " + frame)
                .orElseGet(() -> thrown.getClass().getName());
    }
}
