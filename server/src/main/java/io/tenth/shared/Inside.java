package io.tenth.shared;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses lie within the server's own network, or are nobody's: loopback, link-local, private, multicast and reserved
 * ones, and those of IPv6 that carry one of IPv4.
 */
public final class Inside {

    private Inside() {}

    /** Whether it is an address to which this server must not be led from outside. */
    public static boolean is(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address six ? is(six.getAddress()) : isReserved(address.getAddress()));
    }

    /** Unique local addresses, and those that carry one of IPv4: compatible, NAT64, 6to4 and Teredo. */
    private static boolean is(byte[] six) {
        var first = ((six[0] & 0xff) << 8) | (six[1] & 0xff);
        var second = ((six[2] & 0xff) << 8) | (six[3] & 0xff);
        return (first & 0xfe00) == 0xfc00
                || first == 0
                || first == 0x0064
                || first == 0x2002
                || (first == 0x2001 && second == 0);
    }

    /** This network, shared address space, protocol assignments, benchmarks, and what is reserved for later. */
    private static boolean isReserved(byte[] four) {
        var first = four[0] & 0xff;
        var second = four[1] & 0xff;
        return switch (first) {
            case 0 -> true;
            case 100 -> second >= 64 && second < 128;
            case 192 -> second == 0 && four[2] == 0;
            case 198 -> second == 18 || second == 19;
            default -> first >= 240;
        };
    }
}
