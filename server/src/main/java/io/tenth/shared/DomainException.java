package io.tenth.shared;

/** A refused request: a category, and a sentence on which the person who asked can act. It never quotes mail or a secret. */
public final class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String sentence;

    public DomainException(ErrorCode code, String sentence) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
    }

    public static DomainException notFound(String what) {
        return new DomainException(ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    public static DomainException invalid(String sentence) {
        return new DomainException(ErrorCode.VALIDATION_ERROR, sentence);
    }

    public static DomainException conflict(String sentence) {
        return new DomainException(ErrorCode.CONFLICT, sentence);
    }

    /** The sentence for the person who asked. */
    public String sentence() {
        return sentence;
    }

    public ErrorCode code() {
        return code;
    }
}
