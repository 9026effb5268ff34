package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Signs people in. An unknown address, a wrong password and a locked account give the same answer in the same time. The hash
 * is computed between two short transactions, so that a slow hash holds no database connection.
 */
@Service
public class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;

    SignIn(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * Returns the account, or refuses with one sentence for every reason. An attempt counts only once its turn has come: when
     * too many people are signing in, nobody is locked out by not having been heard.
     */
    public Account signIn(String address, String password) {
        return passwords.inTurn(() -> attempt(address, password));
    }

    private Account attempt(String address, String password) {
        var attempt = begin(address);
        if (attempt.isPresent() && passwords.matches(password, attempt.get().passwordHash())) {
            return accounts.completeAttempt(attempt.get().person());
        }
        if (attempt.isEmpty()) {
            passwords.matchNothing(password);
        }
        accounts.refuseAttempt(attempt.map(AccountRepository.Attempt::person), new Actor.Visitor("sign-in"));
        throw new DomainException(
                ErrorCode.AUTHENTICATION_ERROR,
                "The address or the password is wrong, or the account is locked for a while.");
    }

    private Optional<AccountRepository.Attempt> begin(String address) {
        try {
            var email = new EmailAddress(address);
            return accounts.beginAttempt(email, new Actor.Visitor(email.key()));
        } catch (DomainException notAnAddress) {
            return Optional.empty();
        }
    }
}
