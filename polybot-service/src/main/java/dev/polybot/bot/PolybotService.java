package dev.polybot.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** The service that talks to people. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PolybotService {

    public static void main(String[] args) {
        SpringApplication.run(PolybotService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
