package io.tenth.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a text part into text: charset, line ends, format=flowed (RFC 3676).
 *
 * <p>Never fails: what a charset cannot decode becomes U+FFFD, and where the named charset is missing, unknown or a lie
 * the bytes are read as UTF-8 if they are that, else as windows-1252. A lie is ASCII of bytes beyond it, and a charset of two
 * or four bytes a character where no byte is 0 and all are UTF-8.
 */
final class BodyText {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names in use that Java does not know. */
    private static final Map<String, String> ALIASES =
            Map.of("macintosh", "x-MacRoman", "iso-8859-8-i", "ISO-8859-8", "iso-8859-8-e", "ISO-8859-8");

    private BodyText() {}

    static String decode(byte[] bytes, @Nullable String charsetName) {
        return tidied(new String(bytes, charset(bytes, charsetName)));
    }

    /** Joins the lines that a format=flowed writer broke; a quoted line keeps its quote marks. */
    static String unflow(String text, boolean deleteSpace) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean first = true;
        boolean open = false;
        int openDepth = 0;
        for (int from = 0; from <= text.length(); from = lineEnd(text, from) + 1) {
            String line = text.substring(from, lineEnd(text, from));
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

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
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

    /** The name by which Java knows a charset; the same name where it knows that one, or none. */
    static String knownName(String name) {
        return ALIASES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private static Charset charset(byte[] bytes, @Nullable String name) {
        Charset named = lookup(name);
        boolean lie = StandardCharsets.US_ASCII.equals(named) || (isWide(named) && !hasZero(bytes) && isUtf8(bytes));
        if (named != null && !lie) {
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
            Charset charset = Charset.forName(knownName(name.strip()));
            return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean isWide(@Nullable Charset charset) {
        return charset != null
                && (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** Line ends become line feeds, a byte order mark goes, NUL, which no store takes, becomes U+FFFD. */
    private static String tidied(String text) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return firstControl(body) == body.length()
                ? body
                : withoutControls(body.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD'));
    }

    private static int firstControl(String text) {
        int at = 0;
        while (at < text.length() && !isControl(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** What would steer a terminal or a printer becomes a blank. Hardly any text has one, so most is not copied. */
    private static String withoutControls(String text) {
        int at = firstControl(text);
        if (at == text.length()) {
            return text;
        }
        StringBuilder blanked = new StringBuilder(text);
        for (; at < text.length(); at++) {
            if (isControl(text.charAt(at))) {
                blanked.setCharAt(at, ' ');
            }
        }
        return blanked.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
