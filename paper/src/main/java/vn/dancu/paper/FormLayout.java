package vn.dancu.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dancu.civil.form.FormVersion;

/**
 * How one version of a form looks.
 *
 * @param version code and circular with their days: DC01/41-2019
 * @param pages in order, at least one
 * @param unconfirmed what of it rests on no source that was read; told on the screen of the layouts
 */
public record FormLayout(FormVersion version, List<FormPage> pages, List<String> unconfirmed) {
    public FormLayout {
        pages = List.copyOf(pages);
        unconfirmed = List.copyOf(unconfirmed);
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() != i + 1) {
                throw new IllegalArgumentException("pages are numbered from 1 on");
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a form without a page");
        }
    }

    /** As in files and in the QR code: DC01/41-2019. */
    public String id() {
        return version.id();
    }

    public LocalDate validFrom() {
        return version.validFrom();
    }

    public Optional<FormPage> page(int number) {
        return number < 1 || number > pages.size() ? Optional.empty() : Optional.of(pages.get(number - 1));
    }
}
