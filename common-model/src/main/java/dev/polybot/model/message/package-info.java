/**
 * What travels on the queues: a job on <em>identify</em>, its end on <em>results</em>.
 */
@NullMarked
package dev.polybot.model.message;

import org.jspecify.annotations.NullMarked;
