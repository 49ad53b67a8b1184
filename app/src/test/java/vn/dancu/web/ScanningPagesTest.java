package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.job.JobState;
import vn.dancu.journey.PaperTrack;
import vn.dancu.journey.PathView;
import vn.dancu.paper.Forms;
import vn.dancu.paper.print.CoverSheet;
import vn.dancu.paper.print.PaperFile;
import vn.dancu.paper.read.Verdict;
import vn.dancu.scanning.BatchPages;
import vn.dancu.scanning.PageImages;
import vn.dancu.scanning.ScannedPage;
import vn.dancu.scanning.ScannedPages;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Role;

/** Scans go in by the page, are read in the background, and come out beside the fields of their form. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanningPagesTest {
    private static final Actor PROVINCE = new Actor(World.PROVINCE, Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);
    private static final Map<String, String> SHIFT = Map.of("machine", "Máy 1", "shift", "MORNING");

    @TempDir
    static Path folder;

    private static World world;
    private static long form;

    @BeforeAll
    static void aFormIsInAndItsPaperIsScanned() throws Exception {
        world = World.start(folder.resolve("jobs"));
        form = Officer.login(world, World.COLLECTOR)
                .post("/forms/new", "/forms/new", Papers.aPaper("HG0001365"))
                .form();
        scan(world, "tap-1.pdf", stack("LO-1", "HG0001365", "HG0001366"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** A cover sheet and the pages of the forms that lie under it. */
    private static byte[] stack(String batch, String... numbers) throws IOException {
        try (PaperFile paper = new PaperFile("test")) {
            paper.add(new CoverSheet(
                    batch,
                    "Phường Trần Phú",
                    "DC01/41-2019",
                    numbers.length,
                    numbers.length,
                    numbers[0],
                    numbers[numbers.length - 1],
                    LocalDate.of(2020, 9, 5),
                    "CS. A"));
            for (String number : numbers) {
                paper.filled(
                        Forms.version("DC01/41-2019").orElseThrow(),
                        number,
                        Map.of("full_name", "PHẠM VĂN LONG", "old_id", "073451220", "sex", "Nam"));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            paper.finish(out);
            return out.toByteArray();
        }
    }

    private static long start(World in, String name, byte[] file) {
        Officer.Answer answer =
                Officer.login(in, World.PROVINCE).upload("/scanning", "/scanning", SHIFT, "files", name, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return Long.parseLong(answer.location().replaceAll(".*/jobs/(\\d+).*", "$1"));
    }

    private static void scan(World in, String name, byte[] file) throws InterruptedException {
        assertThat(end(in, start(in, name, file))).isEqualTo(JobState.DONE);
    }

    private static JobState end(World in, long job) throws InterruptedException {
        for (int look = 0; look < 2400; look++) {
            JobState state = JobState.valueOf(in.get(JdbcClient.class)
                    .sql("select state from job.job where id = :id")
                    .param("id", job)
                    .query(String.class)
                    .single());
            if (state.isOver()) {
                return state;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("job " + job + " does not end");
    }

    private static long count(World in, String sql) {
        return in.get(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static ScannedPages pages() {
        return world.get(ScannedPages.class);
    }

    @Test
    @Order(1)
    void theCoverSheetBindsThePagesToItsBatchAndTheCodeToTheirForm() {
        List<ScannedPage> ofForm = pages().ofForm(new FormId(form), PROVINCE);
        assertThat(ofForm).extracting(ScannedPage::formPage).containsExactly(1);
        assertThat(ofForm).extracting(ScannedPage::verdict).containsOnly(Verdict.GOOD);
        assertThat(ofForm).extracting(ScannedPage::batchNo).containsOnly("LO-1");
        assertThat(ofForm).extracting(ScannedPage::operator).containsOnly(World.PROVINCE);
        assertThat(ofForm.get(0).field("old_id")).isPresent();
        assertThat(pages().ofNumber("HG0001366", PROVINCE))
                .as("nobody has entered this form yet")
                .hasSize(1)
                .allMatch(page -> page.form() == null);
        BatchPages batch = pages().countsOfBatch("LO-1", PROVINCE);
        assertThat(batch.forms()).isEqualTo(2);
        assertThat(batch.distinctPages()).isEqualTo(2);
        assertThat(batch.verdicts()).isEqualTo(Map.of(Verdict.COVER, 1, Verdict.GOOD, 2));
    }

    @Test
    @Order(2)
    void imagesLieEncryptedBesideAKeyOfTheirOwnAndTheUploadIsGone() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("scans"))) {
            List<Path> images = files.filter(Files::isRegularFile).toList();
            assertThat(images).hasSize(3);
            for (Path image : images) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(image)))
                        .isEqualTo("rw-------");
                assertThat(ImageIO.read(image.toFile())).isNull();
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("scan-images.key"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.walk(folder.resolve("jobs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".pdf"))).isEmpty();
        }
        assertThat(pages().ofForm(new FormId(form), PROVINCE))
                .allMatch(page -> page.bytes() > 0 && page.bytes() <= 120_000);
    }

    @Test
    @Order(3)
    void aStripIsTheFieldInTheFormsOwnCoordinates() throws IOException {
        ScannedPage page = pages().ofForm(new FormId(form), PROVINCE).get(0);
        PageImages images = world.get(PageImages.class);
        BufferedImage strip = ImageIO.read(new ByteArrayInputStream(
                images.strip(page, "full_name").orElseThrow().bytes()));
        assertThat(strip.getWidth()).isEqualTo(1860);
        assertThat(strip.getHeight()).isEqualTo(111);
        assertThat(darkest(strip)).as("the name is printed there").isLessThan(90);
        assertThat(images.strip(page, "no_such_field")).isEmpty();
    }

    private static int darkest(BufferedImage image) {
        int darkest = 255;
        for (int y = image.getHeight() / 3; y < image.getHeight() * 2 / 3; y++) {
            for (int x = 60; x < image.getWidth() / 3; x++) {
                darkest = Math.min(darkest, image.getRaster().getSample(x, y, 0));
            }
        }
        return darkest;
    }

    @Test
    @Order(4)
    void theFormShowsItsPaperToWhoeverMaySeeItAndTheLogSaysSo() {
        Officer collector = Officer.login(world, World.COLLECTOR);
        String shown = collector.get("/forms/" + form + "?p=re-check").body();
        assertThat(shown).contains("Trang 1, quét", "Máy 1");
        String address = shown.replaceAll("(?s).*?src=\"(/forms/\\d+/scans/\\d+\\?p=re-check)\".*", "$1");
        Officer.Answer image = collector.get(address);
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.response().headers().firstValue("Content-Type")).contains("image/png");
        assertThat(image.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(count(
                        world,
                        "select count(*) from audit.entry where kind = 'VIEW' and act = 'scanned-page' and object_id = '"
                                + form + "' and purpose <> ''"))
                .isEqualTo(1);
        assertThat(collector.get(address.replace("?p=re-check", "?p=nonsense")).status())
                .isEqualTo(404);
        assertThat(Officer.login(world, World.OTHER_COLLECTOR).get(address).status())
                .isEqualTo(404);
        assertThat(Officer.login(world, World.ADMINISTRATOR).get(address).status())
                .isEqualTo(403);
    }

    @Test
    @Order(5)
    void onlyTheScanningRoomTakesScansIn() {
        for (String login : Set.of(World.COLLECTOR, World.CHIEF, World.INSPECTOR, World.ADMINISTRATOR)) {
            Officer officer = Officer.login(world, login);
            assertThat(officer.get("/scanning").status()).as(login).isEqualTo(403);
            assertThat(officer.upload("/jobs", "/scanning", SHIFT, "files", "a.pdf", new byte[] {1})
                            .status())
                    .as(login)
                    .isEqualTo(403);
        }
        Officer city = Officer.login(world, World.CITY);
        assertThat(city.get("/scanning").text())
                .as("what others scanned is not on her board")
                .contains("Chưa quét trang nào");
        assertThat(pages().ofNumber("HG0001366", new Actor(World.CITY, Role.CITY_TEAM, AreaScope.NOWHERE)))
                .isEmpty();
    }

    @Test
    @Order(6)
    void whatCannotBeReadIsNamedAndTheRestGoesOn() throws Exception {
        scan(world, "ghi-chu.pdf", "đây không phải ảnh".getBytes(StandardCharsets.UTF_8));
        scan(world, "hong.pdf", "%PDF-1.7 rồi thôi".getBytes(StandardCharsets.UTF_8));
        scan(world, "meo.png", cat());
        scan(world, "tap-1-lan-2.pdf", stack("LO-2", "HG0001365"));
        String list = Officer.login(world, World.PROVINCE).get("/scanning").text();
        assertThat(list).contains("không phải ảnh quét", "tệp hỏng", "không phải phiếu", "đã quét trước đó");
        assertThat(list).contains("ghi-chu.pdf", "hong.pdf", "meo.png", "tap-1-lan-2.pdf");
        String batch =
                Officer.login(world, World.PROVINCE).get("/scanning?batch=LO-2").text();
        assertThat(batch).contains("đã quét 1 phiếu, 1 trang khác nhau, 1 trang quét trùng");
        assertThat(batch).doesNotContain("ghi-chu.pdf");
    }

    private static byte[] cat() throws IOException {
        BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 700; y++) {
            for (int x = 0; x < 900; x++) {
                image.setRGB(x, y, (x * x + y * 31) % 0xFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    @Order(7)
    void aFormWhosePaperTheProvinceHoldsIsScannedOnceEveryPageWasRead() throws Exception {
        Officer collector = Officer.login(world, World.COLLECTOR);
        long wife = collector
                .post("/forms/new", "/forms/new", Papers.wife("HG0001366"))
                .form();
        scan(world, "chua-giao.png", cat());
        assertThat(world.get(ScannedPages.class).complete(PROVINCE))
                .extracting(complete -> complete.line().formNo())
                .containsExactly("HG0001365", "HG0001366");
        assertThat(count(world, "select count(*) from scanning.scanned_form"))
                .as("the papers are not handed over")
                .isZero();
        Officer chief = Officer.login(world, World.CHIEF);
        for (long one : new long[] {form, wife}) {
            collector.post("/forms/" + one + "/check", Map.of());
            collector.get("/forms/" + one + "/compare?q=differs");
            collector.post("/forms/" + one + "/reconcile", Map.of());
        }
        chief.get("/forms/" + form + "?q=to-approve");
        chief.post("/forms/" + form + "/approve", Map.of());
        chief.post("/forms/" + wife + "/approve", Map.of());
        chief.post("/batches", Map.of("number", "LO-1", "commune", World.WARD, "most", "500"));
        chief.post("/batches/1/give", Map.of("counted", "2"));
        Officer.login(world, World.PROVINCE).post("/batches/1/take", Map.of("counted", "2"));
        scan(world, "da-giao.png", cat());
        assertThat(count(world, "select count(*) from scanning.scanned_form")).isEqualTo(2);
        assertThat(world.get(PathView.class)
                        .state(new FormId(form), PROVINCE)
                        .orElseThrow()
                        .paper())
                .isEqualTo(PaperTrack.SCANNED);
    }

    @Test
    @Order(8)
    void anUploadThatSaysTooLittleIsRefusedAndNothingTypedIsLost() {
        Officer province = Officer.login(world, World.PROVINCE);
        Officer.Answer answer = province.upload(
                "/scanning",
                "/scanning",
                Map.of("machine", "<script>Máy 9", "shift", "NIGHT"),
                "files",
                "a.pdf",
                new byte[] {1});
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Chọn ca.", "&lt;script&gt;Máy 9").doesNotContain("<script>Máy");
        assertThat(province.post("/scanning", "/scanning/watched", SHIFT).status())
                .as("there is no such folder here")
                .isEqualTo(422);
    }

    @Test
    @Order(9)
    void aScanThatTheServerWentDownInGoesOnAtTheNextPage(@TempDir Path own) throws Exception {
        World first = World.start(own.resolve("jobs"));
        long job = start(first, "lon.pdf", stack("LO-9", "HG0002001", "HG0002002", "HG0002003", "HG0002004"));
        for (int look = 0; look < 2400 && count(first, "select count(*) from scanning.page") < 2; look++) {
            Thread.sleep(10);
        }
        first.close();
        try (World second = first.again(own.resolve("jobs"))) {
            assertThat(end(second, job)).isEqualTo(JobState.DONE);
            assertThat(count(second, "select count(*) from scanning.page")).isEqualTo(5);
            assertThat(count(second, "select count(distinct picture_no) from scanning.page"))
                    .isEqualTo(5);
            assertThat(count(second, "select count(*) from scanning.page where batch_no = 'LO-9'"))
                    .isEqualTo(5);
            assertThat(count(second, "select count(*) from scanning.run")).isEqualTo(1);
        }
    }
}
