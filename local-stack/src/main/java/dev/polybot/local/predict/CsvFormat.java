package dev.polybot.local.predict;

import java.io.PrintStream;
import java.util.Locale;

/** A header and a line for each thing that was found (RFC 4180); boxes in pixels from the upper left corner. */
public final class CsvFormat implements ResultFormat {

    private final PrintStream out;

    public CsvFormat(PrintStream out) {
        this.out = out;
        out.print("photo,class,confidence,x,y,width,height\r\n");
    }

    @Override
    public void add(PhotoResult result) {
        for (Box box : result.boxes()) {
            out.printf(
                    Locale.ROOT,
                    "%s,%s,%.6f,%.1f,%.1f,%.1f,%.1f\r\n",
                    quoted(result.photo().label()),
                    quoted(box.className()),
                    box.confidence(),
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height());
        }
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
