/**
 * AWS on one machine: emulators of SQS, S3, DynamoDB and Secrets Manager in a process of their own, with everything
 * created in them that Terraform creates in the real ones.
 */
@NullMarked
package dev.polybot.local.emulators;

import org.jspecify.annotations.NullMarked;
