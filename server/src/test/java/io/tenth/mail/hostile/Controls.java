package io.tenth.mail.hostile;

import static io.tenth.mail.hostile.Made.DATE;
import static io.tenth.mail.hostile.Made.HEAD;
import static io.tenth.mail.hostile.Made.read;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Every control character that must not pass through a header, and what it must not do in names, boundaries and bodies. */
final class Controls {

    private static final int[] CONTROLS = {0, 1, 7, 8, 0x0B, 0x0C, 0x1B, 0x7F};

    private Controls() {}

    static List<HostileMessage> all() {
        List<HostileMessage> all = new ArrayList<>();
        for (var control : CONTROLS) {
            var c = (char) control;
            var shown = c == 0 ? "\uFFFD" : " ";
            all.add(made(
                    c,
                    "in a subject",
                    DATE + "Subject: be" + c + "fore\r\n\r\nhello",
                    "subject",
                    "be" + shown + "fore"));
            all.add(made(
                    c,
                    "in an encoded word",
                    DATE + "Subject: =?us-ascii?q?be=" + hex(c) + "fore?=\r\n\r\nhello",
                    "subject",
                    "be" + shown + "fore"));
            all.add(made(
                    c,
                    "in an address",
                    DATE + "From: a" + c + "b <a@b.example>\r\n\r\nhello",
                    "from",
                    "a" + shown + "b <a@b.example>"));
            all.add(made(c, "in the name of a field", HEAD + "X" + c + "Y: z\r\n\r\nhello", "subject", "Work"));
            all.add(made(
                    c,
                    "in a boundary",
                    HEAD + "Content-Type: multipart/mixed; boundary=\"b" + c + "b\"\r\n\r\n--b" + c
                            + "b\r\n\r\nhello\r\n--b" + c + "b--",
                    "subject",
                    "Work"));
            all.add(made(
                    c,
                    "in a charset",
                    HEAD + "Content-Type: text/plain; charset=utf" + c + "-8\r\n\r\nhello",
                    "body",
                    "hello"));
            all.add(made(
                    c,
                    "in a transfer encoding",
                    HEAD + "Content-Transfer-Encoding: base" + c + "64\r\n\r\nhello",
                    "body",
                    "hello"));
            all.add(made(c, "in the body", HEAD + "\r\nhel" + c + "lo", "body", "hel" + shown + "lo"));
        }
        return all;
    }

    private static HostileMessage made(char control, String where, String text, String what, String expected) {
        return Made.message("controls", hex(control) + " " + where, () -> text, read(what, expected));
    }

    private static String hex(char c) {
        return HexFormat.of().withUpperCase().toHexDigits((byte) c);
    }
}
