package dev.polybot.local.command;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.chat.ChatRefusedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Gatherers;

/**
 * Says something to the bot and hears its answer.
 *
 * @param text what to say when there are no pictures, and their caption otherwise; empty for none
 */
record ChatExchange(String text, List<Path> pictures, boolean asFiles) {

    /** Source: Telegram's sendMediaGroup. */
    private static final int MOST_OF_AN_ALBUM = 10;

    private static final long MOST_PHOTO_BYTES = 10L * 1024 * 1024;

    /** As many albums as it takes, in order. */
    static List<ChatExchange> albums(String caption, List<Path> pictures, boolean asFiles) {
        return pictures.stream()
                .gather(Gatherers.windowFixed(MOST_OF_AN_ALBUM))
                .map(album -> new ChatExchange(caption, album, asFiles))
                .toList();
    }

    /**
     * What was said.
     *
     * @param sent the messages it became
     * @param answers what the bot said to them
     */
    record Said(List<ChatMessage> sent, List<ChatMessage> answers) {}

    /** By its pictures. */
    String name() {
        String first = pictures.getFirst().toString();
        return Terminal.printable(
                pictures.size() == 1 ? first : first + " to " + pictures.getLast());
    }

    Said with(ChatClient chat, Duration limit, Terminal terminal)
            throws IOException, InterruptedException {
        List<ChatMessage> sent =
                pictures.isEmpty() ? chat.sendText(text) : sendPictures(chat, terminal);
        List<ChatMessage> answers =
                chat.awaitAnswer(
                        sent,
                        limit,
                        notice ->
                                terminal.tick(terminal.faint(Terminal.printable(notice.words()))));
        terminal.clear();
        return new Said(sent, answers);
    }

    private List<ChatMessage> sendPictures(ChatClient chat, Terminal terminal)
            throws IOException, InterruptedException {
        if (asFiles) {
            return chat.sendPictures(pictures, text, true);
        }
        String noPhoto = isAnyTooLarge() ? "a photo may have 10 MB." : null;
        if (noPhoto == null) {
            try {
                return chat.sendPictures(pictures, text, false);
            } catch (ChatRefusedException e) {
                noPhoto = whyNoPhoto(e);
            }
        }
        terminal.line("Sent as a file, as with --as-file: " + noPhoto);
        return chat.sendPictures(pictures, text, true);
    }

    /** What a photo has to be; what is refused for another reason, a file would be too. */
    private static String whyNoPhoto(ChatRefusedException refusal) {
        String words = String.valueOf(refusal.getMessage());
        if (words.contains("PHOTO_INVALID_DIMENSIONS")) {
            return "a photo's width and height may be 10,000 pixels together, and one at most 20 times the"
                    + " other.";
        }
        if (words.contains("IMAGE_PROCESS_FAILED")) {
            return "only sound JPEG, PNG, GIF, BMP and TIFF pictures are taken as photos.";
        }
        throw refusal;
    }

    private boolean isAnyTooLarge() throws IOException {
        for (Path picture : pictures) {
            if (Files.size(picture) > MOST_PHOTO_BYTES) {
                return true;
            }
        }
        return false;
    }
}
