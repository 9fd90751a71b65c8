package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.Jpegs;

import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

import tools.jackson.databind.json.JsonMapper;

/** Java libraries as programs use them; what else there is, end-to-end/clients/run tries on a running system. */
class ClientsTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final String NAME =
            "\u0443\u043b\u0438\u0446\u0430 \u0441 \u043a\u043e\u0442\u043e\u043c.jpg";

    private TestTier tier;

    @BeforeEach
    void start() {
        tier = TestTier.open();
        tier.detector = tier::succeed;
    }

    @AfterEach
    void stop() {
        tier.close();
    }

    @Test
    void okHttpSendsAForm() throws Exception {
        RequestBody form =
                new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart(
                                "file",
                                NAME,
                                RequestBody.create(PICTURE, MediaType.parse("image/jpeg")))
                        .build();
        Request request =
                new Request.Builder()
                        .url(tier.url("/api/v1/predictions").toString())
                        .header("Prefer", "wait=20")
                        .post(form)
                        .build();
        try (var answer = new OkHttpClient().newCall(request).execute()) {
            assertThat(JsonMapper.shared().readTree(answer.body().string()).path("name").asString())
                    .isEqualTo(NAME);
        }
    }

    @Test
    void springsRestClientSendsAForm() {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add(
                "file",
                new ByteArrayResource(PICTURE) {
                    @Override
                    public String getFilename() {
                        return NAME;
                    }
                });
        String answer =
                RestClient.builder()
                        .requestFactory(new JdkClientHttpRequestFactory())
                        .build()
                        .post()
                        .uri(tier.url("/api/v1/predictions"))
                        .header("Prefer", "wait=20")
                        .contentType(org.springframework.http.MediaType.MULTIPART_FORM_DATA)
                        .body(parts)
                        .retrieve()
                        .body(String.class);

        assertThat(JsonMapper.shared().readTree(answer).path("name").asString()).isEqualTo(NAME);
        assertThat(JsonMapper.shared().readTree(answer).path("status").asString())
                .isEqualTo("succeeded");
    }
}
