package dev.polybot.bot.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes each message whole and cuts the connection instead of answering. */
final class CuttingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();

    CuttingServer() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many requests came whole. */
    int requests() {
        return requests.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                if (read(connection.getInputStream())) {
                    requests.incrementAndGet();
                }
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    /** Reads a request with a JSON body. */
    private static boolean read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            text.append((char) b);
            if (b == '}' && text.indexOf("Hello") > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
