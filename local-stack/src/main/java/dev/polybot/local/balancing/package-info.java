/**
 * What a load balancer is in production: one address for several instances.
 */
@NullMarked
package dev.polybot.local.balancing;

import org.jspecify.annotations.NullMarked;
