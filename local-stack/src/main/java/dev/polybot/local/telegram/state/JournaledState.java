package dev.polybot.local.telegram.state;

import tools.jackson.databind.JsonNode;

import java.util.stream.Stream;

/** A part of the state that is kept in the {@link Journal}. */
interface JournaledState {

    /** Takes up an entry that was written earlier; entries of other parts are passed over. */
    void replay(String kind, JsonNode value);

    /** Everything this part needs to be as it is now. */
    Stream<Journal.Entry> entries();
}
