package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.intake.Forms;
import vn.dancu.journey.Stage;
import vn.dancu.reconciliation.ReconciliationService;
import vn.dancu.shared.Progress;
import vn.dancu.web.Officer.Answer;

/** Forms of one person over HTTP: told apart, called one, taken back, cancelled. */
class DuplicatesPageTest extends AtAForm {
    private static final String DESK = "compare?q=differs";

    private long enter(Map<String, String> paper) {
        long id = collector.post("/forms/new", "/forms/new", paper).form();
        collector.post(step(id, "check"), Map.of());
        return id;
    }

    @Test
    void twoFormsOfOnePersonAreToldApartOrCancelledThroughThePath() {
        long first = enter(Papers.aPaper("HG0009112"));
        long second =
                enter(Papers.with(Papers.aPaper("HG0009113"), "hometown", "Hà Nam", "collected_on", "07/09/2020"));
        Map<String, String> same = Map.of(
                "form",
                "" + second,
                "other",
                "" + first,
                "answer",
                "same",
                "keeps",
                "" + second,
                "reason",
                "Kê khai hai lần");
        Map<String, String> apart = Map.of(
                "form",
                "" + second,
                "other",
                "" + first,
                "answer",
                "not-same",
                "keeps",
                "" + first,
                "reason",
                "Trùng tên");

        Answer list = collector.get("/duplicates");
        assertThat(list.text()).contains("HG0009112", "HG0009113", "Hà Nam");
        assertThat(collector
                        .post(
                                "/duplicates/answer",
                                Map.of("form", "" + second, "other", "" + first, "answer", "same", "keeps", "" + first))
                        .status())
                .as("a reason is needed")
                .isEqualTo(422);
        assertThat(otherCollector.post("/duplicates/answer", apart).status()).isEqualTo(404);

        assertThat(collector.post("/duplicates/answer", apart).status()).isEqualTo(302);
        assertThat(collector.get("/duplicates").text()).contains("Đã xác định là hai người (1)");
        world.get(ReconciliationService.class).compare(world.get(Forms.class).all(), Progress.NONE);
        assertThat(collector.get(step(second, DESK)).text()).doesNotContain("một người đã có phiếu khác");
        Map<String, String> pair = Map.of("form", "" + second, "other", "" + first);
        assertThat(collector.post("/duplicates/undo", pair).status()).isEqualTo(302);
        assertThat(collector.post("/duplicates/undo", pair).status()).isEqualTo(409);
        assertThat(collector.get(step(second, DESK)).text()).contains("một người đã có phiếu khác");

        assertThat(chief.post("/duplicates/cancel", Map.of("form", "" + first, "word", "HỦY"))
                        .status())
                .as("nobody has called them one person")
                .isEqualTo(409);
        assertThat(collector.post("/duplicates/answer", same).status()).isEqualTo(302);
        assertThat(chief.post("/duplicates/answer", apart).status())
                .as("answered since her page was shown")
                .isEqualTo(409);
        assertThat(collector.get(step(first, DESK)).text())
                .as("the kept one is the other")
                .contains("một người đã có phiếu khác");
        Map<String, String> cancel = Map.of("form", "" + first, "word", "HỦY");
        assertThat(collector.post("/duplicates/cancel", cancel).status()).isEqualTo(403);
        assertThat(chief.post("/duplicates/cancel", Map.of("form", "" + first)).status())
                .isEqualTo(422);
        assertThat(chief.post("/duplicates/cancel", cancel).status()).isEqualTo(302);
        assertThat(stage(first)).isEqualTo(Stage.CANCELLED);
        assertThat(collector.get("/duplicates").text()).doesNotContain("HG0009112");
    }
}
