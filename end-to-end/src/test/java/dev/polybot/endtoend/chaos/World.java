package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.RunningSystem;
import dev.polybot.endtoend.calls.Fate;
import dev.polybot.endtoend.calls.Forwarder;
import dev.polybot.endtoend.calls.OverheardRequest;
import dev.polybot.endtoend.calls.Weather;
import dev.polybot.endtoend.chaos.UpdateProxy.Told;
import dev.polybot.local.stack.RunningProcess;
import dev.polybot.local.stack.StackFailure;
import dev.polybot.local.stack.StackOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The system with two bots and two detectors, all of whose calls can be hurt, and what people ask of it. */
final class World implements AutoCloseable {

    /**
     * How it is set up.
     *
     * @param quietTime how long an album is waited for
     * @param told what comes to the bots
     */
    record Setup(Duration quietTime, Told told) {

        static final Setup USUAL = new Setup(Duration.ofSeconds(10), Told.ONCE);
    }

    private static final Duration START = Duration.ofMinutes(5);
    private static final int STARTS = 3;

    /** A bit longer than a claim: then whoever takes it over has said what it means to say. */
    private static final Duration CLAIM = Duration.ofSeconds(35);

    private final RunningSystem system;
    private final Forwarder telegram;
    private final @Nullable UpdateProxy updates;
    private final Set<String> kindsOfCalls = new ConcurrentSkipListSet<>();
    private final List<Instant> harms = new CopyOnWriteArrayList<>();
    private final Memory memory;
    private final Jobs jobs;
    private final Random random;
    private final int minutes;
    private volatile boolean harmed;
    private volatile Weather weather = Weather.CLEAR;

    /**
     * Starts it.
     *
     * @param minutes how long one harm may last at most
     * @param model a model file; null for the one that the project ships
     */
    World(Setup setup, long seed, int minutes, @Nullable Path model)
            throws IOException, InterruptedException {
        this.random = new Random(seed);
        this.minutes = minutes;
        int page = freePort();
        URI standIn = URI.create("http://127.0.0.1:" + page);
        this.telegram = new Forwarder(() -> standIn, request -> fateOf(telegramCall(request)));
        Map<String, String> bots = new HashMap<>();
        bots.put("TELEGRAM_API_URL", telegram.address());
        // What is tested is that nothing is lost, not how Telegram's limits slow it down.
        bots.put("TELEGRAM_MESSAGES_PER_SECOND", "1000");
        bots.put("TELEGRAM_MESSAGES_PER_SECOND_IN_CHAT", "30");
        bots.put("ALBUM_QUIET_TIME", setup.quietTime().toSeconds() + "s");
        bots.put("ALBUM_LONGEST_WAIT", setup.quietTime().toSeconds() * 4 + "s");
        CompletableFuture<RunningSystem> running = new CompletableFuture<>();
        this.updates =
                setup.told() == Told.ONCE
                        ? null
                        : new UpdateProxy(
                                () -> botAddresses(running.join()),
                                setup.told(),
                                new Random(random.nextLong()));
        if (updates != null) {
            bots.put("TELEGRAM_APP_URL", updates.address());
        }
        this.system = RunningSystem.start(model, options -> with(options, page, bots));
        running.complete(system);
        system.face(this::fateOf);
        this.jobs =
                new Jobs(
                        system,
                        new Random(random.nextLong()),
                        setup.told() == Told.THREEFOLD ? 3 : 1);
        this.memory = new Memory(system.stack());
    }

    private static StackOptions with(StackOptions options, int page, Map<String, String> bots) {
        Map<String, String> all = new HashMap<>(options.bots().environment());
        all.putAll(bots);
        return options.withInstances(2, 2)
                .withTelegram(new StackOptions.Telegram.Fake(page))
                .withBotEnvironment(all);
    }

    private static List<URI> botAddresses(RunningSystem system) {
        List<URI> addresses = new ArrayList<>();
        for (int i = 0; i < system.stack().bots().size(); i++) {
            addresses.add(system.stack().botAddress(i));
        }
        return addresses;
    }

    private Fate fateOf(Weather.Call call) {
        kindsOfCalls.add(kindOf(call));
        return weather.of(call);
    }

    /** Whose call to what: those of one kind are one line of a client's code or few. */
    static String kindOf(Weather.Call call) {
        String resource = call.service().equals("S3") ? "" : " " + call.resource();
        return (call.caller() + ' ' + call.action() + resource).strip();
    }

    /** The kinds of calls that were made so far, in order. */
    List<String> kindsOfCalls() {
        return List.copyOf(kindsOfCalls);
    }

    private static Weather.Call telegramCall(OverheardRequest request) {
        String path = request.uri().getPath();
        String method =
                path.startsWith("/file/") ? "file" : path.substring(path.lastIndexOf('/') + 1);
        return new Weather.Call("bot", "TELEGRAM", "telegram:" + method, "");
    }

    RunningSystem system() {
        return system;
    }

    Random random() {
        return random;
    }

    /** How long one harm may last at most. */
    Duration budget() {
        return Duration.ofMinutes(minutes);
    }

    /** Every part but the emulators. */
    List<RunningProcess> services() {
        return Stream.concat(system.stack().detectors().stream(), system.stack().bots().stream())
                .toList();
    }

    void weather(Weather next) {
        this.weather = next;
    }

    /** Notes that a process is being harmed in the middle of whatever it does. */
    void harm(RunningProcess part) {
        harmed = true;
        // Only bots say something.
        if (system.stack().bots().contains(part)) {
            harm();
        }
    }

    /** Notes that a call that may say something is being harmed. */
    void harm() {
        harms.add(Instant.now());
    }

    /** People and programs of every kind. */
    Load mixed(int people, int most) {
        return new Load(jobs::mixed, people, most);
    }

    /** People who send albums. */
    Load albums(int people) {
        return new Load(number -> jobs.album(), people, Integer.MAX_VALUE);
    }

    Jobs jobs() {
        return jobs;
    }

    Memory memory() {
        return memory;
    }

    /** What stands between Telegram and the bots, where the world is set up for it. */
    UpdateProxy updates() {
        return Objects.requireNonNull(updates);
    }

    /** The end of a scenario: everybody is answered or has waited long enough, and nothing more is said. */
    Score count(Load load, Duration patience, String note) throws InterruptedException {
        load.stopAsking();
        heal();
        load.awaitAnswers(patience);
        if (harmed) {
            Thread.sleep(CLAIM);
        }
        awaitQuiet();
        Score score = Score.of(load.outcome(), List.copyOf(harms), note);
        load.close();
        harms.clear();
        harmed = false;
        return score.with(memory.mostAndForget());
    }

    /** Everything runs and every call arrives. */
    void heal() throws InterruptedException {
        weather(Weather.CLEAR);
        for (RunningProcess part : system.stack().parts()) {
            Signals.send("CONT", part);
            if (!part.isAlive()) {
                part.restart();
            }
        }
        for (RunningProcess part : system.stack().parts()) {
            awaitReady(part);
        }
    }

    /** As a supervisor does, starts again what ends while it starts. */
    static void awaitReady(RunningProcess part) throws InterruptedException {
        for (int i = 0; i < STARTS; i++) {
            try {
                part.awaitReady(START);
                return;
            } catch (StackFailure notYet) {
                part.restart();
            }
        }
        part.awaitReady(START);
    }

    /** Until nothing is under way in a queue. */
    private void awaitQuiet() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        int quiet = 0;
        while (quiet < 3 && Instant.now().isBefore(end)) {
            Thread.sleep(1000);
            quiet = system.aws().jobs() + system.aws().answersWaiting() == 0 ? quiet + 1 : 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        weather(Weather.CLEAR);
        system.stack().parts().forEach(part -> Signals.send("CONT", part));
        memory.close();
        jobs.close();
        system.close();
        telegram.close();
        if (updates != null) {
            updates.close();
        }
    }
}
