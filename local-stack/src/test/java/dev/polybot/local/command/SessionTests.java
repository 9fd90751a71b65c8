package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.stack.NamedModel;
import dev.polybot.local.stack.PidFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

class SessionTests {

    @TempDir private Path home;

    @Test
    void aSystemThatEndedMeanwhileIsNotSaidToBeUp() throws IOException {
        assertThat(Session.lostHere(home).getMessage()).isEqualTo("Polybot has ended meanwhile.");

        PidFile.write(home, new NamedModel(""), null, null, null, List.of());
        assertThat(Session.lostHere(home).getMessage())
                .isEqualTo("Polybot is up and cannot be reached.");
    }

    @Test
    void aConnectionToAnotherSystemThatBreaksOffIsToldWithItsAddress() {
        assertThat(
                        Session.lostAt(URI.create("http://far:1"), new IOException("no bytes"))
                                .getMessage())
                .isEqualTo("The connection to http://far:1 is lost.");
    }
}
