package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.bot.testing.TestClock;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import java.time.Duration;
import java.util.List;

class UploadReaderTests {

    private final TestClock clock = new TestClock();
    private final UploadReader reader =
            new UploadReader(TestTier.limits(), 1, clock, new PictureFetcher(List.of()));

    @Test
    void whoDripsAnAddressByteByByteIsEnded() {
        MockHttpServletRequest request =
                new MockHttpServletRequest() {
                    @Override
                    public ServletInputStream getInputStream() {
                        return new Dripping(clock);
                    }
                };
        request.setContentType("application/json");

        assertThatThrownBy(() -> reader.read(request, Caller.LOCAL, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("408");
    }

    /** A byte every 13 seconds, for ever. */
    private static final class Dripping extends ServletInputStream {

        private final TestClock clock;

        Dripping(TestClock clock) {
            this.clock = clock;
        }

        @Override
        public int read() {
            clock.advance(Duration.ofSeconds(13));
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = (byte) read();
            return 1;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
