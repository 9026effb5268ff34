package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.mail.MailReading.Readable;
import io.tenth.mail.MailReading.Unreadable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Mail that was made to exhaust a reader is refused with its reason; see MailLimits. */
class HostileMailTest {

    private static final String DATE = "Date: Fri, 20 Mar 2026 17:17:00 -0500\r\n";

    private static final MailLimits SMALL = new MailLimits(10_000, 200, 100, 3, 5, 8, 1_000, 300);

    @Test
    void readsPartsNestedToTheLimitAndRefusesOneMore() {
        assertThat(parse(nested(50), MailLimits.DEFAULT)).isInstanceOf(Readable.class);
        assertThat(reason(nested(51), MailLimits.DEFAULT)).contains("nested more than 50 deep");
        assertThat(reason(nested(20_000), MailLimits.DEFAULT)).contains("nested more than 50 deep");
    }

    @Test
    void readsPartsUpToTheLimitAndRefusesOneMore() {
        assertThat(body(parse(parts(1_000), MailLimits.DEFAULT))).startsWith("x\nx\nx");
        assertThat(reason(parts(1_001), MailLimits.DEFAULT)).contains("more than 1000 parts");
        assertThat(reason(parts(200_000), MailLimits.DEFAULT)).contains("more than 1000 parts");
    }

    @Test
    void passesOverEnclosedMessagesHoweverDeep() {
        String enclosed = "Content-Type: message/rfc822\r\n\r\n".repeat(5_000) + "Spent two hours.";
        assertThat(body(parse(DATE + enclosed, MailLimits.DEFAULT))).isEmpty();
    }

    @Test
    void refusesTooManyHeaders() {
        assertThat(reason(DATE + "X: y\r\n".repeat(200_000) + "\r\n", MailLimits.DEFAULT))
                .contains("more than 1000 header fields");
    }

    @Test
    void refusesAFieldFoldedWithoutEnd() {
        assertThat(reason(DATE + "X: y\r\n" + " folded folded\r\n".repeat(200_000) + "\r\n", MailLimits.DEFAULT))
                .contains("A header field is larger");
    }

    @Test
    void refusesAHeaderLineWithoutEnd() {
        assertThat(reason(DATE + "X: " + "y".repeat(1_000_000) + "\r\n\r\n", MailLimits.DEFAULT))
                .contains("A header line is longer");
    }

    @Test
    void refusesAHeaderThatIsLargeInSum() {
        assertThat(reason(DATE + ("X: " + "y".repeat(250) + "\r\n").repeat(5) + "\r\n", SMALL))
                .contains("header is larger than the limit of 1000 bytes");
    }

    @Test
    void cutsAHeaderOfEncodedWordsWithoutEnd() {
        String subject = "Subject: " + "=?utf-8?q?a?=\r\n ".repeat(10_000) + "\r\n\r\n";
        Readable read = (Readable) parse(DATE + subject, MailLimits.DEFAULT);
        assertThat(read.message().subject()).startsWith("aaa").hasSizeLessThan(16_385);
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        assertThat(reason(DATE + "\r\n" + "x".repeat(10_000), SMALL)).contains("larger than the limit of 10000 bytes");
    }

    @Test
    void refusesTextThatIsTooLargeInSum() {
        String part = "--b\r\n\r\n" + "x".repeat(90) + "\r\n";
        assertThat(reason(multipart(part.repeat(2)), SMALL)).contains("longer than the limit of 100 characters");
        assertThat(reason(multipart("--b\r\n\r\n" + "x".repeat(201)), SMALL)).contains("larger than the limit of 200");
    }

    @Test
    void leavesAttachmentsOutOfTheLimitsOfTheText() {
        String attached = "--b\r\nContent-Disposition: attachment\r\n\r\n" + "x".repeat(5_000) + "\r\n";
        assertThat(body(parse(multipart("--b\r\n\r\nhello\r\n" + attached), SMALL)))
                .isEqualTo("hello");
    }

    @Test
    void answersForAnyBytesAtAll() {
        byte[] seed = (DATE + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n\r\nhi\r\n--b--")
                .getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < seed.length; at++) {
            for (int value : new int[] {0, '\r', '\n', ':', ';', '"', '(', '=', 0xFF}) {
                byte[] changed = seed.clone();
                changed[at] = (byte) value;
                assertThat(new MailParser(MailLimits.DEFAULT)
                                .parse(at, "here", changed, null)
                                .position())
                        .isEqualTo(at);
            }
        }
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder(DATE);
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
            mail.append(i).append("\r\n");
        }
        return mail.append("\r\nx\r\n").toString();
    }

    private static String parts(int count) {
        return multipart("--b\r\n\r\nx\r\n".repeat(count));
    }

    private static String multipart(String parts) {
        return DATE + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n";
    }

    private static MailReading parse(String mail, MailLimits limits) {
        return new MailParser(limits).parse(0, "here", mail.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static String body(MailReading reading) {
        return ((Readable) reading).message().body();
    }

    private static String reason(String mail, MailLimits limits) {
        return ((Unreadable) parse(mail, limits)).reason();
    }
}
