package io.tenth.mail.oauth;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Asks the same of several things at once. Where one fails the whole does, and what the others gave is kept: asked for the same
 * things again, it only does what is left. A thing that fails beside others that do not, and will go on so, is passed over. Not
 * thread-safe.
 */
public final class Parallel<T, R> {

    private final int atOnce;
    private final Question<T, R> question;
    private final Function<T, R> passedOver;
    private final Map<T, R> kept = new HashMap<>();
    private final Set<T> failedBefore = new HashSet<>();

    /**
     * Asks so many at once.
     *
     * @param passedOver the answer in place of one that cannot be had
     */
    public Parallel(int atOnce, Question<T, R> question, Function<T, R> passedOver) {
        this.atOnce = atOnce;
        this.question = question;
        this.passedOver = passedOver;
    }

    /** What is asked of each. */
    @FunctionalInterface
    public interface Question<T, R> {
        R answer(T about) throws MailServiceException;
    }

    /** The answers, in the order of what they are about. */
    public List<R> all(List<T> things) throws MailServiceException {
        kept.keySet().retainAll(things);
        failedBefore.retainAll(things);
        var room = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new HashMap<T, Future<R>>();
            for (var thing : things) {
                if (!kept.containsKey(thing)) {
                    asked.computeIfAbsent(thing, about -> threads.submit(() -> one(about, room)));
                }
            }
            collect(asked, threads);
        }
        return things.stream().map(kept::get).toList();
    }

    /** Asks for these anew when they are asked for next; what else was answered last is answered so once more. */
    public void forget(List<T> things) {
        things.forEach(kept::remove);
    }

    private R one(T thing, Semaphore room) throws MailServiceException, InterruptedException {
        room.acquire();
        try {
            return question.answer(thing);
        } finally {
            room.release();
        }
    }

    private void collect(Map<T, Future<R>> asked, ExecutorService threads) throws MailServiceException {
        var failures = new HashMap<T, MailServiceException>();
        for (var one : asked.entrySet()) {
            try {
                kept.put(one.getKey(), one.getValue().get());
            } catch (ExecutionException failed) {
                failures.put(one.getKey(), reason(failed));
            } catch (InterruptedException stopping) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Unavailable("The mail service was not waited for.", stopping);
            }
        }
        passOver(failures);
        for (var failure : failures.values()) {
            throw failure;
        }
    }

    private void passOver(Map<T, MailServiceException> failures) {
        var hopeless = failures.entrySet().stream()
                .filter(one -> !kept.isEmpty() && isHopeless(one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        failedBefore.addAll(failures.keySet());
        hopeless.forEach(thing -> kept.put(thing, passedOver.apply(thing)));
        failures.keySet().removeAll(hopeless);
    }

    /** Whether the fault lies with the thing, others being well: an error of the provider's own may pass once. */
    private boolean isHopeless(T thing, MailServiceException failure) {
        return failure instanceof Impossible || (failure instanceof Unavailable && failedBefore.contains(thing));
    }

    private static MailServiceException reason(ExecutionException failed) {
        if (failed.getCause() instanceof MailServiceException known) {
            return known;
        }
        throw new IllegalStateException("a message could not be asked for", failed.getCause());
    }
}
