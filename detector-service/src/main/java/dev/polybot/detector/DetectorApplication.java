package dev.polybot.detector;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import dev.polybot.detector.model.ModelCatalogue;
import dev.polybot.detector.tool.ModelsTool;
import dev.polybot.observability.EmptyErrorResponses;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

import java.util.List;

/** Starts the detector service, or its tool for models. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(EmptyErrorResponses.class)
public class DetectorApplication {

    /** The word that makes a tool of this program. */
    private static final String MODELS = "models";

    public static void main(String[] args) {
        // What OpenCV's bindings say goes to the log, and not past it.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        if (args.length > 0 && args[0].equals(MODELS)) {
            System.exit(models(List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(DetectorApplication.class, args);
    }

    private static int models(List<String> arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        return new ModelsTool(System.getenv(), ModelCatalogue.read(), System.out, System.err)
                .run(arguments);
    }
}
