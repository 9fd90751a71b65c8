#!/usr/bin/env bash
# OkHttp sends a POST a second time when its answer is lost on a connection that was used before; Java's own client does not.
#
# A good guess: a client repeats GET and the like by itself, but not a POST that it has sent whole: the server may have acted on
# it. Where it did repeat one, it would do so for every lost answer alike.
#
# What happens: OkHttp 5.3.2 (retryOnConnectionFailure is true unless set) repeats a POST inside one execute() when the server
# reads all of it and closes the connection without an answer, if the connection is a kept one. The server has it twice, the caller
# sees one success. On a new connection the same loss is an exception. java.net.http.HttpClient of JDK 17 throws in both cases,
# and OkHttp does with retryOnConnectionFailure(false). A program that only ever tests a first call does not see it; a message
# is then sent twice in production.
#
# Seen with com.squareup.okhttp3:okhttp:5.3.2, OpenJDK 17.0.15, on 27 November 2026. Needs a JDK 17 or later, Maven and Maven
# Central; the server is a socket on loopback.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.squareup.okhttp3</groupId><artifactId>okhttp-jvm</artifactId><version>5.3.2</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

cat > "$work/Posts.java" <<'JAVA'
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A server that reads every POST whole, answers, and closes the connection instead for the first that says "lose". */
public class Posts {

    static final AtomicInteger LOST_READ = new AtomicInteger();

    interface Poster {
        int post(String url, String body) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        OkHttpClient http = new OkHttpClient();
        Poster ok = (url, body) -> okPost(http, url, body);
        OkHttpClient once = http.newBuilder().retryOnConnectionFailure(false).build();
        HttpClient java = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Poster jdk = (url, body) ->
                java.send(
                                HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                                BodyHandlers.ofString())
                        .statusCode();
        show("OkHttp, new connection", false, ok);
        show("OkHttp, kept connection", true, ok);
        show("OkHttp without retryOnConnectionFailure, kept connection", true, (url, body) -> okPost(once, url, body));
        show("java.net.http, new connection", false, jdk);
        show("java.net.http, kept connection", true, jdk);
        System.exit(0);
    }

    static int okPost(OkHttpClient client, String url, String body) throws IOException {
        try (var answer = client.newCall(new Request.Builder().url(url).post(RequestBody.create(body.getBytes())).build()).execute()) {
            answer.body().string();
            return answer.code();
        }
    }

    static void show(String what, boolean kept, Poster poster) throws Exception {
        LOST_READ.set(0);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread accepting = new Thread(() -> accept(server));
            accepting.setDaemon(true);
            accepting.start();
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            if (kept) {
                poster.post(url, "fine");
            }
            String outcome;
            try {
                outcome = "answered " + poster.post(url, "lose");
            } catch (IOException e) {
                outcome = "exception";
            }
            System.out.println(what + ": sent " + LOST_READ.get() + " times, " + outcome);
        }
    }

    static void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                new Thread(() -> serve(socket)).start();
            } catch (IOException e) {
                return;
            }
        }
    }

    static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String head = head(in); head != null; head = head(in)) {
                int length = Integer.parseInt(head.replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
                String body = new String(in.readNBytes(length));
                if (body.equals("lose") && LOST_READ.incrementAndGet() == 1) {
                    return;
                }
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                return null;
            }
            head.append((char) read);
        }
        return head.toString();
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep okhttp
java -cp "$work/lib/*" "$work/Posts.java" | tee "$work/seen"

if diff "$work/seen" - <<'SEEN'
OkHttp, new connection: sent 1 times, exception
OkHttp, kept connection: sent 2 times, answered 200
OkHttp without retryOnConnectionFailure, kept connection: sent 1 times, exception
java.net.http, new connection: sent 1 times, exception
java.net.http, kept connection: sent 1 times, exception
SEEN
then echo "As found: on a kept connection OkHttp sends the POST again, and nobody is told."
else echo "No longer as found."; exit 1; fi
