package io.tenth.identity;

import io.tenth.shared.DomainException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address of mail that names an account.
 *
 * @param value as the person wrote it, without surrounding white space
 */
public record EmailAddress(String value) {

    private static final int MOST = 320;
    private static final Pattern FORM = Pattern.compile(
            "[^@\\s\\p{Cntrl}\\p{Cs}]{1,64}@[^@\\s\\p{Cntrl}\\p{Cs}.]+(\\.[^@\\s\\p{Cntrl}\\p{Cs}.]+)*");

    public EmailAddress {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (value.length() > MOST || !FORM.matcher(value).matches()) {
            throw DomainException.invalid("This is not an e-mail address.");
        }
    }

    /** The form in which two spellings of one account are equal. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
