package dev.polybot.detector.tool;

import dev.polybot.detector.model.KnownModel;
import dev.polybot.detector.model.ModelCatalogue;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** The list of models as JSON. */
final class ListedModels {

    private ListedModels() {}

    static String toJson(List<ListedModel> here, ModelCatalogue catalogue) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode json = mapper.createObjectNode();
        json.set("here", mapper.valueToTree(here));
        ArrayNode known = json.putArray("known");
        for (KnownModel model : catalogue.models()) {
            KnownModel.Source source = model.source();
            ObjectNode node = known.addObject();
            node.put("name", model.name())
                    .put("license", model.license())
                    .put("map", model.map())
                    .put("mapFrom", "published")
                    .put("parameters", model.parameters())
                    .put(
                            "how",
                            model.isShipped() ? "shipped" : source == null ? "export" : "fetch");
            if (source != null) {
                node.put("bytes", source.bytes());
            }
        }
        return mapper.writeValueAsString(json);
    }
}
