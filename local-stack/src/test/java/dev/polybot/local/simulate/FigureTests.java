package dev.polybot.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

class FigureTests {

    private static final Study.Fleet FLEET = new Study.Fleet(0.7, 2, 243, 2, 36, 1, 19, 0.0466);

    @Test
    void drawsEachPolicyWithItsTimesItsCostAndItsDetectors() throws Exception {
        Study study = Study.of("at-once", 100, 1, Path.of("at-once"), 1, FLEET);

        String svg = study.svg("a <trace> & more");

        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("aria-label"))
                .isEqualTo("a <trace> & more");
        int policies = study.csv().lines().toList().size() - 1;
        assertThat(svg.split("class=\"money\"", -1)).hasSize(policies + 1);
        assertThat(svg.split("class=\"area\"", -1)).hasSize(policies + 1);
        assertThat(svg).doesNotContain("NaN", "Infinity");
        assertThat(study.html("a trace", 60)).contains("<svg", "The cheapest that meets the goal");
    }

    @Test
    void showsWhenMachinesRanAndHowLongThoseWhoCameThenWaited() {
        History history = new History(3);
        history.machines(0, 1);
        history.machines(50, 3);
        history.machines(60, 2);
        history.answer(5, 7);
        history.answer(6, 9);
        history.answer(95, 1);

        assertThat(history.mostMachines(10, 100)).containsExactly(1, 1, 1, 1, 1, 3, 3, 2, 2, 2);
        assertThat(history.tails(10, 100)).startsWith(9, Double.NaN).endsWith(Double.NaN, 1);
    }
}
