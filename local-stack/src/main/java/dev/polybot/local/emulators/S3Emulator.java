package dev.polybot.local.emulators;

import dev.polybot.local.emulators.s3.S3Handler;

import java.nio.file.Path;
import java.time.Clock;

/** S3: a folder of objects. */
final class S3Emulator {

    private S3Emulator() {}

    static void start(BindAddress bind, int port, Path folder) throws Exception {
        var unused =
                LoopbackServer.start(
                        bind, port, new S3Handler(folder, Names.BUCKET, Clock.systemUTC()));
    }
}
