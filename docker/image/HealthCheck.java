import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the service of this container whether it is well: {@code HealthCheck /readyz} ends with 0 when it answers 200, else
 * with 1. It asks by a plain socket, since the classes of an HTTP client would take several times as long to load.
 */
final class HealthCheck {

    private static final int PATIENCE_MILLIS = 5_000;

    private HealthCheck() {}

    public static void main(String[] arguments) {
        System.exit(isWell(arguments[0]) ? 0 : 1);
    }

    private static boolean isWell(String path) {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            System.out.println(status);
            return status != null && status.matches("HTTP/1\\.\\d 200.*");
        } catch (IOException e) {
            System.out.println(e.getMessage());
            return false;
        }
    }
}
