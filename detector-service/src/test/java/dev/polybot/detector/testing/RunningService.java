package dev.polybot.detector.testing;

import dev.polybot.detector.DetectorApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.HashMap;
import java.util.Map;

/** The whole service in this process, on a free port, with the environment that it would have as a process of its own. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it with short times, so that tests need not wait; returns when it is ready. */
    public static RunningService start(Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>(environment);
        properties.put("SERVER_PORT", "0");
        properties.put("DETECTOR_OFFLINE", "true");
        properties.put("DETECTOR_CACHE_DIR", "target/model-cache");
        properties.put("DETECTOR_POLL_TIMEOUT", "1s");
        properties.put("DETECTOR_WORKERS", "2");
        properties.put("polybot.queues.first-retry", "1s");
        properties.put("spring.cloud.aws.credentials.access-key", "local");
        properties.put("spring.cloud.aws.credentials.secret-key", "local");
        SpringApplication application = new SpringApplication(DetectorApplication.class);
        application.setDefaultProperties(properties);
        return new RunningService(application.run());
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Begins to stop and returns when it has stopped. */
    @Override
    public void close() {
        context.close();
    }
}
