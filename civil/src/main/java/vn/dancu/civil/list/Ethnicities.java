package vn.dancu.civil.list;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ethnic groups. Two official numberings are in use and clash, so a code always goes with its list. Names and aliases
 * are not unique either ("Thổ" is Tày, Khơ-me or a group of its own): look-up answers with candidates.
 */
public final class Ethnicities {
    /** Decision 121-TCTK/PPCĐ of 2/3/1979: all 54 groups; the default where only a code is written. */
    public static final String LIST_1979 = EthnicGroups.LIST_1979;

    /** Decision 1019/QĐ-TCTK of 12/11/2008, as QCVN 109 annex E cites it; codes 21 to 54 must be imported. */
    public static final String LIST_2008 = EthnicGroups.LIST_2008;

    private static final EthnicGroups BUILT_IN = EthnicGroups.builtIn();

    private Ethnicities() {}

    /** Candidates by code of the list of 1979, by name or by alias; empty when blank or unknown. */
    public static List<CodedValue> parse(@Nullable String written) {
        return BUILT_IN.parse(written, LIST_1979);
    }

    /** Candidates, with the codes of the given list where it has the group and we know its code. */
    public static List<CodedValue> parse(@Nullable String written, String list) {
        return BUILT_IN.parse(written, list);
    }

    /** Whether both may be one group; true as soon as they share a candidate, false when either is unknown. */
    public static boolean sameGroup(@Nullable String a, @Nullable String b) {
        return sameGroup(parse(a), parse(b));
    }

    public static boolean sameGroup(List<CodedValue> a, List<CodedValue> b) {
        return BUILT_IN.sameGroup(a, b);
    }

    public static List<CodedValue> all(String list) {
        return BUILT_IN.all(list);
    }

    /** The built-in lists with the missing part of one of them, or a list of another decision. */
    public static EthnicGroups with(Collection<CodedValue> imported) {
        return BUILT_IN.with(imported);
    }
}
