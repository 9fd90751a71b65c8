package dev.polybot.local.emulators.s3;

import org.eclipse.jetty.util.Fields;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An address that carries its own permission: it is valid until its time is over. */
final class PresignedUrl {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private PresignedUrl() {}

    static void check(Fields query, Instant now) throws S3Exception {
        String signed = query.getValue("X-Amz-Date");
        String seconds = query.getValue("X-Amz-Expires");
        if (signed == null || seconds == null) {
            return;
        }
        try {
            Instant end =
                    LocalDateTime.parse(signed, TIME)
                            .toInstant(ZoneOffset.UTC)
                            .plusSeconds(Long.parseLong(seconds));
            if (now.isAfter(end)) {
                throw new S3Exception(403, "AccessDenied", "Request has expired");
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new S3Exception(
                    400,
                    "AuthorizationQueryParametersError",
                    "X-Amz-Date or X-Amz-Expires is wrong.");
        }
    }
}
