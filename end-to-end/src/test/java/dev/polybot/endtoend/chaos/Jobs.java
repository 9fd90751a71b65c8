package dev.polybot.endtoend.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.endtoend.Rest;
import dev.polybot.endtoend.RunningSystem;
import dev.polybot.endtoend.Samples;
import dev.polybot.endtoend.SentAlbum;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked of a system, each time in a chat or under a key of its own. */
final class Jobs implements AutoCloseable {

    private static final List<String> SAMPLES =
            Samples.expected().keySet().stream().sorted().toList();
    private static final Duration REST_LIMIT = Duration.ofSeconds(20);
    private static final int ALBUM_PICTURES = 4;
    private static final long SPOILT_CHATS = 1_000_000_000;

    private final AtomicLong chats = new AtomicLong(730_000_000);
    private final RunningSystem system;
    private final URI telegram;
    private final Random random;
    private final int copies;
    private final List<Rest> bots;
    private final Mutants mutants;
    private final Path folder;
    private final List<Path> album;

    /**
     * For one system.
     *
     * @param copies how often each job is pushed into the queue
     */
    Jobs(RunningSystem system, Random random, int copies) throws IOException {
        this.system = system;
        this.copies = copies;
        this.telegram = system.telegram();
        this.random = random;
        this.bots =
                IntStream.range(0, system.stack().bots().size())
                        .mapToObj(i -> new Rest(system.stack().restAddress(i), REST_LIMIT))
                        .toList();
        this.mutants = new Mutants(random.nextLong());
        this.folder = Files.createTempDirectory("polybot-chaos");
        this.album = SentAlbum.draw(folder, ALBUM_PICTURES);
        for (String sample : SAMPLES) {
            system.aws().putOriginal("chaos-" + sample, Samples.bytes(sample));
        }
    }

    /** The n-th of a load of every kind. */
    Job mixed(int number) {
        String sample = SAMPLES.get(number % SAMPLES.size());
        return switch (number % 10) {
            case 0, 4, 7 -> queued(chats.getAndIncrement(), sample);
            case 1, 5, 8 -> restPicture(number);
            case 2, 6 -> ChatJob.photo(telegram, chats.getAndIncrement(), sample);
            case 3 ->
                    number % 20 == 3
                            ? album()
                            : ChatJob.filter(telegram, chats.getAndIncrement(), sample);
            default -> ChatJob.text(telegram, chats.getAndIncrement());
        };
    }

    Job album() {
        String caption = random.nextBoolean() ? "concat" : "predict";
        return new AlbumJob(telegram, chats.getAndIncrement(), album, caption, folder);
    }

    /** A picture over REST. */
    Job restPicture(int number) {
        String sample = SAMPLES.get(number % SAMPLES.size());
        return new RestJob(bots, "chaos-" + chats.getAndIncrement(), sample);
    }

    /** A spoilt picture over REST. */
    Job mutant(int number) {
        return new MutantJob(bots, mutants, number);
    }

    /** A spoilt picture as a file in a chat. */
    Job mutantInChat(int number) {
        return ChatJob.mutant(
                telegram,
                chats.getAndIncrement(),
                folder,
                mutants.mutant(number),
                number % 3 == 0 ? "rotate" : "predict");
    }

    /** Pushes a job that is spoilt, for a chat that nobody has. */
    void pushSpoilt() {
        long chat = SPOILT_CHATS + chats.getAndIncrement();
        byte[] job = job(chat, SAMPLES.getFirst()).getBytes(UTF_8);
        String spoilt = new String(new SpoiltJson(random).of(job), UTF_8);
        // SQS takes no other characters.
        system.aws().pushJob(spoilt.replaceAll("[^\\t\\n\\r\\x20-\\uFFFD]", "?"));
    }

    private Job queued(long chat, String sample) {
        String job = job(chat, sample);
        return ChatJob.queued(telegram, chat, sample, () -> push(job));
    }

    private static String job(long chat, String sample) {
        return "{\"chatId\": \"%d\", \"imgName\": \"chaos-%s\", \"predictionId\": \"chaos-%d\"}"
                .formatted(chat, sample, chat);
    }

    private void push(String job) {
        for (int copy = 0; copy < copies; copy++) {
            system.aws().pushJob(job);
        }
    }

    @Override
    public void close() throws IOException {
        bots.forEach(Rest::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
