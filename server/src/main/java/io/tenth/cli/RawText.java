package io.tenth.cli;

import io.tenth.extraction.BodyFormat;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.file.MailFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * A message with its header, or a body alone: told by how it begins.
 *
 * <p>A body can begin with the header that a mail program prints above a forwarded message; what such a header never has,
 * and a real one nearly always, is one of the technical fields.
 *
 * @param text as it came, already decoded to characters
 */
record RawText(String text) {

    private static final Pattern ENVELOPE = Pattern.compile("\\AFrom \\S+.*\\d{2}:\\d{2}.*\\R");
    private static final Pattern TECHNICAL = Pattern.compile(
            "(?im)\\A(?:\\S.*\\R(?:[ \\t].*\\R)*){0,200}?(?:date|message-id|mime-version|received|content-type)[ \\t]*:");
    private static final Pattern HTML = Pattern.compile(
            "(?i)\\A\\s*<(?:!doctype|!--|\\?xml|html|head|body|div|p|table|span|meta|link|title|style|script|br|hr|pre|s|strike|del|em|strong|center|section|b|i|a|ul|ol|font|blockquote|h[1-6])[\\s/>]");

    private static final Pattern SINGLE_BYTE = Pattern.compile("(?i)charset=\"?(?:iso-8859-|windows-125)");
    private static final OffsetDateTime UNDATED = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    boolean isMessage() {
        String message = message(text);
        String beginning = message.substring(0, Math.min(message.length(), MailFiles.BEGINNING));
        return !message.startsWith("From ")
                && MailFiles.isMail(beginning.getBytes(StandardCharsets.UTF_8))
                && TECHNICAL.matcher(beginning).lookingAt();
    }

    /** The message, read as a scan reads it. */
    MailReading message() {
        return new MailParser(MailLimits.DEFAULT).parse(0, "", message(text).getBytes(charset()), UNDATED);
    }

    /** How a body alone is written. */
    BodyFormat format() {
        return format(HTML.matcher(text).lookingAt());
    }

    static BodyFormat format(boolean html) {
        return html ? BodyFormat.HTML : BodyFormat.PLAIN;
    }

    /** Without the line that an mbox puts above each message, and blank lines before it. */
    private static String message(String text) {
        String message = text.stripLeading();
        return ENVELOPE.matcher(message).replaceFirst("");
    }

    /** The bytes that the message had: characters of one byte each where its header says so. */
    private Charset charset() {
        boolean single =
                text.chars().allMatch(c -> c < 256) && SINGLE_BYTE.matcher(text).find();
        return single ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }
}
