package io.tenth.mail.file;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file is, told by how it begins; names of files are not trusted. */
enum MailFileKind {
    MBOX,
    MESSAGE,
    ZIP,
    EMPTY,
    OTHER;

    /** How much of the beginning is enough to tell. */
    static final int BYTES_NEEDED = 8 * 1024;

    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,76}[ \\t]*:.*", Pattern.DOTALL);

    private static final Pattern END_OF_HEADER = Pattern.compile("\n(?:\r?\n|From )");

    private static final Pattern USUAL_FIELD = Pattern.compile("(?im)^(?:date|from|to|subject|message-id|mime-version"
            + "|received|return-path|delivered-to|x-gmail-labels|x-mozilla-status|content-type)[ \\t]*:");

    /** Tells the kind by the beginning of a file, a character for a byte. */
    static MailFileKind of(String beginning) {
        if (beginning.isEmpty()) {
            return EMPTY;
        }
        if (beginning.startsWith("PK\003\004") || beginning.startsWith("PK\005\006")) {
            return ZIP;
        }
        String text = beginning.substring(padding(beginning));
        if (text.startsWith("From ")) {
            return MBOX;
        }
        return looksLikeMessage(text) ? MESSAGE : OTHER;
    }

    /** How many characters stand before the mail itself: a byte order mark and empty lines. */
    static int padding(String beginning) {
        int at = beginning.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (at < beginning.length() && (beginning.charAt(at) == '\n' || beginning.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    /** Whether the text begins with a header in which at least two fields are usual for mail. */
    static boolean looksLikeMessage(String text) {
        return FIELD.matcher(firstLine(text)).matches()
                && USUAL_FIELD.matcher(headerOf(text)).results().limit(2).count() == 2;
    }

    /** Whether the name alone promises mail, so that a file of another kind is worth a word. */
    static boolean isNamedAsMail(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".eml") || name.endsWith(".mbox") || name.endsWith(".mbx");
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Up to the next From_ line at most: who asks at each of them must not be shown the same lines again and again. */
    private static String headerOf(String text) {
        Matcher end = END_OF_HEADER.matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }
}
