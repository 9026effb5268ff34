package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import org.springframework.stereotype.Service;

/** Makes an account with a one-time link. The link is looked at before the slow hash, and used up in the account's transaction. */
@Service
public class Join {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Passwords passwords;

    Join(Accounts accounts, Invitations invitations, Passwords passwords) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
    }

    /** Returns the new account. Refuses a link that cannot be used and an address that has an account. */
    public Account join(SecretToken link, NewAccount asked) {
        if (invitations.roleOf(link, new Actor.Visitor(link.hash())).isEmpty()) {
            throw Accounts.usedLink();
        }
        return accounts.make(
                asked,
                passwords.inTurn(() -> passwords.hash(asked.password())),
                new Actor.Newcomer(UserId.next(), link.hash()));
    }
}
