package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dancu.audit.AuditLog;

/**
 * Whoever asks for a thing by its key and is told that there is none stands in the log: it may be a slip, or somebody who
 * tries keys of another area one after the other.
 */
@Component
class AskedInVain implements HandlerInterceptor {
    private static final Pattern KEYED = Pattern.compile("/((?:[a-z-]{1,30}/)?[a-z-]{1,30})/(\\d{1,18})(?:/.*)?");
    private static final Pattern UNIT = Pattern.compile("\\d{2,5}");

    private final Viewers viewers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AskedInVain(Viewers viewers, AuditLog audit, TransactionTemplate transaction) {
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() != HttpStatus.NOT_FOUND.value()) {
            return;
        }
        Matcher address = KEYED.matcher(request.getRequestURI());
        String unit = request.getParameter("commune");
        if (address.matches()) {
            tell(address.group(1).equals("forms") ? "form" : address.group(1), address.group(2), request);
        } else if (unit != null && UNIT.matcher(unit).matches()) {
            tell("unit", unit, request);
        }
    }

    private void tell(String kind, String key, HttpServletRequest request) {
        viewers.current()
                .ifPresent(viewer -> transaction.executeWithoutResult(open -> audit.act(
                        viewer.actor(), "ASK_IN_VAIN", kind, key, "", Map.of("method", request.getMethod()))));
    }
}
