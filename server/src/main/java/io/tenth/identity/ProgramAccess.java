package io.tenth.identity;

import java.util.Optional;

/**
 * The programs that people have connected by OAuth, and whom their access tokens let in. A token is good for the one resource
 * that it was given for; where nothing implements this, no program can be connected and personal tokens are the only way in.
 */
public interface ProgramAccess {

    /**
     * What a token lets a program do. Empty for one that is unknown, expired or revoked, that was given for another resource,
     * whose person has ended the consent, or whose account is disabled.
     *
     * @param resource the address of what is asked for, exactly, such as {@code https://time.firm.example/mcp}
     */
    Optional<Access> find(String token, String resource);
}
