package dev.polybot.bot.rest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of bytes. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
