package dev.polybot.detector;

import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.settings.DetectorSettings;
import dev.polybot.detector.settings.WorkerSettings;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the model in use and who works with it at /actuator/info. */
@Component
class ModelInfoContributor implements InfoContributor {

    private final DetectorInUse detectorInUse;
    private final WorkerSettings workers;

    ModelInfoContributor(DetectorInUse detectorInUse, DetectorSettings settings) {
        this.detectorInUse = detectorInUse;
        this.workers = settings.detector();
    }

    @Override
    public void contribute(Info.Builder info) {
        YoloDetector detector = detectorInUse.ifLoaded();
        if (detector != null) {
            info.withDetail("model", details(detector));
            info.withDetail("workers", workers.count());
        }
    }

    private static Map<String, Object> details(YoloDetector detector) {
        LocatedModel model = detector.located();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", model.info().name());
        details.put("version", model.info().version());
        details.put("engine", detector.engine());
        details.put("input", detector.input());
        details.put("layout", detector.layout());
        details.put("license", model.license());
        details.put("classes", detector.classes().size());
        details.put("shipped", model.isShipped());
        if (model.info().notice() != null) {
            details.put("notice", model.info().notice());
        }
        return details;
    }
}
