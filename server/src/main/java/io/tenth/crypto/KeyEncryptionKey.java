package io.tenth.crypto;

/**
 * The key that wraps every person's data key. It lives outside the database, so that the database alone tells nothing.
 *
 * <p>{@code context} is authenticated with the wrapped key: a data key wrapped for one person does not open for another.
 */
public interface KeyEncryptionKey {

    /** A name for this key and version, stored beside what it wrapped. */
    String id();

    byte[] wrap(byte[] dataKey, byte[] context);

    /** Throws {@link IllegalStateException} when the bytes were not wrapped by this key for this context. */
    byte[] unwrap(byte[] wrapped, byte[] context);
}
