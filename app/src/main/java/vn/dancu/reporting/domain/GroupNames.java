package vn.dancu.reporting.domain;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders names of groups as people do: «Tổ 2» before «Tổ 10». */
public final class GroupNames {
    private static final Pattern DIGITS = Pattern.compile("0*(\\d+)");

    public static final Comparator<String> NATURAL =
            Comparator.comparing(GroupNames::padded).thenComparing(Comparator.naturalOrder());

    private GroupNames() {}

    private static String padded(String name) {
        return DIGITS.matcher(name)
                .replaceAll(number ->
                        "0".repeat(Math.max(0, 20 - number.group(1).length())) + number.group(1));
    }
}
