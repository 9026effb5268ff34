package io.tenth.mail.oauth;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Reference;
import io.tenth.mail.oauth.Gathering.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Gets messages by a call for each, some at the same time. */
public final class Parallel implements Gathering.Together {

    private final int atOnce;
    private final Gathering.Getter getter;

    public Parallel(int atOnce, Gathering.Getter getter) {
        this.atOnce = atOnce;
        this.getter = getter;
    }

    @Override
    public Map<Reference, Attempt> get(List<Reference> references, long room) throws MailServiceException {
        var turns = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new HashMap<Reference, Future<Attempt>>();
            references.forEach(reference -> asked.put(reference, threads.submit(() -> one(reference, turns))));
            try {
                return collected(asked);
            } catch (InterruptedException stopping) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Unavailable("The mail service was not waited for.", stopping);
            }
        }
    }

    private Attempt one(Reference reference, Semaphore turns) throws InterruptedException {
        turns.acquire();
        try {
            return Attempt.of(reference, getter);
        } finally {
            turns.release();
        }
    }

    private static Map<Reference, Attempt> collected(Map<Reference, Future<Attempt>> asked)
            throws InterruptedException {
        var attempts = new HashMap<Reference, Attempt>();
        for (var one : asked.entrySet()) {
            try {
                attempts.put(one.getKey(), one.getValue().get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a message could not be asked for", failed.getCause());
            }
        }
        return attempts;
    }
}
