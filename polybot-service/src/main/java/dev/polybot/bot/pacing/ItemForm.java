package dev.polybot.bot.pacing;

import static dev.polybot.bot.aws.Attributes.number;
import static dev.polybot.bot.aws.Attributes.string;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;

/** How a value lies in an item of the state table. */
interface ItemForm<S> {

    S initial();

    Map<String, AttributeValue> write(S value);

    S read(Map<String, AttributeValue> item);

    ItemForm<Line> LINE =
            new ItemForm<>() {
                @Override
                public Line initial() {
                    return Line.EMPTY;
                }

                @Override
                public Map<String, AttributeValue> write(Line line) {
                    List<AttributeValue> places =
                            line.places().stream().map(ItemForm::placeItem).toList();
                    return Map.of(
                            "places", AttributeValue.fromL(places),
                            "tat", number(line.tat()),
                            "heldUntil", number(line.heldUntil()));
                }

                @Override
                public Line read(Map<String, AttributeValue> item) {
                    AttributeValue places = item.get("places");
                    return new Line(
                            places == null
                                    ? List.of()
                                    : places.l().stream().map(ItemForm::placeIn).toList(),
                            millis(item, "tat"),
                            millis(item, "heldUntil"));
                }
            };

    ItemForm<Flow> FLOW =
            new ItemForm<>() {
                @Override
                public Flow initial() {
                    return Flow.EMPTY;
                }

                @Override
                public Map<String, AttributeValue> write(Flow flow) {
                    return Map.of(
                            "tat", number(flow.tat()),
                            "heldUntil", number(flow.heldUntil()),
                            "toldIn", string(flow.toldIn()),
                            "toldUntil", number(flow.toldUntil()));
                }

                @Override
                public Flow read(Map<String, AttributeValue> item) {
                    AttributeValue toldIn = item.get("toldIn");
                    return new Flow(
                            millis(item, "tat"),
                            millis(item, "heldUntil"),
                            toldIn == null ? "" : toldIn.s(),
                            millis(item, "toldUntil"));
                }
            };

    private static AttributeValue placeItem(Place place) {
        return AttributeValue.fromM(
                Map.of(
                        "ticket", string(place.ticket()),
                        "holder", string(place.holder()),
                        "messages", number(place.messages()),
                        "until", number(place.until())));
    }

    private static Place placeIn(AttributeValue place) {
        Map<String, AttributeValue> fields = place.m();
        return new Place(
                text(fields, "ticket"),
                text(fields, "holder"),
                Math.toIntExact(millis(fields, "messages")),
                millis(fields, "until"));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? "" : value.s();
    }

    private static long millis(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }
}
