package io.tenth.mail.oauth;

import io.tenth.mail.HeavyMail;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gets messages, some at a time while they are light. How heavy one is shows only when it comes: it is broken off then, and got by
 * itself when it is the next in turn, so that no two heavy ones are held at once. Not thread-safe.
 */
public final class Gathering {

    private static final int LIGHT = 1 << 20;

    private final Getter getter;
    private final String provider;
    private final Parallel<Reference, Optional<Fetched>> light;

    /**
     * Gets from a provider.
     *
     * @param provider its name, for sentences
     */
    public Gathering(String provider, int atOnce, Getter getter) {
        this.provider = provider;
        this.getter = getter;
        this.light = new Parallel<>(
                atOnce,
                about -> getter.get(about, LIGHT),
                about -> Optional.of(refused(about, " does not give it out.")));
    }

    /** Gets one message; empty where the provider's answer has more than so many bytes. */
    @FunctionalInterface
    public interface Getter {
        Optional<Fetched> get(Reference reference, int most) throws MailServiceException;
    }

    /** The messages, in the order asked; only those before the second heavy one. */
    public List<Fetched> of(List<Reference> references) throws MailServiceException {
        var answers = light.all(references);
        var given = new ArrayList<Fetched>();
        for (var answer : answers) {
            if (answer.isEmpty() && !given.isEmpty()) {
                break;
            }
            given.add(answer.isPresent() ? answer.get() : heavy(references.getFirst()));
        }
        light.forget(references.subList(0, given.size()));
        return given;
    }

    /** The answer where a provider refuses one message. */
    public Fetched refused(Reference reference) {
        return refused(reference, " does not give it out.");
    }

    private Fetched heavy(Reference reference) throws MailServiceException {
        var turn = HeavyMail.turn(Http.LONGEST);
        try {
            return getter.get(reference, Http.LONGEST)
                    .orElseGet(() -> new Fetched.Refused(reference, "It is larger than 25 MB.", true));
        } catch (Unavailable tooSlow) {
            return refused(reference, " has begun to give it out, and did not end in time.");
        } finally {
            turn.close();
        }
    }

    private Fetched refused(Reference reference, String how) {
        return new Fetched.Refused(reference, provider + how, false);
    }
}
