package vn.dancu.civil.text;

/**
 * Text of the time before Unicode, as old spreadsheets and documents hold it: TCVN3 (the .Vn fonts, one byte a letter),
 * VNI for Windows (a letter and its marks in two bytes) and VIQR (marks typed behind the letter). The first two are
 * expected as their bytes read as Windows-1252 or Latin-1, which is what a program does that knows no better.
 *
 * <p>TCVN3 has no capitals with a tone: a capital font (.VnTimeH) shows small letters as capitals, and the font is lost
 * in plain text. So "NGUYÔN" is read as NGUYỄN because its plain letters are capitals, while "nguyÔn" in such a font
 * comes out small: case of TCVN3 text proves nothing.
 */
public final class LegacyText {
    /** How the letters of a text are to be read. */
    public enum Encoding {
        UNICODE,
        TCVN3,
        VNI,
        VIQR
    }

    private LegacyText() {}

    /**
     * The encoding under which most of the words are Vietnamese syllables; Unicode when no other is better. The longer
     * the sample the surer: "Vò" alone is a word in Unicode as well as Vũ in TCVN3.
     */
    public static Encoding detect(String sample) {
        boolean high = false;
        boolean signs = false;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c >= 0x100) {
                if (Letters.vowel(c) >= 0 || c == 'đ' || c == 'Đ' || (c >= 0x300 && c < 0x370)) {
                    return Encoding.UNICODE;
                }
            } else if (c >= 0x80) {
                high = true;
            } else {
                signs |= Viqr.isSign(c);
            }
        }
        if (!high) {
            return signs && Viqr.isLikely(sample) ? Encoding.VIQR : Encoding.UNICODE;
        }
        int asUnicode = Syllables.countMarked(sample, sample);
        int asTcvn3 = Syllables.countMarked(sample, Tcvn3.decode(sample));
        int asVni = Syllables.countMarked(sample, Vni.decode(sample));
        if (asTcvn3 > asUnicode && asTcvn3 >= asVni) {
            return Encoding.TCVN3;
        }
        return asVni > asUnicode ? Encoding.VNI : Encoding.UNICODE;
    }

    public static String decode(String text, Encoding encoding) {
        return switch (encoding) {
            case UNICODE -> text;
            case TCVN3 -> Tcvn3.decode(text);
            case VNI -> Vni.decode(text);
            case VIQR -> Viqr.decode(text);
        };
    }

    /** The way back, for whoever makes old files; TCVN3 loses the case of capitals with a tone. */
    public static String encode(String text, Encoding encoding) {
        String composed = VietnameseText.nfc(text);
        return switch (encoding) {
            case UNICODE -> composed;
            case TCVN3 -> Tcvn3.encode(composed);
            case VNI -> Vni.encode(composed);
            case VIQR -> Viqr.encode(composed);
        };
    }
}
