package dev.polybot.bot.rest;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;

import javax.net.SocketFactory;

/**
 * Creates sockets that connect to permitted addresses only. They look at the address to which they are about to connect, so
 * that it makes no difference what a name meant when it was looked up before, or who led there.
 */
final class AddressCheckingSocketFactory extends SocketFactory {

    private final Predicate<InetAddress> allowed;

    AddressCheckingSocketFactory(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** No connection is made there. */
    static final class ForbiddenAddressException extends IOException {

        @Serial private static final long serialVersionUID = 1L;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (!(to instanceof InetSocketAddress address)
                        || address.getAddress() == null
                        || !allowed.test(address.getAddress())) {
                    throw new ForbiddenAddressException();
                }
                super.connect(to, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
