package dev.polybot.endtoend;

import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.Network;

/** The project's own images and nothing else: {@code -Pimages}. */
@Tag("images")
class ImagesEndToEndTests extends MainJobInContainers {

    @Override
    AwsContainer aws(Network inside) {
        return AwsContainer.emulators(inside);
    }
}
