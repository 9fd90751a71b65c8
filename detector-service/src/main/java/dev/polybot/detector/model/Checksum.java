package dev.polybot.detector.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file's digest.
 *
 * @param algorithm as Java calls it
 * @param hex lower case
 */
record Checksum(String algorithm, String hex) {

    Checksum {
        hex = hex.strip().toLowerCase(Locale.ROOT);
    }

    static Checksum sha256(String hex) {
        return new Checksum("SHA-256", hex);
    }

    static Checksum sha256Of(LocatedModel.Content content) throws IOException {
        return of("SHA-256", content);
    }

    /** The digest that this one expects, computed from the content. */
    static Checksum of(String algorithm, LocatedModel.Content content) throws IOException {
        try (InputStream in = content.open();
                DigestInputStream digesting =
                        new DigestInputStream(in, MessageDigest.getInstance(algorithm))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return new Checksum(
                    algorithm, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
