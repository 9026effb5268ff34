package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import java.util.Optional;

/** What wrong passwords are counted by: an address in any spelling, and the device where that is known. */
record AttemptCounter(String key) {

    private static final int LONGEST = 1_000;

    /**
     * The counter of one attempt.
     *
     * @param canonicalAddress see {@link #canonical}
     * @param device what names a known device
     */
    static AttemptCounter of(String canonicalAddress, Optional<String> device) {
        return new AttemptCounter(new SecretToken(device.orElse("any") + "|" + canonicalAddress).hash());
    }

    /**
     * The form in which all spellings of one address are equal, those included that mail servers and keyboards make equal: case,
     * compatible characters, a tag after a plus sign, dots at the end. It may also be no address at all.
     */
    static String canonical(String typed) {
        var text = typed.substring(0, Math.min(typed.length(), LONGEST)).strip();
        var folded = EmailAddress.folded(text);
        var at = folded.lastIndexOf('@');
        return at < 0 ? folded : withoutTag(folded.substring(0, at)) + "@" + withoutEndDots(folded.substring(at + 1));
    }

    private static String withoutTag(String local) {
        var plus = local.indexOf('+');
        return plus > 0 ? local.substring(0, plus) : local;
    }

    private static String withoutEndDots(String domain) {
        var end = domain.length();
        while (end > 0 && domain.charAt(end - 1) == '.') {
            end--;
        }
        return domain.substring(0, end);
    }
}
