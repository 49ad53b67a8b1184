package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.verification.Placed;
import vn.dancu.verification.Schedules;

/** {@code /verification/places}: where units and groups lie, typed or pasted line by line; the calendar reckons ways from it. */
@Controller
class PlacesPage {
    static final int LONGEST = 50_000;
    private static final double FARTHEST = 300;

    private final Schedules schedules;
    private final CalendarPage calendar;
    private final Say say;

    PlacesPage(Schedules schedules, CalendarPage calendar, Say say) {
        this.schedules = schedules;
        this.calendar = calendar;
        this.say = say;
    }

    @PostMapping("/verification/places")
    String set(
            @RequestParam(defaultValue = "") String places,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        List<Placed> read = new ArrayList<>();
        String wrong = places.length() > LONGEST ? "…" : null;
        for (String line : wrong == null ? places.lines().toList() : List.<String>of()) {
            if (!line.isBlank() && wrong == null) {
                Placed placed = placed(line, viewer);
                if (placed == null) {
                    wrong = line.length() > 80 ? line.substring(0, 80) + "…" : line;
                } else {
                    read.add(placed);
                }
            }
        }
        if (wrong != null || read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "refused", say.text("web.verify.places.refused", Map.of("line", wrong == null ? "" : wrong)));
            model.addAttribute("typedPlaces", places);
            return calendar.show("", viewer, model);
        }
        schedules.place(read, viewer.actor());
        then.addFlashAttribute("done", say.text("web.verify.places.set", Map.of("n", String.valueOf(read.size()))));
        return "redirect:/verification/calendar";
    }

    /** {@code 00691; Tổ 3; 1,25; -0,4}: unit, group (empty: the unit's centre), kilometres east and north; null when unreadable. */
    private static @Nullable Placed placed(String line, Viewer viewer) {
        String[] parts = line.split("[;\t]", -1);
        if (parts.length != 4 || !viewer.actor().scope().communes().contains(parts[0].strip())) {
            return null;
        }
        try {
            double east = Double.parseDouble(parts[2].strip().replace(',', '.'));
            double north = Double.parseDouble(parts[3].strip().replace(',', '.'));
            boolean isNear = Math.abs(east) <= FARTHEST && Math.abs(north) <= FARTHEST;
            return isNear ? new Placed(parts[0].strip(), parts[1].strip(), "", east, north) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
