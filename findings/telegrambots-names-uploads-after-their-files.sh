#!/usr/bin/env bash
# TelegramBots: two pictures of one file name in an album go out as two parts of one name, and both places refer to it.
#
# A good guess: the parts of an upload are named by the client, so that each place in an album refers to a file of its own, whatever the
# files happen to be called; or a client that takes its names from the caller refuses one that it has been given twice.
#
# What happens: telegrambots-client 10.2.0 names each part after its file and refers to it by attach:// and this name. Two streams called
# photo.jpg, or photo.jpg from two folders, make two references to attach://photo.jpg and two parts of this name; validation passes, the
# call succeeds, and nothing tells the receiver which is which. (Telegram is said to take the first for both: the album has one picture
# twice.) A video and its thumbnail of one name are the same case. For the same reason SetChatPhoto, whose file the Bot API expects in a
# part called photo, sends one called like the file, and none called photo. Give each InputFile and InputMedia of a request a name
# of its own, and SetChatPhoto's the name "photo".
#
# Seen with org.telegram:telegrambots-client:10.2.0, OpenJDK 17.0.15, on 28 November 2026. Needs a JDK 17 or later, Maven and Maven Central;
# the server is the JDK's own on loopback.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.telegram</groupId><artifactId>telegrambots-client</artifactId><version>10.2.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

cat > "$work/Uploads.java" <<'JAVA'
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.groupadministration.SetChatPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;

/** Shows which parts a request has, and what it refers to. */
public class Uploads {

    static final Pattern PART = Pattern.compile("form-data; name=\"([^\"]*)\"(; filename=\"[^\"]*\")?");
    static final Pattern REFERENCE = Pattern.compile("attach://([\\w.]+)");
    static final String MESSAGE = "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"}}";

    static volatile String body;
    static volatile String result;

    interface Call {
        void make() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    byte[] answer = ("{\"ok\":true,\"result\":" + result + "}").getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        OkHttpTelegramClient client =
                new OkHttpTelegramClient(
                        "1:token",
                        TelegramUrl.builder().schema("http").host("127.0.0.1").port(server.getAddress().getPort()).build());

        show("an album of a.jpg and b.jpg", "[]", () -> client.execute(album("a.jpg", "b.jpg")));
        show("an album of two photo.jpg", "[]", () -> client.execute(album("photo.jpg", "photo.jpg")));
        SendVideo video = new SendVideo("7", new InputFile(bytes("video"), "cat"));
        video.setThumbnail(new InputFile(bytes("picture"), "cat"));
        show("a video and its thumbnail", MESSAGE, () -> client.execute(video));
        show("a chat's photo", "true", () -> client.execute(new SetChatPhoto("7", new InputFile(bytes("picture"), "face.jpg"))));
        System.exit(0);
    }

    static SendMediaGroup album(String first, String second) {
        return new SendMediaGroup(
                "7", List.of(new InputMediaPhoto(bytes("one"), first), new InputMediaPhoto(bytes("another"), second)));
    }

    static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    static void show(String what, String expected, Call call) throws Exception {
        result = expected;
        call.make();
        List<String> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Matcher part = PART.matcher(body); part.find(); ) {
            (part.group(2) == null ? others : files).add(part.group(1));
        }
        List<String> references = REFERENCE.matcher(body).results().map(found -> found.group(1)).toList();
        others.removeIf(part -> !List.of("media", "video", "thumbnail", "photo").contains(part));
        System.out.println(what + ": file parts " + files + ", references " + references + " in " + others);
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep telegrambots
java -cp "$work/lib/*" "$work/Uploads.java" 2>"$work/errors" | tee "$work/seen" || { cat "$work/errors"; exit 1; }

if diff "$work/seen" - <<'SEEN'
an album of a.jpg and b.jpg: file parts [a.jpg, b.jpg], references [a.jpg, b.jpg] in [media]
an album of two photo.jpg: file parts [photo.jpg, photo.jpg], references [photo.jpg, photo.jpg] in [media]
a video and its thumbnail: file parts [cat, cat], references [cat, cat] in [video, thumbnail]
a chat's photo: file parts [face.jpg], references [] in []
SEEN
then echo "As found: parts are named after the files, twice if need be."
else echo "No longer as found."; exit 1; fi
