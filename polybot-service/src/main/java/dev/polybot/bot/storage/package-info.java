/** Access to AWS and the disk: pictures in S3, items in DynamoDB, queues, leases, temporary files. */
@NullMarked
package dev.polybot.bot.storage;

import org.jspecify.annotations.NullMarked;
