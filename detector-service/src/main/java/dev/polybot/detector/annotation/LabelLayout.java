package dev.polybot.detector.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places label plates one after the other, always inside the picture: on top of their boxes, or, where a plate would hide
 * another one or a small thing, at another place near by.
 */
final class LabelLayout {

    /** So many plate heights a plate may slide from its box to find a free place. */
    private static final int SLIDES = 4;

    /** Two plates on each other are unreadable; a plate on a large box hides little of it. */
    private static final double PLATE_COST = 10;

    /** Decides between places that hide equally much: the first ones are the nearest. */
    private static final double RANK_COST = 0.02;

    private final CanvasSize canvas;
    private final List<Area> boxes;
    private final List<Area> plates = new ArrayList<>();

    /**
     * An empty layout.
     *
     * @param boxes of all things in the picture
     */
    LabelLayout(CanvasSize canvas, List<Area> boxes) {
        this.canvas = canvas;
        this.boxes = List.copyOf(boxes);
    }

    /**
     * Where the plate goes.
     *
     * @param box what it names
     */
    Area place(Area box, int plateWidth, int plateHeight) {
        List<Area> places =
                places(box, new Area(box.x(), box.y() - plateHeight, plateWidth, plateHeight))
                        .map(place -> place.within(canvas))
                        .toList();
        Area best =
                IntStream.range(0, places.size())
                        .boxed()
                        .min(Comparator.comparingDouble(i -> cost(places.get(i)) + i * RANK_COST))
                        .map(places::get)
                        .orElseThrow();
        plates.add(best);
        return best;
    }

    private double cost(Area place) {
        double hiddenPlates =
                plates.stream().mapToDouble(plate -> plate.shareCoveredBy(place)).sum();
        double hiddenThings = boxes.stream().mapToDouble(box -> box.shareCoveredBy(place)).sum();
        return PLATE_COST * hiddenPlates + hiddenThings;
    }

    private static Stream<Area> places(Area box, Area above) {
        int atRight = box.right() - above.width();
        Area outside = above.y() >= 0 ? above : above.at(box.x(), box.y());
        Stream<Area> corners =
                Stream.of(
                        outside,
                        outside.at(atRight, outside.y()),
                        above.at(box.x(), box.bottom()),
                        above.at(atRight, box.bottom()),
                        above.at(box.right(), box.y()),
                        above.at(box.x() - above.width(), box.y()),
                        above.at(box.x(), box.y()),
                        above.at(atRight, box.y()));
        Stream<Area> slides =
                IntStream.rangeClosed(1, SLIDES)
                        .map(step -> step * above.height())
                        .boxed()
                        .flatMap(
                                way ->
                                        Stream.of(
                                                above.at(box.x(), above.y() - way),
                                                above.at(box.x(), box.bottom() + way),
                                                above.at(box.x(), box.y() + way)));
        return Stream.concat(corners, slides);
    }
}
