package io.tenth.capture;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the messages of one conversation have in common in their subjects. */
final class Subjects {

    private static final Pattern REPLY =
            Pattern.compile("^(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|rif|antw|enc|res)(?:\\[\\d+])? ?: ?)+");

    private Subjects() {}

    /** The subject without marks of replies, case and spare white space. */
    static String thread(String subject) {
        var plain =
                subject.toLowerCase(Locale.ROOT).replaceAll("[\\s\\h]+", " ").strip();
        return REPLY.matcher(plain).replaceFirst("").strip();
    }
}
