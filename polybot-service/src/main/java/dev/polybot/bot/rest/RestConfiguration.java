package dev.polybot.bot.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.polybot.bot.predictions.JobQueue;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.storage.ObjectKeys;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Spring configuration of the REST tier's own context: a Tomcat with connections, limits and paths of its own, so that
 * nothing that happens here can get in the webhook's way. It has no parent, from which a servlet would take over the
 * webhook's paths, and is handed what it needs.
 */
@EnableWebMvc
class RestConfiguration implements WebMvcConfigurer {

    /** Writes what callers get; leaves out fields that are null. */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final int CONNECTION_TIMEOUT_MILLIS = 20_000;

    /** Longer than the load balancer's 310 s: else a connection may be closed just as the balancer sends a request on it. */
    private static final int KEEP_ALIVE_MILLIS = 320_000;

    private static final int SPARE_CONNECTIONS = 1000;
    private static final int BACKLOG = 1024;
    private static final long GRACE_MILLIS = 40_000;

    /** What is read and thrown away of a body that is refused, so that its sender gets to hear why. */
    private static final int MAX_SWALLOW = 32 * 1024 * 1024;

    private final Dependencies dependencies;

    RestConfiguration(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** What the tier needs of the rest of the service. */
    record Dependencies(
            RestSettings settings,
            Submissions submissions,
            PredictionStore predictions,
            PictureStore pictures,
            ObjectKeys objectKeys,
            JobQueue jobs,
            PictureFetcher fetcher,
            Supplier<List<String>> classes,
            Supplier<OptionalInt> depth,
            RateSharing.SharedCounts counts,
            PollBackoff backoff,
            MeterRegistry meters,
            Clock clock,
            Supplier<RandomGenerator> random) {}

    /** A context that is not started yet. */
    static AnnotationConfigServletWebServerApplicationContext context(
            ApiKeys keys, Dependencies dependencies) {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setDisplayName("rest");
        context.registerBean(ApiKeys.class, () -> keys);
        context.registerBean(Dependencies.class, () -> dependencies);
        context.register(
                RestConfiguration.class,
                WebPageConfiguration.class,
                CallerPredictions.class,
                PredictionsController.class,
                ImageController.class,
                EventsController.class,
                CompatController.class,
                DocumentsController.class,
                ProblemAdvice.class);
        return context;
    }

    @Bean
    DefaultLifecycleProcessor lifecycleProcessor() {
        var lifecycle = new DefaultLifecycleProcessor();
        lifecycle.setTimeoutPerShutdownPhase(GRACE_MILLIS);
        return lifecycle;
    }

    @Bean
    TomcatServletWebServerFactory server() throws UnknownHostException {
        RestSettings settings = dependencies.settings();
        var factory = new TomcatServletWebServerFactory(Objects.requireNonNull(settings.port()));
        if (!settings.address().isBlank()) {
            factory.setAddress(InetAddress.getByName(settings.address()));
        }
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.setCompression(pagesOnly());
        factory.setMimeMappings(utf8Types());
        factory.addConnectorCustomizers(this::configureConnector);
        factory.addContextCustomizers(RestConfiguration::plainErrorResponses);
        // Behind a load balancer the caller is whom the balancer names.
        factory.addEngineValves(new RemoteIpValve());
        return factory;
    }

    private static Compression pagesOnly() {
        Compression compression = new Compression();
        compression.setEnabled(true);
        compression.setMimeTypes(
                new String[] {"text/html", "text/css", "text/javascript", "image/svg+xml"});
        compression.setMinResponseSize(DataSize.ofBytes(256));
        return compression;
    }

    /** Whatever a page is written in, it is written in UTF-8. */
    private static MimeMappings utf8Types() {
        MimeMappings types = new MimeMappings(MimeMappings.DEFAULT);
        types.add("html", "text/html;charset=UTF-8");
        types.add("css", "text/css;charset=UTF-8");
        types.add("js", "text/javascript;charset=UTF-8");
        return types;
    }

    private void configureConnector(Connector connector) {
        RestLimits limits = dependencies.settings().limits();
        connector.setXpoweredBy(false);
        // The body is a picture or a form of pictures, and read by the UploadReader alone.
        connector.setParseBodyMethods("");
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxConnections(limits.waiting() + limits.uploads() + SPARE_CONNECTIONS);
            protocol.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
            protocol.setKeepAliveTimeout(KEEP_ALIVE_MILLIS);
            protocol.setAcceptCount(BACKLOG);
            protocol.setExecutor(new VirtualThreadExecutor("rest-"));
        }
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxSwallowSize(MAX_SWALLOW);
        }
    }

    /** What Tomcat itself refuses, it refuses without a page about itself. */
    private static void plainErrorResponses(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemErrorValve.class.getName());
        }
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> servlet(WebApplicationContext context) {
        var servlet = new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    FilterRegistrationBean<AccessFilter> access(
            ApiKeys keys,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            RateLimiter rates) {
        RestSettings settings = dependencies.settings();
        return new FilterRegistrationBean<>(
                new AccessFilter(
                        keys,
                        settings.open(),
                        new WrongKeyLimiter(dependencies.clock(), Thread::sleep),
                        rates,
                        problems,
                        dependencies.meters()));
    }

    /** What is sent in begins a trace; who only looks does not. */
    @Bean
    FilterRegistrationBean<UploadTracingFilter> traces() {
        return new FilterRegistrationBean<>(new UploadTracingFilter());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer content) {
        // Each thing has one form; whoever says that he accepts another gets it all the same.
        content.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(JSON));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new QueryParameterCheck())
                .addPathPatterns("/api/v1/**", "/", "/recognize_image/**");
    }

    @Bean
    RateLimiter rates() {
        return new RateLimiter(
                dependencies.settings().limits().requestsPerMinute(), dependencies.clock());
    }

    @Bean
    RateSharing rateSharing(RateLimiter rates) {
        return RateSharing.start(rates, dependencies.counts());
    }

    @Bean
    PredictionWatch watch() {
        return new PredictionWatch(
                dependencies.predictions()::findAll, dependencies.backoff(), dependencies.random());
    }

    @Bean
    WaitLimiter waiting(PredictionWatch watch) {
        return new WaitLimiter(watch, dependencies.settings().limits().waiting());
    }

    @Bean
    UploadReader uploads(ApiKeys keys) {
        return new UploadReader(
                dependencies.settings().limits(),
                keys.count(),
                dependencies.clock(),
                dependencies.fetcher());
    }

    @Bean
    PictureIntake intake() {
        return new PictureIntake(
                dependencies.submissions(),
                dependencies.pictures(),
                dependencies.jobs(),
                dependencies.clock(),
                () -> UUID.randomUUID().toString().replace("-", ""));
    }
}
