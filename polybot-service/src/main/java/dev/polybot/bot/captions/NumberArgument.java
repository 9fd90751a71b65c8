package dev.polybot.bot.captions;

/**
 * A number as typed in a caption, which its action parses and checks against its range.
 *
 * @param typed as a {@link Token.Numeral} holds it
 */
record NumberArgument(String typed, Keyword keyword) {

    /** More digits are no number that any action takes. */
    private static final int MAX_DIGITS = 9;

    private static final double PERCENT = 100;

    /** It as a whole number within limits. */
    int whole(int least, int most) throws CaptionParseException {
        if (typed.length() > MAX_DIGITS || !typed.matches("\\d+")) {
            throw outOfRange();
        }
        int value = Integer.parseInt(typed);
        if (value < least || value > most) {
            throw outOfRange();
        }
        return value;
    }

    /**
     * It as a part of 1: 0.4, 0,4 and 40% are the same. 40 alone can only mean 40%, which the reading is told it was corrected to.
     */
    double share(TokenStream reading) throws CaptionParseException {
        if (typed.matches(Tokenizer.CALCULATION)) {
            throw outOfRange();
        }
        double value = Double.parseDouble(typed.replace(',', '.').replaceAll("[% ]", ""));
        boolean percent = typed.endsWith("%");
        if (!percent && value > 1) {
            reading.markCorrected();
            percent = true;
        }
        double share = percent ? value / PERCENT : value;
        if (!(share >= 0 && share <= 1)) {
            throw outOfRange();
        }
        return share;
    }

    CaptionParseException outOfRange() {
        return new CaptionParseException(new CaptionProblem.OutOfRange(typed, keyword), keyword);
    }
}
