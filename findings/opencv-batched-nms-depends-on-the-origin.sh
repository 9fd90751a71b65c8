#!/usr/bin/env bash
# OpenCV: NMSBoxesBatched drops boxes of other classes when the same picture is described from another origin.
#
# A good guess: non-maximum suppression looks at overlaps, and the batched form never lets boxes of different classes suppress one
# another. Moving all boxes by the same distance changes neither, so the same boxes are kept.
#
# What happens: OpenCV 4.14.0 keeps classes apart by moving each class's boxes right and down by its number times the largest coordinate
# and one, and the largest is never below zero. Where coordinates are negative that is not far enough. Three boxes of three classes in one place are
# all kept, and one of them once all are moved by -1000: their classes lie a pixel apart. With the origin in the picture's centre a box is
# dropped that touches no other: moved, it comes to lie on one of another class. NMSBoxes, called once for each class, keeps all of
# them in each case. Boxes that only reach a little over the picture's edge do no harm; coordinates counted from a centre, from a
# later tile or on a map do. Move such boxes before the call, or call NMSBoxes for each class.
#
# Seen with org.bytedeco:opencv:4.14.0-1.5.14, OpenJDK 17.0.15, on 28 November 2026. Its documentation does not ask for positive
# coordinates. Needs a JDK 17 or later, Maven, Maven Central, and Linux or macOS.
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

cat > "$work/Boxes.java" <<'JAVA'
import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxes;
import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxesBatched;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Rect2d;
import org.bytedeco.opencv.opencv_core.Rect2dVector;

public class Boxes {

    static final double[][] TOGETHER = {{10, 10, 50, 80}, {12, 12, 50, 80}, {11, 11, 50, 80}};
    static final double[][] APART = {{20, 40, 100, 100}, {321, 341, 100, 100}, {520, 370, 100, 100}};

    public static void main(String[] args) {
        for (double moved : new double[] {0, 1000, -30, -1000}) {
            show("together, moved by " + (int) moved, TOGETHER, moved, moved, 0, 1, 2);
        }
        show("apart, from the picture's corner", APART, 0, 0, 1, 0, 0);
        show("apart, from the centre of 640x480", APART, -320, -240, 1, 0, 0);
    }

    static void show(String what, double[][] places, double right, double down, int... classes) {
        List<Rect2d> boxes = Arrays.stream(places).map(at -> new Rect2d(at[0] + right, at[1] + down, at[2], at[3])).toList();
        float[] scores = {0.7f, 0.9f, 0.8f};
        List<Integer> all = new ArrayList<>(batched(boxes, scores, classes));
        Collections.sort(all);
        System.out.println(what + ": batched keeps " + all + ", class by class " + classByClass(boxes, scores, classes));
    }

    static List<Integer> batched(List<Rect2d> boxes, float[] scores, int[] classes) {
        IntPointer kept = new IntPointer();
        NMSBoxesBatched(
                new Rect2dVector(boxes.toArray(Rect2d[]::new)), new FloatPointer(scores), new IntPointer(classes), 0.1f, 0.5f, kept);
        return list(kept);
    }

    static List<Integer> classByClass(List<Rect2d> boxes, float[] scores, int[] classes) {
        List<Integer> all = new ArrayList<>();
        for (int wanted = 0; wanted < 3; wanted++) {
            List<Integer> its = new ArrayList<>();
            for (int i = 0; i < classes.length; i++) {
                if (classes[i] == wanted) {
                    its.add(i);
                }
            }
            float[] itsScores = new float[its.size()];
            for (int i = 0; i < itsScores.length; i++) {
                itsScores[i] = scores[its.get(i)];
            }
            IntPointer kept = new IntPointer();
            if (!its.isEmpty()) {
                NMSBoxes(
                        new Rect2dVector(its.stream().map(boxes::get).toArray(Rect2d[]::new)),
                        new FloatPointer(itsScores),
                        0.1f,
                        0.5f,
                        kept);
                list(kept).forEach(i -> all.add(its.get(i)));
            }
        }
        Collections.sort(all);
        return all;
    }

    static List<Integer> list(IntPointer indices) {
        int[] array = new int[(int) indices.limit()];
        indices.get(array);
        return Arrays.stream(array).boxed().toList();
    }
}
JAVA

java -version 2>&1 | head -1
ls "$work/lib" | grep '^opencv.*[0-9].jar'
echo "three boxes each time, of different classes where they are together:"
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp "$work/lib/*" "$work/Boxes.java" 2>"$work/errors" | tee "$work/seen" || { cat "$work/errors"; exit 1; }

if diff "$work/seen" - <<'SEEN'
together, moved by 0: batched keeps [0, 1, 2], class by class [0, 1, 2]
together, moved by 1000: batched keeps [0, 1, 2], class by class [0, 1, 2]
together, moved by -30: batched keeps [0, 1, 2], class by class [0, 1, 2]
together, moved by -1000: batched keeps [1], class by class [0, 1, 2]
apart, from the picture's corner: batched keeps [0, 1, 2], class by class [0, 1, 2]
apart, from the centre of 640x480: batched keeps [1, 2], class by class [0, 1, 2]
SEEN
then echo "As found: which boxes are kept depends on where the origin lies."
else echo "No longer as found."; exit 1; fi
