package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.shared.DomainException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    @Test
    void hasOneFormForAllSpellings() {
        assertThat(new EmailAddress(" Ada.Lindqvist@Firm.Example "))
                .isEqualTo(new EmailAddress("ada.lindqvist@firm.example"))
                .isEqualTo(new EmailAddress("\uff21DA.lindqvist@firm.example"));
    }

    /** What is stored is found again: reading an address that was read changes nothing. */
    @Test
    void isInItsFormOnceItWasRead() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(letter -> !isStable("a" + Character.toString(letter) + "b@firm.example"))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    private static boolean isStable(String typed) {
        try {
            var address = new EmailAddress(typed);
            return new EmailAddress(address.value()).equals(address);
        } catch (DomainException notAnAddress) {
            return true;
        }
    }
}
