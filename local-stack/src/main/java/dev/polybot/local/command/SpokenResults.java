package dev.polybot.local.command;

import dev.polybot.local.predict.Photo;
import dev.polybot.local.predict.PhotoResult;
import dev.polybot.local.predict.ResultFormat;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Results for people: a few lines for one photo, and for many a line each, below each other like a table. */
final class SpokenResults implements ResultFormat {

    private static final int WIDEST_NAME = 40;

    private final Terminal out;
    private final Terminal troubles;
    private final boolean one;
    private final int nameWidth;
    private final long start = System.nanoTime();
    private @Nullable Path firstSaved;
    private String notice = "";
    private int photos;
    private int saved;
    private int things;
    private int failed;
    private int missing;

    /**
     * @param photos those that are asked for
     */
    SpokenResults(Terminal out, Terminal troubles, List<Photo> photos) {
        this.out = out;
        this.troubles = troubles;
        this.one = photos.size() == 1;
        this.nameWidth =
                photos.stream()
                        .mapToInt(photo -> name(photo).length())
                        .filter(width -> width <= WIDEST_NAME)
                        .max()
                        .orElse(0);
    }

    @Override
    public void add(PhotoResult result) {
        photos++;
        if (!result.succeeded()) {
            failed++;
            String name = name(result.photo());
            troubles.trouble(one ? name + ": " + result.trouble() : row(name, result.trouble()));
            return;
        }
        things += result.boxes().size();
        notice = result.notice();
        if (result.file() != null) {
            saved++;
            firstSaved = firstSaved == null ? result.file() : firstSaved;
        }
        if (one) {
            sayAlone(result);
        } else {
            out.done(row(name(result.photo()), found(result) + "  " + took(result) + as(result)));
        }
    }

    private void sayAlone(PhotoResult result) {
        String place =
                result.file() == null ? "" : "Saved " + out.strong(printable(result.file())) + ' ';
        out.line(
                result.summary()
                        + '\n'
                        + place
                        + out.faint('(' + Terminal.seconds(result.seconds()) + ')'));
    }

    @Override
    public void lost(List<Photo> rest, String why) {
        missing = rest.size();
        if (photos > 0) {
            end();
        }
    }

    @Override
    public void end() {
        if (!one) {
            out.line(
                    String.format(
                            Locale.ROOT,
                            "%d %s in %s, %s found%s%s.",
                            photos,
                            photos == 1 ? "photo" : "photos",
                            Terminal.seconds((System.nanoTime() - start) / 1e9),
                            things == 1 ? "1 thing" : things + " things",
                            failed == 0 ? "" : "; " + failed + " could not be done",
                            missing == 0 ? "" : "; " + missing + " not done"));
            if (firstSaved != null) {
                out.line(
                        "Saved "
                                + out.strong(printable(firstSaved))
                                + (saved == 1 ? "." : " and " + (saved - 1) + " more beside it."));
            }
        }
        if (!notice.isBlank()) {
            out.line(out.faint(notice));
        }
    }

    private String row(String name, @Nullable String text) {
        return name + " ".repeat(Math.max(0, nameWidth - name.length())) + "  " + text;
    }

    private String found(PhotoResult result) {
        return result.boxes().isEmpty()
                ? out.faint("nothing")
                : result.summary().replaceFirst("^I found (.*)\\.$", "$1");
    }

    private String took(PhotoResult result) {
        return out.faint(Terminal.seconds(result.seconds()));
    }

    /** The name under which it was saved, where another file had the one that is expected. */
    private String as(PhotoResult result) {
        Path file = result.file();
        return file == null
                        || !String.valueOf(file.getFileName()).matches(".*-predicted-\\d+\\.\\w+")
                ? ""
                : out.faint(" as " + Terminal.printable(String.valueOf(file.getFileName())));
    }

    private static String name(Photo photo) {
        return Terminal.printable(photo.label());
    }

    private static String printable(Path file) {
        return Terminal.printable(file.toString());
    }
}
