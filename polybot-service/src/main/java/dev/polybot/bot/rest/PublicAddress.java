package dev.polybot.bot.rest;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Checks whether an IP address is on the public internet: neither this machine, nor its network, nor what a cloud tells its
 * machines of themselves (IANA's registries of special-purpose addresses, RFC 6890).
 */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && (address instanceof Inet4Address
                        ? isPublic4(address.getAddress())
                        : isPublic6(address.getAddress()));
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0 -> false;
            // Shared among a provider's customers.
            case 100 -> second < 64 || second > 127;
            // Protocols' own, and what stands in documentation.
            case 192 -> second != 0 || (third != 0 && third != 2);
            case 198 -> second != 18 && second != 19 && (second != 51 || third != 100);
            case 203 -> second != 0 || third != 113;
            default -> first < 224;
        };
    }

    /** Of 2000::/3, which is all that is given out, without what leads to IPv4 by another way. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        boolean sixToFour = first == 0x2002;
        boolean documentation = first == 0x3fff && second < 0x1000;
        return first >> 13 == 1 && !special && !sixToFour && !documentation;
    }
}
