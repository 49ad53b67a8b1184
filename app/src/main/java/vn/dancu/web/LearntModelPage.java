package vn.dancu.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dancu.reconciliation.LearntModels;

/** {@code /linkage-model} (Mô hình so khớp): what the comparison learnt from the city. Sums only, so nothing is logged. */
@Controller
class LearntModelPage {
    private final LearntModels models;

    LearntModelPage(LearntModels models) {
        this.models = models;
    }

    @GetMapping("/linkage-model")
    String show(Viewer viewer, Model model) {
        model.addAttribute("models", models.all(viewer.actor(), Say.locale()));
        return "linkage-model";
    }
}
