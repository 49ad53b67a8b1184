package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.FormPage;

/** Which learned page a picture shows, if any. Two that fit nearly alike are none: a wrong one would be worse. */
final class LearnedFinder {
    private static final double CLEARLY_BETTER = 0.15;

    private final List<Learned> pages = new ArrayList<>();

    private record Learned(FormLayout layout, FormPage page, Aligner aligner) {}

    /** A learned page and where it lies. */
    record Match(FormLayout layout, FormPage page, Homography where, double share) {}

    LearnedFinder(List<LearnedForm> forms) {
        for (LearnedForm form : forms) {
            for (FormPage page : form.layout().pages()) {
                pages.add(new Learned(
                        form.layout(), page, new Aligner(form.blanks().get(page.number() - 1))));
            }
        }
    }

    Optional<Match> find(Grey scan) {
        Match best = null;
        double next = 0;
        for (Learned learned : pages) {
            Optional<Aligner.Fit> fit = learned.aligner.align(scan);
            if (fit.isEmpty()) {
                continue;
            }
            double share = fit.get().share();
            if (best == null || share > best.share) {
                next = best == null ? next : best.share;
                best = new Match(learned.layout, learned.page, fit.get().where(), share);
            } else {
                next = Math.max(next, share);
            }
        }
        return best == null || best.share - next < CLEARLY_BETTER ? Optional.empty() : Optional.of(best);
    }
}
