/**
 * S3 as a folder: path-style calls for whole objects, without multipart uploads, versions and permissions. What a call costs
 * does not depend on how much is stored.
 */
@NullMarked
package dev.polybot.local.emulators.s3;

import org.jspecify.annotations.NullMarked;
