package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final KnownDevices devices;
    private final Passwords passwords;
    private final StoredPasswords stored;
    private final Letters letters;
    private final PublicAddress address;

    Recovery(
            Resets resets,
            Accounts accounts,
            Attempts attempts,
            KnownDevices devices,
            Passwords passwords,
            StoredPasswords stored,
            Letters letters,
            PublicAddress address) {
        this.resets = resets;
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.passwords = passwords;
        this.stored = stored;
        this.letters = letters;
        this.address = address;
    }

    /** Whether links go out by mail. */
    public boolean sendsLetters() {
        return letters.canGoOut();
    }

    /** Sends a link to the address, if it has an account. Returns before that is known. */
    public void ask(String email) {
        if (letters.canGoOut()) {
            letters.afterwards(() -> send(email));
        }
    }

    /** Makes a link for a colleague, to be handed over in another way. It begins with the public address, where that is known. */
    public String linkFor(UserId colleague, Actor.Person administrator) {
        return link(resets.makeFor(colleague, administrator));
    }

    /** Until when the link of a colleague is good. Refuses where there is none, or it is over. */
    public Instant linkExpires(UserId colleague, Actor.Person administrator) {
        return resets.expires(colleague, administrator).orElseThrow(() -> DomainException.notFound("link"));
    }

    /**
     * Sets a new password by a link, once. Every session of the person ends, every personal token is revoked, and the account is
     * unlocked: for everybody, and for the device on which the link was opened.
     *
     * @param deviceMark what {@link KnownDevices} gave that device, if it has something
     */
    public void replace(SecretToken token, String password, Optional<String> deviceMark) {
        PasswordRule.check(password, "new_password");
        var visitor = new Actor.Visitor(token.hash());
        var user = resets.ownerOf(visitor).orElseThrow(Recovery::usedLink);
        var hash = passwords.inTurn(() -> passwords.hash(password));
        var account =
                stored.replace(hash, new Actor.Newcomer(user, token.hash())).orElseThrow(Recovery::usedLink);
        unlock(AttemptCounter.canonical(account.email()), deviceMark);
        letters.afterwards(() -> letters.send(
                account.email(),
                "Your password was replaced",
                "The password of your account in Tenth was replaced by a link for forgotten passwords. You were"
                        + " signed out everywhere, and the tokens of your programs were revoked: make new ones for those that"
                        + " you still use.\n\nIf that was not you, ask your administrator at once.\n"));
    }

    private void unlock(String address, Optional<String> deviceMark) {
        var device = devices.recognise(deviceMark, address);
        Stream.of(Optional.<String>empty(), device)
                .distinct()
                .map(each -> AttemptCounter.of(address, each).key())
                .forEach(counter -> attempts.forget(new Actor.Visitor(counter)));
    }

    private void send(String email) {
        try {
            accounts.secretOf(new Actor.Visitor(new EmailAddress(email).value()))
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
        return address.link("/reset-password#" + token.value());
    }

    private static DomainException usedLink() {
        return DomainException.notFound("link: it was used, is older than an hour, or was replaced by a newer one");
    }
}
