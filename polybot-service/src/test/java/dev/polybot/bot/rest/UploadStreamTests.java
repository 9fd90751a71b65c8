package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

class UploadStreamTests {

    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoDripsByteByByteIsEnded(boolean form) {
        UploadStream body = stream(every(Duration.ofSeconds(13), 1), form);

        assertThatThrownBy(body::readAllBytes)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("408");
        assertThat(body.count()).isEqualTo(1);
    }

    @Test
    void whoIsSlowButSteadyIsHeard() throws Exception {
        UploadStream body = stream(every(Duration.ofSeconds(1), UploadStream.LEAST_RATE), true);

        assertThat(body.readNBytes(90 * UploadStream.LEAST_RATE)).isNotEmpty();
    }

    @Test
    void whoPausesOnceIsHeardAndWhoTakesAllDayIsNot() throws Exception {
        UploadStream pausing = stream(every(Duration.ofSeconds(9), 100), false);
        assertThat(pausing.readNBytes(100)).hasSize(100);

        UploadStream endless = stream(every(Duration.ofSeconds(1), 2 * 4096), false);
        assertThatThrownBy(endless::readAllBytes).hasMessageContaining("120 seconds");
    }

    @Test
    void whoFallsSilentIsToldThatHeWasTooSlow() {
        UploadStream body =
                stream(
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException(new SocketTimeoutException());
                            }

                            @Override
                            public int read(byte[] buffer, int offset, int length)
                                    throws IOException {
                                return read();
                            }
                        },
                        false);

        assertThatThrownBy(body::read).hasMessageContaining("stopped coming");
    }

    private UploadStream stream(InputStream body, boolean form) {
        RestLimits limits = TestTier.limits();
        return new UploadStream(
                body,
                new UploadLimiter(limits, 1).enter(Caller.LOCAL),
                clock,
                DataSize.ofMegabytes(10),
                form,
                Duration.ofSeconds(120));
    }

    /** So many bytes after each pause. */
    private InputStream every(Duration pause, int bytes) {
        return new InputStream() {
            @Override
            public int read() {
                clock.advance(pause);
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                clock.advance(length == 0 ? Duration.ZERO : pause);
                return Math.min(bytes, length);
            }
        };
    }
}
