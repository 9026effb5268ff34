package io.tenth.shared;

/**
 * Who asks for a use case. A parameter everywhere, never a thread-local: the rows a transaction may see follow from it.
 */
public sealed interface Actor {

    /** Somebody who has signed in. */
    record Person(UserId user, Role role) implements Actor {}

    /**
     * Nobody yet: somebody who presents a claim, and may see the one row that it names.
     *
     * @param claim a lower-case address, or the hash of a secret in hexadecimal digits
     */
    record Visitor(String claim) implements Actor {}

    /** Somebody who is about to get an account, and presents the hash of the link that allows it. */
    record Newcomer(UserId user, String claim) implements Actor {}

    /** The product itself, at its start. It sees whether there are accounts, and nobody's data. */
    record Program() implements Actor {}
}
