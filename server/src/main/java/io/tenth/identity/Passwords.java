package io.tenth.identity;

import io.tenth.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords: bcrypt of cost 12 over an HMAC-SHA-384 of the password under a key that is not in the database. bcrypt
 * alone reads 72 bytes; the HMAC lets each character of a long password count, and a stolen table without the key is of no
 * use.
 *
 * <p>A hash takes a good part of a second of one core. Hashes are computed on threads of their own, half as many as there are
 * cores, so that a flood of sign-ins leaves the rest of the server its cores; whoever hashes does it {@link #inTurn}, and the
 * turns that may be waited for are few.
 */
final class Passwords {

    private static final String VERSION = "{bcrypt-hmac-1}";
    private static final int COST = 12;
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int TURNS_A_THREAD = 8;

    /** About as long as it takes until those who wait now have had their turns. */
    private static final int SECONDS_OF_ALL_TURNS = 3;

    private final BCryptPasswordEncoder bcrypt;
    private final Executor threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("password-hash-", 0).factory());
    private final Semaphore turns;
    private final SecretKey pepper;
    private final String hashOfNothing;

    Passwords(SecretKey pepper) {
        this(pepper, COST);
    }

    /** Of another cost, for tests of something else. */
    Passwords(SecretKey pepper, int cost) {
        this(pepper, cost, new Semaphore(AT_ONCE * TURNS_A_THREAD));
    }

    /** With as many turns, taken and waiting together, as there are permits. */
    Passwords(SecretKey pepper, int cost, Semaphore turns) {
        this.bcrypt = new BCryptPasswordEncoder(cost);
        this.pepper = pepper;
        this.turns = turns;
        this.hashOfNothing = hash("no password has this text");
    }

    /** Does work that hashes once. Refuses it at once when too many wait already. */
    <T> T inTurn(Supplier<T> work) {
        if (!turns.tryAcquire()) {
            throw DomainException.tooMany(
                    "Too many people are signing in. Try again in a moment.", SECONDS_OF_ALL_TURNS);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    String hash(String password) {
        var text = preHash(password);
        return VERSION + onItsThread(() -> bcrypt.encode(text));
    }

    boolean matches(String password, String hash) {
        if (!hash.startsWith(VERSION)) {
            throw new IllegalStateException("a password hash has an unknown form");
        }
        var text = preHash(password);
        return onItsThread(() -> bcrypt.matches(text, hash.substring(VERSION.length())));
    }

    /** Takes as long as a real comparison, so that the time of an answer does not tell whether an account exists. Never matches. */
    boolean matchNothing(String password) {
        var matched = matches(password, hashOfNothing);
        assert !matched;
        return false;
    }

    private <T> T onItsThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads).join();
    }

    private String preHash(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA384");
            mac.init(pepper);
            var normal = Normalizer.normalize(password, Normalizer.Form.NFC);
            return Base64.getEncoder().encodeToString(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-384", e);
        }
    }
}
