import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A build, and settings for it. */
record Variant(String name, Path checkout, Map<String, String> settings) {

    static Variant parse(String text) {
        String[] parts = text.split(",");
        String[] build = parts[0].split("=", 2);
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] setting = parts[i].split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        return new Variant(build[0], Path.of(build[1]), settings);
    }
}
