package dev.polybot.load.run;

/**
 * How far a run is.
 *
 * @param sent requests whose sending has begun
 * @param done requests of which it is known what became
 * @param good those that were answered rightly
 * @param bad those that were answered wrongly or failed
 * @param lost those that got no answer in time
 * @param perSecond answers in each of the last seconds, on average
 * @param p50 milliseconds within which half of the answers came
 */
public record Progress(
        double seconds,
        int sent,
        int done,
        int good,
        int bad,
        int lost,
        double perSecond,
        double p50,
        double p95,
        double p99) {}
