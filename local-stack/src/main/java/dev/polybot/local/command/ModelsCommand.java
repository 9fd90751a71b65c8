package dev.polybot.local.command;

import dev.polybot.local.stack.Installation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the models that are here and those that can be had: licence, size, precision, and the"
                    + " milliseconds that each takes on this machine (measured when it is first listed).",
            "DETECTOR_MODEL=NAME ./polybot up uses one. DETECTOR_OFFLINE=true refuses every download."
        })
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return DetectorTool.of(Installation.find())
                .run(json ? List.of("list", "--json") : List.of("list"));
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = {
                "Judges the model in use by photos that are labelled: mAP50, mAP50-95, F1, precision, recall, and"
                        + " the milliseconds that it takes on one thread.",
                "FOLDER holds images/NAME.jpg and labels/NAME.txt, as YOLO's training has them."
            })
    int evaluate(
            @Parameters(paramLabel = "FOLDER", description = "Of photos and labels.") Path folder)
            throws IOException, InterruptedException {
        return DetectorTool.of(Installation.find())
                .run(List.of("evaluate", folder.toAbsolutePath().toString()));
    }

    @Command(
            name = "get",
            mixinStandardHelpOptions = true,
            description = "Fetches a model by name, shows its licence and checks what came.")
    int get(@Parameters(paramLabel = "NAME", description = "Such as yolov5s.") String name)
            throws IOException, InterruptedException {
        return DetectorTool.of(Installation.find()).run(List.of("get", name));
    }

    @Command(
            name = "prepare",
            mixinStandardHelpOptions = true,
            description = {
                "Makes of a YOLOv5 export in ONNX the file that runs fastest here, and writes it beside it: boxes are"
                        + " decoded only where something is found, and pictures keep their shape. It is kept only"
                        + " if all its boxes are the same."
            })
    int prepare(
            @Option(names = "--force", description = "Replace an earlier result.") boolean force,
            @Parameters(paramLabel = "FILE", description = "Such as best.onnx.") Path file)
            throws IOException, InterruptedException {
        String place = file.toAbsolutePath().toString();
        return DetectorTool.of(Installation.find())
                .run(force ? List.of("prepare", "--force", place) : List.of("prepare", place));
    }
}
