package io.tenth.mail;

/** Is paid before each call of a service that counts what it is asked. Thread-safe. */
@FunctionalInterface
public interface Toll {

    /** Nobody counts. */
    Toll FREE = units -> {};

    /**
     * Waits until so many units may be used.
     *
     * @throws MailServiceException.Throttled when that would take too long
     */
    void pay(int units) throws MailServiceException;
}
