package dev.polybot.endtoend.chaos;

/**
 * A harm and the promise that holds all the same.
 *
 * @param name as it is asked for
 * @param promise what nobody notices of it
 * @param course what is done
 */
record Scenario(String name, String promise, World.Setup setup, Course course) {

    /** Does the harm to a system that is well, under load, and counts. */
    @FunctionalInterface
    interface Course {
        Score run(World world) throws Exception;
    }
}
