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
        Boolean inDegrees = null;
        String wrong = places.length() > LONGEST ? "…" : null;
        for (String line : wrong == null ? places.lines().toList() : List.<String>of()) {
            if (!line.isBlank() && wrong == null) {
                Placed placed = placed(line, viewer);
                boolean degrees = isInDegrees(line);
                // Kilometres from one point and degrees from another would lay neighbours far apart.
                if (placed == null || (inDegrees != null && inDegrees != degrees)) {
                    wrong = line.length() > 80 ? line.substring(0, 80) + "…" : line;
                } else {
                    read.add(placed);
                    inDegrees = degrees;
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

    /** Việt Nam lies between 8 and 24 degrees north, 102 and 110 east; no city is a hundred kilometres wide. */
    private static boolean isInDegrees(String line) {
        String[] parts = line.split("[;\t]", -1);
        return parts.length == 4
                && number(parts[2]) >= 8
                && number(parts[2]) <= 24
                && number(parts[3]) >= 102
                && number(parts[3]) <= 110;
    }

    /** Not a number where it cannot be read. */
    private static double number(String written) {
        try {
            return Double.parseDouble(written.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * {@code 00691; Tổ 3; 1,25; -0,4}: unit, group (empty: the unit's centre), kilometres east and north; or latitude and
     * longitude: {@code 00691; Tổ 3; 22,8241; 104,9790}. Null when unreadable.
     */
    private static @Nullable Placed placed(String line, Viewer viewer) {
        String[] parts = line.split("[;\t]", -1);
        if (parts.length != 4 || !viewer.actor().scope().communes().contains(parts[0].strip())) {
            return null;
        }
        double first = number(parts[2]);
        double second = number(parts[3]);
        if (isInDegrees(line)) {
            return Placed.ofDegrees(parts[0].strip(), parts[1].strip(), first, second);
        }
        boolean isNear = Math.abs(first) <= FARTHEST && Math.abs(second) <= FARTHEST;
        return isNear ? new Placed(parts[0].strip(), parts[1].strip(), "", first, second) : null;
    }
}
