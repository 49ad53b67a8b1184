package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.CampaignResult.Why;
import vn.dancu.campaign.PersonsToCount;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Texts;

/** What the campaign's pages have in common: places to choose from, numbers and days as officers type them, refusals in words. */
@Component
class CampaignDesk {
    /** A list of more is chosen from by unit first. */
    private static final int MOST_PLACES = 400;

    private final PersonsToCount toCount;
    private final Say say;
    private final Clock clock;

    CampaignDesk(PersonsToCount toCount, Say say, Clock clock) {
        this.toCount = toCount;
        this.say = say;
        this.clock = clock;
    }

    /**
     * Somewhere to choose.
     *
     * @param value {@code commune/group}; the group is empty for a unit as a whole
     */
    public record Place(String value, String name, String commune, String group) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
    }

    /** Units of which the whole lies in the area, by code. */
    List<String> communes(AreaScope scope) {
        TreeSet<String> communes = new TreeSet<>(scope.communes());
        if (scope.everywhere()) {
            toCount.asOf(today(), scope).forEach(line -> communes.add(line.commune()));
        }
        return List.copyOf(communes);
    }

    /** Units of which any part lies in the area. */
    List<String> touched(AreaScope scope) {
        TreeSet<String> communes = new TreeSet<>(communes(scope));
        scope.groups().forEach(group -> communes.add(group.substring(0, group.indexOf('/'))));
        return List.copyOf(communes);
    }

    /** Groups of a unit that lie in the area, in their order. */
    List<String> groups(AreaScope scope, String commune) {
        TreeSet<String> groups = new TreeSet<>(GroupOrder.NATURAL);
        for (PersonsToCount.Line line : toCount.asOf(today(), scope)) {
            if (line.commune().equals(commune)) {
                groups.add(line.group());
            }
        }
        scope.groups().stream()
                .filter(group -> group.startsWith(commune + "/"))
                .forEach(group -> groups.add(group.substring(commune.length() + 1)));
        groups.remove("");
        return List.copyOf(groups);
    }

    /** Units as a whole, and their groups; of a unit alone when it is named or there are too many. */
    List<Place> places(AreaScope scope, String commune) {
        List<Place> places = new ArrayList<>();
        List<String> communes = commune.isEmpty() ? touched(scope) : List.of(commune);
        for (String code : communes) {
            if (scope.everywhere() || scope.communes().contains(code)) {
                places.add(new Place(code + "/", say.unit(code), code, ""));
            }
            for (String group : groups(scope, code)) {
                places.add(new Place(
                        code + "/" + group,
                        communes.size() == 1 ? group : say.unit(code) + " · " + group,
                        code,
                        group));
            }
        }
        if (places.size() > MOST_PLACES) {
            places.removeIf(place -> !place.group().isEmpty());
        }
        return places;
    }

    /** Both parts of a {@link Place#value}. */
    static String[] parts(String place) {
        int slash = place.indexOf('/');
        return slash < 0
                ? new String[] {place, ""}
                : new String[] {place.substring(0, slash), place.substring(slash + 1)};
    }

    /** A name for a request, so that the same form sent twice is written once. */
    static String newToken() {
        return UUID.randomUUID().toString();
    }

    static boolean isToken(String sent) {
        return sent.matches("[0-9a-f-]{8,64}");
    }

    /** A whole number with or without dots or spaces between thousands; empty when it is none. */
    static Optional<Integer> number(String typed) {
        String plain = typed.strip().replaceAll("(?<=\\d)[., \\u00a0](?=\\d{3}(?!\\d))", "");
        return plain.matches("-?\\d{1,9}") ? Optional.of(Integer.parseInt(plain)) : Optional.empty();
    }

    /** A day of which day, month and year are typed; empty when it is none. */
    static Optional<LocalDate> day(String typed) {
        return TypedDay.of(typed);
    }

    /** ISO, as a date field wants it. */
    static String field(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /**
     * Tells why not, with status and sentences.
     *
     * @throws NoSuchPageException where there is none that the viewer may know of
     */
    void refuse(CampaignResult result, HttpServletResponse response, Model model) {
        CampaignResult.Refused refused = result.refused().orElseThrow();
        refuse(refused.why(), refused.findings(), response, model);
    }

    void refuse(Why why, List<Finding> findings, HttpServletResponse response, Model model) {
        HttpStatus status = switch (why) {
            case NOT_FOUND -> throw new NoSuchPageException();
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case WRONG_STATE -> HttpStatus.CONFLICT;
            case MALFORMED, CONTRADICTS -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("campaign.refused." + why));
        model.addAttribute(
                "refusedLines", findings.stream().map(this::sentence).distinct().toList());
    }

    /** Something typed that is no number or no day. */
    void malformed(String code, String typed, HttpServletResponse response, Model model) {
        refuse(
                Why.MALFORMED,
                List.of(new Finding(
                        code,
                        vn.dancu.shared.Severity.BLOCKING,
                        "",
                        Map.of("typed", typed.length() > 40 ? typed.substring(0, 40) + "…" : typed))),
                response,
                model);
    }

    String sentence(Finding finding) {
        return Texts.of(Say.locale()).finding(finding);
    }
}
