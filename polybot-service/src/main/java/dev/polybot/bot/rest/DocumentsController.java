package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Serves what concerns no caller's pictures: the pages, the OpenAPI contract, the names of the classes, and the page's settings
 * and sample pictures.
 */
@RestController
class DocumentsController {

    private static final String ASK_AGAIN = "no-cache";

    private final RestSettings settings;
    private final Samples samples;
    private final Supplier<List<String>> classes;
    private final byte[] yaml;
    private final byte[] json;

    DocumentsController(RestConfiguration.Dependencies parts) throws IOException {
        this.settings = parts.settings();
        this.classes = parts.classes();
        this.samples = new Samples(settings.samples());
        this.yaml = new ClassPathResource("openapi.yaml").getContentAsByteArray();
        this.json =
                JsonMapper.shared()
                        .writeValueAsBytes(
                                new Yaml(new SafeConstructor(new LoaderOptions()))
                                        .<Object>load(new String(yaml, UTF_8)));
    }

    @GetMapping("/")
    ModelAndView home() {
        return page("index.html");
    }

    /** The page to try the API. */
    @GetMapping("/api")
    ModelAndView tryIt() {
        return page("try-it.html");
    }

    /** What browsers ask for by themselves. */
    @GetMapping("/favicon.ico")
    ModelAndView icon() {
        return page("icon.svg");
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> yaml() {
        return content("application/yaml", ASK_AGAIN, yaml);
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> json() {
        return content("application/json", ASK_AGAIN, json);
    }

    @GetMapping("/api/v1/classes")
    ResponseEntity<Map<String, List<String>>> classes() {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(Map.of("classes", classes.get()));
    }

    @GetMapping("/page/settings.json")
    ResponseEntity<Map<String, Object>> settings() throws IOException {
        return ResponseEntity.ok()
                .header("Cache-Control", ASK_AGAIN)
                .body(
                        Map.of(
                                "maxPictureBytes", settings.limits().picture().toBytes(),
                                "keyNeeded", !settings.open(),
                                "samples", samples.names()));
    }

    /** A picture to try it with. */
    @GetMapping("/page/samples/{name}")
    ResponseEntity<byte[]> sample(@PathVariable String name) throws IOException {
        byte[] picture = samples.read(name);
        if (picture == null) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "There is no such picture.");
        }
        return content(
                MediaTypeFactory.getMediaType(name).orElseThrow().toString(),
                "private, max-age=3600",
                picture);
    }

    private static ModelAndView page(String file) {
        return new ModelAndView("forward:/page/" + file);
    }

    private static ResponseEntity<byte[]> content(String type, String caching, byte[] content) {
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Cache-Control", caching)
                .body(content);
    }
}
