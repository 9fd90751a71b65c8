/** What the services ask of AWS, overheard between them and the emulators: their roles are held to it. */
@NullMarked
package dev.polybot.endtoend.calls;

import org.jspecify.annotations.NullMarked;
