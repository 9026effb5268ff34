package io.tenth.identity;

import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords: bcrypt of cost 12 over an HMAC-SHA-384 of the password under a key that is not in the database. bcrypt
 * alone reads 72 bytes; the HMAC lets each character of a long password count, and a stolen table without the key is of no
 * use. A hash takes most of a second of one core, so whoever hashes does it {@link #inTurn}: only a few at
 * once, and the rest of the server keeps its cores.
 */
final class Passwords {

    private static final String VERSION = "{bcrypt-hmac-1}";
    private static final int COST = 12;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
    private final Semaphore places;
    private final Duration longestWait;
    private final SecretKey pepper;
    private final String hashOfNothing;

    Passwords(SecretKey pepper) {
        this(pepper, new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)), LONGEST_WAIT);
    }

    /** With room for as many at once as there are places, and a bound for the wait of the others. */
    Passwords(SecretKey pepper, Semaphore places, Duration longestWait) {
        this.pepper = pepper;
        this.places = places;
        this.longestWait = longestWait;
        this.hashOfNothing = hash("no password has this text");
    }

    String hash(String password) {
        return VERSION + bcrypt.encode(preHash(password));
    }

    boolean matches(String password, String hash) {
        if (!hash.startsWith(VERSION)) {
            throw new IllegalStateException("a password hash has an unknown form");
        }
        return bcrypt.matches(preHash(password), hash.substring(VERSION.length()));
    }

    /** Takes as long as a real comparison, so that the time of an answer does not tell whether an account exists. */
    void matchNothing(String password) {
        var ignored = matches(password, hashOfNothing);
        assert !ignored;
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

    /** Does work that hashes, when its turn has come. Refuses it when that takes too long. */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DomainException(
                        ErrorCode.RATE_LIMIT_EXCEEDED, "Too many people are signing in. Try again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to hash a password", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
