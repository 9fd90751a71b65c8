import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** The least that Spring MVC can do, to measure the REST tier against: a map as JSON. */
@EnableAutoConfiguration
@RestController
public class Hello {

    public static void main(String[] arguments) {
        SpringApplication.run(Hello.class, arguments);
    }

    @GetMapping("/hello")
    Map<String, String> hello() {
        return Map.of("hello", "world");
    }
}
