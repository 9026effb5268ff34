package io.tenth.identity;

import io.tenth.store.StartRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Letters to the people who have accounts, by the configured mail server. They go out one after the other, behind the request
 * that caused them, so that the time of an answer does not tell whether there was one. A letter that cannot be sent is lost, and
 * the log says so; too many at once are refused.
 */
@Component
class Letters implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final int MOST_WAITING = 1_000;
    private static final long LONGEST_STOP_SECONDS = 5;
    private static final String PATIENCE_MILLIS = "10000";

    private final @Nullable JavaMailSenderImpl sender;
    private final String from;
    private final ThreadPoolExecutor desk = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("letters").factory());

    Letters(PostSettings settings, PublicAddress address) {
        from = settings.from() == null ? "" : settings.from();
        sender = settings.host() == null ? null : sender(settings, settings.host());
        if (sender != null && (!address.isKnown() || from.isEmpty())) {
            throw new StartRefusedException("SMTP_HOST needs SMTP_FROM, the sender of the letters, and PUBLIC_URL, with"
                    + " which the links in them begin.");
        }
    }

    /** Whether there is a mail server. */
    boolean canGoOut() {
        return sender != null;
    }

    /** Does something that may end in a letter, behind this request. */
    void afterwards(Runnable work) {
        try {
            desk.execute(work);
        } catch (RejectedExecutionException full) {
            LOG.warn("a letter was not written: {} are waiting already", MOST_WAITING);
        }
    }

    /** Sends one, where there is a mail server. */
    void send(String to, String subject, String text) {
        if (sender == null) {
            return;
        }
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(subject);
        letter.setText(text);
        try {
            sender.send(letter);
        } catch (MailException failed) {
            LOG.warn("a letter could not be sent: {}", failed.getClass().getName());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        desk.shutdown();
        if (!desk.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the last letters were not sent: {}", desk.shutdownNow().size());
        }
    }

    private static JavaMailSenderImpl sender(PostSettings settings, String host) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.starttls.required", on(settings, PostSettings.Security.STARTTLS));
        properties.put("mail.smtp.starttls.enable", on(settings, PostSettings.Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", on(settings, PostSettings.Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return sender;
    }

    private static String on(PostSettings settings, PostSettings.Security wanted) {
        return Boolean.toString(settings.security() == wanted);
    }
}
