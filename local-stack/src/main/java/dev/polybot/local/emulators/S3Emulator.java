package dev.polybot.local.emulators;

import com.adobe.testing.s3mock.S3MockApplication;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

import java.nio.file.Path;
import java.util.Map;

/** S3: S3Mock with its objects as files. Of its two connectors only the one that obeys the address setting is kept. */
final class S3Emulator {

    private S3Emulator() {}

    static void start(BindAddress bind, int port, Path folder) {
        Map<String, Object> settings =
                Map.of(
                        "server.address",
                        bind.address(),
                        "server.port",
                        port,
                        "server.ssl.enabled",
                        false,
                        "http.port",
                        0,
                        "com.adobe.testing.s3mock.store.root",
                        folder.toAbsolutePath().toString(),
                        "com.adobe.testing.s3mock.store.retainFilesOnExit",
                        true,
                        "com.adobe.testing.s3mock.store.initialBuckets",
                        Names.BUCKET,
                        "com.adobe.testing.s3mock.store.region",
                        Names.REGION,
                        "com.adobe.testing.s3mock.max-payload-size",
                        "64MB");
        var unused =
                new SpringApplicationBuilder(S3MockApplication.class)
                        .bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .initializers(
                                context ->
                                        context.getBeanFactory()
                                                .addBeanPostProcessor(new OneConnector()))
                        .run(arguments(settings));
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
                .toArray(String[]::new);
    }

    private static final class OneConnector implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof TomcatServletWebServerFactory factory) {
                factory.getAdditionalConnectors().clear();
            }
            return bean;
        }
    }
}
