package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.UserId;
import org.springframework.stereotype.Service;

/** Makes accounts without a link, where the operator has opened that to everybody who reaches the server. */
@Service
public class Registration {

    private final Accounts accounts;
    private final Passwords passwords;
    private final IdentitySettings settings;

    Registration(Accounts accounts, Passwords passwords, IdentitySettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
    }

    /** Returns the new account. Refuses where registration is closed, and an address that has an account. */
    public Account register(NewAccount asked) {
        if (!settings.openRegistration()) {
            throw new DomainException(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Registration is closed here. An administrator can send you a link that makes your account.");
        }
        return accounts.register(
                asked,
                passwords.inTurn(() -> passwords.hash(asked.password())),
                new Actor.Newcomer(UserId.next(), "registration"));
    }
}
