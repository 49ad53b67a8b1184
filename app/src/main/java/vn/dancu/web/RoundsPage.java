package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.shared.AreaScope;
import vn.dancu.verification.Limits;
import vn.dancu.verification.OpenRound;
import vn.dancu.verification.Round;
import vn.dancu.verification.RoundResult;
import vn.dancu.verification.Rounds;
import vn.dancu.web.db.VerificationQueries;

/** {@code /verification} (Phúc tra): rounds by unit with how far each is; opens new ones with their limits. */
@Controller
class RoundsPage {
    private static final Typed USUAL =
            new Typed("", List.of(), "SAMPLE", true, "2", "5", "6", "10", "3", "2.5", "95", "1");

    /** What could be drawn from changes slowly, and a large city counts it for seconds. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Rounds rounds;
    private final VerificationDesk desk;
    private final VerificationQueries queries;
    private final Say say;
    private final Clock clock;
    private final Briefly<AreaScope, List<VerificationQueries.Pool>> pools;

    RoundsPage(Rounds rounds, VerificationDesk desk, VerificationQueries queries, Say say, Clock clock) {
        this.rounds = rounds;
        this.desk = desk;
        this.queries = queries;
        this.say = say;
        this.clock = clock;
        this.pools = Briefly.ofSlow(FRESH, clock);
    }

    /** What was typed, in per cent; kept when it is refused. */
    public record Typed(
            String name,
            List<String> units,
            String kind,
            boolean contradictory,
            String acceptable,
            String producerRisk,
            String rejectable,
            String consumerRisk,
            String expected,
            String margin,
            String confidence,
            String seed) {}

    /** A unit with what could be drawn from it and how large a sample would be. */
    public record Offer(String unit, int forms, int contradictory, int sample, int mostWrong) {}

    @GetMapping("/verification")
    String list(Viewer viewer, Model model) {
        long day = LocalDate.ofInstant(clock.instant(), Say.VIETNAM).toEpochDay();
        Typed usual = new Typed(
                "",
                List.of(),
                USUAL.kind(),
                USUAL.contradictory(),
                USUAL.acceptable(),
                USUAL.producerRisk(),
                USUAL.rejectable(),
                USUAL.consumerRisk(),
                USUAL.expected(),
                USUAL.margin(),
                USUAL.confidence(),
                String.valueOf(day));
        return list(usual, viewer, model);
    }

    private String list(Typed typed, Viewer viewer, Model model) {
        model.addAttribute("rounds", rounds.list(viewer.actor()));
        OpenRound command = read(typed, "");
        List<Offer> offers = new ArrayList<>();
        AreaScope area = viewer.actor().scope();
        for (VerificationQueries.Pool pool : pools.get(area, () -> queries.pools(area))) {
            Rounds.Size plan = command == null ? null : Rounds.sizeFor(pool.forms(), command);
            offers.add(new Offer(
                    pool.unit(),
                    pool.forms(),
                    pool.contradictory(),
                    plan == null ? 0 : plan.sample(),
                    plan == null ? 0 : plan.mostWrong()));
        }
        model.addAttribute("offers", offers);
        model.addAttribute("typed", typed);
        model.addAttribute("waiting", queries.countWaiting(viewer.actor().scope()));
        model.addAttribute("longest", Rounds.LONGEST_NAME);
        return "verification";
    }

    /** Null when a number cannot be read or the limits make no sense. */
    private static @Nullable OpenRound read(Typed typed, String unit) {
        try {
            return new OpenRound(
                    unit,
                    typed.name(),
                    Round.Kind.valueOf(typed.kind()),
                    typed.contradictory(),
                    new Limits(
                            share(typed.acceptable()),
                            share(typed.producerRisk()),
                            share(typed.rejectable()),
                            share(typed.consumerRisk())),
                    share(typed.expected()),
                    share(typed.margin()),
                    share(typed.confidence()),
                    Long.parseLong(typed.seed().strip()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Per cent, with a point or a comma. */
    private static double share(String typed) {
        return Double.parseDouble(typed.strip().replace(',', '.')) / 100;
    }

    @PostMapping("/verification/rounds")
    String open(
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Typed typed = new Typed(
                sent.getOrDefault("name", ""),
                units,
                sent.getOrDefault("kind", "SAMPLE"),
                sent.containsKey("contradictory"),
                sent.getOrDefault("acceptable", USUAL.acceptable()),
                sent.getOrDefault("producerRisk", USUAL.producerRisk()),
                sent.getOrDefault("rejectable", USUAL.rejectable()),
                sent.getOrDefault("consumerRisk", USUAL.consumerRisk()),
                sent.getOrDefault("expected", USUAL.expected()),
                sent.getOrDefault("margin", USUAL.margin()),
                sent.getOrDefault("confidence", USUAL.confidence()),
                sent.getOrDefault("seed", USUAL.seed()));
        if (read(typed, "") == null) {
            return refused(List.of(say.text("web.verify.refused.LIMITS_WRONG")), typed, viewer, response, model);
        }
        if ("reckon".equals(sent.get("act"))) {
            return list(typed, viewer, model);
        }
        if (units.isEmpty()) {
            return refused(List.of(say.text("web.verify.refused.NO_UNIT")), typed, viewer, response, model);
        }
        Map<String, RoundResult.Why> refused = new LinkedHashMap<>();
        int opened = 0;
        int picked = 0;
        for (String unit : units) {
            OpenRound command = read(typed, unit);
            if (command == null) {
                continue;
            }
            RoundResult result = desk.open(command, viewer.actor());
            if (result instanceof RoundResult.Done done) {
                opened++;
                picked += done.picked().size();
            } else if (result instanceof RoundResult.Refused no) {
                refused.put(unit, no.why());
            }
        }
        List<String> lines = new ArrayList<>();
        refused.forEach((unit, why) -> lines.add(say.unit(unit) + ": " + say.text("web.verify.refused." + why)));
        pools.forget();
        if (opened == 0) {
            return refused(lines, typed, viewer, response, model);
        }
        then.addFlashAttribute(
                "done",
                say.text("web.verify.opened", Map.of("n", String.valueOf(opened), "picked", say.number(picked))));
        if (!lines.isEmpty()) {
            then.addFlashAttribute("refused", say.text("web.verify.not-all"));
            then.addFlashAttribute("refusedLines", lines);
        }
        return "redirect:/verification";
    }

    private String refused(List<String> lines, Typed typed, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", lines.get(0));
        model.addAttribute("refusedLines", lines.subList(1, lines.size()));
        return list(typed, viewer, model);
    }
}
