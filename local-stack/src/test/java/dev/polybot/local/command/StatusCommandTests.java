package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.NamedModel;
import dev.polybot.local.stack.PidFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class StatusCommandTests {

    @TempDir private Path folder;

    @BeforeEach
    void haveABuiltSystem() throws IOException {
        Files.createDirectories(folder.resolve("local-stack/target"));
        Files.createFile(folder.resolve("local-stack/target/polybot.jar"));
        System.setProperty("polybot.root", folder.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("polybot.root");
    }

    @Test
    void aDetectorThatDoesNotAnswerIsSaidNotTo() throws IOException {
        try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI detector = URI.create("http://127.0.0.1:" + frozen.getLocalPort());
            PidFile.write(folder, new NamedModel(""), null, null, null, List.of(detector));

            assertThat(status()).contains("  Detector:  " + detector + " does not answer.");
            JsonNode document = Json.read(status("--json"));
            assertThat(document.path("detectorsReady").asInt(-1)).isZero();
            assertThat(document.path("detectorsNotAnswering").toString())
                    .isEqualTo("[\"" + detector + "\"]");
        }
    }

    @Test
    void whereOneSeesTheSystemAtWorkIsSaid() throws IOException {
        URI live = URI.create("http://127.0.0.1:8070");
        PidFile.write(folder, new NamedModel(""), null, null, live, List.of());

        assertThat(status()).contains("  At work:   " + live);
        assertThat(Json.read(status("--json")).path("addresses").path("live").asString(""))
                .isEqualTo(live.toString());
    }

    private String status(String... more) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said));
        try {
            List<String> arguments =
                    new ArrayList<>(List.of("status", "--data", folder.toString()));
            arguments.addAll(List.of(more));
            PolybotCommand.run(arguments.toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        return said.toString();
    }
}
