package vn.dancu.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dancu.paper.FormLayout;
import vn.dancu.paper.Forms;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.corpus.Corpus;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.corpus.Tone;
import vn.dancu.paper.corpus.Wear;
import vn.dancu.paper.read.Books;
import vn.dancu.paper.read.Grey;
import vn.dancu.paper.read.Homography;
import vn.dancu.paper.read.PageReader;
import vn.dancu.paper.read.ReadPage;
import vn.dancu.paper.read.Verdict;
import vn.dancu.paper.scan.Pictures;
import vn.dancu.scanning.ScannedPage.Colour;

/** What is kept is small, and can still be read. */
class KeptImageTest {
    private static final FormLayout LAYOUT = Forms.version("DC01/41-2019").orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Corpus corpus(int dpi, Tone tone) {
        return new Corpus(
                Corpus.Settings.of(20261125, LAYOUT, Wear.usual()).at(dpi).in(tone), null);
    }

    @Test
    void anOrdinaryPageKeepsWithin120KilobytesAndIsReadAgainFromWhatIsKept() {
        Corpus corpus = corpus(200, Tone.GREY);
        try (PageReader reader = new PageReader(List.of(LAYOUT), Optional.of(LAYOUT), Books.NONE, TODAY)) {
            for (int i = 0; i < 6; i++) {
                Scan scan = corpus.scan(i);
                KeptImage kept = KeptImage.of(Pictures.grey(scan.image()), 200);
                assertThat(kept.colour()).isEqualTo(Colour.GREY);
                assertThat(kept.bytes().length).as("page " + i).isLessThanOrEqualTo(120_000);
                ReadPage again = reader.read(KeptImage.read(kept.bytes())).get(0);
                assertThat(again.verdict()).as("page " + i).isEqualTo(Verdict.GOOD);
                assertThat(again.number())
                        .isEqualTo(scan.code().map(PageCode::number).orElseThrow());
            }
        }
    }

    @Test
    void aPageOfTwoColoursIsKeptAsItIs() {
        Grey grey = Pictures.grey(corpus(200, Tone.BITONAL).scan(0).image());
        KeptImage kept = KeptImage.of(grey, 200);
        assertThat(kept.colour()).isEqualTo(Colour.BITONAL);
        assertThat(kept.bytes().length).isLessThanOrEqualTo(120_000);
        assertThat(KeptImage.read(kept.bytes())).isEqualTo(grey);
    }

    @Test
    void aPageOfManyDotsIsHalvedAndItsPlaceWithIt() {
        Grey grey = new Grey(40, 40, new byte[1600]);
        KeptImage kept = KeptImage.of(grey, 400);
        assertThat(kept.shrunk()).isEqualTo(2);
        assertThat(KeptImage.read(kept.bytes()).width()).isEqualTo(20);
        Homography where = Homography.scale(400 / 25.4);
        Homography placed = Objects.requireNonNull(KeptImage.placed(where, 2));
        Homography.Point before = where.map(100, 50);
        Homography.Point after = placed.map(100, 50);
        // A pixel's centre is its number: two of them become one between them.
        assertThat(after.x()).isCloseTo((before.x() - 0.5) / 2, within(1e-9));
        assertThat(after.y()).isCloseTo((before.y() - 0.5) / 2, within(1e-9));
    }
}
