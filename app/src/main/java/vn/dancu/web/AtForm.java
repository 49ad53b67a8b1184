package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import vn.dancu.shared.FormId;
import vn.dancu.shared.FormSet;

/** An act at the page of one form ({@code /forms/{id}/…}): which form, by whom, and what showing the page again needs. */
record AtForm(FormId id, Viewer viewer, HttpServletRequest request, HttpServletResponse response, Model model) {
    /** The set of one that every step takes. */
    FormSet set() {
        return FormSet.of(id);
    }
}
