package io.tenth.mail.imap;

import io.tenth.mail.MailSession.Reference;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message of a folder, for as long as the folder is the same.
 *
 * @param folder names it, see {@link ListingPlace}
 */
record Uid(String folder, long number) {

    private static final Pattern KEY = Pattern.compile("([^/]{1,30})/(\\d{1,10})");

    static Optional<Uid> of(Reference reference) {
        var key = KEY.matcher(reference.key());
        return key.matches() ? Optional.of(new Uid(key.group(1), Long.parseLong(key.group(2)))) : Optional.empty();
    }

    Reference reference() {
        return new Reference(folder + "/" + number);
    }
}
