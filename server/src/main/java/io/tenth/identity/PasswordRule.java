package io.tenth.identity;

import io.tenth.shared.DomainException;
import java.util.function.IntPredicate;

/** What a password must hold: 8 to 100 characters, of each of four kinds at least one. */
final class PasswordRule {

    private static final int LEAST = 8;
    private static final int MOST = 100;
    private static final String SPECIAL = "!@#$%^&*()_+-=[]{}\\|;:,.<>?";

    private PasswordRule() {}

    static void check(String password) {
        var length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            throw DomainException.invalid("A password has 8 to 100 characters.");
        }
        demand(password, Character::isUpperCase, "an upper-case letter");
        demand(password, Character::isLowerCase, "a lower-case letter");
        demand(password, Character::isDigit, "a digit");
        demand(password, c -> SPECIAL.indexOf(c) >= 0, "one of " + SPECIAL);
    }

    private static void demand(String password, IntPredicate kind, String name) {
        if (password.codePoints().noneMatch(kind)) {
            throw DomainException.invalid("The password needs " + name + ".");
        }
    }
}
