package io.tenth.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::1"
            })
    void refusesWhatLiesWithinTheNetwork(String address) {
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> leadingTo(address).addressesOf("imap.firm.example"))
                .withMessageContaining("MAIL_ALLOW_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.0.2.1", "2606:4700::1111"})
    void letsPassWhatLiesOutside(String address) throws MailServiceException, UnknownHostException {
        assertThat(leadingTo(address).addressesOf("imap.firm.example")).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "127.1", "localhost", "localhost."})
    void isNotTakenInByOtherWaysOfWritingIt(String host) {
        assertThatExceptionOfType(MailServiceException.class)
                .isThrownBy(() -> new Egress(List.of(), InetAddress::getAllByName).addressesOf(host));
    }

    @Test
    void refusesAHostOfWhichOneAddressLiesWithin() {
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> leadingTo("8.8.8.8", "127.0.0.1").addressesOf("imap.firm.example"));
    }

    @Test
    void allowsWhatTheOperatorNames() throws MailServiceException {
        var egress = new Egress(List.of("IMAP.firm.example"), host -> addresses("10.1.2.3"));

        assertThat(egress.addressesOf("imap.firm.example")).hasSize(1);
        assertThatExceptionOfType(Impossible.class).isThrownBy(() -> egress.addressesOf("other.firm.example"));
    }

    /** The name leads outside when it is checked, and to this machine ever after: what was checked is what is connected to. */
    @Test
    void resolvesANameOnce() {
        var asked = new AtomicInteger();
        var egress = new Egress(List.of(), host -> addresses(asked.incrementAndGet() == 1 ? "192.0.2.1" : "127.0.0.1"));
        try (var server = OddServer.overTls()) {
            var limits = new ImapLimits(
                    Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(2), 1000, 1000, 1000, 10);
            var service = new ImapMail(egress, Trust.of(null), limits);

            assertThatExceptionOfType(MailServiceException.class)
                    .isThrownBy(() -> service.open(server.connection(Connection.Security.TLS)));
            assertThat(asked).hasValue(1);
            assertThat(server.heard).isEmpty();
        }
    }

    private static Egress leadingTo(String... addresses) {
        return new Egress(List.of(), host -> addresses(addresses));
    }

    private static InetAddress[] addresses(String... written) throws UnknownHostException {
        var addresses = new InetAddress[written.length];
        for (var place = 0; place < written.length; place++) {
            addresses[place] = InetAddress.getByName(written[place]);
        }
        return addresses;
    }
}
