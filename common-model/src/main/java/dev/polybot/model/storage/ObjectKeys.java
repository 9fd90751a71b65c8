package dev.polybot.model.storage;

import dev.polybot.model.message.Identifiers;

import org.jspecify.annotations.Nullable;

/**
 * Names of S3 objects. Originals and what was made of them lie under prefixes of their own, so that an annotated picture
 * can never take the place of its original.
 *
 * @param originals prefix of the originals, without a slash at its end
 * @param predicted prefix of annotated pictures and result documents, without a slash at its end
 */
public record ObjectKeys(String originals, String predicted) {

    public ObjectKeys {
        originals = withoutSlashes(originals);
        predicted = withoutSlashes(predicted);
        if (originals.equals(predicted)) {
            throw new IllegalArgumentException(
                    "originals and annotated pictures need prefixes that differ, but both are \""
                            + originals
                            + '"');
        }
    }

    /** The name, as a job gives it, of a picture that a chat sent. */
    public static String imageName(String chatId, String predictionId, String extension) {
        return Identifiers.requireImageName(
                Identifiers.requireChatId(chatId)
                        + '/'
                        + Identifiers.requirePredictionId(predictionId)
                        + '.'
                        + extension);
    }

    public String original(String imgName) {
        return under(originals, Identifiers.requireImageName(imgName));
    }

    /** The name, as a job gives it, of the original that lies under a key; null when no job could name it. */
    public @Nullable String nameOfOriginal(String key) {
        String start = under(originals, "");
        try {
            return key.startsWith(start)
                    ? Identifiers.requireImageName(key.substring(start.length()))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public String annotated(String chatId, String predictionId) {
        return under(predicted, imageName(chatId, predictionId, "jpg"));
    }

    public String resultDocument(String chatId, String predictionId) {
        return under(predicted, imageName(chatId, predictionId, "json"));
    }

    private static String under(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + '/' + name;
    }

    private static String withoutSlashes(String prefix) {
        return prefix.strip().replaceAll("^/+|/+$", "");
    }
}
