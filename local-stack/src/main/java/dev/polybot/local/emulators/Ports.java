package dev.polybot.local.emulators;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The ports the emulators listen on. */
record Ports(int sqs, int s3, int dynamoDb, int secrets) {

    private static final List<String> NAMES = List.of("sqs", "s3", "dynamodb", "secrets");

    /** Where a network of containers finds them: nobody else listens there. */
    static final Ports WELL_KNOWN = new Ports(4566, 4567, 4568, 4569);

    /**
     * Free ports of loopback. They are kept in the data folder, so that emulators that are started again are found where they
     * were; ports that somebody else has taken meanwhile are replaced.
     */
    static Ports rememberedIn(Path file) throws IOException {
        Properties remembered = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                remembered.load(reader);
            }
        }
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String name : NAMES) {
                held.add(bind(Integer.parseInt(remembered.getProperty(name, "0"))));
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            save(ports, file);
            return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3));
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static ServerSocket bind(int preferred) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), preferred));
        } catch (IOException taken) {
            socket.close();
            if (preferred == 0) {
                throw taken;
            }
            return bind(0);
        }
        return socket;
    }

    private static void save(List<Integer> ports, Path file) throws IOException {
        Properties properties = new Properties();
        for (int i = 0; i < NAMES.size(); i++) {
            properties.setProperty(NAMES.get(i), ports.get(i).toString());
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Where the emulators listen");
        }
    }
}
