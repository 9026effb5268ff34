package io.tenth.client;

import io.tenth.shared.DomainException;

/**
 * What a person says to add a client.
 *
 * @param name 1 to 200 characters
 * @param code 1 to 50 characters
 */
public record NewClient(String name, String code) {

    public NewClient {
        name = Text.between("The client's name", name, 200);
        code = Text.between("The client's code", code, 50);
    }

    /** Checks the length of what was typed. */
    static final class Text {

        private Text() {}

        static String between(String what, String typed, int most) {
            var text = typed.strip();
            if (text.isEmpty() || text.length() > most) {
                throw DomainException.invalid(what + " has 1 to " + most + " characters.");
            }
            return text;
        }
    }
}
