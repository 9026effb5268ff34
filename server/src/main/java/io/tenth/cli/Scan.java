package io.tenth.cli;

import io.tenth.mail.MailMessage;
import io.tenth.mail.MailReading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One run over some mailboxes: looks into each message, tells what it found there, and counts.
 *
 * <p>A message that lies in two places counts once. Only messages in which something was found are remembered for that.
 *
 * @param <F> what is looked for
 */
abstract class Scan<F> {

    /** Broken mail programs give several messages one Message-ID, so the text has a say too. */
    private record Identity(String message, int textHash) {}

    private final Totals totals = new Totals();
    private final Set<Identity> seen = new HashSet<>();

    final void take(MailReading reading) {
        switch (reading) {
            case MailReading.Readable read -> takeMessage(read.message());
            case MailReading.Unreadable refused -> {
                totals.countUnreadable();
                tell(refused);
            }
        }
    }

    final Totals totals() {
        return totals;
    }

    private void takeMessage(MailMessage message) {
        totals.countMessage();
        List<F> found = find(message);
        if (found.isEmpty()) {
            return;
        }
        if (!seen.add(new Identity(message.identity(), message.body().hashCode()))) {
            totals.countCopy();
            return;
        }
        tell(FoundEntry.Origin.of(message), found);
    }

    /** What a message holds, in the order of its text. */
    abstract List<F> find(MailMessage message);

    /** Tells what a message holds, at least one thing, and counts it among {@link #totals}. */
    abstract void tell(FoundEntry.Origin origin, List<F> found);

    /** Tells of a message that could not be read; it is counted already. */
    abstract void tell(MailReading.Unreadable message);

    /** Ends the report. */
    abstract void finish();
}
