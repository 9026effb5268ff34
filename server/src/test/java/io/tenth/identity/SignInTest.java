package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends ServerTest {

    private static final SecretKey PEPPER = new SecretKeySpec(new byte[48], "HmacSHA384");

    @Autowired
    private SignIn signIn;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Attempts attempts;

    @Autowired
    private KnownDevices devices;

    @Test
    void letsAPersonInWithAddressInAnyCase() {
        var person = newPerson();

        var account = signIn.signIn(typed(person.email().toUpperCase(Locale.ROOT), PASSWORD));

        assertThat(account.id()).isEqualTo(person.id());
        assertThat(account.lastLogin()).isNotNull();
    }

    @Test
    void givesOneAnswerForAnUnknownAddressAndAWrongPassword() {
        var person = newPerson();

        assertRefused(person.email(), "Wrong-password-1");
        assertRefused("nobody@firm.example", "Wrong-password-1");
        assertRefused("not an address", "Wrong-password-1");
    }

    @Test
    void refusesTheRightPasswordAfterFiveWrongOnes() {
        var person = newPerson();
        for (var attempt = 0; attempt < 5; attempt++) {
            assertRefused(person.email(), "Wrong-password-1");
        }

        assertRefused(person.email(), PASSWORD);
    }

    private void assertRefused(String email, String password) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> signIn.signIn(typed(email, password)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AUTHENTICATION_ERROR))
                .withMessage("The address or the password is wrong, or the account is locked for a while.");
    }

    @Test
    void countsNoAttemptWhoseTurnDidNotCome() {
        var person = newPerson();
        var full = new SignIn(accounts, attempts, devices, new Passwords(PEPPER, 4, new Semaphore(0)));
        for (var attempt = 0; attempt < 6; attempt++) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> full.signIn(typed(person.email(), "Wrong-password-1")))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED));
        }

        assertThat(signIn.signIn(typed(person.email(), PASSWORD)).id()).isEqualTo(person.id());
    }

    private static SignIn.Credentials typed(String email, String password) {
        return new SignIn.Credentials(email, password, Optional.empty());
    }
}
