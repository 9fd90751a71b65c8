package dev.polybot.endtoend.calls;

import java.util.List;

/** The AWS services that ours use, by the name in their endpoint's variable. */
enum AwsService {
    SQS {
        @Override
        List<AwsCall> callsOf(OverheardRequest request) {
            return JsonCalls.toSqs(request);
        }
    },
    DYNAMODB {
        @Override
        List<AwsCall> callsOf(OverheardRequest request) {
            return JsonCalls.toDynamoDb(request);
        }
    },
    SECRETS_MANAGER {
        @Override
        List<AwsCall> callsOf(OverheardRequest request) {
            return JsonCalls.toSecretsManager(request);
        }
    },
    S3 {
        @Override
        List<AwsCall> callsOf(OverheardRequest request) {
            return ObjectCalls.of(request);
        }
    };

    static final String VARIABLE = "AWS_ENDPOINT_URL_";

    String variable() {
        return VARIABLE + name();
    }

    abstract List<AwsCall> callsOf(OverheardRequest request);
}
