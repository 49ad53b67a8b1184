package vn.dancu.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or none that the viewer may know of: both look alike from outside. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchPageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
