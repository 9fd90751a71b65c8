import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One picture by one of Java's clients: java Clients.java http-client|url-connection. */
class Clients {

    private static final URI ADDRESS = URI.create(System.getenv("POLYBOT"));
    private static final String KEY = System.getenv("POLYBOT_KEY");
    private static final Path PICTURE = Path.of(System.getenv("PICTURE"));

    public static void main(String[] args) throws Exception {
        System.out.println(args[0].equals("http-client") ? httpClient() : urlConnection());
    }

    private static String httpClient() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(ADDRESS)
                        .header("Prefer", "wait=60")
                        .header("X-API-Key", KEY)
                        .POST(HttpRequest.BodyPublishers.ofFile(PICTURE))
                        .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String urlConnection() throws Exception {
        HttpURLConnection connection = (HttpURLConnection) ADDRESS.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Prefer", "wait=60");
        connection.setRequestProperty("X-API-Key", KEY);
        try (var body = connection.getOutputStream()) {
            Files.copy(PICTURE, body);
        }
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
