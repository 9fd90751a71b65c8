package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.nio.file.Files;
import java.nio.file.Path;

/** The main job with YOLOv5n's own weights, on photos, where they lie beside the checkout. */
@EnabledIf("weightsAreHere")
class RealWeightsEndToEndTests {

    private static final Path SHARED = Samples.ROOT.resolve("../shared").normalize();
    private static final Path WEIGHTS = SHARED.resolve("models/yolov5n.torchscript");

    private static RunningSystem system;

    static boolean weightsAreHere() {
        return Files.exists(WEIGHTS);
    }

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start(WEIGHTS, options -> options);
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test
    void findsThePeopleAndTheBus() throws Exception {
        try (ChatClient chat = system.newChat()) {
            ChatMessage answer = Answers.predict(chat, SHARED.resolve("images/bus.jpg"));

            assertThat(answer.words()).contains("4 persons").contains("1 bus");
            assertThat(answer.photo()).isNotNull();
        }
    }

    @Test
    void findsTheDogTheBicycleAndTheCar() throws Exception {
        try (ChatClient chat = system.newChat()) {
            assertThat(Answers.predictFile(chat, SHARED.resolve("images/dog.jpg")).words())
                    .contains("1 dog")
                    .contains("1 bicycle")
                    .contains("1 car");
        }
    }
}
