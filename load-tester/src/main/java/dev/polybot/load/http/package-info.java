/**
 * HTTP without proxies and redirects, and the forms that travel by it.
 */
@NullMarked
package dev.polybot.load.http;

import org.jspecify.annotations.NullMarked;
