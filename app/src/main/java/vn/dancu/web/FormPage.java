package vn.dancu.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dancu.shared.FormId;

/** {@code /forms/{id}}: one form, where it stands, how it got there, and what may be done with it. */
@Controller
class FormPage {
    private final FormView view;

    FormPage(FormView view) {
        this.view = view;
    }

    @GetMapping("/forms/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, HttpServletRequest request, Model model) {
        return view.fill(new FormId(id), viewer, request, model) ? "form" : "purpose";
    }
}
