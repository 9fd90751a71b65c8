/** What the system promises, tested across its real processes: the services' jars, the emulators, the chat. */
@NullMarked
package dev.polybot.endtoend;

import org.jspecify.annotations.NullMarked;
