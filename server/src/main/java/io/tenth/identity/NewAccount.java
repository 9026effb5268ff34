package io.tenth.identity;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.time.ZoneId;

/**
 * What a person says to get an account.
 *
 * @param fullName 2 to 255 characters
 * @param password checked by {@link PasswordRule}
 */
public record NewAccount(EmailAddress email, String fullName, String password, ZoneId zone) {

    public NewAccount {
        fullName = Line.of(fullName, "The full name", 255);
        if (fullName.length() < 2) {
            throw DomainException.invalid("The full name has 2 to 255 characters.");
        }
        PasswordRule.check(password);
    }

    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }
}
