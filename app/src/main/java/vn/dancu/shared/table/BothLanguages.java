package vn.dancu.shared.table;

import java.util.Locale;
import java.util.Map;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Texts;

/** Texts for files and failures, where nobody has said which language he reads: Vietnamese, a slash, English. */
final class BothLanguages {
    private BothLanguages() {}

    static String text(String key, Map<String, String> details) {
        return Texts.of(Texts.VIETNAMESE).get(key, details) + " / "
                + Texts.of(Locale.ENGLISH).get(key, details);
    }

    static DanCuException failure(ErrorCode code, String key, Map<String, String> details, Throwable cause) {
        return new DanCuException(code, text(key, details), cause);
    }

    static DanCuException failure(ErrorCode code, String key, Map<String, String> details) {
        return new DanCuException(code, text(key, details));
    }
}
