package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.polybot.bot.settings.BotToken;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.settings.WebhookSecret;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(OutputCaptureExtension.class)
class WebhookControllerTests {

    private static final String SECRET = "the-webhook-secret";
    private static final String UPDATE = "{\"update_id\":5}";

    private final List<IncomingUpdate> handled = new ArrayList<>();
    private UpdateHandler.Result verdict = new UpdateHandler.Result.Handled();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(
                            new WebhookController(
                                    new Credentials(
                                            new BotToken("123:abc"),
                                            new WebhookSecret(SECRET),
                                            null),
                                    update -> {
                                        handled.add(update);
                                        return verdict;
                                    },
                                    meters))
                    .build();

    @Test
    void aHandledUpdateIsAnswered200() throws Exception {
        call(SECRET, UPDATE).andExpect(status().isOk()).andExpect(content().string(""));

        assertThat(handled).containsExactly(new IncomingUpdate(5, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong-guess-of-a-secret", "the-webhook-secret-and-more"})
    void aWrongSecretIsTurnedAwayInSilence(String guess, CapturedOutput output) throws Exception {
        call(guess, UPDATE).andExpect(status().isForbidden()).andExpect(content().string(""));

        assertThat(handled).isEmpty();
        assertThat(output).doesNotContain("wrong-guess", SECRET);
        assertThat(meters.counter("telegram.webhook.refused").count()).isEqualTo(1);
    }

    @Test
    void aMissingAndATooLongSecretAreTurnedAway() throws Exception {
        call(null, UPDATE).andExpect(status().isForbidden());
        call("x".repeat(7000), UPDATE).andExpect(status().isForbidden());

        assertThat(handled).isEmpty();
    }

    /** Whoever does not know the secret learns nothing about what else is wrong. */
    @Test
    void theSecretIsCheckedBeforeTheBody() throws Exception {
        call("wrong", "x".repeat(2 * 1024 * 1024)).andExpect(status().isForbidden());
        call("wrong", "no json").andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"update_id\":5"})
    void whatIsNoUpdateIsABadRequest(String body) throws Exception {
        call(SECRET, body).andExpect(status().isBadRequest()).andExpect(content().string(""));
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() throws Exception {
        call(SECRET, "{\"update_id\":5,\"x\":\"" + "x".repeat(1024 * 1024) + "\"}")
                .andExpect(status().isContentTooLarge());

        assertThat(handled).isEmpty();
    }

    @Test
    void anUpdateWithoutEffectIsToBeToldAgain() throws Exception {
        verdict = new UpdateHandler.Result.Repeat(null);
        call(SECRET, UPDATE)
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().doesNotExist("Retry-After"))
                .andExpect(content().string(""));

        verdict = new UpdateHandler.Result.Repeat(Duration.ofSeconds(7));
        call(SECRET, UPDATE)
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "7"));
    }

    private ResultActions call(String secret, String body) throws Exception {
        MockHttpServletRequestBuilder request = post("/telegram/webhook").content(body);
        return mvc.perform(
                secret == null
                        ? request
                        : request.header("X-Telegram-Bot-Api-Secret-Token", secret));
    }
}
