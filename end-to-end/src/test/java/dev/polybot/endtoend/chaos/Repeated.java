package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.calls.Fate;

import java.time.Duration;

/**
 * Every message of a queue comes three times, with others in between; so does every update, where the world is set up for it.
 *
 * @param jobs how much is asked
 */
record Repeated(int jobs) implements Scenario.Course {

    @Override
    public Score run(World world) throws Exception {
        world.weather(
                call -> call.action().equals("sqs:SendMessage") ? Fate.repeated(2) : Fate.NONE);
        Load load = world.mixed(12, jobs);
        load.awaitAnswers(world.budget());
        // What is repeated late still comes.
        Thread.sleep(Duration.ofSeconds(8));
        return world.count(load, Duration.ofMinutes(1), "each message and update 3 times");
    }
}
