package io.tenth.capture;

import java.util.Optional;

/** A job failed under the id of the request that it works for, and is carried out again. */
class JobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String correlation;

    JobFailure(String correlation, String what, Exception cause) {
        super(what, cause);
        this.correlation = correlation;
    }

    /** The id under which the job was carried out. */
    static Optional<String> correlationOf(Optional<Throwable> thrown) {
        return thrown.filter(JobFailure.class::isInstance).map(failed -> ((JobFailure) failed).correlation);
    }
}
