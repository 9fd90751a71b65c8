/**
 * Picture files made for tests, here and in the services.
 */
@NullMarked
package dev.polybot.pictures.testing;

import org.jspecify.annotations.NullMarked;
