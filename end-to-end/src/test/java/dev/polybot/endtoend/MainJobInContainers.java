package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The main job across containers. They are started when a profile asks for them, never because Docker happens to be there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MainJobInContainers {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Network network;
    private ContainerSystem system;

    abstract AwsContainer aws(Network inside);

    @BeforeAll
    void start() {
        network = Network.newNetwork();
        system = new ContainerSystem(network, aws(network));
        system.start();
    }

    @AfterAll
    void stop() {
        system.close();
        network.close();
    }

    static Stream<String> samples() {
        return Samples.expected().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPhotoComesBackWithASummaryOfWhatIsInIt(String sample) throws Exception {
        try (ChatClient chat = system.newChat()) {
            List<ChatMessage> sent =
                    chat.sendPictures(List.of(Samples.path(sample)), "predict", false);

            List<ChatMessage> answers = chat.awaitAnswer(sent, PATIENCE);

            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().photo()).isNotNull();
            assertThat(Samples.countsIn(answers.getFirst().words(), sample))
                    .isEqualTo(Samples.counts(sample));
        }
    }

    @Test
    void theServicesRunConfined() {
        for (GenericContainer<?> service : system.services()) {
            InspectContainerResponse container = service.getCurrentContainerInfo();
            assertThat(container.getConfig().getUser()).isEqualTo("10001:10001");
            assertThat(container.getHostConfig().getReadonlyRootfs()).isTrue();
            assertThat(service.getDockerClient().containerDiffCmd(service.getContainerId()).exec())
                    .as("what was written outside /tmp")
                    .isNullOrEmpty();
        }
    }
}
