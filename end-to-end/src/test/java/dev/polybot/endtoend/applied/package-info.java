/** The services on infrastructure that Terraform made. */
@NullMarked
package dev.polybot.endtoend.applied;

import org.jspecify.annotations.NullMarked;
