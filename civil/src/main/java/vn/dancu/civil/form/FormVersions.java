package vn.dancu.civil.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.form.FormVersion.MonthRule;

/**
 * The versions of the forms; immutable. Sources: the circulars by number, and their first days as the press and law
 * sites give them; the first day of 104/2020, 10/11/2020, could not be read in a text of law.
 */
public final class FormVersions {
    public static final String COLLECTION_FORM = "DC01";
    public static final String UPDATE_FORM = "DC02";

    private static final LocalDate CIRCULAR_66 = LocalDate.of(2016, 2, 2);
    private static final LocalDate CIRCULAR_41 = LocalDate.of(2019, 11, 18);
    private static final LocalDate CIRCULAR_104 = LocalDate.of(2020, 11, 10);
    private static final LocalDate CIRCULAR_17 = LocalDate.of(2024, 7, 1);
    private static final LocalDate CIRCULAR_53 = LocalDate.of(2025, 7, 1);

    private static final FormVersions BUILT_IN = new FormVersions(builtInVersions());

    private final List<FormVersion> versions;
    private final Map<String, Optional<FormVersion>> byKey = new HashMap<>();

    private FormVersions(List<FormVersion> versions) {
        this.versions = List.copyOf(versions);
        for (FormVersion version : versions) {
            byKey.put(version.id(), Optional.of(version));
            byKey.put(key(version.id()), Optional.of(version));
        }
    }

    public static FormVersions builtIn() {
        return BUILT_IN;
    }

    private static List<FormVersion> builtInVersions() {
        String collection = "Phiếu thu thập thông tin dân cư";
        return List.of(
                version("DC01", "66/2015", collection, CIRCULAR_66, CIRCULAR_41, MonthRule.TWO_DIGITS),
                version("DC01", "41/2019", collection, CIRCULAR_41, CIRCULAR_104, MonthRule.TWO_DIGITS),
                version("DC01", "104/2020", collection, CIRCULAR_104, CIRCULAR_17, MonthRule.ONE_DIGIT_FROM_MARCH),
                version("DC01", "17/2024", collection, CIRCULAR_17, CIRCULAR_53, MonthRule.ONE_DIGIT_FROM_MARCH),
                version("DC01", "53/2025", collection, CIRCULAR_53, null, MonthRule.ONE_DIGIT_FROM_MARCH),
                version(
                        "DC02",
                        "66/2015",
                        "Phiếu cập nhật, chỉnh sửa thông tin dân cư",
                        CIRCULAR_66,
                        CIRCULAR_17,
                        MonthRule.TWO_DIGITS),
                version(
                        "DC02",
                        "17/2024",
                        "Phiếu đề nghị giải quyết thủ tục về căn cước",
                        CIRCULAR_17,
                        null,
                        MonthRule.ONE_DIGIT_FROM_MARCH));
    }

    private static FormVersion version(
            String code, String circular, String title, LocalDate from, @Nullable LocalDate next, MonthRule rule) {
        return new FormVersion(code, circular, title, from, next == null ? null : next.minusDays(1), rule);
    }

    /** By its id in files: DC01/41-2019; a slash for the hyphen, spaces and case are overlooked. */
    public Optional<FormVersion> find(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<FormVersion> known = byKey.get(id);
        return known != null ? known : byKey.getOrDefault(key(id), Optional.empty());
    }

    private static String key(String id) {
        StringBuilder out = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '/' || c == '-') {
                out.append('-');
            } else if (!Character.isWhitespace(c)) {
                out.append(Character.toUpperCase(c));
            }
        }
        return out.toString();
    }

    /** What the code meant on that day. */
    public Optional<FormVersion> inForce(String code, LocalDate on) {
        return versions.stream()
                .filter(version -> version.code().equals(code) && version.isValidOn(on))
                .findFirst();
    }

    public List<FormVersion> all() {
        return versions;
    }

    public FormVersions with(Collection<FormVersion> imported) {
        List<FormVersion> all = new ArrayList<>(versions);
        for (FormVersion version : imported) {
            all.removeIf(known -> known.id().equals(version.id()));
            all.add(version);
        }
        return new FormVersions(all);
    }
}
