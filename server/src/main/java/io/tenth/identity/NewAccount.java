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
        fullName = name(fullName);
        PasswordRule.check(password, "password");
    }

    /** The full name of a person as it is kept. */
    static String name(String typed) {
        var name = Line.of(typed, "full_name", "The full name", 255);
        if (name.length() < 2) {
            throw DomainException.invalid("full_name", "The full name has 2 to 255 characters.");
        }
        return name;
    }

    /** The zone of a name in the IANA database; an offset alone is none, since days in it ignore summer time. */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw DomainException.invalid("time_zone", "This time zone is not known.");
        }
        return ZoneId.of(name);
    }

    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }
}
