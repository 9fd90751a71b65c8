package dev.polybot.bot.captions;

/** The keyword options of an action, such as a direction or "grey", with their spellings. */
enum Option {
    GREY("grey"),
    CLOCKWISE("clockwise"),
    ANTI_CLOCKWISE("anti-clockwise"),
    HORIZONTAL("horizontal"),
    VERTICAL("vertical"),
    LEFT_TO_RIGHT("left-to-right"),
    RIGHT_TO_LEFT("right-to-left"),
    TOP_TO_BOTTOM("top-to-bottom"),
    BOTTOM_TO_TOP("bottom-to-top");

    static final Vocabulary<Option> VOCABULARY =
            Vocabulary.of(values(), Option::spoken)
                    .and("gray", GREY)
                    .and("greyscale", GREY)
                    .and("grayscale", GREY)
                    .and("black and white", GREY)
                    .and("black white", GREY)
                    .and("right", CLOCKWISE)
                    .and("left", ANTI_CLOCKWISE)
                    .and("counterclockwise", ANTI_CLOCKWISE)
                    .and("horizontally", HORIZONTAL)
                    .and("vertically", VERTICAL);

    private final String spoken;

    Option(String spoken) {
        this.spoken = spoken;
    }

    String spoken() {
        return spoken;
    }
}
