package io.tenth.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;

/** The header of a message or of one of its parts; of a repeated field the first one counts. */
final class PartHeader {

    /** Longer values are cut: decoding is quadratic for hostile input, and nobody reads the thousandth recipient. */
    private static final int LONGEST_VALUE = 16 * 1024;

    /** The name of the charset of an encoded word. */
    private static final Pattern CHARSET = Pattern.compile("=\\?([\\w.:-]{1,40})(?=[?*])");

    private final MailLimits limits;
    private final Map<String, String> values = new HashMap<>();
    private int bytes;

    PartHeader(MailLimits limits) {
        this.limits = limits;
    }

    void add(Field field) throws MailRefused {
        String raw = rawText(field);
        bytes += raw.length();
        if (bytes > limits.headerBytes()) {
            throw new MailRefused("Its header is larger than the limit of " + limits.headerBytes() + " bytes.");
        }
        String value = raw.substring(raw.indexOf(':') + 1);
        values.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), value);
    }

    /** A field as written, unfolded and cut; empty text where there is none. */
    String value(String name) {
        String raw = values.getOrDefault(name, "");
        String cut = raw.length() > LONGEST_VALUE ? raw.substring(0, LONGEST_VALUE) : raw;
        String unfolded = cut.replace("\r\n", "").replace("\n", "");
        return isPlain(unfolded)
                ? unfolded.strip()
                : oneLine(BodyText.decode(unfolded.getBytes(StandardCharsets.ISO_8859_1), null));
    }

    /** Whether it is the same in every charset and holds nothing to be taken out, as nearly all fields are. */
    private static boolean isPlain(String value) {
        int at = 0;
        while (at < value.length() && value.charAt(at) >= ' ' && value.charAt(at) <= '~') {
            at++;
        }
        return at == value.length();
    }

    /** A field with its encoded words (RFC 2047) decoded. */
    String text(String name) {
        String value = value(name);
        return value.contains("=?") ? oneLine(decoded(value)) : value;
    }

    /** Words of an unknown charset are UTF-8 if they can be, else windows-1252. */
    private static String decoded(String value) {
        String words = CHARSET.matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement("=?" + BodyText.knownName(word.group(1))));
        String decoded = DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') < 0
                ? decoded
                : DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT, BodyText.WINDOWS_1252);
    }

    /** A parameter of a structured field, such as the {@code format} of Content-Type; empty where it has no value. */
    Optional<String> parameter(String name, String parameter) {
        return structured(name).getParams().stream()
                .filter(pair -> pair.getName().equalsIgnoreCase(parameter) && pair.getValue() != null)
                .map(NameValuePair::getValue)
                .findFirst();
    }

    /** The first word of a structured field in lower case, such as {@code attachment}; empty text where there is none. */
    String keyword(String name) {
        String value = structured(name).getValue();
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the part is a file that was attached rather than text to be read in place. */
    boolean isAttachment() {
        return keyword("content-disposition").equals("attachment")
                || hasParameterLike("content-disposition", "filename")
                || hasParameterLike("content-type", "name");
    }

    /** Also finds the continued and encoded spellings of RFC 2231: {@code filename*0}, {@code filename*}. */
    private boolean hasParameterLike(String name, String parameter) {
        return structured(name).getParams().stream()
                .map(pair -> pair.getName().toLowerCase(Locale.ROOT))
                .anyMatch(found -> found.equals(parameter) || found.startsWith(parameter + "*"));
    }

    private RawBody structured(String name) {
        return RawFieldParser.DEFAULT.parseRawBody(new RawField(name, value(name)));
    }

    /** What would begin a line or steer a terminal becomes a blank. NUL, which no store takes, becomes U+FFFD. */
    private static String oneLine(String decoded) {
        StringBuilder line = new StringBuilder(decoded.length());
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            boolean blank = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            line.append(c == 0 ? '\uFFFD' : blank ? ' ' : c);
        }
        return line.toString().strip();
    }

    /** The bytes of a field, one character each: its charset is known only later. */
    private static String rawText(Field field) {
        ByteSequence raw = field.getRaw();
        return raw == null
                ? field.getName() + ":" + field.getBody()
                : new String(raw.toByteArray(), StandardCharsets.ISO_8859_1);
    }
}
