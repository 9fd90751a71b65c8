package dev.polybot.detector.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a stream and tells how far it is.
 *
 * @param name the file's
 * @param length that its server states; below zero for none
 */
record DownloadProgress(DownloadListener listener, String name, long length, long maxBytes) {

    private static final int BUFFER = 64 * 1024;

    void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            copied += read;
            if (copied > maxBytes) {
                throw new IOException("more than " + maxBytes + " bytes came");
            }
            listener.came(name, copied, length);
        }
        if (length >= 0 && copied != length) {
            throw new IOException("only " + copied + " of " + length + " bytes came");
        }
    }
}
