package io.tenth.identity;

import io.tenth.shared.DomainException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address of mail that names an account, in the one form in which all spellings of it are equal: compatible characters
 * (NFKC) and capitals made one, without surrounding white space. It is stored in this form, so that the database, whose idea of
 * capitals depends on its locale, finds nothing to change in it.
 */
public record EmailAddress(String value) {

    private static final int MOST = 320;
    private static final Pattern FORM = Pattern.compile(
            "[^@\\s\\p{Cntrl}\\p{Cs}]{1,64}@[^@\\s\\p{Cntrl}\\p{Cs}.]+(\\.[^@\\s\\p{Cntrl}\\p{Cs}.]+)*");

    public EmailAddress {
        value = folded(value.strip());
        if (value.length() > MOST || !FORM.matcher(value).matches()) {
            throw DomainException.invalid("email", "This is not an e-mail address.");
        }
    }

    /** Makes capitals and compatible characters one. Twice, since a capital can become what has a compatible form of its own. */
    static String folded(String text) {
        return foldedOnce(foldedOnce(text));
    }

    private static String foldedOnce(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
