package io.tenth.mail;

import java.net.URI;

/** Gets a person's leave to read their mail at a provider, by OAuth 2.0 with PKCE (RFC 7636). Thread-safe. */
public interface Grants {

    MailboxKind kind();

    /** Whether the operator has registered this server with the provider. */
    boolean isSetUp();

    /**
     * Where the person signs in and is asked.
     *
     * @param state comes back with the answer
     * @param challenge of a verifier that only this server knows
     */
    URI link(String state, String challenge, URI returnTo);

    /** The grant for the code that the person came back with. */
    Connection.Grant redeem(String code, String verifier, URI returnTo) throws MailServiceException;

    /** Gives a grant back, with all that was granted of that account. Returns false where the provider takes none back. */
    boolean giveBack(Connection.Grant grant) throws MailServiceException;
}
