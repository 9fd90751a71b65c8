package dev.polybot.bot;

import dev.polybot.bot.settings.Sleeper;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.observability.EmptyErrorResponses;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Starts the bot service: the Telegram bot and its REST tier. The tier's own context brings its controllers; here they would be the webhook's. */
@SpringBootApplication
@ComponentScan(
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @Filter(
                    type = FilterType.REGEX,
                    pattern = "dev\\.polybot\\.bot\\.rest\\.(?!RestTier$).*")
        })
@ConfigurationPropertiesScan
@Import(EmptyErrorResponses.class)
@EnableScheduling
public class PolybotService {

    public static void main(String[] args) {
        // What OpenCV's bindings say goes to the log, and not past it.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        TemporaryPicture.removeAbandoned();
        SpringApplication bot = new SpringApplication(PolybotService.class);
        bot.addListeners(new ReasonOfFailure());
        bot.run(args);
    }

    @Bean
    Sleeper sleeper() {
        return Thread::sleep;
    }

    /** Creates a random number generator for each picture, since they are filtered at the same time. */
    @Bean
    Supplier<RandomGenerator> randomGenerators() {
        return SplittableRandom::new;
    }
}
