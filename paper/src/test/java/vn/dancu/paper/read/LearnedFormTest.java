package vn.dancu.paper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.paper.Box;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.corpus.Corpus;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.corpus.Wear;
import vn.dancu.paper.scan.Pictures;

class LearnedFormTest {
    private static final FormLayout FOREIGN = Corpus.foreignLayout();
    private static final double FARTHEST_MM = 1.2;

    @Test
    void aPageOfSomebodyElseIsFoundByWhatIsPrintedOnIt() {
        LearnedForm learned = new LearnedForm(FOREIGN, List.of(blank(FOREIGN)));
        Corpus corpus = new Corpus(Corpus.Settings.of(5, FOREIGN, Wear.bar()).at(200, 150, 300), null);

        try (PageReader reader = reader(List.of(learned))) {
            for (int i = 0; i < 6; i++) {
                Scan scan = corpus.scan(i);
                ReadPage page = reader.read(Pictures.grey(scan.image())).get(0);

                assertThat(page.version()).as("page %d", i).isEqualTo(FOREIGN.id());
                assertThat(farthest(scan, page.where().orElseThrow()))
                        .as("page %d", i)
                        .isLessThan(FARTHEST_MM);
            }
        }
    }

    @Test
    void anotherPageIsNotTakenForIt() {
        LearnedForm learned = new LearnedForm(FOREIGN, List.of(blank(FOREIGN)));
        Grey other = DrawnPage.blank("HG0009991", 200)
                .cover(new Box(0, 0, 210, 36), 255)
                .cover(new Box(0, 270, 210, 27), 255)
                .scanned(2, 255, 6, 1);

        try (PageReader reader = reader(List.of(learned))) {
            assertThat(reader.read(other)).extracting(ReadPage::verdict).containsExactly(Verdict.NOT_A_FORM);
        }
    }

    private static PageReader reader(List<LearnedForm> learned) {
        return new PageReader(Forms.all(), learned, Optional.empty(), Books.NONE, LocalDate.of(2020, 12, 1));
    }

    /** Nothing written, nothing worn. */
    private static Grey blank(FormLayout layout) {
        Corpus corpus =
                new Corpus(Corpus.Settings.of(1, layout, Wear.none()).at(300).filling(Set.of("nothing")), null);
        Scan scan = corpus.scan(0);
        return LearnedForm.blank(
                Pictures.grey(scan.image()),
                new Homography(
                        scan.pose().a(),
                        scan.pose().b(),
                        scan.pose().c(),
                        scan.pose().d(),
                        scan.pose().e(),
                        scan.pose().f(),
                        0,
                        0),
                scan.page().width(),
                scan.page().height());
    }

    private static double farthest(Scan scan, Homography where) {
        double farthest = 0;
        for (double[] corner : new double[][] {{20, 40}, {190, 40}, {190, 200}, {20, 200}}) {
            Homography.Point place = where.map(corner[0], corner[1]);
            double right = place.x() - scan.pose().pixelX(corner[0], corner[1]);
            double down = place.y() - scan.pose().pixelY(corner[0], corner[1]);
            farthest = Math.max(farthest, Math.hypot(right, down) / scan.dpi() * 25.4);
        }
        return farthest;
    }
}
