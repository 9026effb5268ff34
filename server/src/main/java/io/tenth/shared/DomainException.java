package io.tenth.shared;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A refused request: a category, and a sentence on which the person who asked can act. It never quotes mail or a secret. Where one
 * field of what was sent is to blame, and it is known which, it names that in the spelling of the API.
 */
public final class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SECONDS_UNTIL_LATER = 30;

    private final ErrorCode code;
    private final String sentence;
    private final @Nullable String field;
    private final int retrySeconds;

    public DomainException(ErrorCode code, String sentence) {
        this(code, sentence, null, 0);
    }

    private DomainException(ErrorCode code, String sentence, @Nullable String field, int retrySeconds) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.field = field;
        this.retrySeconds = retrySeconds;
    }

    public static DomainException notFound(String what) {
        return new DomainException(ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    public static DomainException invalid(String sentence) {
        return new DomainException(ErrorCode.VALIDATION_ERROR, sentence);
    }

    /**
     * One field is wrong.
     *
     * @param field as the API spells it, such as {@code due_date}
     */
    public static DomainException invalid(String field, String sentence) {
        return new DomainException(ErrorCode.VALIDATION_ERROR, sentence, field, 0);
    }

    public static DomainException conflict(String sentence) {
        return new DomainException(ErrorCode.CONFLICT, sentence);
    }

    /** Refuses what goes beyond one caller's share, until some of it is done. */
    public static DomainException tooMany(String sentence) {
        return tooMany(sentence, SECONDS_UNTIL_LATER);
    }

    /** Refuses too much at once; the same will do in so many seconds. */
    public static DomainException tooMany(String sentence, int retrySeconds) {
        return new DomainException(ErrorCode.RATE_LIMIT_EXCEEDED, sentence, null, retrySeconds);
    }

    /** Refuses what the whole server has no room for at the moment. */
    public static DomainException busy(String sentence) {
        return new DomainException(ErrorCode.SERVICE_UNAVAILABLE, sentence, null, SECONDS_UNTIL_LATER);
    }

    /** The sentence for the person who asked. */
    public String sentence() {
        return sentence;
    }

    /** The field that is to blame, in the spelling of the API; empty where it is not known, or is none. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public ErrorCode code() {
        return code;
    }

    /** After how many seconds it is worth while to ask again; empty where that is not a matter of time. */
    public OptionalInt retrySeconds() {
        return retrySeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retrySeconds);
    }
}
