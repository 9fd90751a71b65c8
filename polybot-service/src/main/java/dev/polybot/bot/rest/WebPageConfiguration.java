package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.storage.Sha256;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.TransformedResource;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Serves the files of the web page. All of them together have a version, under which the HTML asks for the others: {@code
 * /page/<version>/main.js} never changes and is kept by browsers for ever, and modules that import each other by relative
 * names stay within their version. Whoever asks without a version or for another gets the present one.
 */
class WebPageConfiguration implements WebMvcConfigurer {

    private static final String FOLDER = "/page/";
    private static final int VERSION_BYTES = 6;
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final String version;

    WebPageConfiguration() throws IOException {
        this.version = version();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        add(resources, FOLDER + version + "/**", FOR_EVER);
        add(resources, FOLDER + "**", CacheControl.noCache());
    }

    private void add(ResourceHandlerRegistry resources, String path, CacheControl caching) {
        resources
                .addResourceHandler(path)
                .addResourceLocations("classpath:" + FOLDER)
                .setCacheControl(caching)
                .setUseLastModified(false)
                .setEtagGenerator(_ -> "W/\"" + version + '"')
                .resourceChain(false)
                .addResolver(new Versioned())
                .addTransformer(
                        (request, resource, chain) ->
                                versioned(chain.transform(request, resource)));
    }

    private Resource versioned(Resource file) throws IOException {
        if (!Objects.requireNonNullElse(file.getFilename(), "").endsWith(".html")) {
            return file;
        }
        String html = file.getContentAsString(UTF_8);
        return new TransformedResource(
                file, html.replace(FOLDER, FOLDER + version + '/').getBytes(UTF_8));
    }

    /** Finds a file whatever version was asked for. */
    private static final class Versioned extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            return super.getResource(path.replaceFirst("^[0-9a-f]{12}/", ""), location);
        }
    }

    private static String version() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:" + FOLDER + "**/*.*");
        Arrays.sort(files, Comparator.comparing(Resource::getDescription));
        MessageDigest digest = Sha256.digest();
        for (Resource file : files) {
            digest.update(Objects.requireNonNullElse(file.getFilename(), "").getBytes(UTF_8));
            digest.update(file.getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    }
}
