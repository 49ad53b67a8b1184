package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dancu.job.JobId;
import vn.dancu.job.Jobs;
import vn.dancu.keying.KeyedItem;
import vn.dancu.keying.KeyedPaper;
import vn.dancu.keying.Keying;
import vn.dancu.paper.Forms;
import vn.dancu.paper.corpus.Corpus;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.corpus.Tone;
import vn.dancu.paper.corpus.Wear;
import vn.dancu.scanning.ScanWork;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Print, wear, scan, read, key, compare with the truth: one page through the real scanner's job and the screens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyingFromScanTest {
    private static final String NUMBER = "HG0009401";
    private static final Pattern NAME = Pattern.compile("name=\"v\\.([a-z_]+)\"");
    private static final Actor PROVINCE = new Actor(World.PROVINCE, Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);

    private World world;
    private Scan scan;

    @BeforeAll
    void scan() throws InterruptedException {
        world = World.start();
        KeyingPagesTest.hireOperators(world);
        scan = new Corpus(
                        Corpus.Settings.of(7, Forms.version("DC01/41-2019").orElseThrow(), Wear.none())
                                .in(Tone.GREY),
                        null)
                .scan(0, NUMBER, Papers.stranger(NUMBER, "LÒ THỊ PENG"));
        Jobs jobs = world.get(Jobs.class);
        JobId job = jobs.start(
                ScanWork.KIND,
                Map.of(ScanWork.MACHINE, "M1", ScanWork.SHIFT, "S"),
                folder -> {
                    Path upload = Files.createDirectories(folder.resolve(ScanWork.UPLOAD));
                    Files.write(upload.resolve(ScanWork.fileName(0, "page." + scan.format())), scan.file());
                },
                PROVINCE);
        for (int look = 0; !jobs.find(job, PROVINCE).orElseThrow().state().isOver(); look++) {
            assertThat(look).as("the scan ends").isLessThan(1_200);
            Thread.sleep(50);
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void whatWasScannedIsShownInStripsAndWhatWasReadSurelyIsNotAskedAgain() {
        Officer first = Officer.login(world, World.PROVINCE);
        first.post(
                "/keying", "/keying/take-up", Map.of("numbers", NUMBER, "commune", World.WARD, "group", World.GROUP));
        Keying keying = world.get(Keying.class);
        KeyedPaper paper = keying.byNumber(NUMBER, PROVINCE).orElseThrow();
        assertThat(paper.formVersion()).as("told by the scan").isEqualTo("DC01/41-2019");
        long id = paper.id().value();
        Officer.Answer page = first.get("/keying/" + id);
        List<String> asked =
                NAME.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(asked).doesNotContain("sex");
        assertThat(asked).isNotEmpty();
        String field = asked.get(0);
        Officer.Answer strip = first.get("/keying/" + id + "/strip/" + field);
        assertThat(strip.status()).isEqualTo(200);
        assertThat(strip.response().headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(strip.body().length()).isGreaterThan(500);

        Officer other = Officer.login(world, KeyingPagesTest.SECOND);
        assertThat(other.get("/keying/" + id + "/strip/" + field).status())
                .as("the strip is of whoever has the paper open")
                .isEqualTo(404);
        assertThat(first.get("/keying/" + id + "/strip/no_such_field").status()).isEqualTo(404);
        assertThat(Officer.login(world, World.COLLECTOR)
                        .get("/keying/" + id + "/strip/" + field)
                        .status())
                .isEqualTo(403);

        key(first, id, 1);
        if (keying.byNumber(NUMBER, PROVINCE).orElseThrow().state().isOpen()) {
            key(other, id, 2);
        }
        first.post("/keying/" + id, "/keying/" + id + "/finish", Map.of());
        KeyedPaper done = keying.byNumber(NUMBER, PROVINCE).orElseThrow();
        assertThat(done.becameForm()).isTrue();
        for (KeyedItem item : keying.items(done)) {
            if (item.passes() == 0
                    && !item.field().endsWith("_on")
                    && !item.field().endsWith("_date")) {
                assertThat(item.value())
                        .as(item.field() + " was read and not keyed")
                        .isEqualTo(scan.values().getOrDefault(item.field(), ""));
            }
        }
    }

    private void key(Officer officer, long paper, int pass) {
        Officer.Answer page = officer.get("/keying/" + paper);
        Map<String, String> sent = new HashMap<>(Map.of("pass", String.valueOf(pass), "then", "stay"));
        Matcher field = NAME.matcher(page.body());
        while (field.find()) {
            sent.put("v." + field.group(1), scan.values().getOrDefault(field.group(1), ""));
        }
        Officer.Answer saved = officer.post("/keying", "/keying/" + paper, sent);
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    }
}
