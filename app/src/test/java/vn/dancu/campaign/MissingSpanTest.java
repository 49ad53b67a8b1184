package vn.dancu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.campaign.MissingDesk.Span;

/** Which groups a page of the missing shows. */
class MissingSpanTest {
    private static final Map<String, Long> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("", 2L);
        GROUPS.put("Tổ 1", 60L);
        GROUPS.put("Tổ 2", 5L);
        GROUPS.put("Tổ 3", 60L);
    }

    @Test
    void theFirstPageEndsWithinItsGroup() {
        assertThat(Span.of(GROUPS, 0, 60)).isEqualTo(new Span(List.of("", "Tổ 1"), 0));
    }

    @Test
    void aPageThatBeginsWithinAGroupSkipsWhatStandsBefore() {
        assertThat(Span.of(GROUPS, 60, 60)).isEqualTo(new Span(List.of("Tổ 1", "Tổ 2", "Tổ 3"), 58));
    }

    @Test
    void aPageThatBeginsWithAGroupSkipsNothing() {
        assertThat(Span.of(GROUPS, 62, 5)).isEqualTo(new Span(List.of("Tổ 2"), 0));
    }

    @Test
    void behindTheLastThereIsNoGroup() {
        assertThat(Span.of(GROUPS, 127, 60)).isEqualTo(new Span(List.of(), 0));
        assertThat(Span.of(Map.of(), 0, 60)).isEqualTo(new Span(List.of(), 0));
    }
}
