package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Asks somebody who is signed in for their password again, before what would outlive a session that is not theirs. Whoever holds
 * such a session has five guesses, like a stranger.
 */
@Service
class CurrentPassword {

    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;

    CurrentPassword(Accounts accounts, Attempts attempts, Passwords passwords) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
    }

    /** Refuses a wrong one, and for a while every one after five. It hashes: call it in a turn. */
    void check(String password, Account account) {
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
