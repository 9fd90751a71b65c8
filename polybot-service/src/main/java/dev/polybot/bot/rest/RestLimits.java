package dev.polybot.bot.rest;

import dev.polybot.bot.settings.SettingFaults;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * Limits of the REST tier: sizes, rates and waiting requests.
 *
 * @param picture the largest file
 * @param pictures the most pictures in one request
 * @param request the largest request
 * @param uploads the most requests that upload at the same time, in one process
 * @param bytesInFlight the most bytes that lie in temporary files, in one process
 * @param waiting the most requests that wait for results, in one process
 * @param requestsPerMinute of one key, over all processes; uploads and looks alike
 * @param uploadTime how long the bytes of one picture may take to arrive
 * @param compatWait how long a workload generator is kept waiting
 */
public record RestLimits(
        @DefaultValue("20MB") DataSize picture,
        @DefaultValue("20") int pictures,
        @DefaultValue("100MB") DataSize request,
        @DefaultValue("200") int uploads,
        @DefaultValue("256MB") DataSize bytesInFlight,
        @DefaultValue("2000") int waiting,
        @DefaultValue("6000") int requestsPerMinute,
        @DefaultValue("2m") Duration uploadTime,
        @DefaultValue("5m") Duration compatWait) {

    void check(SettingFaults faults) {
        atLeastOne(picture.toBytes(), "REST_MAX_PICTURE", faults);
        atLeastOne(pictures, "REST_MAX_PICTURES", faults);
        atLeastOne(uploads, "REST_MAX_UPLOADS", faults);
        atLeastOne(waiting, "REST_MAX_WAITING", faults);
        atLeastOne(requestsPerMinute, "REST_REQUESTS_PER_MINUTE", faults);
        faults.require(
                request.compareTo(picture) >= 0,
                "REST_MAX_REQUEST",
                "must be no less than REST_MAX_PICTURE.");
        faults.require(
                bytesInFlight.compareTo(request) >= 0,
                "REST_MAX_BYTES_IN_FLIGHT",
                "must be no less than REST_MAX_REQUEST.");
    }

    private static void atLeastOne(long value, String variable, SettingFaults faults) {
        faults.require(value >= 1, variable, "must be at least 1.");
    }
}
