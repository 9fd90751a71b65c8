package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PathAllowlistFilterTests {

    @ParameterizedTest
    @CsvSource({
        "/telegram/webhook, true",
        "/livez, true",
        "/readyz, true",
        "/healthz, true",
        "/, false",
        "/actuator, false",
        "/actuator/health, false",
        "/error, false",
        "/telegram/webhook/, false",
        "/telegram/../telegram/webhook, false",
        "/telegram/webhook;x=1, false",
        "/loadTest/, false"
    })
    void onlyTheWebhookAndTheProbesExist(String path, boolean open) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();

        new PathAllowlistFilter()
                .doFilter(new MockHttpServletRequest("GET", path), response, chain);

        assertThat(chain.getRequest() != null).isEqualTo(open);
        assertThat(response.getStatus()).isEqualTo(open ? 200 : 404);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }
}
