package io.tenth.mail.hostile;

import static io.tenth.mail.hostile.Made.DATE;
import static io.tenth.mail.hostile.Made.HEAD;
import static io.tenth.mail.hostile.Made.holding;
import static io.tenth.mail.hostile.Made.multipart;
import static io.tenth.mail.hostile.Made.read;
import static io.tenth.mail.hostile.Made.refused;
import static io.tenth.mail.hostile.Made.withField;

import io.tenth.mail.hostile.HostileMessage.Expected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Messages that ask for more memory, stack or time than a message may have; and the last ones that may still be read. */
final class Bombs {

    private static final String DEEP = "nested more than 50 deep";
    private static final String MANY = "more than 1000 parts";
    private static final String FIELDS = "more than 1000 header fields";
    private static final String LARGE = "larger than the limit";
    private static final int MEGABYTE = 1 << 20;

    private Bombs() {}

    static List<HostileMessage> all() {
        return Stream.of(depth(), parts(), headers(), fields(), sizes(), texts(), markup())
                .flatMap(List::stream)
                .toList();
    }

    private static HostileMessage bomb(String name, Supplier<String> text, Expected expected) {
        return Made.message("bombs", name, text, expected);
    }

    private static List<HostileMessage> depth() {
        return List.of(
                bomb("50 multiparts in one another", () -> nested(50, "mixed"), read("body", "x")),
                bomb("51 multiparts in one another", () -> nested(51, "mixed"), refused(DEEP)),
                bomb("20,000 multiparts in one another", () -> nested(20_000, "mixed"), refused(DEEP)),
                bomb("50 alternatives in one another", () -> nested(50, "alternative"), read("body", "x")),
                bomb("20,000 alternatives in one another", () -> nested(20_000, "alternative"), refused(DEEP)),
                bomb("20,000 digests in one another", () -> nested(20_000, "digest"), refused(DEEP)),
                bomb(
                        "20,000 multiparts of one boundary",
                        () -> HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(20_000)
                                + "\r\nx",
                        refused(MANY)),
                bomb(
                        "5,000 messages in one another",
                        () -> HEAD + "Content-Type: message/rfc822\r\n\r\n".repeat(5_000) + "hello",
                        read("body", "")),
                bomb(
                        "5,000 messages and multiparts in turn",
                        () -> HEAD
                                + IntStream.range(0, 5_000)
                                        .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b"
                                                + i + "\r\nContent-Type: message/rfc822\r\n\r\n")
                                        .reduce("", String::concat),
                        read("body", "")),
                bomb(
                        "100,000 comments in one another in a date",
                        () -> dated("(".repeat(60_000)),
                        refused("no usable Date")),
                bomb(
                        "comments closed 60,000 times in a date",
                        () -> dated(")".repeat(60_000)),
                        refused("no usable Date")),
                bomb(
                        "30,000 comments in one another in an address",
                        () -> DATE + "From: " + "(".repeat(30_000) + " a@b.example\r\n\r\nhello",
                        read("body", "hello")));
    }

    private static List<HostileMessage> parts() {
        return List.of(
                bomb("1,000 parts", () -> multipart("--b\r\n\r\nx\r\n".repeat(1_000)), holding("x\nx\nx")),
                bomb("1,001 parts", () -> multipart("--b\r\n\r\nx\r\n".repeat(1_001)), refused(MANY)),
                bomb("100,000 parts", () -> multipart("--b\r\n\r\nx\r\n".repeat(100_000)), refused(MANY)),
                bomb("1,000,000 empty parts", () -> multipart("--b\r\n\r\n\r\n".repeat(1_000_000)), refused(MANY)),
                bomb(
                        "1,000,000 boundaries and nothing else",
                        () -> multipart("--b\r\n".repeat(1_000_000)),
                        refused(MANY)),
                bomb(
                        "100,000 lines that are nearly boundaries",
                        () -> multipart("--b\r\n\r\n" + "--bx\r\n-b\r\n--".repeat(100_000) + "\r\n"),
                        holding("")),
                bomb(
                        "1,001 attachments",
                        () -> multipart("--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n".repeat(1_001)),
                        refused(MANY)),
                bomb(
                        "a preamble of 10 MB",
                        () -> multipart("x".repeat(10 * MEGABYTE) + "\r\n--b\r\n\r\nhello\r\n"),
                        read("body", "hello")),
                bomb(
                        "a preamble of 1,000,000 lines",
                        () -> multipart("x\r\n".repeat(MEGABYTE) + "--b\r\n\r\nhello\r\n"),
                        read("body", "hello")),
                bomb(
                        "an epilogue of 10 MB",
                        () -> multipart("--b\r\n\r\nhello\r\n") + "x".repeat(10 * MEGABYTE),
                        read("body", "hello")),
                bomb(
                        "parts whose headers have 200 kB each",
                        () -> multipart(("--b\r\n" + ("X: " + "y".repeat(1_000) + "\r\n").repeat(200) + "\r\nx\r\n")
                                .repeat(100)),
                        holding("x\nx")),
                bomb(
                        "an attachment of 20 MB",
                        () -> multipart("--b\r\n\r\nhello\r\n--b\r\nContent-Type: application/zip\r\n\r\n"
                                + "PK".repeat(10 * MEGABYTE) + "\r\n"),
                        read("body", "hello")));
    }

    private static List<HostileMessage> headers() {
        return List.of(
                bomb("1,000 header fields", () -> DATE + "X: y\r\n".repeat(999) + "\r\nhello", read("body", "hello")),
                bomb("1,001 header fields", () -> DATE + "X: y\r\n".repeat(1_000) + "\r\nhello", refused(FIELDS)),
                bomb("200,000 header fields", () -> DATE + "X: y\r\n".repeat(200_000) + "\r\nhello", refused(FIELDS)),
                bomb(
                        "200,000 lines that are no fields",
                        () -> DATE + "nonsense\r\n".repeat(200_000) + "\r\nhello",
                        refused(FIELDS)),
                bomb(
                        "a field folded 200,000 times",
                        () -> withField("X: y\r\n" + " folded folded\r\n".repeat(200_000) + " z"),
                        refused("A header field is larger")),
                bomb(
                        "a subject folded 10,000 times",
                        () -> DATE + "Subject: y\r\n" + " y\r\n".repeat(10_000) + "\r\nhello",
                        read("body", "hello")),
                bomb(
                        "a field folded with blanks alone",
                        () -> withField("X: y\r\n" + " \r\n".repeat(200_000) + " z"),
                        refused("A header field is larger")),
                bomb(
                        "a header line of 1 MB",
                        () -> withField("X: " + "y".repeat(MEGABYTE)),
                        refused("A header line is longer")),
                bomb(
                        "a header of 300 kB in sum",
                        () -> withField(("X: " + "y".repeat(1_000) + "\r\n").repeat(299) + "X: y"),
                        refused("header is larger")));
    }

    private static List<HostileMessage> fields() {
        return List.of(
                bomb(
                        "100,000 encoded words in a subject",
                        () -> DATE + "Subject: " + "=?utf-8?q?a?=\r\n ".repeat(10_000) + "\r\n\r\nhello",
                        read("body", "hello")),
                bomb(
                        "10,000 beginnings of encoded words",
                        () -> DATE + "Subject: " + "=?utf-8?q?".repeat(6_000) + "\r\n\r\nhello",
                        read("body", "hello")),
                bomb(
                        "10,000 question marks after an equals sign",
                        () -> DATE + "Subject: =" + "?".repeat(10_000) + "=\r\n\r\nhello",
                        read("body", "hello")),
                bomb(
                        "an encoded word of 60 kB",
                        () -> DATE + "Subject: =?utf-8?b?" + "YWFh".repeat(15_000) + "?=\r\n\r\nhello",
                        read("body", "hello")),
                bomb(
                        "10,000 recipients",
                        () -> DATE + "To: " + "a@b.example,\r\n ".repeat(10_000) + "c@d.example\r\n\r\nhello",
                        read("body", "hello")),
                bomb(
                        "a message id of 60 kB",
                        () -> withField("Message-ID: <" + "a".repeat(60_000) + "@b.example>"),
                        read("body", "hello")),
                bomb(
                        "10,000 parameters",
                        () -> withField("Content-Type: text/plain" + ";\r\n a=b".repeat(10_000)),
                        read("body", "hello")),
                bomb(
                        "10,000 pieces of one parameter",
                        () -> withField("Content-Type: text/plain"
                                + IntStream.range(0, 5_000)
                                        .mapToObj(i -> ";\r\n name*" + i + "=b")
                                        .reduce("", String::concat)),
                        read("body", "hello")),
                bomb(
                        "a piece of a parameter with the number 2147483647",
                        () -> withField("Content-Type: text/plain; charset*2147483647=x; charset*99999999999999=y"),
                        read("body", "hello")),
                bomb(
                        "a boundary of 60 kB",
                        () -> HEAD + "Content-Type: multipart/mixed; boundary=" + "b".repeat(60_000) + "\r\n\r\n--"
                                + "b".repeat(60_000) + "\r\n\r\nhello",
                        holding("")),
                bomb(
                        "a quoted string that never closes, 60 kB",
                        () -> withField("Content-Type: text/plain; charset=\"" + "a".repeat(60_000)),
                        read("body", "hello")),
                bomb(
                        "60 kB of backslashes in a quoted string",
                        () -> withField("Content-Disposition: inline; x=\"" + "\\".repeat(60_000) + "\""),
                        read("body", "hello")),
                bomb(
                        "10,000 Received fields in 900 folded ones",
                        () -> DATE + ("Received: by x\r\n" + " for y\r\n".repeat(10)).repeat(900) + "\r\nhello",
                        read("body", "hello")));
    }

    private static List<HostileMessage> sizes() {
        return List.of(
                bomb(
                        "25 MB and one byte",
                        () -> HEAD + "\r\n" + "x".repeat(25 * MEGABYTE - HEAD.length() - 1),
                        refused(LARGE)),
                bomb(
                        "25 MB of one line",
                        () -> HEAD + "\r\n" + "x".repeat(25 * MEGABYTE - HEAD.length() - 2),
                        refused("Its text is longer")),
                bomb("9 MB of one line", () -> HEAD + "\r\n" + "x".repeat(9 * MEGABYTE), holding("xxx")),
                bomb(
                        "24 MB in base64",
                        () -> HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(18 * MEGABYTE),
                        refused("Its text is longer")),
                bomb(
                        "24 MB of UTF-16",
                        () -> HEAD + "Content-Type: text/plain; charset=utf-16le\r\n\r\n" + "x\0".repeat(12 * MEGABYTE),
                        refused("Its text is longer")),
                bomb(
                        "twenty texts of 1 MB",
                        () -> multipart(("--b\r\n\r\n" + "x".repeat(MEGABYTE) + "\r\n").repeat(20)),
                        refused("Its text is longer")),
                bomb(
                        "2,000,000 soft line breaks",
                        () -> HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "=\r\n".repeat(2_000_000)
                                + "hello",
                        read("body", "hello")),
                bomb(
                        "quoted-printable, 10 MB of blanks",
                        () -> HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + " ".repeat(9 * MEGABYTE)
                                + "hello",
                        holding("hello")),
                bomb(
                        "10 MB of junk in base64",
                        () -> HEAD + "Content-Transfer-Encoding: base64\r\n\r\naGVsbG8=" + "*".repeat(10 * MEGABYTE),
                        read("body", "hello")),
                bomb(
                        "10 MB of line ends in base64",
                        () -> HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + "\r\n".repeat(5 * MEGABYTE)
                                + "aGVsbG8=",
                        read("body", "hello")));
    }

    private static List<HostileMessage> texts() {
        return List.of(
                bomb("9,000,000 empty lines", () -> HEAD + "\r\n" + "\n".repeat(9_000_000) + "hello", holding("hello")),
                bomb("9,000,000 empty lines, flowed", () -> flowed("\n".repeat(9_000_000) + "hello"), holding("hello")),
                bomb("3,000,000 flowed lines of one word", () -> flowed("x \n".repeat(3_000_000)), holding("x x x")),
                bomb(
                        "3,000,000 flowed lines without blanks",
                        () -> flowed("x\n".repeat(3_000_000)),
                        holding("x\nx\nx")),
                bomb("a line quoted 9,000,000 times", () -> flowed(">".repeat(9_000_000) + "hello"), holding("hello")),
                bomb(
                        "1,000 flowed lines, each quoted once more",
                        () -> flowed(IntStream.range(1, 1_000)
                                .mapToObj(i -> ">".repeat(i) + " x \n")
                                .reduce("", String::concat)),
                        holding("x")),
                bomb(
                        "9 MB of carriage returns",
                        () -> HEAD + "\r\n" + "\r".repeat(9_000_000) + "hello",
                        holding("hello")),
                bomb("9 MB of NUL", () -> HEAD + "\r\n" + "\0".repeat(9_000_000) + "hello", holding("hello")),
                bomb(
                        "9 MB of bytes that are no UTF-8",
                        () -> HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + "\u00ff".repeat(9_000_000),
                        holding("\uFFFD")),
                bomb(
                        "1,000,000 escapes of ISO-2022-JP",
                        () -> HEAD + "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n"
                                + "\u001b$B\u001b(B".repeat(1_000_000) + "hello",
                        read("body", "hello")),
                bomb(
                        "300,000 From_ lines that are none",
                        () -> HEAD + "\r\n" + "From here on\n".repeat(300_000),
                        holding("From here on")),
                bomb(
                        "300,000 dated From_ lines",
                        () -> HEAD + "\r\n" + "From Mon Jan 1 00:00 2002\nX: y\n".repeat(300_000),
                        holding("X: y")));
    }

    private static List<HostileMessage> markup() {
        return List.of(
                bomb(
                        "1,000,000 boxes in one another",
                        () -> html("<div>".repeat(1_000_000) + "hello"),
                        read("own", "hello")),
                bomb(
                        "100,000 tables in one another",
                        () -> html("<table><tr><td>".repeat(100_000) + "hello"),
                        read("own", "hello")),
                bomb("1,000,000 tags that never end", () -> html("hello " + "<b ".repeat(1_000_000)), holding("hello")),
                bomb(
                        "500,000 comments that never end",
                        () -> html("hello " + "<!--".repeat(500_000)),
                        read("own", "hello")),
                bomb("500,000 entities", () -> html("&amp;".repeat(500_000)), holding("&amp;")),
                bomb(
                        "an entity of a million digits",
                        () -> html("hello &#" + "9".repeat(1_000_000) + ";"),
                        holding("hello")),
                bomb(
                        "100,000 quotations in one another",
                        () -> html("hello" + "<blockquote>".repeat(100_000) + "old"),
                        read("own", "hello")),
                bomb(
                        "a tag with 100,000 attributes",
                        () -> html("<p " + "a=b ".repeat(100_000) + ">hello"),
                        holding("hello")));
    }

    private static String nested(int depth, String kind) {
        var mail = new StringBuilder(HEAD);
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/")
                    .append(kind)
                    .append("; boundary=b")
                    .append(i);
            mail.append("\r\n\r\n--b").append(i).append("\r\n");
        }
        return mail.append("\r\nx").toString();
    }

    private static String dated(String before) {
        return "Date: " + before + "Fri, 20 Mar 2026 17:17:00 -0500\r\nFrom: a@b.example\r\n\r\nhello";
    }

    private static String base64(int bytes) {
        return Base64.getMimeEncoder().encodeToString("x".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
    }

    private static String flowed(String text) {
        return HEAD + "Content-Type: text/plain; format=flowed\r\n\r\n" + text;
    }

    private static String html(String body) {
        return HEAD + "Content-Type: text/html\r\n\r\n" + body;
    }
}
