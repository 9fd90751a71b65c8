package dev.polybot.load.command;

/** Text from elsewhere on its way to a terminal: it must not steer it. */
final class TerminalSanitizer {

    private static final int LONGEST = 200;

    private TerminalSanitizer() {}

    static String text(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
