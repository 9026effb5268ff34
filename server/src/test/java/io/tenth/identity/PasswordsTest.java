package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** The tests of the server hash with less. */
    @Test
    void costsWhatItIsToCost() {
        var passwords = new Passwords(new SecretKeySpec(new byte[48], "HmacSHA384"));

        var hash = passwords.hash("Correct-horse-7-battery");

        assertThat(hash).startsWith("{bcrypt-hmac-1}$2a$12$");
        assertThat(passwords.matches("Correct-horse-7-battery", hash)).isTrue();
        assertThat(passwords.matches("Correct-horse-7-batterx", hash)).isFalse();
    }
}
