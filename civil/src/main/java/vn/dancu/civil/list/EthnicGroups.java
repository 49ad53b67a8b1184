package vn.dancu.civil.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/** Lists of ethnic groups with their aliases; immutable. A group is known here by its number in the list of 1979. */
public final class EthnicGroups {
    static final String LIST_1979 = "121/1979";
    static final String LIST_2008 = "1019/2008";

    private static final String NAMES_1979 = """
            Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|HMông|Dao|Gia-rai|Ngái|Ê-đê|Ba-na|Xơ-Đăng|Sán Chay|Cơ-ho|Chăm|\
            Sán Dìu|Hrê|Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Tà-ôi|Chơ-ro|Kháng|\
            Xinh-mun|Hà Nhì|Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|\
            Pu Péo|Brâu|Ơ Đu|Rơ-măm""";

    /** As far as annex E of QCVN 109 could be read; the codes from 21 on are not known to us. */
    private static final String NAMES_2008 = """
            Kinh|Tày|Thái|Mường|Khơ me|Hoa|Nùng|H'mông|Dao|Gia-rai|Ê-đê|Ba-na|Sán Chay|Chăm|Cơ Ho|Xơ Đăng|Sán Dìu|Hrê|\
            Raglay|Mnông""";

    /**
     * Other names, by number in the list of 1979: from the columns "tên gọi khác" of both official lists, and ways of
     * spelling. A bare name of the old times that went with a second word in several groups (Mán, Trại, Xá) stands at
     * each of them, as Thổ does.
     */
    private static final String ALIASES = """
            1 Việt, Kinh (Việt)
            2 Thổ, Ngạn, Phén, Thù Lao, Pa Dí
            3 Thái Trắng, Thái Đen, Tày Khao, Tày Đăm, Tày Mười, Tày Thanh, Thổ Đà Bắc
            4 Hán, Hoa (Hán), Triều Châu, Phúc Kiến, Quảng Đông, Hải Nam, Xạ Phạng
            5 Khmer, Khơ me, Khơ me Krôm, Việt gốc Miên, Thổ
            6 Mol, Mual, Mọi Bi, Ao Tá
            7 Xuồng, Nùng An, Nùng Giang, Nùng Cháo, Nùng Lòi, Nùng Xuồng, Phàn Slinh, Nùng Phàn Slinh
            8 Mông, H'Mông, Hmông (Mèo), Mèo, Mẹo, Mèo Hoa, Mèo Xanh, Mèo Đỏ, Mèo Đen, Mán Trắng, Ná Mẻo, Mán
            8 Mông Trắng, Mông Hoa, Mông Đen, Mông Xanh
            9 Mán, Động, Trại, Xá, Dìu, Miên, Kiềm, Miền, Kìm Miền, Kìm Mùn, Quần Trắng, Dao Quần Trắng, Dao Đỏ
            9 Quần Chẹt, Dao Quần Chẹt, Lô Gang, Dao Lô Gang, Dao Tiền, Thanh Y, Dao Thanh Y, Lan Tẻn, Dao Lan Tẻn
            9 Đại Bản, Tiểu Bản, Cóc Ngáng, Cóc Mùn, Sơn Đầu, Dao Áo Dài, Dao Tuyển
            10 Gia Rai, Jrai, Jarai, Giơ-rai, Chơ-rai
            12 Ê đê, Rađê
            13 Bana, Bahnar
            14 Xê Đăng
            15 Cao Lan, Sán Chỉ, Mán Cao Lan, Cao Lan - Sán Chỉ, Sán Chay (Cao Lan - Sán Chỉ), Mán
            16 K'Ho
            18 Trại, Trại Đất, Sán Dẻo, Mán Quần Cộc, Mán Váy Xẻ, Mán
            20 M'Nông
            21 Raglay, Raglai
            22 S'tiêng
            23 Bru, Vân Kiều
            25 Nhắng, Giấy, Dẳng
            26 Ka tu
            27 Giẻ Triêng
            29 Xá
            30 Cor
            33 Xá
            40 Xá Phó
            46 Pà Hưng
            47 Cờ Lao
            """;

    private record Key(String list, String code) {}

    private final Map<Key, CodedValue> byCode;
    private final Map<Key, Integer> groupOf;
    private final Map<String, List<CodedValue>> exact;
    private final Map<String, Set<Integer>> byName;
    private final Map<String, Set<Integer>> byFolded;

    private EthnicGroups(Map<Key, CodedValue> byCode) {
        this.byCode = byCode;
        this.groupOf = new HashMap<>();
        this.byName = new HashMap<>();
        this.byFolded = new HashMap<>();
        this.exact = new HashMap<>();
        for (Map.Entry<Key, CodedValue> entry : byCode.entrySet()) {
            if (entry.getKey().list().equals(LIST_1979)) {
                int group = Integer.parseInt(entry.getKey().code());
                groupOf.put(entry.getKey(), group);
                addName(entry.getValue().name(), group);
            }
        }
        for (String line : ALIASES.strip().split("\n")) {
            int space = line.indexOf(' ');
            int group = Integer.parseInt(line.substring(0, space));
            for (String alias : line.substring(space + 1).split(", ")) {
                addName(alias.strip(), group);
            }
        }
        for (Map.Entry<Key, CodedValue> entry : byCode.entrySet()) {
            if (!entry.getKey().list().equals(LIST_1979)) {
                Set<Integer> groups = groupsNamed(entry.getValue().name());
                if (groups.size() == 1) {
                    groupOf.put(entry.getKey(), groups.iterator().next());
                }
            }
        }
        for (CodedValue value : all(LIST_1979)) {
            exact.put(value.code(), List.of(value));
            exact.put(value.name(), parseSlowly(value.name(), LIST_1979));
        }
        for (String word : List.of("Mông", "H'Mông", "Mèo", "Cờ Lao", "Cao Lan")) {
            exact.put(word, parseSlowly(word, LIST_1979));
        }
    }

    static EthnicGroups builtIn() {
        Map<Key, CodedValue> values = new LinkedHashMap<>();
        addList(values, LIST_1979, NAMES_1979);
        addList(values, LIST_2008, NAMES_2008);
        return new EthnicGroups(values);
    }

    private static void addList(Map<Key, CodedValue> values, String list, String names) {
        int code = 0;
        for (String name : names.split("\\|")) {
            String digits = twoDigits(++code);
            values.put(new Key(list, digits), new CodedValue(list, digits, name));
        }
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private void addName(String name, int group) {
        byName.computeIfAbsent(nameKey(name), k -> new TreeSet<>()).add(group);
        byFolded.computeIfAbsent(VietnameseText.foldJoined(name), k -> new TreeSet<>())
                .add(group);
    }

    /** With marks, because Mạ, Mảng and the like differ by nothing else; without spaces and signs. */
    private static String nameKey(String name) {
        String text = VietnameseText.lower(VietnameseText.canonical(name));
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private Set<Integer> groupsNamed(String name) {
        Set<Integer> groups = byName.get(nameKey(name));
        return groups != null ? groups : byFolded.getOrDefault(VietnameseText.foldJoined(name), Set.of());
    }

    /**
     * @param list of the codes to read and to answer with; a group whose code in it is not known to us comes with its
     *     code in the list of 1979
     */
    public List<CodedValue> parse(@Nullable String written, String list) {
        if (written == null) {
            return List.of();
        }
        if (list.equals(LIST_1979)) {
            List<CodedValue> known = exact.get(written);
            if (known != null) {
                return known;
            }
        }
        return parseSlowly(written, list);
    }

    private List<CodedValue> parseSlowly(String written, String list) {
        String bare = written.strip();
        if (!bare.isEmpty() && bare.length() <= 2 && bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
            CodedValue value = byCode.get(new Key(list, bare.length() == 1 ? "0" + bare : bare));
            return value == null ? List.of() : List.of(value);
        }
        List<CodedValue> found = new ArrayList<>(1);
        for (int group : groupsNamed(stripped(bare))) {
            found.add(valueOf(group, list));
        }
        return List.copyOf(found);
    }

    /** "Dân tộc Tày", "Người Tày" name the group Tày. */
    private static String stripped(String text) {
        String key = VietnameseText.fold(text);
        int words = key.startsWith("dan toc ") ? 2 : key.startsWith("nguoi ") ? 1 : 0;
        String rest = VietnameseText.tidy(text);
        for (int i = 0; i < words; i++) {
            rest = rest.substring(rest.indexOf(' ') + 1);
        }
        return rest;
    }

    /** In the list asked for, or else in that of 1979, which has every group. */
    private CodedValue valueOf(int group, String list) {
        CodedValue inOldList = null;
        for (CodedValue value : byCode.values()) {
            Integer known = groupOf.get(new Key(value.list(), value.code()));
            if (known != null && known == group) {
                if (value.list().equals(list)) {
                    return value;
                }
                if (value.list().equals(LIST_1979)) {
                    inOldList = value;
                }
            }
        }
        return Objects.requireNonNull(inOldList);
    }

    /** Whether the two share a candidate, whatever lists their codes are from. */
    public boolean sameGroup(List<CodedValue> a, List<CodedValue> b) {
        for (CodedValue one : a) {
            for (CodedValue other : b) {
                Integer group = groupOf.get(new Key(one.list(), one.code()));
                Integer otherGroup = groupOf.get(new Key(other.list(), other.code()));
                if (one.equals(other) || (group != null && group.equals(otherGroup))) {
                    return true;
                }
            }
        }
        return false;
    }

    public List<CodedValue> all(String list) {
        return byCode.values().stream()
                .filter(value -> value.list().equals(list))
                .toList();
    }

    /** These lists with more values; a (list, code) known already gets the imported name. */
    public EthnicGroups with(Collection<CodedValue> imported) {
        Map<Key, CodedValue> values = new LinkedHashMap<>(byCode);
        for (CodedValue value : imported) {
            values.put(new Key(value.list(), value.code()), value);
        }
        return new EthnicGroups(values);
    }
}
