package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.CaptionParser;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.captions.Command;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Drops messages that are not addressed to the bot, and takes the bot's mention out of the others. Alone with a person everything is, but a command that names another
 * bot and has no photo, which nobody else could answer. In a group it is what begins with one of the bot's commands, mentions the bot, or replies to it.
 */
final class AddresseeCheck {

    private AddresseeCheck() {}

    /**
     * The message as it was meant for the bot, without the mention; null when it was not.
     *
     * @param ownName the bot's user name; null as long as it is not known
     */
    static @Nullable IncomingMessage filter(IncomingMessage message, @Nullable String ownName) {
        String words = words(message.content());
        Command command = Command.read(words);
        boolean onlyOurs =
                !message.sender().inGroup() && message.content() instanceof Content.Picture;
        if (command != null && command.isForAnother(ownName) && !onlyOurs) {
            return null;
        }
        Pattern mention = mention(ownName);
        boolean mentioned = mention != null && mention.matcher(words).find();
        if (message.sender().inGroup()
                && !mentioned
                && !isOurs(command)
                && !repliesToUs(message, ownName)) {
            return null;
        }
        return mention == null || !mentioned || command != null
                ? message
                : with(message, mention.matcher(words).replaceAll(" ").strip());
    }

    private static String words(Content content) {
        return switch (content) {
            case Content.Text(String text) -> text;
            case Content.Sent sent -> sent.caption() == null ? "" : sent.caption();
            case Content.Service _, Content.Moved _ -> "";
        };
    }

    /** A command without a name may be meant for any bot of the group, unless it is one of ours. */
    private static boolean isOurs(@Nullable Command command) {
        return command != null
                && (command.bot() != null
                        || GeneralCommand.of(command.name()) != null
                        || !(CaptionParser.parse(command.withoutSlash())
                                        instanceof CaptionRequest.Unclear unclear
                                && unclear.isAboutNothingOfOurs()));
    }

    private static boolean repliesToUs(IncomingMessage message, @Nullable String ownName) {
        RepliedTo repliedTo = message.repliedTo();
        String bot = repliedTo == null ? null : repliedTo.bot();
        return bot != null && bot.equalsIgnoreCase(ownName);
    }

    private static @Nullable Pattern mention(@Nullable String ownName) {
        return ownName == null
                ? null
                : Pattern.compile(
                        "(?<![\\w@])@" + Pattern.quote(ownName) + "\\b", Pattern.CASE_INSENSITIVE);
    }

    private static IncomingMessage with(IncomingMessage message, String words) {
        Content content =
                switch (message.content()) {
                    case Content.Text _ -> new Content.Text(words);
                    case Content.Sent sent -> Content.Sent.of(sent.file(), words, sent.album());
                    case Content.Service _, Content.Moved _ -> message.content();
                };
        return new IncomingMessage(
                message.chatId(),
                message.messageId(),
                message.sender(),
                message.edited(),
                message.repliedTo(),
                content);
    }
}
