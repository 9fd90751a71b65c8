package dev.polybot.local.emulators;

import org.eclipse.jetty.server.handler.ContextHandler;

import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

import java.nio.file.Path;

/**
 * DynamoDB: DynamoDB Local with a SQLite file. It gets a web server of our making, because its own one listens on every
 * address of the machine.
 */
final class DynamoDbEmulator {

    private DynamoDbEmulator() {}

    static void start(BindAddress bind, int port, Path folder) throws Exception {
        LocalDynamoDBRequestHandler requests =
                new LocalDynamoDBRequestHandler(
                        0, false, folder.toAbsolutePath().toString(), true, false);
        var unused =
                LoopbackServer.start(
                        bind,
                        port,
                        new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
        new Tables(requests).createMissing();
    }
}
