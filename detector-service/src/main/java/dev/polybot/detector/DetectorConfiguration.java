package dev.polybot.detector;

import dev.polybot.detector.annotation.Annotator;
import dev.polybot.detector.inference.DetectionThresholds;
import dev.polybot.detector.inference.EngineThreads;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.job.ComputeSlots;
import dev.polybot.detector.job.Examiner;
import dev.polybot.detector.job.JobCompletion;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelSearch;
import dev.polybot.detector.results.DynamoPredictions;
import dev.polybot.detector.results.ModelPublication;
import dev.polybot.detector.results.S3Originals;
import dev.polybot.detector.results.S3ResultFiles;
import dev.polybot.detector.results.SqsResultPublisher;
import dev.polybot.detector.results.StageTimers;
import dev.polybot.detector.settings.DetectorSettings;
import dev.polybot.detector.settings.PictureSettings;
import dev.polybot.detector.settings.StorageSettings;
import dev.polybot.detector.settings.WorkerSettings;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.storage.ObjectKeys;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PixelBudget;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Spring configuration of the detector service. */
@Configuration(proxyBeanMethods = false)
class DetectorConfiguration {

    /** The exit code of a process that could not end a picture's work in any other way. */
    private static final int WORK_DOES_NOT_END = 70;

    private static final Duration BATCH_WAIT = Duration.ofMillis(100);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DetectorInUse detectorInUse(DetectorSettings settings) {
        WorkerSettings workers = settings.detector();
        ModelSearch search = new ModelSearch(settings.model().plan());
        search.check();
        return new DetectorInUse(
                () -> {
                    LocatedModel model = search.find();
                    return YoloDetector.load(
                            model,
                            DetectionThresholds.of(
                                    workers.thresholds(), model.thresholds(), workers.maxBoxes()),
                            workers.count(),
                            new EngineThreads(workers.threadsOfEach()));
                });
    }

    /** Whoever started the process starts it again. */
    @Bean
    ComputeSlots computeSlots(DetectorSettings settings) {
        WorkerSettings workers = settings.detector();
        return new ComputeSlots(
                workers.count(),
                workers.patience(),
                workers.limit(),
                System::nanoTime,
                () -> Thread.ofPlatform().start(() -> System.exit(WORK_DOES_NOT_END)));
    }

    @Bean
    Examiner examiner(DetectorSettings settings, DetectorInUse detector) {
        PictureSettings pictures = settings.pictures();
        return new Examiner(
                new PictureDecoder(pictures.limits()),
                new PixelBudget(pictures.maxPixelsInWork()),
                detector,
                new Annotator(pictures.annotatedMaxSide()),
                new JpegEncoder(pictures.jpegQuality(), JpegEncoder.Colours.HALVED));
    }

    @Bean
    ModelPublication modelPublication(DynamoDbClient dynamo, DetectorSettings settings) {
        return new ModelPublication(dynamo, settings.storage().table());
    }

    /** Ten messages with one call, or those of a tenth of a second. */
    @Bean
    SqsAsyncBatchManager sqsBatches(SqsAsyncClient sqs) {
        return SqsAsyncBatchManager.builder()
                .client(sqs)
                .scheduledExecutor(
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().daemon().name("sqs-batches").factory()))
                .overrideConfiguration(
                        batch -> batch.maxBatchSize(10).sendRequestFrequency(BATCH_WAIT))
                .build();
    }

    @Bean
    JobCompletion jobCompletion(
            Examiner examiner,
            S3Client s3,
            DynamoDbClient dynamo,
            SqsAsyncClient sqs,
            SqsAsyncBatchManager batches,
            ComputeSlots slots,
            DetectorSettings settings,
            Clock clock) {
        StorageSettings storage = settings.storage();
        return new JobCompletion(
                new S3Originals(s3, storage.bucket(), settings.pictures().limits()),
                examiner,
                new S3ResultFiles(s3, storage.outputBucketOrDefault()),
                new DynamoPredictions(dynamo, storage.table(), storage.retention()),
                new SqsResultPublisher(
                        sqs, batches, slots::moreFollow, settings.queues().results()),
                new StageTimers(),
                new ObjectKeys(storage.prefix(), storage.outputPrefix()),
                clock,
                Stopwatch::ofSystem);
    }
}
