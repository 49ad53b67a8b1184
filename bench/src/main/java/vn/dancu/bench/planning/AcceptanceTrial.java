package vn.dancu.bench.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.dancu.shared.sample.StratifiedDraw;
import vn.dancu.verification.Limits;
import vn.dancu.verification.OpenRound;
import vn.dancu.verification.Round;
import vn.dancu.verification.Rounds;

/**
 * The acceptance rule tried on a simulated ward: a thousand draws by a thousand seeds, by the product's own draw, from a lot
 * with just so many wrong forms as a good and as a bad lot may have, strewn at random and heaped in a few groups.
 */
final class AcceptanceTrial {
    private static final int DRAWS = 1_000;
    private static final Limits LIMITS = new Limits(.02, .05, .06, .10);

    /** Of the standard normal: one in a hundred lies beyond on either side. */
    private static final double Z = 2.576;

    private final Consumer<String> out;

    AcceptanceTrial(Consumer<String> out) {
        this.out = out;
    }

    boolean run(Path forms) throws IOException {
        SortedMap<String, long[]> ward = ward(forms);
        int lot = ward.values().stream().mapToInt(keys -> keys.length).sum();
        OpenRound round = new OpenRound("00691", "x", Round.Kind.SAMPLE, false, LIMITS, .03, .025, .95, 1);
        Rounds.Size size = Rounds.sizeFor(lot, round);
        out.accept("");
        out.accept("## The acceptance rule");
        out.accept("");
        out.accept(String.format(
                Locale.ROOT,
                "Ward 00691: a lot of %d forms in %d groups; sample %d, at most %d wrong. %d draws each.",
                lot,
                ward.size(),
                size.sample(),
                size.mostWrong(),
                DRAWS));
        out.accept("");
        out.accept("| lot | wrong forms lie | wrong | promised | seen | 99 % interval of what was promised | |");
        out.accept("|---|---|--:|--:|--:|--:|---|");
        boolean keeps = true;
        for (boolean heaped : new boolean[] {false, true}) {
            keeps &= trial(ward, size, (int) Math.floor(LIMITS.acceptable() * lot), heaped, true);
            keeps &= trial(ward, size, (int) Math.ceil(LIMITS.rejectable() * lot), heaped, false);
        }
        return keeps;
    }

    private boolean trial(SortedMap<String, long[]> ward, Rounds.Size size, int wrong, boolean heaped, boolean isGood) {
        Set<Long> bad = wrongOnes(ward, wrong, heaped);
        int amiss = 0;
        for (int seed = 1; seed <= DRAWS; seed++) {
            int found = 0;
            for (long[] keys : StratifiedDraw.draw(ward, size.sample(), seed).values()) {
                for (long key : keys) {
                    found += bad.contains(key) ? 1 : 0;
                }
            }
            boolean accepted = found <= size.mostWrong();
            amiss += accepted == isGood ? 0 : 1;
        }
        double risk = isGood ? LIMITS.producerRisk() : LIMITS.consumerRisk();
        double seen = (double) amiss / DRAWS;
        double half = Z * Math.sqrt(risk * (1 - risk) / DRAWS);
        // A risk is a promise not to exceed: below the interval it is kept all the more.
        boolean keeps = seen <= risk + half;
        out.accept(String.format(
                Locale.ROOT,
                "| %s | %s | %d | ≤ %.1f %% %s | %.1f %% | %.1f – %.1f %% | %s |",
                isGood ? "good" : "bad",
                heaped ? "heaped in few groups" : "at random",
                wrong,
                100 * risk,
                isGood ? "sent back" : "accepted",
                100 * seen,
                100 * Math.max(0, risk - half),
                100 * (risk + half),
                keeps ? "✓" : "✗"));
        return keeps;
    }

    private static Set<Long> wrongOnes(SortedMap<String, long[]> ward, int wrong, boolean heaped) {
        List<Long> all = new ArrayList<>();
        List<String> groups = new ArrayList<>(ward.keySet());
        Random random = new Random(7);
        Collections.shuffle(groups, random);
        for (String group : groups) {
            for (long key : ward.getOrDefault(group, new long[0])) {
                all.add(key);
            }
        }
        if (!heaped) {
            Collections.shuffle(all, random);
        }
        return new HashSet<>(all.subList(0, wrong));
    }

    /** The ward's forms by residential group, numbered in their order. */
    private static SortedMap<String, long[]> ward(Path forms) throws IOException {
        SortedMap<String, List<Long>> groups = new TreeMap<>();
        long number = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(forms)) {
            for (NamedCsvRecord row : rows) {
                number++;
                if (row.getField("commune_code").equals("00691")) {
                    groups.computeIfAbsent(row.getField("residential_group"), group -> new ArrayList<>())
                            .add(number);
                }
            }
        }
        SortedMap<String, long[]> ward = new TreeMap<>();
        groups.forEach((group, keys) ->
                ward.put(group, keys.stream().mapToLong(Long::longValue).toArray()));
        return ward;
    }
}
