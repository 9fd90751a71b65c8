#!/bin/bash
# Makes in LocalStack what Terraform makes on AWS: queues with their dead-letter queues, bucket, tables, the bot's secret.
# LocalStack runs it when it is ready. Run again, it changes nothing but the secret's value.
#
# AWS_CLI   another client than LocalStack's own, such as `aws --endpoint-url http://localhost:4566`
set -euo pipefail

region=${AWS_DEFAULT_REGION:-eu-central-1}
token=${TELEGRAM_TOKEN:?the token of the bot}

# shellcheck disable=SC2086 # the client's arguments
call() { ${AWS_CLI:-awslocal} --region "$region" --output text "$@"; }

queue() { # name, attempts
  local dead url arn
  dead=$(call sqs create-queue --queue-name "$1-dead-letters" --attributes MessageRetentionPeriod=1209600 --query QueueUrl)
  arn=$(call sqs get-queue-attributes --queue-url "$dead" --attribute-names QueueArn --query Attributes.QueueArn)
  url=$(call sqs create-queue --queue-name "$1" --query QueueUrl)
  call sqs set-queue-attributes --queue-url "$url" --attributes \
    "{\"VisibilityTimeout\":\"30\",\"RedrivePolicy\":\"{\\\"deadLetterTargetArn\\\":\\\"$arn\\\",\\\"maxReceiveCount\\\":\\\"$2\\\"}\"}"
}

fifo_queue() { # name, dead-letter queue, attempts
  local dead url arn
  dead=$(call sqs create-queue --queue-name "$2" --attributes FifoQueue=true,MessageRetentionPeriod=1209600 --query QueueUrl)
  arn=$(call sqs get-queue-attributes --queue-url "$dead" --attribute-names QueueArn --query Attributes.QueueArn)
  url=$(call sqs create-queue --queue-name "$1" --attributes FifoQueue=true --query QueueUrl)
  call sqs set-queue-attributes --queue-url "$url" --attributes \
    "{\"VisibilityTimeout\":\"30\",\"MessageRetentionPeriod\":\"1209600\",\"RedrivePolicy\":\"{\\\"deadLetterTargetArn\\\":\\\"$arn\\\",\\\"maxReceiveCount\\\":\\\"$3\\\"}\"}"
}

table() { # name, further arguments
  local name=$1
  shift
  call dynamodb describe-table --table-name "$name" >/dev/null 2>&1 && return
  call dynamodb create-table --table-name "$name" --billing-mode PAY_PER_REQUEST "$@" >/dev/null
  call dynamodb wait table-exists --table-name "$name"
  call dynamodb update-time-to-live --table-name "$name" --time-to-live-specification Enabled=true,AttributeName=expiresAt >/dev/null
}

bucket() {
  call s3api head-bucket --bucket "$1" >/dev/null 2>&1 && return
  call s3api create-bucket --bucket "$1" --create-bucket-configuration "LocationConstraint=$region" >/dev/null
}

secret() { # name, value
  call secretsmanager create-secret --name "$1" --secret-string "$2" >/dev/null 2>&1 ||
    call secretsmanager put-secret-value --secret-id "$1" --secret-string "$2" >/dev/null
}

queue polybot-identify 3
queue polybot-results 5
fifo_queue polybot-outbox.fifo polybot-outbox-dead.fifo 1000
bucket polybot-images
table polybot-predictions \
  --attribute-definitions AttributeName=predictionId,AttributeType=S AttributeName=chatId,AttributeType=S AttributeName=time,AttributeType=N \
  --key-schema AttributeName=predictionId,KeyType=HASH \
  --global-secondary-indexes "IndexName=chatId-time-index,KeySchema=[{AttributeName=chatId,KeyType=HASH},{AttributeName=time,KeyType=RANGE}],Projection={ProjectionType=ALL}"
table polybot-predictions-state --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH
secret polybot/telegram "{\"TELEGRAM_TOKEN\":\"$token\"}"
echo "Polybot's queues, bucket, tables and secret are there."
