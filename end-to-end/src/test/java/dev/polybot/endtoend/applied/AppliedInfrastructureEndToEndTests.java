package dev.polybot.endtoend.applied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.telegram.FakeTelegramServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The main job on what Terraform made: the services find queues, buckets, tables and secrets by the names in its outputs.
 * Runs when asked for, by {@code .ci/infra apply}, which applies Terraform first.
 */
@EnabledIfEnvironmentVariable(named = "APPLIED_OUTPUTS", matches = ".+")
class AppliedInfrastructureEndToEndTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir static Path folder;

    private static FakeTelegramServer telegram;
    private static DeployedService detector;
    private static DeployedService bot;

    @BeforeAll
    static void deploy() throws Exception {
        AppliedInfrastructure infrastructure = AppliedInfrastructure.of(System.getenv());
        Path root = Installation.find().root();
        telegram =
                FakeTelegramServer.start(
                        new FakeTelegramServer.Settings(
                                0, folder.resolve("telegram"), infrastructure.token()));
        detector =
                new DeployedService(
                        "detector",
                        root.resolve("detector-service/target/detector-service.jar"),
                        infrastructure,
                        Map.of(
                                "DETECTOR_OFFLINE",
                                "true",
                                "DETECTOR_CACHE_DIR",
                                folder.resolve("models").toString()),
                        DeployedService.freePort(),
                        folder);
        int port = DeployedService.freePort();
        bot =
                new DeployedService(
                        "bot",
                        root.resolve("polybot-service/target/polybot-service.jar"),
                        infrastructure,
                        Map.of(
                                "TELEGRAM_API_URL",
                                telegram.address().toString(),
                                "TELEGRAM_APP_URL",
                                "http://127.0.0.1:" + port,
                                "DRAIN_DELAY",
                                "0s"),
                        port,
                        folder);
        detector.awaitReady();
        bot.awaitReady();
    }

    @AfterAll
    static void takeAway() throws Exception {
        bot.stop();
        detector.stop();
        telegram.close();
        Path calls = Path.of("target", "aws-calls-applied");
        bot.writeCallsTo(calls);
        detector.writeCallsTo(calls);
    }

    @Test
    void aPhotoComesBackWithWhatIsInIt() throws Exception {
        try (ChatClient chat = new ChatClient(telegram.address(), 710_000_001)) {
            Path photo = Installation.find().samples().resolve("wall.jpg");
            List<ChatMessage> sent = chat.sendPictures(List.of(photo), "predict", false);

            List<ChatMessage> answers = chat.awaitAnswer(sent, PATIENCE);

            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().words()).contains("1 person", "1 cat", "1 cup");
            assertThat(answers.getFirst().photo()).isNotNull();
        }
    }
}
