#!/usr/bin/env bash
# OpenCV: a GIF of 64 greys at the highest quality has four of them, fewer than at the lowest.
#
# A good guess: a GIF has up to 256 colours, so a picture of 64 (or of one) survives at the highest quality, whose colour table has 256
# places; and a higher quality is never the worse one.
#
# What happens: OpenCV 4.14.0 writes a ramp of 64 greys with four of them at IMWRITE_GIF_QUALITY 5 to 8, with black and white alone at 3
# and 4, and with 18 colours (not all of them grey) at the default of 2: by the mean error 8 is worse than 1 and 2. A picture
# of a single colour gets eight others at 8. imencode says true each time. IMWRITE_GIF_DITHER = 3, "no dither", beside quality 8 keeps each
# pixel as it is, as the JDK's ImageIO does without being asked. Where the colours count, set both or let another encoder write GIFs.
#
# Seen with org.bytedeco:opencv:4.14.0-1.5.14, OpenJDK 17.0.15, on 28 November 2026. Needs a JDK 17 or later, Maven, Maven Central, and
# Linux or macOS.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case "$(uname -sm)" in
  "Linux x86_64") platform=linux-x86_64 ;; "Linux aarch64") platform=linux-arm64 ;;
  "Darwin arm64") platform=macosx-arm64 ;; *) platform=macosx-x86_64 ;;
esac
native() { # ARTIFACT VERSION: its classes and the natives of this platform
  echo "<dependency><groupId>org.bytedeco</groupId><artifactId>$1</artifactId><version>$2</version></dependency>"
  echo "<dependency><groupId>org.bytedeco</groupId><artifactId>$1</artifactId><version>$2</version><classifier>$platform</classifier></dependency>"
}
cat > "$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    $(native javacpp 1.5.14) $(native openblas 0.3.31-1.5.13) $(native opencv 4.14.0-1.5.14)
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

cat > "$work/Gif.java" <<'JAVA'
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_GIF_DITHER;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_GIF_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes a picture as GIF in several ways and reads each by ImageIO. */
public class Gif {

    static final int SIDE = 64;

    public static void main(String[] args) throws IOException {
        BufferedImage greys = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        BufferedImage orange = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                greys.setRGB(x, y, 0x010101 * 4 * x);
                orange.setRGB(x, y, 0xC8783C);
            }
        }
        all("64 greys", greys);
        all("one colour", orange);
    }

    static void all(String what, BufferedImage picture) throws IOException {
        show(what + ", OpenCV as it is", picture, openCv(picture));
        for (int quality : new int[] {1, 4, 5, 8}) {
            show(what + ", OpenCV, quality " + quality, picture, openCv(picture, IMWRITE_GIF_QUALITY, quality));
        }
        show(what + ", OpenCV, quality 8, no dither", picture, openCv(picture, IMWRITE_GIF_QUALITY, 8, IMWRITE_GIF_DITHER, 3));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "gif", file);
        show(what + ", ImageIO", picture, file.toByteArray());
    }

    static byte[] openCv(BufferedImage picture, int... settings) {
        Mat bgr = new Mat(SIDE, SIDE, CV_8UC3);
        UByteIndexer pixels = bgr.createIndexer();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    pixels.put(y, x, channel, picture.getRGB(x, y) >> 8 * channel & 255);
                }
            }
        }
        BytePointer file = new BytePointer();
        if (!imencode(".gif", bgr, file, new IntPointer(settings))) {
            throw new IllegalStateException("not written");
        }
        byte[] bytes = new byte[(int) file.limit()];
        file.get(bytes);
        return bytes;
    }

    static void show(String what, BufferedImage before, byte[] file) throws IOException {
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(file));
        Set<Integer> colours = new HashSet<>();
        int kept = 0;
        int error = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int was = before.getRGB(x, y);
                int is = after.getRGB(x, y);
                colours.add(is);
                kept += was == is ? 1 : 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    error += Math.abs((was >> shift & 255) - (is >> shift & 255));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: colours %d, pixels kept %d of %d, mean error %.0f%n",
                what,
                colours.size(),
                kept,
                SIDE * SIDE,
                error / (3.0 * SIDE * SIDE));
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep '^opencv.*[0-9].jar'
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp "$work/lib/*" "$work/Gif.java" 2>"$work/errors" | tee "$work/seen" || { cat "$work/errors"; exit 1; }

if diff "$work/seen" - <<'SEEN'
64 greys, OpenCV as it is: colours 18, pixels kept 64 of 4096, mean error 17
64 greys, OpenCV, quality 1: colours 8, pixels kept 64 of 4096, mean error 16
64 greys, OpenCV, quality 4: colours 2, pixels kept 64 of 4096, mean error 84
64 greys, OpenCV, quality 5: colours 4, pixels kept 64 of 4096, mean error 27
64 greys, OpenCV, quality 8: colours 4, pixels kept 64 of 4096, mean error 27
64 greys, OpenCV, quality 8, no dither: colours 64, pixels kept 4096 of 4096, mean error 0
64 greys, ImageIO: colours 64, pixels kept 4096 of 4096, mean error 0
one colour, OpenCV as it is: colours 8, pixels kept 0 of 4096, mean error 23
one colour, OpenCV, quality 1: colours 1, pixels kept 0 of 4096, mean error 29
one colour, OpenCV, quality 4: colours 8, pixels kept 0 of 4096, mean error 101
one colour, OpenCV, quality 5: colours 8, pixels kept 0 of 4096, mean error 38
one colour, OpenCV, quality 8: colours 8, pixels kept 0 of 4096, mean error 38
one colour, OpenCV, quality 8, no dither: colours 1, pixels kept 4096 of 4096, mean error 0
one colour, ImageIO: colours 1, pixels kept 4096 of 4096, mean error 0
SEEN
then echo "As found: at the highest quality OpenCV's GIF has lost the colours that it has room for."
else echo "No longer as found."; exit 1; fi
