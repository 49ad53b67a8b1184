package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dancu.intake.Notes;

/** Once a page took what was written, the draft of it goes; a page that refused keeps it ({@code kept}, of keep.js). */
@Component
class SentNotes implements HandlerInterceptor {
    private final Notes notes;
    private final Viewers viewers;

    SentNotes(Notes notes, Viewers viewers) {
        this.notes = notes;
        this.viewers = viewers;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        String[] kept = request.getMethod().equals("POST") ? request.getParameterValues("kept") : null;
        if (kept != null && failure == null && response.getStatus() < 400) {
            viewers.current().ifPresent(viewer -> notes.discard(List.of(kept), viewer.actor()));
        }
    }
}
