package dev.polybot.detector.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Places label plates one after the other: on top of their boxes where there is room, else at another edge of the box, never
 * outside the picture and not over a plate placed before where that can be avoided.
 */
final class LabelLayout {

    /** So many plate heights a plate may slide along its box to find a free place. */
    private static final int SLIDES = 6;

    private final CanvasSize canvas;
    private final List<Area> taken = new ArrayList<>();

    LabelLayout(CanvasSize canvas) {
        this.canvas = canvas;
    }

    /**
     * Where the plate goes.
     *
     * @param box what it names
     */
    Area place(Area box, int plateWidth, int plateHeight) {
        Area plate = new Area(box.x(), box.y() - plateHeight, plateWidth, plateHeight);
        Area place =
                candidates(box, plate)
                        .map(area -> area.within(canvas))
                        .filter(area -> taken.stream().noneMatch(area::overlaps))
                        .findFirst()
                        .orElseGet(() -> preferred(box, plate).within(canvas));
        taken.add(place);
        return place;
    }

    private static Area preferred(Area box, Area plate) {
        return plate.y() >= 0 ? plate : plate.at(box.x(), box.y());
    }

    private static Stream<Area> candidates(Area box, Area plate) {
        int atRight = box.right() - plate.width();
        Stream<Area> corners =
                Stream.of(
                        preferred(box, plate),
                        plate.at(atRight, preferred(box, plate).y()),
                        plate.at(box.x(), box.y()),
                        plate.at(atRight, box.y()),
                        plate.at(box.x(), box.bottom()),
                        plate.at(atRight, box.bottom()));
        Stream<Area> insideDownwards =
                Stream.iterate(1, step -> step <= SLIDES, step -> step + 1)
                        .map(step -> plate.at(box.x(), box.y() + step * plate.height()));
        Stream<Area> upwards =
                Stream.iterate(1, step -> step <= SLIDES, step -> step + 1)
                        .map(step -> plate.at(box.x(), plate.y() - step * plate.height()));
        return Stream.of(corners, insideDownwards, upwards).flatMap(areas -> areas);
    }
}
