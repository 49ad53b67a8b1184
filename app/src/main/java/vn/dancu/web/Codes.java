package vn.dancu.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.list.BloodGroup;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.list.MaritalStatus;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Religions;
import vn.dancu.civil.list.Sex;

/** The coded lists as the desk types them: a number, and the word that is shown and kept. */
final class Codes {
    private Codes() {}

    /** Number → word of a coded item, in the order of the list; empty for an item without codes. */
    static Map<String, String> of(String column) {
        Map<String, String> codes = new LinkedHashMap<>();
        switch (column) {
            case "sex" -> {
                for (Sex sex : Sex.values()) {
                    codes.put(sex.code(), sex.vietnamese());
                }
            }
            case "marital_status" -> {
                for (MaritalStatus status : MaritalStatus.values()) {
                    codes.put(status.code(), status.vietnamese());
                }
            }
            case "blood_group" -> {
                for (BloodGroup group : BloodGroup.values()) {
                    codes.put(group.code(), group.vietnamese());
                }
            }
            case "relation_to_head", "declarer_relation" -> {
                int number = 1;
                for (Relation relation : Relation.values()) {
                    codes.put(String.valueOf(number++), relation.vietnamese());
                }
            }
            case "ethnicity" -> {
                for (CodedValue group : Ethnicities.all(Ethnicities.LIST_1979)) {
                    codes.put(group.code(), group.name());
                }
            }
            case "religion" -> {
                for (CodedValue religion : Religions.all()) {
                    codes.put(religion.code(), religion.name());
                }
            }
            case "residence_status" -> numbered(codes, List.of("permanent", "temporary", "unregistered"));
            case "papers_shown" ->
                numbered(
                        codes, List.of("birth-certificate", "household-book", "old-id", "id-card", "passport", "none"));
            default -> {}
        }
        return codes;
    }

    private static void numbered(Map<String, String> codes, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            codes.put(String.valueOf(i + 1), words.get(i));
        }
    }

    /** The word for what was written in a coded item; as written where the list does not know it. */
    static String word(String column, @Nullable String written) {
        if (written == null) {
            return "";
        }
        return switch (column) {
            case "marital_status" ->
                MaritalStatus.parse(written).map(MaritalStatus::vietnamese).orElse(written);
            case "blood_group" ->
                BloodGroup.parse(written).map(BloodGroup::vietnamese).orElse(written);
            case "religion" -> Religions.parse(written).map(CodedValue::name).orElse(written);
            case "ethnicity" -> {
                List<CodedValue> candidates = new ArrayList<>(Ethnicities.parse(written));
                yield candidates.size() == 1 ? candidates.get(0).name() : written;
            }
            default -> written;
        };
    }
}
