package dev.polybot.detector.job;

import dev.polybot.model.message.ResultMessage;

/** Tells whoever asked that a prediction has ended. */
public interface ResultTeller {

    /** Returns when the message is safe in its queue. */
    void tell(ResultMessage result);
}
