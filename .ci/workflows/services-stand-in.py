"""Plays both services for one smoke test on an AWS emulator: takes jobs, notes predictions as done, takes the results.

services-stand-in.py NAME      the beginning of all names, such as polybot-dev-us-east-1; until it is killed
"""

import json
import sys

import boto3

name = sys.argv[1]
sqs, s3, dynamodb = boto3.client("sqs"), boto3.client("s3"), boto3.client("dynamodb")
account = boto3.client("sts").get_caller_identity()["Account"]
bucket = f"{name}-images-{account}"
identify, results = (sqs.get_queue_url(QueueName=f"{name}-{queue}")["QueueUrl"] for queue in ("identify", "results"))

while True:
    for message in sqs.receive_message(QueueUrl=identify, WaitTimeSeconds=1).get("Messages", []):
        job = json.loads(message["Body"])
        picture = s3.get_object(Bucket=bucket, Key=f"images/{job['imgName']}")["Body"].read()
        annotated = f"predicted/{job['imgName']}"
        s3.put_object(Bucket=bucket, Key=annotated, Body=picture)
        item = {"predictionId": job["predictionId"], "chatId": job["chatId"], "status": "SUCCEEDED", "predictedImgPath": annotated}
        dynamodb.put_item(TableName=f"{name}-predictions", Item={key: {"S": value} for key, value in item.items()} | {"time": {"N": "1"}})
        sqs.send_message(QueueUrl=results, MessageBody=json.dumps({"predictionId": job["predictionId"]}))
        sqs.delete_message(QueueUrl=identify, ReceiptHandle=message["ReceiptHandle"])
    for message in sqs.receive_message(QueueUrl=results).get("Messages", []):
        sqs.delete_message(QueueUrl=results, ReceiptHandle=message["ReceiptHandle"])
