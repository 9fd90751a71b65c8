package dev.polybot.detector.model;

/** A place where a model may be. */
interface ModelPlace {

    /**
     * Looks there.
     *
     * @throws UnusableModelException when there is a model that was asked for and cannot be used: the search ends
     */
    Finding look();

    /** What came of looking. */
    sealed interface Finding {

        /** A model was there. */
        record Found(LocatedModel model) implements Finding {}

        /**
         * No model was there.
         *
         * @param reason what was looked for and why it is not there, as a line for the operator
         */
        record Nothing(String reason) implements Finding {}
    }
}
