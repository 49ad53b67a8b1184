package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the head of every page needs. */
@ControllerAdvice
class PageAdvice {
    private final Viewers viewers;
    private final Map<String, Object> speakers;

    PageAdvice(
            Viewers viewers,
            Say say,
            SourceSheets sheets,
            JsonText json,
            StepDetails details,
            OfficerNames officers,
            QueueRemarks remarks) {
        this.viewers = viewers;
        this.speakers = Map.of(
                "say",
                say,
                "sheets",
                sheets,
                "json",
                json,
                "details",
                details,
                "officers",
                officers,
                "remarks",
                remarks);
    }

    @ModelAttribute
    void head(Model model, HttpServletRequest request) {
        Optional<Viewer> viewer = viewers.current();
        model.addAttribute("me", viewer.orElse(null));
        model.addAttribute(
                "menu", viewer.map(someone -> Menu.of(someone.role())).orElse(List.of()));
        model.addAttribute("lang", Say.locale().getLanguage().equals("en") ? "en" : "vi");
        model.addAttribute("theme", Theme.of(request));
        model.addAllAttributes(speakers);
        model.addAttribute("address", request.getRequestURI());
        model.addAttribute("keeping", keeping(request.getQueryString()));
    }

    /** The beginning of an address that asks the same of this page again, in another language or other colours. */
    private static String keeping(@Nullable String asked) {
        String query = UriComponentsBuilder.newInstance()
                .query(asked == null ? "" : asked)
                .replaceQueryParam("lang")
                .replaceQueryParam("theme")
                .build()
                .getQuery();
        return query == null || query.isEmpty() ? "?" : "?" + query + "&";
    }
}
