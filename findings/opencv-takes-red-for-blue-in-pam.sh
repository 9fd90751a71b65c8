#!/usr/bin/env bash
# OpenCV: red and blue change places in PAM files, of a picture with alpha only for one of two ways to read it.
#
# A good guess: a decoder gives BGR, whatever the order in the file, and an encoder writes the file's order; so another program sees the
# colours that OpenCV saw, and IMREAD_COLOR and IMREAD_UNCHANGED agree which channel is red.
#
# What happens: Netpbm's PAM has the tuple types RGB and RGB_ALPHA, in this order. OpenCV 4.14.0 copies the bytes as they are. A red
# picture that it writes is blue to TwelveMonkeys' reader, a red file of type RGB is blue to OpenCV; one of type RGB_ALPHA is red with
# IMREAD_COLOR, and blue with IMREAD_UNCHANGED. Writing and reading with OpenCV alone hides it. And what it writes of a picture with
# alpha or of 16 bits, unless told IMWRITE_PAM_TUPLETYPE, it reports as written and does not read again at all. PPM is right each time.
#
# Seen with org.bytedeco:opencv:4.14.0-1.5.14 and com.twelvemonkeys.imageio:imageio-pnm:3.12.0, OpenJDK 17.0.15, on 28 November 2026.
# Needs a JDK 17 or later, Maven, Maven Central, and Linux or macOS.
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
    <dependency><groupId>com.twelvemonkeys.imageio</groupId><artifactId>imageio-pnm</artifactId><version>3.12.0</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib"

cat > "$work/Red.java" <<'JAVA'
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PAM_FORMAT_RGB;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PAM_TUPLETYPE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Pictures of four pixels, all of them red. */
public class Red {

    public static void main(String[] args) throws IOException {
        Mat red = new Mat(2, 2, CV_8UC3, new Scalar(0, 0, 255, 0));
        show("PPM written by OpenCV", written(".ppm", red));
        show("PAM written by OpenCV as RGB", written(".pam", red, IMWRITE_PAM_TUPLETYPE, IMWRITE_PAM_FORMAT_RGB));
        show("PPM by hand", "P6 2 2 255\n", "\u00ff\0\0", 4);
        show("PAM by hand, RGB", "P7\nWIDTH 2\nHEIGHT 2\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n", "\u00ff\0\0", 4);
        show(
                "PAM by hand, RGB_ALPHA",
                "P7\nWIDTH 2\nHEIGHT 2\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
                "\u00ff\0\0\u00ff",
                4);
        again("8 bits, 3 channels", new Mat(2, 2, CV_8UC3));
        again("8 bits, 4 channels", new Mat(2, 2, CV_8UC4));
        again("16 bits, 1 channel", new Mat(2, 2, CV_16UC1));
        again("16 bits, 3 channels", new Mat(2, 2, CV_16UC3));
    }

    static byte[] written(String type, Mat picture, int... settings) {
        BytePointer file = new BytePointer();
        if (!imencode(type, picture, file, new IntPointer(settings))) {
            throw new IllegalStateException("not written");
        }
        byte[] bytes = new byte[(int) file.limit()];
        file.get(bytes);
        return bytes;
    }

    static Mat read(byte[] file, int mode) {
        return imdecode(new Mat(1, file.length, CV_8UC1, new BytePointer(file)), mode);
    }

    static void again(String what, Mat picture) {
        String outcome = read(written(".pam", picture), IMREAD_UNCHANGED).empty() ? "not read" : "read";
        System.out.println("PAM of " + what + ": written, " + outcome);
    }

    static void show(String what, String header, String pixel, int pixels) throws IOException {
        show(what, (header + pixel.repeat(pixels)).getBytes(ISO_8859_1));
    }

    static void show(String what, byte[] file) throws IOException {
        int rgb = ImageIO.read(new ByteArrayInputStream(file)).getRGB(0, 0);
        System.out.println(
                what
                        + ": TwelveMonkeys "
                        + name(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255)
                        + ", OpenCV IMREAD_COLOR "
                        + name(read(file, IMREAD_COLOR))
                        + ", IMREAD_UNCHANGED "
                        + name(read(file, IMREAD_UNCHANGED)));
    }

    static String name(Mat bgr) {
        UByteIndexer pixels = bgr.createIndexer();
        return name(pixels.get(0, 0, 2), pixels.get(0, 0, 1), pixels.get(0, 0, 0));
    }

    static String name(int red, int green, int blue) {
        return red == 255 && green == 0 && blue == 0 ? "red" : red == 0 && green == 0 && blue == 255 ? "blue" : "neither";
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep -E '^opencv.*[0-9].jar|imageio-pnm'
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp "$work/lib/*" "$work/Red.java" 2>"$work/errors" | tee "$work/seen" || { cat "$work/errors"; exit 1; }

if diff "$work/seen" - <<'SEEN'
PPM written by OpenCV: TwelveMonkeys red, OpenCV IMREAD_COLOR red, IMREAD_UNCHANGED red
PAM written by OpenCV as RGB: TwelveMonkeys blue, OpenCV IMREAD_COLOR red, IMREAD_UNCHANGED red
PPM by hand: TwelveMonkeys red, OpenCV IMREAD_COLOR red, IMREAD_UNCHANGED red
PAM by hand, RGB: TwelveMonkeys red, OpenCV IMREAD_COLOR blue, IMREAD_UNCHANGED blue
PAM by hand, RGB_ALPHA: TwelveMonkeys red, OpenCV IMREAD_COLOR red, IMREAD_UNCHANGED blue
PAM of 8 bits, 3 channels: written, read
PAM of 8 bits, 4 channels: written, not read
PAM of 16 bits, 1 channel: written, not read
PAM of 16 bits, 3 channels: written, not read
SEEN
then echo "As found: OpenCV's PAM has red where others have blue, and some of it OpenCV does not read again."
else echo "No longer as found."; exit 1; fi
