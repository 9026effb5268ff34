package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Signs people in. An unknown address, a wrong password, a locked and a disabled account give the same answer after the same
 * steps. The hash is computed between short transactions, so that a slow hash holds no database connection.
 */
@Service
public class SignIn {

    private final Accounts accounts;
    private final Attempts attempts;
    private final KnownDevices devices;
    private final Passwords passwords;

    SignIn(Accounts accounts, Attempts attempts, KnownDevices devices, Passwords passwords) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.passwords = passwords;
    }

    /**
     * What a person types.
     *
     * @param deviceMark what {@link KnownDevices} gave this device, if it has something
     */
    public record Credentials(String address, String password, Optional<String> deviceMark) {

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /**
     * Returns the account, or refuses with one sentence for every reason. An attempt counts only once its turn has come: when
     * too many people are signing in, nobody is locked out by not having been heard. What cannot be a password costs no hash.
     */
    public Account signIn(Credentials typed) {
        PasswordRule.checkPossible(typed.password(), "password");
        return passwords.inTurn(() -> attempt(typed));
    }

    private Account attempt(Credentials typed) {
        var counter = counter(typed);
        var turn = attempts.count(counter);
        var known = find(typed.address());
        var compared = turn == Attempts.Turn.LOCKED ? Optional.<AccountRepository.Secret>empty() : known;
        if (matches(typed.password(), compared) && !compared.orElseThrow().disabled()) {
            attempts.forget(counter);
            return accounts.completeSignIn(compared.get().person());
        }
        accounts.refuseSignIn(known.map(AccountRepository.Secret::person), turn == Attempts.Turn.LAST, counter);
        throw new DomainException(
                ErrorCode.AUTHENTICATION_ERROR,
                "The address or the password is wrong, or the account is locked for a while.");
    }

    private Actor.Visitor counter(Credentials typed) {
        var address = AttemptCounter.canonical(typed.address());
        var device = devices.recognise(typed.deviceMark(), address);
        return new Actor.Visitor(AttemptCounter.of(address, device).key());
    }

    private Optional<AccountRepository.Secret> find(String address) {
        try {
            return accounts.secretOf(new Actor.Visitor(new EmailAddress(address).value()));
        } catch (DomainException notAnAddress) {
            return Optional.empty();
        }
    }

    private boolean matches(String password, Optional<AccountRepository.Secret> known) {
        return known.isPresent()
                ? passwords.matches(password, known.get().passwordHash())
                : passwords.matchNothing(password);
    }
}
