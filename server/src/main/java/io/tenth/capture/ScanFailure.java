package io.tenth.capture;

import io.tenth.mail.MailServiceException;
import java.time.Duration;
import java.util.Optional;

/** A worker's turn with a scan failed in a way that may pass: the scan is tried again. */
final class ScanFailure extends JobFailure {

    private static final long serialVersionUID = 1L;

    private final transient ScanRepository.Claim claim;
    private final boolean gained;

    /** @param gained whether the turn has stored something before, so that the next one has less to do */
    ScanFailure(ScanRepository.Claim claim, boolean gained, Exception cause) {
        super(claim.correlation(), "a turn of scan " + claim.scan().id() + " failed", cause);
        this.claim = claim;
        this.gained = gained;
    }

    boolean hasGained() {
        return gained;
    }

    /** The right under which the worker that failed had the scan. */
    static Optional<ScanRepository.Claim> claimOf(Optional<Throwable> thrown) {
        return failure(thrown).map(failure -> failure.claim);
    }

    /** What the mail service said, for the mailbox's owner. */
    static Optional<String> sentenceOf(Optional<Throwable> thrown) {
        return cause(thrown).map(Throwable::getMessage);
    }

    /** The pause that the mail service asks for. */
    static Optional<Duration> pauseOf(Optional<Throwable> thrown) {
        return cause(thrown)
                .filter(MailServiceException.Throttled.class::isInstance)
                .flatMap(throttled -> ((MailServiceException.Throttled) throttled).retryAfter());
    }

    private static Optional<ScanFailure> failure(Optional<Throwable> thrown) {
        return thrown.filter(ScanFailure.class::isInstance).map(ScanFailure.class::cast);
    }

    private static Optional<Throwable> cause(Optional<Throwable> thrown) {
        return failure(thrown).map(Throwable::getCause).filter(MailServiceException.class::isInstance);
    }
}
