package io.tenth.identity;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes the password of somebody who knows it. */
@Service
public class PasswordChange {

    private final CurrentPassword current;
    private final Passwords passwords;
    private final StoredPasswords stored;
    private final Letters letters;

    PasswordChange(CurrentPassword current, StoredPasswords stored, Passwords passwords, Letters letters) {
        this.current = current;
        this.passwords = passwords;
        this.stored = stored;
        this.letters = letters;
    }

    /** Sets another password. All other sessions of the person end. */
    public void change(String current, String wanted, Access access) {
        PasswordRule.checkPossible(current, "current_password");
        PasswordRule.check(wanted, "new_password");
        passwords.inTurn(() -> {
            this.current.check(current, access.account());
            stored.change(passwords.hash(wanted), Optional.ofNullable(access.session()), access.person());
            return wanted;
        });
        var account = access.account();
        letters.afterwards(() -> letters.send(account.email(), "Your password was changed", """
                        The password of your account in Tenth was changed, and you were signed out everywhere else.

                        If that was not you, ask your administrator for a new link at once.
                        """));
    }
}
