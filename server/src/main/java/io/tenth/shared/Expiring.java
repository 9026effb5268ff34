package io.tenth.shared;

/**
 * Something that keeps rows for a time. Once an hour it is asked to forget those whose time is over, whosever they are
 * ({@code io.tenth.ops.Housekeeping}).
 */
public interface Expiring {

    /**
     * Forgets what has expired by the database's own time, in one transaction; several nodes may do it at once. The policies show
     * the product itself nothing that has not expired.
     */
    void forgetExpired(Actor.Program program);
}
