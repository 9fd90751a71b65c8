package dev.polybot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A WebP file of the chunks that are whole, up to its first frame, with a header that states their size: viewers that read as bytes come do
 * not ask the header. Source: WebP container specification.
 */
final class WebpCompletion {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private WebpCompletion() {}

    /**
     * The file.
     *
     * @throws IndexOutOfBoundsException when its picture is cut off
     */
    static byte[] of(byte[] webp) {
        ByteBuffer fields = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(webp.length);
        boolean frame = false;
        int position = HEADER;
        while (position + CHUNK_HEADER <= webp.length) {
            String type = new String(webp, position, 4, ISO_8859_1);
            long length = Integer.toUnsignedLong(fields.getInt(position + 4));
            long end = position + CHUNK_HEADER + length;
            if (end > webp.length || !type.matches("[A-Za-z0-9 ]{4}")) {
                break;
            }
            boolean isFrame =
                    (type.startsWith("VP8") && !type.equals("VP8X")) || type.equals("ANMF");
            if (!isFrame || !frame) {
                chunks.write(webp, position, CHUNK_HEADER + (int) length);
                chunks.writeBytes(new byte[(int) (length % 2)]);
            }
            frame |= isFrame;
            position = Math.toIntExact(end + length % 2);
        }
        if (!frame) {
            throw new IndexOutOfBoundsException(position);
        }
        ByteBuffer whole =
                ByteBuffer.allocate(HEADER + chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(webp, 0, 4).putInt(4 + chunks.size()).put(webp, 8, 4).put(chunks.toByteArray());
        return whole.array();
    }
}
