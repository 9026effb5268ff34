package io.tenth.crypto;

/** A value in the database was not sealed for the place where it lies, by the key of the person whose it is; or it is damaged. */
public final class UnreadableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
