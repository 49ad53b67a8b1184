package vn.dancu.web;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.dancu.access.AccessService;
import vn.dancu.shared.Actor;

/** Who is logged in, asked anew at every request: what an account may, may change while its session lasts. */
@Component
class Viewers {
    private static final String KNOWN = Viewers.class.getName();

    private final AccessService access;

    Viewers(AccessService access) {
        this.access = access;
    }

    /** Empty when nobody is logged in, or the account has ended since. */
    Optional<Viewer> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !(authentication.getDetails() instanceof LoginProvider.Person person)) {
            return Optional.empty();
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Viewer viewer) {
            return Optional.of(viewer);
        }
        Optional<Actor> actor = access.actorOf(person.login());
        Optional<Viewer> viewer = actor.map(someone -> new Viewer(someone, person.name()));
        if (request != null) {
            viewer.ifPresent(known -> request.setAttribute(KNOWN, known, RequestAttributes.SCOPE_REQUEST));
        }
        return viewer;
    }
}
