package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.reference.Boundaries;
import vn.dancu.reference.BoundaryImport;

/** {@code /boundaries} (Ranh giới), for the administrator: outlines of units for the map. */
@Controller
class BoundariesPage {
    private final Boundaries boundaries;
    private final BoundaryImport imports;
    private final Say say;

    BoundariesPage(Boundaries boundaries, BoundaryImport imports, Say say) {
        this.boundaries = boundaries;
        this.imports = imports;
        this.say = say;
    }

    @GetMapping("/boundaries")
    String show(Model model) {
        model.addAttribute("have", boundaries.current());
        return "boundaries";
    }

    @PostMapping("/boundaries")
    String take(
            @RequestParam MultipartFile file,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then)
            throws IOException {
        Path copy = Files.createTempFile("dancu-boundaries", ".geojson");
        BoundaryImport.Result result;
        try {
            file.transferTo(copy);
            result = imports.importGeoJson(copy, viewer.actor());
        } finally {
            Files.deleteIfExists(copy);
        }
        if (result instanceof BoundaryImport.Result.Taken taken) {
            then.addFlashAttribute(
                    "done",
                    say.text(
                            "web.boundaries.taken",
                            Map.of("units", say.number(taken.units()), "points", say.number(taken.points()))));
            return "redirect:/boundaries";
        }
        BoundaryImport.Result.Refused refused = (BoundaryImport.Result.Refused) result;
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String why = say.text("boundary." + refused.why());
        model.addAttribute(
                "refused",
                refused.feature() == 0
                        ? say.text("web.boundaries.refused", Map.of("why", why))
                        : say.text(
                                "web.boundaries.refused-at",
                                Map.of("why", why, "n", String.valueOf(refused.feature()))));
        return show(model);
    }
}
