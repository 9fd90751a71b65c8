package dev.polybot.local.emulators;

import com.typesafe.config.Config;

import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.LightArrayRevolverScheduler;
import org.apache.pekko.event.LoggingAdapter;

import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Does nothing sooner than a moment from now. While messages of a FIFO queue wait for one of their group, ElasticMQ 1.7.1 looks for
 * them again "at once", without end, on behalf of everybody who waits for a message: a whole processor.
 */
public final class MinimumDelayScheduler extends LightArrayRevolverScheduler {

    private static final FiniteDuration MOMENT = FiniteDuration.apply(50, TimeUnit.MILLISECONDS);

    /** As Pekko makes its scheduler. */
    public MinimumDelayScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {
        super(config, log, threads);
    }

    @Override
    public Cancellable scheduleOnce(
            FiniteDuration delay, Runnable task, ExecutionContext executor) {
        return super.scheduleOnce(delay.$less(MOMENT) ? MOMENT : delay, task, executor);
    }
}
