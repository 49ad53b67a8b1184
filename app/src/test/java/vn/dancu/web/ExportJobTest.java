package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.web.Officer.Answer;

/** Persons' data on its way out, over HTTP from the right to the file. */
class ExportJobTest {
    private static final Pattern TAKE = Pattern.compile("action=\"(/exports/\\d+/file)\"");

    @TempDir
    Path jobs;

    private static Map<String, String> asked(String field) {
        Map<String, String> asked = new HashMap<>();
        asked.put("m", "persons");
        asked.put("field", field);
        asked.put("format", "csv");
        asked.put("purpose", "inspection");
        asked.put("words", "theo công văn 12");
        asked.put("act", "ask");
        return asked;
    }

    @Test
    void anExportGoesFromTheRightOverTheWordOfAnotherToTheMarkedFile() throws InterruptedException {
        World world = World.start(jobs);
        try {
            Officer collector = Officer.login(world, World.COLLECTOR);
            collector.post("/forms/new", "/forms/new", Papers.aPaper("HG0003301"));
            collector.post("/forms/new", "/forms/new", Papers.wife("HG0003302"));
            Officer administrator = Officer.login(world, World.ADMINISTRATOR);
            give(administrator, World.CHIEF);
            Answer limit = administrator.post(
                    "/export-rights",
                    "/export-rights/limit",
                    Map.of("role", "CHIEF", "rows", "1", "note", "Chỉ thị 7"));
            assertThat(limit.status()).isEqualTo(302);
            assertThat(administrator
                            .post(
                                    "/export-rights",
                                    "/export-rights/limit",
                                    Map.of("role", "CHIEF", "rows", "nhiều", "note", "Chỉ thị 7"))
                            .status())
                    .isEqualTo(422);
            assertThat(Officer.login(world, World.CITY)
                            .post("/", "/export-rights/limit", Map.of("role", "CHIEF", "rows", "9", "note", "x"))
                            .status())
                    .isEqualTo(403);

            Officer chief = Officer.login(world, World.CHIEF);
            assertThat(chief.post("/exports", "/exports", asked("full_name")).status())
                    .isEqualTo(302);
            assertThat(chief.get("/exports").body())
                    .as("two forms are above the limit of one")
                    .doesNotContainPattern(TAKE);
            Officer city = Officer.login(world, World.CITY);
            assertThat(city.post("/exports", "/exports/1/decide", Map.of("word", "approve", "note", "Đồng ý"))
                            .status())
                    .isEqualTo(302);
            Matcher file = awaitFile(chief);

            Answer taken = chief.post("/exports", file.group(1), Map.of());
            assertThat(taken.status()).isEqualTo(200);
            assertThat(taken.body())
                    .contains("PHẠM VĂN LONG", "NGUYỄN THỊ LAN", World.CHIEF, "XK-")
                    .doesNotContain("Kinh", "073451220");
            assertThat(city.post("/exports", file.group(1), Map.of()).status())
                    .as("only who asked takes it")
                    .isEqualTo(404);
            assertThat(world.get(JdbcClient.class)
                            .sql("select count(*) from audit.entry where act in ('ASK_EXPORT', 'SET_EXPORT_LIMIT')")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        } finally {
            world.close();
        }
    }

    private static void give(Officer administrator, String login) {
        assertThat(administrator
                        .post(
                                "/export-rights",
                                "/export-rights",
                                Map.of("login", login, "given", "true", "note", "QĐ 1"))
                        .status())
                .isEqualTo(302);
    }

    private static Matcher awaitFile(Officer officer) throws InterruptedException {
        for (int look = 0; look < 300; look++) {
            Matcher file = TAKE.matcher(officer.get("/exports").body());
            if (file.find()) {
                return file;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(
                "the file is not made: " + officer.get("/exports").text());
    }
}
