package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.dancu.reporting.Inspections;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** An inspector opens the forms that were drawn for her, and no others: for her those are not there. */
@Component
class SampleOnly implements HandlerInterceptor {
    private final Viewers viewers;
    private final Inspections inspections;

    SampleOnly(Viewers viewers, Inspections inspections) {
        this.viewers = viewers;
        this.inspections = inspections;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isInspector = request.getRequestURI().startsWith("/forms/")
                && viewers.current()
                        .filter(viewer -> viewer.role() == Role.INSPECTOR)
                        .isPresent();
        if (isInspector && !isDrawn(request)) {
            throw new NoSuchPageException();
        }
        return true;
    }

    private boolean isDrawn(HttpServletRequest request) {
        Object parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String id = parts instanceof Map<?, ?> named ? String.valueOf(named.get("id")) : "";
        return id.matches("\\d{1,18}")
                && inspections.orderFor(new FormId(Long.parseLong(id))).isPresent();
    }
}
