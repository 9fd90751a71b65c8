package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.stack.RunningPart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;

/** Several phones' photos at once on a bot with the heap of a small machine, which ends at the first lack of memory. */
class LargePhotosEndToEndTests {

    private static final int PHOTOS = 6;
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;

    /** The longer side of a photo in the chat. */
    private static final int SHOWN = 1280;

    @TempDir Path folder;

    @Test
    void twelveMegapixelsEachAreFilteredWithinTheMemoryThatThereIs() throws Exception {
        Path photo = photo();
        try (RunningSystem system = RunningSystem.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<BufferedImage>> answers = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                Path to = folder.resolve("answer-" + i);
                answers.add(threads.submit(() -> filtered(system, photo, to)));
            }

            for (Future<BufferedImage> answer : answers) {
                assertThat(answer.get().getWidth()).isEqualTo(SHOWN * HEIGHT / WIDTH);
                assertThat(answer.get().getHeight()).isEqualTo(SHOWN);
            }
            assertThat(system.stack().bots()).allMatch(RunningPart::isAlive);
        }
    }

    private static BufferedImage filtered(RunningSystem system, Path photo, Path to)
            throws IOException, InterruptedException {
        try (ChatClient chat = system.newChat()) {
            List<ChatMessage> sent =
                    chat.sendPictures(List.of(photo), "blur 16, contour, rotate 90", true);
            ChatMessage answer = Answers.answerTo(chat, sent);
            assertThat(answer.file()).isNotNull();
            chat.download(Objects.requireNonNull(answer.file()), to);
            return ImageIO.read(to.toFile());
        }
    }

    private Path photo() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(
                new GradientPaint(0, 0, Color.ORANGE, WIDTH / 7f, HEIGHT / 5f, Color.BLUE, true));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        Path file = folder.resolve("photo.jpg");
        ImageIO.write(picture, "jpg", file.toFile());
        return file;
    }
}
