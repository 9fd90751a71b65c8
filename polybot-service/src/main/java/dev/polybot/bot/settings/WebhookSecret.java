package dev.polybot.bot.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that Telegram sends with each call of the webhook.
 *
 * @param value 1 to 256 letters, digits, underscores and hyphens (Bot API, setWebhook)
 */
public record WebhookSecret(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    public WebhookSecret {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A webhook secret has 1 to 256 letters, digits, underscores and hyphens.");
        }
    }

    /** The secret of a bot that was given none of its own: the same on every instance, and telling nothing of the token. */
    public static WebhookSecret derivedFrom(BotToken token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.value().getBytes(UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal("polybot-webhook".getBytes(UTF_8));
            return new WebhookSecret(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    /** Whether this is the secret; takes as long for a nearly right guess as for a wrong one. */
    public boolean matches(@Nullable String presented) {
        return presented != null
                && MessageDigest.isEqual(value.getBytes(UTF_8), presented.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "WebhookSecret[***]";
    }
}
