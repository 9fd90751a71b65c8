package dev.polybot.endtoend.calls;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of our services, all of whose calls to AWS are noted: each kind of call once, whatever its answer. */
public final class RecordedService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The bucket and the first part of a key; tables have neither. */
    private static final Pattern FOLDERS = Pattern.compile("^(?!table/)([^/]+/[^/]+)/.*$");

    private final String name;
    private final Map<AwsService, Forwarder> forwarders = new EnumMap<>(AwsService.class);
    private final Map<AwsCall, Long> calls = new ConcurrentHashMap<>();
    private volatile Weather weather = Weather.CLEAR;

    /**
     * Opens an ear on each AWS service.
     *
     * @param name the service's role: bot or detector
     * @param emulators where each AWS service is, by the variable {@code AWS_ENDPOINT_URL_…}; asked at each request
     */
    public RecordedService(String name, Function<String, URI> emulators) throws IOException {
        this.name = name;
        for (AwsService service : AwsService.values()) {
            forwarders.put(
                    service,
                    new Forwarder(
                            () -> emulators.apply(service.variable()),
                            request -> overhear(service, request)));
        }
    }

    private Fate overhear(AwsService service, OverheardRequest request) {
        List<AwsCall> heard = service.callsOf(request);
        heard.forEach(call -> calls.merge(call, 1L, Long::sum));
        AwsCall first = heard.getFirst();
        return weather.of(new Weather.Call(name, service.name(), first.action(), first.resource()));
    }

    /** From now on this is what becomes of its calls. */
    public void face(Weather weather) {
        this.weather = weather;
    }

    /** What the service needs in its environment to be overheard. */
    public Map<String, String> environment() {
        return forwarders.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().variable(),
                                entry -> entry.getValue().address()));
    }

    /** How often each call was made so far. */
    public Map<AwsCall, Long> counts() {
        return Map.copyOf(calls);
    }

    /** Notes the calls in a file of their own: a line of JSON for each. */
    public void writeTo(Path folder, String occasion) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (AwsCall call : calls.keySet()) {
            // One key stands for all of its folder.
            lines.putIfAbsent(
                    call.action() + ' ' + FOLDERS.matcher(call.resource()).replaceFirst("$1"),
                    JSON.writeValueAsString(
                            Map.of(
                                    "service",
                                    name,
                                    "action",
                                    call.action(),
                                    "resource",
                                    call.resource())));
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(occasion + '-' + name + ".jsonl"), lines.values());
    }

    @Override
    public void close() {
        Collection<Forwarder> all = forwarders.values();
        all.forEach(Forwarder::close);
    }
}
