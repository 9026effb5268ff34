package io.tenth.mail.oauth;

import io.tenth.mail.HeavyMail;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gets messages, some together while they are light. How heavy one is shows only when it comes: it is broken off then, and got by
 * itself when it is the next in turn, so that no two heavy ones are held at once.
 *
 * <p>Where one fails the whole does, and what the others gave is kept: asked for the same again, it only gets what is left. A
 * message that fails beside others that do not, and will go on so, is passed over. Not thread-safe.
 */
public final class Gathering {

    /** A message whose answer has more bytes is heavy. */
    public static final int LIGHT = 1 << 20;

    private static final long LEAST_ROOM = 2L * LIGHT;

    private final String provider;
    private final Getter alone;
    private final Together together;
    private final Map<Reference, Attempt> kept = new HashMap<>();
    private final Set<Reference> failedBefore = new HashSet<>();

    /**
     * Gets from a provider.
     *
     * @param provider its name, for sentences
     */
    public Gathering(String provider, Together together, Getter alone) {
        this.provider = provider;
        this.together = together;
        this.alone = alone;
    }

    /** Gets one message; empty where the provider's answer has more than so many bytes. */
    @FunctionalInterface
    public interface Getter {
        Optional<Fetched> get(Reference reference, int most) throws MailServiceException;
    }

    /** Gets several messages that are light. */
    @FunctionalInterface
    public interface Together {

        /**
         * What became of them; those that are not told of are to be asked for again. A single one is always told of.
         *
         * @param references none of them twice
         * @param room when so many bytes of them are held, the others wait
         */
        Map<Reference, Attempt> get(List<Reference> references, long room) throws MailServiceException;
    }

    /** What became of a message that was asked for. */
    public sealed interface Attempt {

        /** Asks for it while it is light. */
        static Attempt of(Reference reference, Getter getter) {
            try {
                return getter.get(reference, LIGHT).<Attempt>map(Got::new).orElseGet(Heavy::new);
            } catch (MailServiceException failure) {
                return new Failed(failure);
            }
        }

        record Got(Fetched fetched) implements Attempt {}

        record Heavy() implements Attempt {}

        record Failed(MailServiceException why) implements Attempt {}
    }

    /** The messages, in the order asked; only those before the second heavy one, and before one that was not got to. */
    public List<Fetched> of(List<Reference> references) throws MailServiceException {
        kept.keySet().retainAll(references);
        failedBefore.retainAll(references);
        get(references);
        var given = new ArrayList<Fetched>();
        for (var reference : references) {
            var attempt = kept.get(reference);
            if (attempt == null || (attempt instanceof Attempt.Heavy && !given.isEmpty())) {
                break;
            }
            given.add(attempt instanceof Attempt.Got got ? got.fetched() : heavy(reference));
        }
        references.subList(0, given.size()).forEach(kept::remove);
        return given;
    }

    /** The answer where a provider refuses one message. */
    public Fetched refused(Reference reference) {
        return refused(reference, " does not give it out.");
    }

    private void get(List<Reference> references) throws MailServiceException {
        var missing = missing(references);
        var usual = Math.min(MailSession.BYTES_AT_ONCE, references.size() * MailSession.USUAL_BYTES);
        var room = Math.max(LEAST_ROOM, usual) - heldBytes();
        if (!missing.isEmpty() && room >= LIGHT) {
            keep(together.get(missing, room));
        }
        if (!references.isEmpty() && isMissing(references.getFirst())) {
            keep(together.get(references.subList(0, 1), LIGHT));
        }
    }

    private List<Reference> missing(List<Reference> references) {
        return references.stream().distinct().filter(this::isMissing).toList();
    }

    private boolean isMissing(Reference reference) {
        return !kept.containsKey(reference);
    }

    private long heldBytes() {
        return kept.values().stream()
                .mapToLong(attempt ->
                        attempt instanceof Attempt.Got got ? got.fetched().bytes() : 0)
                .sum();
    }

    private void keep(Map<Reference, Attempt> attempts) throws MailServiceException {
        var failures = new HashMap<Reference, MailServiceException>();
        attempts.forEach((reference, attempt) -> {
            if (attempt instanceof Attempt.Failed failed) {
                failures.put(reference, failed.why());
            } else {
                kept.put(reference, attempt);
            }
        });
        passOver(failures);
        var worst = failures.values().stream().max(Comparator.comparing(Gathering::pause));
        if (worst.isPresent()) {
            throw worst.get();
        }
    }

    private void passOver(Map<Reference, MailServiceException> failures) {
        var hopeless = failures.entrySet().stream()
                .filter(one -> !kept.isEmpty() && isHopeless(one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        failedBefore.addAll(failures.keySet());
        hopeless.forEach(reference -> kept.put(reference, new Attempt.Got(refused(reference))));
        failures.keySet().removeAll(hopeless);
    }

    /** Whether the fault lies with the message, others being well: an error of the provider's own may pass once. */
    private boolean isHopeless(Reference reference, MailServiceException failure) {
        return failure instanceof Impossible || (failure instanceof Unavailable && failedBefore.contains(reference));
    }

    /** Of several failures the one counts that asks for the longest pause. */
    private static Duration pause(MailServiceException failure) {
        return switch (failure) {
            case Reconnect reconnect -> Duration.ofSeconds(Long.MAX_VALUE);
            case Throttled much -> much.retryAfter().orElse(Duration.ZERO).plusMillis(1);
            default -> Duration.ZERO;
        };
    }

    private Fetched heavy(Reference reference) throws MailServiceException {
        var turn = HeavyMail.turn();
        try {
            return alone.get(reference, Http.LONGEST)
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
