package io.tenth.mail;

import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.RemoteLine.OutOfTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session that asks by a {@link RemoteLine}, opens itself again when its connection broke, and hands over new secrets as soon as
 * it has any. After a question that went on past its deadline it is over, since nobody knows what that question still does.
 */
final class RemoteSession implements MailSession {

    private final RemoteLine line;
    private final Opener opener;
    private final boolean holdsConnection;
    private final Consumer<Connection> keep;
    private @Nullable MailSession open;
    private @Nullable Connection kept;
    private Numbers numbers = new Numbers(0, 0);
    private boolean over;

    /** Opens the sent mail of a mailbox. */
    @FunctionalInterface
    interface Opener {
        MailSession open() throws MailServiceException;
    }

    /** Something asked of the open session. */
    @FunctionalInterface
    private interface Question<T> {
        T of(MailSession session) throws MailServiceException;
    }

    /** What is known of sessions whether or not one is open: the calls of those that were closed. */
    private record Numbers(int calls, int fetchSize) {}

    /**
     * Opens a session.
     *
     * @param holdsConnection whether one that broke is opened anew; else what a session has got so far is of use to the next try
     * @param keep keeps new secrets
     */
    RemoteSession(RemoteLine line, Opener opener, boolean holdsConnection, Consumer<Connection> keep)
            throws MailServiceException {
        this.line = line;
        this.opener = opener;
        this.holdsConnection = holdsConnection;
        this.keep = keep;
        numbers = new Numbers(0, ask(MailSession::fetchSize));
    }

    @Override
    public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
        return ask(session -> session.sentSince(since, page));
    }

    @Override
    public Listing sentSince(Instant since, List<String> words, @Nullable String page) throws MailServiceException {
        return ask(session -> session.sentSince(since, words, page));
    }

    @Override
    public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
        return ask(session -> session.addedAfter(cursor, page));
    }

    @Override
    public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
        return ask(session -> session.fetch(references));
    }

    /** A service that tells nothing beforehand is not asked: its guess must not pass for an answer. */
    @Override
    public long weight(List<Reference> references) throws MailServiceException {
        return holdsConnection ? ask(session -> session.weight(references)) : MailSession.super.weight(references);
    }

    @Override
    public int fetchSize() {
        return numbers.fetchSize();
    }

    @Override
    public int calls() {
        return numbers.calls() + (open == null ? 0 : open.calls());
    }

    @Override
    public void close() {
        over = true;
        shut();
    }

    private <T> T ask(Question<T> question) throws MailServiceException {
        if (over) {
            throw new Unavailable("The mail service did not answer in time.");
        }
        try {
            return line.ask(() -> tried(question));
        } catch (OutOfTimeException late) {
            over = true;
            throw new Unavailable("The mail service did not answer in time.", late);
        } finally {
            keepRenewed();
        }
    }

    private <T> T tried(Question<T> question) throws MailServiceException {
        try {
            return question.of(opened());
        } catch (Unavailable broken) {
            if (holdsConnection) {
                shut();
            }
            throw broken;
        }
    }

    private MailSession opened() throws MailServiceException {
        var session = open;
        if (session == null) {
            session = opener.open();
            open = session;
        }
        return session;
    }

    private void shut() {
        if (open != null) {
            numbers = new Numbers(calls(), numbers.fetchSize());
            open.close();
            open = null;
        }
    }

    private void keepRenewed() {
        var session = open;
        if (session != null && !over) {
            session.renewed().filter(renewed -> !renewed.equals(kept)).ifPresent(renewed -> {
                keep.accept(renewed);
                kept = renewed;
            });
        }
    }
}
