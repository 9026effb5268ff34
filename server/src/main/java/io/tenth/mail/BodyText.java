package io.tenth.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a text part into text: charset, line ends, format=flowed (RFC 3676).
 *
 * <p>Never fails: what a charset cannot decode becomes U+FFFD, and where the named charset is missing, unknown or a lie
 * the bytes are read as UTF-8 if they are that, else as windows-1252.
 */
final class BodyText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private BodyText() {}

    static String decode(byte[] bytes, @Nullable String charsetName) {
        return tidied(charset(bytes, charsetName).decode(ByteBuffer.wrap(bytes)).toString());
    }

    /** Joins the lines that a format=flowed writer broke; a quoted line keeps its quote marks. */
    static String unflow(String text, boolean deleteSpace) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean first = true;
        boolean open = false;
        int openDepth = 0;
        for (String line : text.split("\n", -1)) {
            int depth = quoteDepth(line);
            String content = withoutStuffing(line, depth);
            boolean signatureMark = content.equals("-- ");
            if (!open || depth != openDepth || signatureMark) {
                joined.append(first ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            joined.append(content);
            open = content.endsWith(" ") && !signatureMark;
            if (open && deleteSpace) {
                joined.setLength(joined.length() - 1);
            }
            openDepth = depth;
            first = false;
        }
        return joined.toString();
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String withoutStuffing(String line, int depth) {
        return line.startsWith(" ", depth) ? line.substring(depth + 1) : line.substring(depth);
    }

    private static Charset charset(byte[] bytes, @Nullable String name) {
        Charset named = lookup(name);
        if (named != null && !named.equals(StandardCharsets.US_ASCII)) {
            return named;
        }
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    /** What programs call Latin 1 is windows-1252, which has the same letters and typographic quotes beside them. */
    private static @Nullable Charset lookup(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.strip());
            return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** Line ends become line feeds, a byte order mark goes, and NUL, which no store takes, becomes U+FFFD. */
    private static String tidied(String text) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return body.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
    }
}
