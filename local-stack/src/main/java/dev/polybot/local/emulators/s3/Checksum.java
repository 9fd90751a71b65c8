package dev.polybot.local.emulators.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** A checksum that a client may send with an object, in the header or trailer that names it. */
enum Checksum {
    CRC32 {
        @Override
        byte[] of(byte[] content) {
            CRC32 crc = new CRC32();
            crc.update(content);
            return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        }
    },
    CRC32C {
        @Override
        byte[] of(byte[] content) {
            CRC32C crc = new CRC32C();
            crc.update(content);
            return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        }
    },
    CRC64NVME {
        @Override
        byte[] of(byte[] content) {
            return ByteBuffer.allocate(Long.BYTES).putLong(Crc64Nvme.of(content)).array();
        }
    },
    SHA1 {
        @Override
        byte[] of(byte[] content) {
            return digest("SHA-1", content);
        }
    },
    SHA256 {
        @Override
        byte[] of(byte[] content) {
            return digest("SHA-256", content);
        }
    };

    /** Big-endian, as S3 sends it. */
    abstract byte[] of(byte[] content);

    String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(of(content));
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** CRC-64/NVME: the polynomial of the NVM Express specification, reflected. */
    private static final class Crc64Nvme {

        private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;
        private static final long[] TABLE = new long[256];

        static {
            for (int i = 0; i < TABLE.length; i++) {
                long crc = i;
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
                }
                TABLE[i] = crc;
            }
        }

        static long of(byte[] content) {
            long crc = ~0L;
            for (byte b : content) {
                crc = TABLE[(int) (crc ^ b) & 0xff] ^ (crc >>> Byte.SIZE);
            }
            return ~crc;
        }
    }
}
