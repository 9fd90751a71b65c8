package dev.polybot.detector;

import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.model.detection.ModelInfo;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the model in use at /actuator/info. */
@Component
class ModelInfoContributor implements InfoContributor {

    private final DetectorInUse detectorInUse;

    ModelInfoContributor(DetectorInUse detectorInUse) {
        this.detectorInUse = detectorInUse;
    }

    @Override
    public void contribute(Info.Builder info) {
        YoloDetector detector = detectorInUse.ifLoaded();
        if (detector != null) {
            info.withDetail("model", details(detector.model()));
        }
    }

    private static Map<String, String> details(ModelInfo model) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", model.name());
        details.put("version", model.version());
        if (model.notice() != null) {
            details.put("notice", model.notice());
        }
        return details;
    }
}
