package vn.dancu.shared.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * How the bytes of a text file become characters. Texts in TCVN3 or VNI look like windows-1252 here; that their
 * characters mean others is found later, from the cells ({@link LegacyCells}).
 *
 * @param name as the report tells it
 * @param skip bytes of a byte order mark
 */
record TextEncoding(Charset charset, String name, int skip) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final String BASE_LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ";

    static TextEncoding of(FileScan scan) {
        byte[] head = scan.head();
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8 (BOM)", 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16LE (BOM)", 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16BE (BOM)", 2);
        }
        int[] zeros = zeros(head);
        int pairs = Math.max(1, Math.min(head.length, 4096) / 2);
        if (zeros[1] > pairs * 0.4 && zeros[0] < pairs * 0.05) {
            return new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16LE", 0);
        }
        if (zeros[0] > pairs * 0.4 && zeros[1] < pairs * 0.05) {
            return new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16BE", 0);
        }
        if (scan.utf8Broken() * 10 <= scan.utf8Letters()) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 0);
        }
        return isWindows1258(scan.sample())
                ? new TextEncoding(WINDOWS_1258, "windows-1258", 0)
                : new TextEncoding(WINDOWS_1252, "windows-1252", 0);
    }

    /** Zero bytes at even and at odd places: the header is ASCII, so in UTF-16 every other byte of it is zero. */
    private static int[] zeros(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(head.length, 4096); i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /**
     * windows-1258 writes a base letter and then its tone as a character of its own. Read so, its text has next to nothing
     * but Vietnamese letters; TCVN3 has signs such as ¨ ® µ among them, VNI letters such as ø ï ñ.
     */
    private static boolean isWindows1258(byte[] sample) {
        String read = Normalizer.normalize(new String(sample, WINDOWS_1258), Normalizer.Form.NFC);
        int vietnamese = 0;
        int other = 0;
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (c >= 0x80) {
                boolean known = c >= 0x1EA0 && c <= 0x1EF9
                        || BASE_LETTERS.indexOf(c) >= 0
                        || "àáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩũĨŨ".indexOf(c) >= 0;
                vietnamese += known ? 1 : 0;
                other += known ? 0 : 1;
            }
        }
        return vietnamese > 0 && other * 50 <= vietnamese;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
