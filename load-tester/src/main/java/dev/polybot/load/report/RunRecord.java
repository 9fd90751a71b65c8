package dev.polybot.load.report;

import dev.polybot.load.observe.Sample;
import dev.polybot.load.run.RequestRecord;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is reported of a run.
 *
 * @param command as it was given; keys are never part of it
 * @param interrupted whether it was ended from outside before its time
 * @param facts what was loaded, how and on what machine, in the order in which it is shown
 * @param closed whether senders waited for their answers, so that there was no schedule to measure against
 * @param unasked how much came that nobody had asked for
 * @param notes what that was, as far as it was noted
 */
public record RunRecord(
        String title,
        String command,
        Instant started,
        boolean interrupted,
        boolean closed,
        Map<String, String> facts,
        List<RequestRecord> requests,
        List<Sample> samples,
        int unasked,
        List<String> notes) {}
