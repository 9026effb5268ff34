package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Recognises the devices from which an address was signed in to before, by a mark that the server signed. Guesses from such a
 * device are counted apart: strangers who lock an account do not lock its owner out. A stolen mark lets nobody in; it buys the
 * five guesses that every stranger has.
 */
public final class KnownDevices {

    /** How long a device is recognised after it was last used to sign in. */
    public static final Duration LIFE = Duration.ofDays(365);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;

    private final SecretKey key;

    KnownDevices(SecretKey key) {
        this.key = key;
    }

    /** The mark of a device from which somebody has just signed in. */
    public String mark(Account account) {
        var nonce = SecretToken.next().value();
        return nonce + "." + signature(nonce, AttemptCounter.canonical(account.email()));
    }

    /** What names the device, if its mark was made for this address. */
    Optional<String> recognise(Optional<String> mark, String canonicalAddress) {
        return mark.filter(text -> text.length() <= LONGEST)
                .map(text -> text.split("\\.", 2))
                .filter(parts -> parts.length == 2 && isSigned(parts[0], parts[1], canonicalAddress))
                .map(parts -> parts[0]);
    }

    private boolean isSigned(String nonce, String signature, String address) {
        return MessageDigest.isEqual(
                signature(nonce, address).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String nonce, String address) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signed = mac.doFinal((nonce + "|" + address).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
