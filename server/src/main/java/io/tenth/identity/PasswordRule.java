package io.tenth.identity;

import io.tenth.shared.DomainException;
import java.util.function.IntPredicate;

/** What a password must hold: 8 to 100 characters, of each of four kinds at least one. */
final class PasswordRule {

    private static final int LEAST = 8;
    private static final int MOST = 100;
    private static final String SPECIAL = "!@#$%^&*()_+-=[]{}\\|;:,.<>?";

    private PasswordRule() {}

    /** Refuses a new password that is too weak. */
    static void check(String password) {
        checkPossible(password);
        if (length(password) < LEAST) {
            throw DomainException.invalid("A password has 8 to 100 characters.");
        }
        demand(password, Character::isUpperCase, "an upper-case letter");
        demand(password, Character::isLowerCase, "a lower-case letter");
        demand(password, Character::isDigit, "a digit");
        demand(password, c -> SPECIAL.indexOf(c) >= 0, "one of " + SPECIAL);
    }

    /** Refuses what no account can have as its password, before anything is computed from it. */
    static void checkPossible(String password) {
        if (password.isEmpty() || password.length() > 2 * MOST || length(password) > MOST) {
            throw DomainException.invalid("A password has 8 to 100 characters.");
        }
        if (password.codePoints().anyMatch(PasswordRule::isNoCharacter)) {
            throw DomainException.invalid("The password has a character that nobody can type.");
        }
    }

    private static boolean isNoCharacter(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static void demand(String password, IntPredicate kind, String name) {
        if (password.codePoints().noneMatch(kind)) {
            throw DomainException.invalid("The password needs " + name + ".");
        }
    }
}
