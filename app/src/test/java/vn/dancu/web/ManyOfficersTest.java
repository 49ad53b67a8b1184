package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Where too many officers work to be chosen from a list, a queue's page asks for those whom the typed words may mean. */
class ManyOfficersTest {
    @Test
    void anOfficerOfManyIsFoundByWordsAndNotListedOnEveryPage() {
        try (World world = World.start()) {
            world.get(AccessService.class)
                    .createDemo(
                            IntStream.range(0, 70)
                                    .mapToObj(i -> officer(i, World.WARD))
                                    .toList(),
                            Actor.commandLine("test"));
            Officer chief = Officer.login(world, World.CHIEF);

            String queue = chief.get("/queue").body();
            assertThat(queue).contains("list=\"officers\"").doesNotContain("value=\"cs-07\"");

            assertThat(found(chief, "trịnh thị mận 07")).contains("value=\"cs-07\"", "CS. Trịnh Thị Mận 07");
            assertThat(found(chief, "trinh thi man 07"))
                    .contains("value=\"cs-07\"")
                    .doesNotContain("cs-08");
            assertThat(found(chief, "cs-6")).contains("value=\"cs-60\"", "value=\"cs-69\"");
            assertThat(found(chief, World.OTHER_COLLECTOR)).doesNotContain("<option value=\"" + World.OTHER_COLLECTOR);
            assertThat(chief.get("/queue/officers?holder=cs-07").body()).contains("value=\"@me\"");

            // What was typed is given as what was chosen from a list.
            long form = Officer.login(world, World.COLLECTOR)
                    .post("/forms/new", "/forms/new", Papers.stranger("HG0001998", "TẨN A PHÀN"))
                    .form();
            Officer.Answer given = chief.post(
                    "/queue",
                    "/queue/assign",
                    java.util.Map.of("to", "cs-07", "reason", "đổi ca", "form", String.valueOf(form), "q", "to-check"));
            assertThat(given.status()).isEqualTo(302);
            Officer late = Officer.login(world, "cs-07");
            assertThat(late.get("/queue?q=to-check&holder=@me").text()).contains("TẨN A PHÀN");
            assertThat(late.get("/queue").body()).contains("list=\"officers\"");
        }
    }

    private static String found(Officer chief, String words) {
        return chief.get("/queue/officers?to=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    private static NewAccount officer(int number, String ward) {
        String two = String.format("%02d", number);
        return new NewAccount(
                "cs-" + two,
                "CS. Trịnh Thị Mận " + two,
                Role.COLLECTOR,
                AreaScope.ofGroups(Set.of(ward + "/" + World.GROUP)),
                LocalDate.of(2020, 1, 1),
                null);
    }
}
