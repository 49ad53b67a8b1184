package vn.dancu.paper;

/** A layout file that does not say what a layout is made of; the message says where and what. */
public final class LayoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LayoutException(String message) {
        super(message);
    }
}
