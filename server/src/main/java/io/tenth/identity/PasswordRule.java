package io.tenth.identity;

import io.tenth.shared.DomainException;
import io.tenth.shared.Prose;
import java.util.function.IntPredicate;

/** What a password must hold: 8 to 100 characters, of each of four kinds at least one. */
final class PasswordRule {

    private static final int LEAST = 8;
    private static final int MOST = 100;
    private static final String SPECIAL = "!@#$%^&*()_+-=[]{}\\|;:,.<>?";

    private PasswordRule() {}

    /** Refuses a new password that is too weak, naming the field of the API that it came in. */
    static void check(String password, String field) {
        checkPossible(password, field);
        if (length(password) < LEAST) {
            throw DomainException.invalid(field, "A password has 8 to 100 characters.");
        }
        demand(password, field, Character::isUpperCase, "an upper-case letter");
        demand(password, field, Character::isLowerCase, "a lower-case letter");
        demand(password, field, Character::isDigit, "a digit");
        demand(password, field, c -> SPECIAL.indexOf(c) >= 0, "one of " + SPECIAL);
    }

    /** Refuses what no account can have as its password, before anything is computed from it. */
    static void checkPossible(String password, String field) {
        if (password.isEmpty() || password.length() > 2 * MOST || length(password) > MOST) {
            throw DomainException.invalid(field, "A password has 8 to 100 characters.");
        }
        if (!Prose.isStorable(password)) {
            throw DomainException.invalid(field, "The password has a character that nobody can type.");
        }
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static void demand(String password, String field, IntPredicate kind, String name) {
        if (password.codePoints().noneMatch(kind)) {
            throw DomainException.invalid(field, "The password needs " + name + ".");
        }
    }
}
