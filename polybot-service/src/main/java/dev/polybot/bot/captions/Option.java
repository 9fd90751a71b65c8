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
                    .and("to the right", CLOCKWISE)
                    .and("rechts", CLOCKWISE)
                    .and("rechtsherum", CLOCKWISE)
                    .and("im uhrzeigersinn", CLOCKWISE)
                    .and("mit dem uhrzeigersinn", CLOCKWISE)
                    .and("left", ANTI_CLOCKWISE)
                    .and("to the left", ANTI_CLOCKWISE)
                    .and("links", ANTI_CLOCKWISE)
                    .and("linksherum", ANTI_CLOCKWISE)
                    .and("gegen uhrzeigersinn", ANTI_CLOCKWISE)
                    .and("gegen den uhrzeigersinn", ANTI_CLOCKWISE)
                    .and("entgegen dem uhrzeigersinn", ANTI_CLOCKWISE)
                    .and("gegen die uhr", ANTI_CLOCKWISE)
                    .and("counterclockwise", ANTI_CLOCKWISE)
                    .and("cw", CLOCKWISE)
                    .and("ccw", ANTI_CLOCKWISE)
                    .and("acw", ANTI_CLOCKWISE)
                    .and("links nach rechts", LEFT_TO_RIGHT)
                    .and("von links nach rechts", LEFT_TO_RIGHT)
                    .and("rechts nach links", RIGHT_TO_LEFT)
                    .and("von rechts nach links", RIGHT_TO_LEFT)
                    .and("oben nach unten", TOP_TO_BOTTOM)
                    .and("von oben nach unten", TOP_TO_BOTTOM)
                    .and("unten nach oben", BOTTOM_TO_TOP)
                    .and("von unten nach oben", BOTTOM_TO_TOP)
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
