package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.UserId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Lets people back in who forgot their password: by a link in a letter, or by one that an administrator hands them. The secret of
 * a link stands behind {@code #}, which a browser sends to no server and to no page that is opened next.
 */
@Service
public class Recovery {

    /** How long a link can be used. */
    public static final Duration LIFE = Resets.LIFE;

    private final Resets resets;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final StoredPasswords stored;
    private final Letters letters;

    Recovery(
            Resets resets,
            Accounts accounts,
            Attempts attempts,
            Passwords passwords,
            StoredPasswords stored,
            Letters letters) {
        this.resets = resets;
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.stored = stored;
        this.letters = letters;
    }

    /** Whether links go out by mail. */
    public boolean sendsLetters() {
        return letters.canGoOut();
    }

    /** Sends a link to the address, if it has an account. Returns before that is known. */
    public void ask(String address) {
        if (letters.canGoOut()) {
            letters.afterwards(() -> send(address));
        }
    }

    /** Makes a link for a colleague, to be handed over in another way. It begins with the public address, where that is known. */
    public String linkFor(UserId colleague, Actor.Person administrator) {
        return link(resets.makeFor(colleague, administrator));
    }

    /** Sets a new password by a link, once. Every session of the person ends, and the account is unlocked. */
    public void replace(SecretToken token, String password) {
        PasswordRule.check(password);
        var visitor = new Actor.Visitor(token.hash());
        var user = resets.ownerOf(visitor).orElseThrow(Recovery::usedLink);
        var hash = passwords.inTurn(() -> passwords.hash(password));
        var account =
                stored.replace(hash, new Actor.Newcomer(user, token.hash())).orElseThrow(Recovery::usedLink);
        var counter = AttemptCounter.of(AttemptCounter.canonical(account.email()), Optional.empty());
        attempts.forget(new Actor.Visitor(counter.key()));
        letters.afterwards(() -> letters.send(
                account.email(),
                "Your password was replaced",
                "The password of your account in Tenth was replaced by a link for forgotten passwords, and you were"
                        + " signed out everywhere.\n\nIf that was not you, ask your administrator at once.\n"));
    }

    private void send(String address) {
        try {
            accounts.secretOf(new Actor.Visitor(new EmailAddress(address).key()))
                    .filter(known -> !known.disabled())
                    .map(AccountRepository.Secret::person)
                    .ifPresent(this::send);
        } catch (DomainException notAnAddress) {
            return;
        }
    }

    private void send(Actor.Person person) {
        resets.make(person)
                .ifPresent(token -> letters.send(
                        accounts.own(person).email(),
                        "A new password for Tenth",
                        "Somebody asked for a new password for your account in Tenth. If it was you, open this link within "
                                + LIFE.toMinutes() + " minutes:\n\n" + link(token)
                                + "\n\nIf it was not you, nothing happens: your password stays as it is.\n"));
    }

    private String link(SecretToken token) {
        return letters.link("/reset-password#" + token.value());
    }

    private static DomainException usedLink() {
        return DomainException.notFound("link: it was used, is older than an hour, or was replaced by a newer one");
    }
}
