package io.tenth.model;

import java.time.Duration;
import java.util.Optional;

/** The model was asked in vain. The message holds nothing that was asked, answered or kept secret. */
public final class ModelException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final boolean ill;
    private final boolean passing;
    private final long retryAfterMillis;

    private ModelException(Trouble trouble, boolean ill, boolean passing, Optional<Duration> retryAfter) {
        super("the language model did not answer: " + trouble.key(), null, false, false);
        this.trouble = trouble;
        this.ill = ill;
        this.passing = passing;
        this.retryAfterMillis = retryAfter.map(Duration::toMillis).orElse(-1L);
    }

    /** No answer, or an error of the service's own: another try may help. */
    static ModelException down() {
        return new ModelException(Trouble.DOWN, true, true, Optional.empty());
    }

    /** Left alone for a while: no try helps. */
    static ModelException resting() {
        return new ModelException(Trouble.DOWN, false, false, Optional.empty());
    }

    /** Another try would take as long. */
    static ModelException slow() {
        return new ModelException(Trouble.SLOW, true, false, Optional.empty());
    }

    /**
     * Too much was asked in too short a time.
     *
     * @param retryAfter the pause that is asked for; empty where none is named
     */
    static ModelException busy(Optional<Duration> retryAfter) {
        return new ModelException(Trouble.BUSY, false, true, retryAfter);
    }

    /** This question is refused; another one may not be. */
    static ModelException refused() {
        return new ModelException(Trouble.REFUSED, false, false, Optional.empty());
    }

    /** Every question is refused: the key, the model or the address is wrong. */
    static ModelException barred() {
        return new ModelException(Trouble.REFUSED, true, false, Optional.empty());
    }

    /** The answer is none of those allowed. Asking again would cost as much and likely say the same. */
    public static ModelException garbled() {
        return new ModelException(Trouble.GARBLED, true, false, Optional.empty());
    }

    /** An answer that had begun broke off: another try would say its beginning again. */
    public static ModelException broken() {
        return new ModelException(Trouble.DOWN, true, false, Optional.empty());
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Whether it tells that the service is not well. */
    boolean isIll() {
        return ill;
    }

    boolean mayPass() {
        return passing;
    }

    /** The pause that the service asks for; empty where it names none. */
    public Optional<Duration> retryAfter() {
        return retryAfterMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(retryAfterMillis));
    }
}
