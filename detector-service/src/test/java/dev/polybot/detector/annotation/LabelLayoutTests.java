package dev.polybot.detector.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LabelLayoutTests {

    private static final CanvasSize CANVAS = CanvasSize.of(800, 600, 4096);

    @Test
    void aPlateSitsOnTopOfItsBox() {
        Area box = new Area(100, 200, 300, 200);

        assertThat(new LabelLayout(CANVAS, List.of(box)).place(box, 120, 24))
                .isEqualTo(new Area(100, 176, 120, 24));
    }

    @Test
    void aPlateOfABoxAtTheTopEdgeLiesWithinTheBox() {
        Area box = new Area(100, 5, 300, 400);

        assertThat(new LabelLayout(CANVAS, List.of(box)).place(box, 120, 24).y()).isEqualTo(5);
    }

    @Test
    void aPlateNeverLeavesThePicture() {
        for (Area box :
                List.of(
                        new Area(790, 300, 10, 10),
                        new Area(0, 0, 5, 5),
                        new Area(795, 595, 5, 5),
                        new Area(0, 0, 800, 600))) {
            Area plate = new LabelLayout(CANVAS, List.of(box)).place(box, 120, 24);

            assertThat(plate.x()).isBetween(0, 800 - 120);
            assertThat(plate.y()).isBetween(0, 600 - 24);
        }
    }

    @Test
    void platesOfThingsInOnePlaceMoveApart() {
        Area box = new Area(200, 200, 200, 300);
        LabelLayout layout = new LabelLayout(CANVAS, List.of(box));
        List<Area> plates = new ArrayList<>();

        for (int i = 0; i < 6; i++) {
            Area plate = layout.place(box, 120, 24);
            assertThat(plates).allSatisfy(other -> assertApart(plate, other));
            plates.add(plate);
        }
    }

    @Test
    void aPlateDoesNotHideASmallThingNearBy() {
        Area box = new Area(300, 300, 40, 40);
        Area small = new Area(310, 280, 12, 12);

        Area plate = new LabelLayout(CANVAS, List.of(box, small)).place(box, 120, 24);

        assertApart(plate, small);
    }

    @Test
    void aPlateThatIsWiderThanThePictureBeginsAtItsEdge() {
        CanvasSize narrow = CanvasSize.of(60, 700, 4096);
        Area box = new Area(30, 300, 20, 20);

        assertThat(new LabelLayout(narrow, List.of(box)).place(box, 120, 24).x()).isZero();
    }

    private static void assertApart(Area one, Area other) {
        assertThat(one.shareCoveredBy(other)).isZero();
    }
}
