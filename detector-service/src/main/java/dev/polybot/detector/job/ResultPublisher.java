package dev.polybot.detector.job;

import dev.polybot.model.message.ResultMessage;

/** Announces that a prediction has ended. */
public interface ResultPublisher {

    /** Returns when the message is safe in its queue. */
    void tell(ResultMessage result);
}
