package io.tenth.mail.hostile;

import static io.tenth.mail.hostile.Made.DATE;
import static io.tenth.mail.hostile.Made.HEAD;
import static io.tenth.mail.hostile.Made.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Charsets in use, charsets that nobody knows, and charsets that are a lie about the bytes. */
final class Charsets {

    private static final List<String> WESTERN = List.of(
            "utf-8",
            "UTF8",
            "iso-8859-1",
            "latin1",
            "windows-1252",
            "cp1252",
            "iso-8859-15",
            "macintosh",
            "ibm850",
            "utf-16",
            "utf-16le",
            "utf-16be",
            "utf-32",
            "utf-32le");

    private static final List<String> FAR = List.of("gb18030", "gbk", "big5", "shift_jis", "euc-jp", "iso-2022-jp");

    private static final List<String> UNKNOWN = List.of(
            "x-unknown",
            "unknown-8bit",
            "default",
            "utf-99",
            "",
            "\"",
            "a b c",
            "../../etc/passwd",
            "%00",
            "-",
            "8bit",
            "none",
            "x-user-defined",
            "iso-8859-99",
            "'utf-8'",
            "utf-8;utf-8");

    private static final String WORDS = "Zwölf Stunden für Ängström";
    private static final String FAR_WORDS = "二時間";

    private Charsets() {}

    static List<HostileMessage> all() {
        List<HostileMessage> all = new ArrayList<>();
        WESTERN.forEach(name -> all.add(body("true: ", name, encoded(WORDS, name), WORDS)));
        WESTERN.stream()
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("utf-16"))
                .filter(name -> !name.startsWith("utf-32"))
                .forEach(name -> all.add(subject("true in a subject: ", name, encoded(WORDS, name), WORDS)));
        FAR.forEach(name -> all.add(body("true: ", name, encoded(FAR_WORDS, name), FAR_WORDS)));
        FAR.forEach(name -> all.add(subject("true in a subject: ", name, encoded(FAR_WORDS, name), FAR_WORDS)));
        UNKNOWN.forEach(name -> all.add(body("unknown, really UTF-8: ", name, encoded(WORDS, "utf-8"), WORDS)));
        UNKNOWN.forEach(name -> all.add(body("unknown, really Latin 1: ", name, encoded(WORDS, "iso-8859-1"), WORDS)));
        for (var name : List.of("us-ascii", "ascii", "ansi_x3.4-1968")) {
            all.add(body("a lie, really UTF-8: ", name, encoded(WORDS, "utf-8"), WORDS));
            all.add(body("a lie, really Latin 1: ", name, encoded(WORDS, "iso-8859-1"), WORDS));
        }
        for (var name : List.of("utf-16", "utf-16le", "utf-16be", "utf-32", "utf-32be")) {
            all.add(body("a lie, really ASCII: ", name, encoded("Twelve hours.", "us-ascii"), "Twelve hours."));
            all.add(body("a lie, really UTF-8: ", name, encoded(WORDS, "utf-8"), WORDS));
        }
        return all;
    }

    private static HostileMessage body(String what, String charset, String bytes, String expected) {
        var text = HEAD + "Content-Type: text/plain; charset=\"" + charset.replace("\"", "\\\"") + "\"\r\n\r\n" + bytes;
        return Made.message("charsets", what + charset, () -> text, read("body", expected));
    }

    private static HostileMessage subject(String what, String charset, String bytes, String expected) {
        var word = Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
        var text = DATE + "Subject: =?" + charset + "?B?" + word + "?=\r\n\r\nhello";
        return Made.message("charsets", what + charset, () -> text, read("subject", expected));
    }

    /** The bytes of a text, a character for each. */
    private static String encoded(String text, String charset) {
        return new String(
                text.getBytes(Charset.forName(charset.equals("macintosh") ? "x-MacRoman" : charset)),
                StandardCharsets.ISO_8859_1);
    }
}
