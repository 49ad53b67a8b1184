package vn.dancu.civil.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/** Finds units by name, however their kind is written before it. */
final class UnitNames {
    /** Folded; longest first, so that "thanh pho" is not cut as "thanh". */
    private static final String[] KINDS = {
        "thanh pho",
        "thi tran",
        "thi xa",
        "phuong",
        "huyen",
        "tinh",
        "quan",
        "dac khu",
        "xa",
        "tp",
        "tx",
        "tt",
        "p",
        "x",
        "h",
        "q",
        "t"
    };

    private record Key(Level level, String name) {}

    private final Map<Key, List<Unit>> bySpelling = new HashMap<>();
    private final Map<Key, List<Unit>> byFolded = new HashMap<>();

    UnitNames(Collection<List<Unit>> units) {
        for (List<Unit> history : units) {
            for (Unit unit : history) {
                String folded = VietnameseText.fold(unit.name());
                byFolded.computeIfAbsent(new Key(unit.level(), withoutKind(folded)), k -> new ArrayList<>(1))
                        .add(unit);
                bySpelling
                        .computeIfAbsent(new Key(unit.level(), spelling(unit.name())), k -> new ArrayList<>(1))
                        .add(unit);
            }
        }
    }

    List<Unit> find(Level level, String name, LocalDate asOf) {
        List<Unit> spelled = on(asOf, bySpelling.get(new Key(level, spelling(name))));
        if (!spelled.isEmpty()) {
            return ofSameKind(spelled, name);
        }
        return ofSameKind(on(asOf, byFolded.get(new Key(level, withoutKind(VietnameseText.fold(name))))), name);
    }

    /** Of a ward and a commune with one name, the one whose kind was written. */
    private static List<Unit> ofSameKind(List<Unit> units, String name) {
        if (units.size() < 2) {
            return units;
        }
        String folded = VietnameseText.fold(name);
        List<Unit> same = units.stream()
                .filter(unit -> VietnameseText.fold(unit.name()).equals(folded))
                .toList();
        return same.isEmpty() ? units : same;
    }

    private static List<Unit> on(LocalDate asOf, @Nullable List<Unit> units) {
        return units == null
                ? List.of()
                : units.stream().filter(unit -> unit.isValidOn(asOf)).toList();
    }

    /** With marks, small letters, no kind. */
    private static String spelling(String name) {
        String text = VietnameseText.lower(VietnameseText.canonical(name))
                .replace('.', ' ')
                .replace('-', ' ')
                .replace("'", "");
        String tidy = VietnameseText.tidy(text);
        int cut = tidy.length() - withoutKind(VietnameseText.fold(tidy)).length();
        return cut > 0 && cut < tidy.length() ? tidy.substring(cut) : tidy;
    }

    private static String withoutKind(String folded) {
        for (String kind : KINDS) {
            if (folded.length() > kind.length() + 1 && folded.startsWith(kind) && folded.charAt(kind.length()) == ' ') {
                return folded.substring(kind.length() + 1);
            }
        }
        return folded;
    }
}
