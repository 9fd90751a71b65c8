package dev.polybot.local.command;

import dev.polybot.local.predict.PhotoResult;
import dev.polybot.local.predict.ResultFormat;

import java.util.Locale;

/** Results for people: a line for each of many photos, or a few lines for one. */
final class SpokenResults implements ResultFormat {

    private final Terminal out;
    private final Terminal troubles;
    private final int photos;
    private final long start = System.nanoTime();
    private String notice = "";
    private int things;
    private int failed;

    /**
     * @param photos how many there are
     */
    SpokenResults(Terminal out, Terminal troubles, int photos) {
        this.out = out;
        this.troubles = troubles;
        this.photos = photos;
    }

    @Override
    public void add(PhotoResult result) {
        String photo = Terminal.printable(result.photo().label());
        if (!result.succeeded()) {
            failed++;
            troubles.trouble(photo + ": " + result.trouble());
            return;
        }
        things += result.boxes().size();
        notice = result.notice();
        String saved =
                result.file() == null
                        ? ""
                        : " Saved " + out.strong(Terminal.printable(result.file().toString()));
        String took = out.faint(String.format(Locale.ROOT, "(%.1f s)", result.seconds()));
        out.line(
                photos == 1
                        ? result.summary() + '\n' + (saved + ' ' + took).strip()
                        : photo + ": " + result.summary() + saved + ' ' + took);
    }

    @Override
    public void end() {
        if (photos > 1) {
            out.line(
                    String.format(
                            Locale.ROOT,
                            "%d photos in %.1f s, %s found%s.",
                            photos,
                            (System.nanoTime() - start) / 1e9,
                            things == 1 ? "1 thing" : things + " things",
                            failed == 0 ? "" : "; " + failed + " could not be done"));
        }
        if (!notice.isBlank()) {
            out.line(out.faint(notice));
        }
    }
}
