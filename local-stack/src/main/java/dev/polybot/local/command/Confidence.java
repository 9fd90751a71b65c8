package dev.polybot.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.math.BigDecimal;

/** A confidence on the command line, as the chat takes it: 0.4, 0,4 and 40% are the same. */
final class Confidence implements ITypeConverter<Double> {

    @Override
    public Double convert(String value) {
        if (value.matches("(\\d{1,3}([.,]\\d{0,9})?|[.,]\\d{1,9})( ?%)?")) {
            BigDecimal number = new BigDecimal(value.replace(',', '.').replaceAll("[ %]", ""));
            double share = number.movePointLeft(value.endsWith("%") ? 2 : 0).doubleValue();
            if (share > 0 && share <= 1) {
                return share;
            }
        }
        throw new TypeConversionException(
                "a confidence is over 0 and at most 1, such as 0.4 or 40%, and not " + value);
    }
}
