package vn.dancu.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dancu.shared.Json;

/** A map as JSON in an attribute of the page; templates call it {@code json}. Keys that are numbers keep their order there. */
@Component
public class JsonText {
    public String of(Map<String, String> values) {
        return Json.object(values);
    }
}
