package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.jspecify.annotations.Nullable;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/**
 * An album that a person sent in a chat of its own, and what the right answer to it is.
 *
 * @param pictures how many it has
 * @param sent its messages
 */
public record SentAlbum(
        ChatClient chat, String chatId, String caption, int pictures, List<ChatMessage> sent) {

    private static final int HEIGHT = 48;

    /** What JPEG may make of a colour. */
    private static final int TOLERANCE = 40;

    /** So many pictures to send, each of a width and a colour of its own. */
    public static List<Path> draw(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            BufferedImage picture = new BufferedImage(width(i), HEIGHT, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < width(i); x++) {
                for (int y = 0; y < HEIGHT; y++) {
                    picture.setRGB(x, y, colour(i).getRGB());
                }
            }
            ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
        }
        return IntStream.range(0, count).mapToObj(i -> folder.resolve(i + ".png")).toList();
    }

    /** What the bot has said in this chat. */
    public List<ChatMessage> answers() throws IOException, InterruptedException {
        return chat.messagesAfter(0).stream().filter(ChatMessage::fromBot).toList();
    }

    boolean isAnswered() throws IOException, InterruptedException {
        return answers().size() >= expectedMessages();
    }

    /** Checks that the bot has said the right thing and nothing else. */
    public void assertAnsweredOnce(Path folder) throws IOException, InterruptedException {
        List<ChatMessage> answers = answers();
        assertThat(answers).as(caption).hasSize(expectedMessages());
        assertThat(answers).allMatch(answer -> answer.photo() != null);
        assertThat(answers.getFirst().replyTo()).isEqualTo(sent.getFirst().id());
        if (caption.startsWith("concat")) {
            assertJoined(picture(answers.getFirst(), folder));
            return;
        }
        assertThat(answers)
                .extracting(ChatMessage::album)
                .doesNotContainNull()
                .containsOnly(answers.getFirst().album());
        for (int i = 0; i < pictures; i++) {
            assertChanged(picture(answers.get(i), folder), i);
        }
        if (caption.equals("predict")) {
            String words = answers.getFirst().words();
            for (int number = 1; number <= pictures; number++) {
                assertThat(words).contains(number + ": ");
            }
        }
    }

    /** How many messages the right answer has. */
    public int expectedMessages() {
        return caption.startsWith("concat") ? 1 : pictures;
    }

    private void assertJoined(BufferedImage joined) {
        int total = IntStream.range(0, pictures).map(SentAlbum::width).sum();
        assertThat(joined.getWidth()).isEqualTo(total);
        assertThat(joined.getHeight()).isEqualTo(HEIGHT);
        boolean reversed = caption.endsWith("right-to-left");
        int left = 0;
        for (int place = 0; place < pictures; place++) {
            int i = reversed ? pictures - 1 - place : place;
            assertColour(joined, left + width(i) / 2, HEIGHT / 2, colour(i));
            left += width(i);
        }
    }

    private void assertChanged(BufferedImage changed, int i) {
        if (caption.equals("predict")) {
            // The detector enlarges small pictures, so that what it writes on them can be read.
            assertThat((double) changed.getWidth() / changed.getHeight())
                    .isCloseTo((double) width(i) / HEIGHT, within(0.01));
            return;
        }
        boolean turned = caption.startsWith("rotate");
        assertThat(changed.getWidth()).isEqualTo(turned ? HEIGHT : width(i));
        assertThat(changed.getHeight()).isEqualTo(turned ? width(i) : HEIGHT);
        assertColour(changed, changed.getWidth() / 2, changed.getHeight() / 2, colour(i));
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
        Color actual = new Color(picture.getRGB(x, y));
        assertThat(Math.abs(actual.getRed() - expected.getRed())).isLessThan(TOLERANCE);
        assertThat(Math.abs(actual.getGreen() - expected.getGreen())).isLessThan(TOLERANCE);
        assertThat(Math.abs(actual.getBlue() - expected.getBlue())).isLessThan(TOLERANCE);
    }

    private BufferedImage picture(ChatMessage message, Path folder)
            throws IOException, InterruptedException {
        ChatMessage.@Nullable ChatFile photo = message.photo();
        Path file = Files.createTempFile(folder, "answer", ".jpg");
        chat.download(Objects.requireNonNull(photo), file);
        BufferedImage picture = ImageIO.read(file.toFile());
        Files.delete(file);
        return picture;
    }

    private static int width(int i) {
        return 32 + 4 * i;
    }

    private static Color colour(int i) {
        return Color.getHSBColor(i / 10f, 1, 0.9f);
    }
}
