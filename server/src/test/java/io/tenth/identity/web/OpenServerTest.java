package io.tenth.identity.web;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenth.ServerTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server that anybody may register at, and that sends letters. */
abstract class OpenServerTest extends ServerTest {

    static final String PUBLIC_URL = "https://time.firm.example";

    private static final GreenMail POST = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Pattern TOKEN = Pattern.compile(Pattern.quote(PUBLIC_URL) + "/reset-password#(\\S+)");

    @DynamicPropertySource
    static void openToEverybody(DynamicPropertyRegistry registry) {
        POST.start();
        registry.add("tenth.identity.open-registration", () -> true);
        registry.add("tenth.post.public-url", () -> PUBLIC_URL + "/");
        registry.add("tenth.post.host", () -> "127.0.0.1");
        registry.add("tenth.post.port", () -> POST.getSmtp().getPort());
        registry.add("tenth.post.security", () -> "none");
        registry.add("tenth.post.from", () -> "tenth@firm.example");
    }

    /** The letters to somebody so far, once there are as many. They go out in the order in which they were asked for. */
    static List<MimeMessage> letters(String email, int count) {
        Awaitility.await().until(() -> lettersTo(email).size() >= count);
        return lettersTo(email);
    }

    static List<MimeMessage> lettersTo(String email) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(letter -> recipient(letter).equals(email))
                .toList();
    }

    private static String recipient(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage letter) {
        return GreenMailUtil.getBody(letter);
    }

    /** The secret of the link in a letter. */
    static String token(MimeMessage letter) {
        var link = TOKEN.matcher(text(letter));
        if (!link.find()) {
            throw new AssertionError("no link in: " + text(letter));
        }
        return link.group(1);
    }
}
