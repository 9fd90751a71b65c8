package dev.polybot.endtoend;

import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.Network;

/** The project's images on LocalStack: {@code -Plocalstack}. */
@Tag("localstack")
class LocalStackEndToEndTests extends MainJobInContainers {

    @Override
    AwsContainer aws(Network inside) {
        return AwsContainer.localStack(inside);
    }
}
