package dev.polybot.load.address;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Decides whom the load tester may load: this machine, by whatever name resolves to nothing but loopback addresses, and those
 * hosts and queues that were confirmed. A load test of somebody else's machine is an attack, so everything that could be
 * read in two ways is refused.
 */
public final class AddressGuard {

    /** The option that confirms. */
    public static final String OPTION = "--i-may-load";

    private final Set<String> confirmedHosts;
    private final Set<String> confirmedQueues;
    private final Resolver resolver;

    /**
     * @param confirmed hosts, and AWS queues as {@code ACCOUNT/NAME}
     */
    public AddressGuard(List<String> confirmed, Resolver resolver) {
        this.confirmedQueues =
                confirmed.stream().filter(name -> name.contains("/")).collect(toUnmodifiableSet());
        this.confirmedHosts =
                confirmed.stream()
                        .filter(name -> !name.contains("/"))
                        .map(Host::normalised)
                        .collect(toUnmodifiableSet());
        this.resolver = resolver;
    }

    /**
     * Lets an address pass.
     *
     * @return the same place; on this machine it is named by its number, so that nobody can make the name resolve to
     *     another machine afterwards
     * @throws RefusedAddressException when it may not be loaded
     */
    public URI require(URI address) {
        requireHttp(address);
        String host = Host.of(address);
        List<InetAddress> resolved = resolve(host);
        for (InetAddress each : resolved) {
            requireOneMachine(host, each);
        }
        if (resolved.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return address.getScheme().equals("http") ? byNumber(address, resolved) : address;
        }
        if (resolved.stream().anyMatch(InetAddress::isLoopbackAddress)) {
            throw new RefusedAddressException(
                    host + " is this machine and another one too; name the one that you mean.");
        }
        if (!confirmedHosts.contains(host)) {
            throw new RefusedAddressException(
                    host
                            + " is not this machine. If you may load it, say so: "
                            + OPTION
                            + ' '
                            + host);
        }
        return address;
    }

    /**
     * Lets a queue of AWS pass, by its URL: {@code https://sqs.REGION.amazonaws.com/ACCOUNT/NAME}.
     *
     * @throws RefusedAddressException when it was not confirmed
     */
    public void requireQueue(URI queue) {
        String name = String.valueOf(queue.getPath()).replaceFirst("^/", "");
        if (!confirmedQueues.contains(name)) {
            throw new RefusedAddressException(
                    "The queue "
                            + name
                            + " is on AWS. If you may load it, and pay for it, say so: "
                            + OPTION
                            + ' '
                            + name);
        }
    }

    private List<InetAddress> resolve(String host) {
        try {
            List<InetAddress> resolved = resolver.resolve(host);
            if (resolved.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return resolved;
        } catch (UnknownHostException e) {
            throw new RefusedAddressException("There is no host " + host + '.');
        }
    }

    private static void requireHttp(URI address) {
        String scheme = address.getScheme();
        if (scheme == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new RefusedAddressException(
                    "The address " + address + " begins neither with http:// nor https://");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new RefusedAddressException("An address has no user, password or # part here.");
        }
    }

    private static void requireOneMachine(String host, InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.isLinkLocalAddress()
                || address.getHostAddress().equals("255.255.255.255")) {
            throw new RefusedAddressException(
                    host
                            + " ("
                            + address.getHostAddress()
                            + ") is not the address of one machine. For this one write 127.0.0.1.");
        }
    }

    private static URI byNumber(URI address, List<InetAddress> resolved) {
        InetAddress number =
                resolved.stream()
                        .min(Comparator.comparing(each -> !(each instanceof Inet4Address)))
                        .orElseThrow();
        try {
            return new URI(
                    address.getScheme(),
                    null,
                    Host.inAddress(number.getHostAddress()),
                    address.getPort(),
                    address.getPath(),
                    address.getQuery(),
                    null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an address lost its form: " + address, e);
        }
    }
}
