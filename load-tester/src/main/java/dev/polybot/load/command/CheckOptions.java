package dev.polybot.load.command;

import dev.polybot.load.check.ExpectationChecker;
import dev.polybot.load.check.ExpectationFiles;
import dev.polybot.load.check.Expectations;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.model.detection.CocoClasses;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What answers are held to. */
final class CheckOptions {

    private static final double DEFAULT_IOU = 0.5;

    @Option(
            names = "--expect",
            paramLabel = "PLACE",
            description = {
                "Expected results: a CSV list (image name,class), a JSON document of counts or boxes, or a folder of"
                        + " YOLO labels. Without it, answers to the same picture are compared with each other."
            })
    private @Nullable Path expect;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "The class names behind YOLO's numbers, one a line (default: COCO's).")
    private @Nullable Path names;

    @Option(
            names = "--iou",
            paramLabel = "X",
            description = "Overlap from which two boxes are the same thing (default: 0.5).")
    private double iou = DEFAULT_IOU;

    @Option(
            names = "--min-score",
            paramLabel = "X",
            description = {
                "F1 score from which an answer is right (default: 1; for a folder of labels, which people made and no"
                        + " model reaches, 0: then the score is only reported)."
            })
    private @Nullable Double leastScore;

    @Option(
            names = "--max-lost",
            paramLabel = "N",
            description = "Lost requests up to which the run may still be right (default: 0).")
    private int mostLost;

    @Option(
            names = "--max-p95",
            paramLabel = "MS",
            description = {
                "Milliseconds that 95 of 100 latencies must keep within for the run to be right (default: any). Lost"
                        + " requests count as slower than the time allowed."
            })
    private @Nullable Double mostP95;

    AcceptanceLimits limits() {
        return new AcceptanceLimits(mostLost, mostP95);
    }

    List<String> classNames() throws IOException {
        return names == null ? CocoClasses.NAMES : ExpectationFiles.classNames(names);
    }

    ExpectationChecker checker() {
        boolean labels = expect != null && Files.isDirectory(expect);
        return new ExpectationChecker(leastScore != null ? leastScore : labels ? 0 : 1, iou);
    }

    Expectations expectations(List<PictureFile> pictures) throws IOException {
        if (expect == null) {
            return Expectations.NONE;
        }
        Expectations expectations = ExpectationFiles.read(expect, classNames());
        if (pictures.stream().noneMatch(picture -> expectations.of(picture) != null)) {
            throw new IllegalArgumentException(
                    expect + " names none of the pictures, such as " + pictures.getFirst().name());
        }
        return expectations;
    }

    String inWords(Expectations expectations, List<PictureFile> pictures) {
        if (expect == null) {
            return "each answer like the first to the same picture";
        }
        long known = pictures.stream().filter(p -> expectations.of(p) != null).count();
        ExpectationChecker checker = checker();
        return expect.getFileName()
                + ", for "
                + known
                + " of "
                + pictures.size()
                + " pictures; right from F1 "
                + checker.leastScore()
                + " at IoU "
                + checker.leastIou();
    }
}
