package dev.polybot.endtoend.chaos;

import java.time.Duration;

/**
 * While people ask, spoilt updates come to the bots and spoilt jobs to the detectors.
 *
 * @param jobs how much is asked
 * @param spoilt how many jobs are spoilt
 */
record SpoiltMessages(int jobs, int spoilt) implements Scenario.Course {

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(8, jobs);
        for (int i = 0; i < spoilt; i++) {
            world.jobs().pushSpoilt();
        }
        load.awaitAnswers(world.budget());
        Score score =
                world.count(
                        load,
                        Duration.ofMinutes(2),
                        "%d spoilt jobs, %d spoilt updates"
                                .formatted(spoilt, world.updates().spoilt()));
        if (!world.updates().failures().isEmpty()) {
            throw new AssertionError(
                    "A bot failed at these updates:\n"
                            + String.join("\n", world.updates().failures()));
        }
        return score;
    }
}
