/**
 * What a run leaves behind: a page with plots, a table, a document for machines.
 */
@NullMarked
package dev.polybot.load.report;

import org.jspecify.annotations.NullMarked;
