package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dancu.reconciliation.LearntModel;
import vn.dancu.reconciliation.LearntModels;
import vn.dancu.shared.Role;

/** {@code /linkage-model} (Mô hình so khớp): what the comparison learnt from the city. Sums only, so nothing is logged. */
@Controller
class LearntModelPage {
    /** A million weights are counted for it, and hardly change. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final LearntModels models;
    private final Briefly<Key, List<LearntModel>> drawn;

    private record Key(Role role, Locale language) {}

    LearntModelPage(LearntModels models, Clock clock) {
        this.models = models;
        this.drawn = Briefly.ofSlow(FRESH, clock);
    }

    @GetMapping("/linkage-model")
    String show(Viewer viewer, Model model) {
        model.addAttribute(
                "models",
                drawn.get(new Key(viewer.role(), Say.locale()), () -> models.all(viewer.actor(), Say.locale())));
        return "linkage-model";
    }
}
