package io.tenth.mail.imap;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a server means when it says no: by the response codes of RFC 5530, and the words of servers that have none. */
final class Refusals {

    private static final Pattern TOO_MUCH = Pattern.compile(
            "\\[(?:limit|overquota|throttled)]|too many|throttl|bandwidth|command limit|rate limit|try again later");
    private static final Pattern PAUSE = Pattern.compile("backoff time: (\\d{1,9})( milliseconds)?");
    private static final Pattern PASSING =
            Pattern.compile("\\[(?:unavailable|inuse|serverbug|contactadmin)]|not connected");

    private Refusals() {}

    /** A sign-in was refused. */
    static MailServiceException ofSignIn(String said) {
        return passing(said)
                .orElseGet(() -> new Reconnect(
                        "The mail server does not take this user and password. Connect the mailbox anew."));
    }

    /** A command was refused. */
    static MailServiceException ofCommand(String said) {
        return passing(said).orElseGet(() -> new Unavailable("The mail server refuses what it was asked."));
    }

    /** The folder of sent mail was refused. */
    static MailServiceException ofFolder(String said) {
        return passing(said).orElseGet(() -> new Impossible("The mail server does not open the folder of sent mail."));
    }

    private static Optional<MailServiceException> passing(String said) {
        var words = said.toLowerCase(Locale.ROOT);
        if (TOO_MUCH.matcher(words).find()) {
            return Optional.of(new Throttled("The mail server asks for a pause.", pause(words)));
        }
        return PASSING.matcher(words).find()
                ? Optional.of(new Unavailable("The mail server cannot open the mailbox at the moment."))
                : Optional.empty();
    }

    private static Optional<Duration> pause(String words) {
        var pause = PAUSE.matcher(words);
        if (!pause.find()) {
            return Optional.empty();
        }
        var number = Long.parseLong(pause.group(1));
        return Optional.of(pause.group(2) == null ? Duration.ofSeconds(number) : Duration.ofMillis(number));
    }
}
