package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes the password of somebody who knows it. Whoever holds a session that is not theirs has five guesses, like a stranger. */
@Service
public class PasswordChange {

    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final StoredPasswords stored;
    private final Letters letters;

    PasswordChange(Accounts accounts, StoredPasswords stored, Attempts attempts, Passwords passwords, Letters letters) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.stored = stored;
        this.letters = letters;
    }

    /** Sets another password. All other sessions of the person end. */
    public void change(String current, String wanted, Access access) {
        PasswordRule.checkPossible(current, "current_password");
        PasswordRule.check(wanted, "new_password");
        passwords.inTurn(() -> {
            checkCurrent(current, access.account());
            stored.change(passwords.hash(wanted), Optional.ofNullable(access.session()), access.person());
            return wanted;
        });
        var account = access.account();
        letters.afterwards(() -> letters.send(account.email(), "Your password was changed", """
                        The password of your account in Tenth was changed, and you were signed out everywhere else.

                        If that was not you, ask your administrator for a new link at once.
                        """));
    }

    private void checkCurrent(String password, Account account) {
        var email = new EmailAddress(account.email());
        var counter = new Actor.Visitor(
                AttemptCounter.of(email.value(), Optional.of("password change")).key());
        var open = attempts.count(counter) != Attempts.Turn.LOCKED;
        var known = accounts.secretOf(new Actor.Visitor(email.value()))
                .map(AccountRepository.Secret::passwordHash)
                .orElseThrow(() -> DomainException.notFound("account"));
        if (!passwords.matches(password, known) || !open) {
            throw DomainException.invalid(
                    "current_password",
                    "The current password is wrong, or too many wrong ones were given in the last minutes.");
        }
        attempts.forget(counter);
    }
}
