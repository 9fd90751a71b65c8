package dev.polybot.load.address;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** A host as an address names it, in the one form in which it is compared. */
final class Host {

    private static final Pattern IPV4 =
            Pattern.compile(
                    "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");

    /** What some programs read as an IPv4 address and others do not: 2130706433, 0x7f.1, 0177.0.0.1, 127.1. */
    private static final Pattern ODD_NUMBERS =
            Pattern.compile("(?:0x[0-9a-f]*|\\d+)(?:\\.(?:0x[0-9a-f]*|\\d+))*");

    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    private static final int LONGEST_NAME = 253;

    private Host() {}

    /**
     * The host of an address, in small letters, without brackets and without a dot at its end.
     *
     * @throws RefusedAddressException when it names none, or in a way that two programs may read differently
     */
    static String of(URI address) {
        String host = address.getHost();
        if (host == null || host.isEmpty()) {
            throw new RefusedAddressException("The address " + address + " names no host.");
        }
        return normalised(host);
    }

    static String normalised(String written) {
        String host = written.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            String address = host.substring(1, host.length() - 1);
            if (address.contains("%")) {
                throw new RefusedAddressException(
                        "The address " + written + " has a zone; leave it out.");
            }
            return address;
        }
        if (host.contains(":") && !host.contains("%")) {
            return host;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (ODD_NUMBERS.matcher(name).matches() && !IPV4.matcher(name).matches()) {
            throw new RefusedAddressException(
                    "\"" + written + "\" may be read in several ways; write the address in full.");
        }
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new RefusedAddressException("\"" + written + "\" is not the name of a host.");
        }
        return name;
    }

    /** As it stands in an address. */
    static String inAddress(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
