package io.tenth.extraction.internal.text;

import java.util.Map;

/**
 * A character reference of HTML.
 *
 * @param text what it stands for
 * @param length how many characters of the source it takes
 */
record Entity(String text, int length) {

    private static final int LONGEST = 10;
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("shy", "\u00ad"),
            Map.entry("zwnj", "\u200c"),
            Map.entry("zwj", "\u200d"),
            Map.entry("lrm", "\u200e"),
            Map.entry("rlm", "\u200f"),
            Map.entry("frasl", "/"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("hellip", "\u2026"),
            Map.entry("bull", "\u2022"),
            Map.entry("middot", "\u00b7"),
            Map.entry("times", "\u00d7"),
            Map.entry("deg", "\u00b0"),
            Map.entry("sect", "\u00a7"),
            Map.entry("frac12", "\u00bd"),
            Map.entry("frac14", "\u00bc"),
            Map.entry("frac34", "\u00be"),
            Map.entry("euro", "\u20ac"),
            Map.entry("pound", "\u00a3"),
            Map.entry("yen", "\u00a5"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("Auml", "\u00c4"),
            Map.entry("Ouml", "\u00d6"),
            Map.entry("Uuml", "\u00dc"),
            Map.entry("szlig", "\u00df"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("egrave", "\u00e8"),
            Map.entry("ecirc", "\u00ea"),
            Map.entry("agrave", "\u00e0"),
            Map.entry("acirc", "\u00e2"),
            Map.entry("ccedil", "\u00e7"),
            Map.entry("ntilde", "\u00f1"),
            Map.entry("aacute", "\u00e1"),
            Map.entry("iacute", "\u00ed"),
            Map.entry("oacute", "\u00f3"),
            Map.entry("uacute", "\u00fa"),
            Map.entry("ocirc", "\u00f4"),
            Map.entry("atilde", "\u00e3"),
            Map.entry("otilde", "\u00f5"));

    /** The reference that begins at the ampersand {@code start}; the ampersand itself if none does. */
    static Entity at(String body, int start) {
        int limit = Math.min(body.length(), start + LONGEST);
        int end = start + 1;
        while (end < limit && body.charAt(end) != ';') {
            end++;
        }
        String text = end < limit ? meaning(body.substring(start + 1, end)) : "";
        return text.isEmpty() ? new Entity("&", 1) : new Entity(text, end + 1 - start);
    }

    private static String meaning(String name) {
        return name.startsWith("#") ? numeric(name.substring(1)) : NAMED.getOrDefault(name, "");
    }

    private static String numeric(String digits) {
        boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
        try {
            int code = hexadecimal ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            boolean usable = Character.isValidCodePoint(code) && code >= ' ' && !isSurrogate(code);
            return usable ? Character.toString(code == 0xa0 ? ' ' : code) : "";
        } catch (NumberFormatException malformed) {
            return "";
        }
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
