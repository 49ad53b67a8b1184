package vn.dancu.campaign.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dancu.campaign.Announcement;
import vn.dancu.civil.text.Spoken;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.shared.Finding;
import vn.dancu.shared.Severity;

/**
 * What every public text must keep to: a loudspeaker's 220 syllables, a message's 70 characters with marks (UCS-2) or 160
 * without (GSM 03.38), and that nobody is named.
 */
public final class PublicText {
    public static final int MOST_SYLLABLES = 220;
    public static final int MOST_WITH_MARKS = 70;
    public static final int MOST_PLAIN = 160;
    public static final int LONGEST_NOTICE = 4_000;

    /** A word that begins with a capital letter. */
    private static final String CAPITAL = "\\p{Lu}[\\p{L}']*";

    /** Whoever is spoken of with a title and a name is named. */
    private static final Pattern TITLED = Pattern.compile(
            "(?<![\\p{L}])(?:[ÔôOo]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Đđ]ồng chí|[Dd]ong chi|[Đđ]/c|CS\\.|[Tt]rung tá|[Tt]hiếu tá|[Đđ]ại úy"
                    + "|[Tt]hượng úy|[Tt]rung úy|[Tt]hiếu úy|[Cc]hủ hộ)\\s+"
                    + CAPITAL + "(?:\\s+" + CAPITAL + ")*");

    /** Streets, schools and wards bear names of people long dead: these are places. */
    private static final Pattern PLACE =
            Pattern.compile("(?iu)(?<!\\p{L})(?:đường|duong|phố|pho|phường|phuong|p\\.|xã|x\\.|thôn|thon|tổ|ngõ"
                    + "|(?:trường|truong)(?: (?:tiểu học|tieu hoc|thcs|thpt|mầm non|mam non))?"
                    + "|nhà văn hóa|nha van hoa|nvh|cầu|chợ|công viên|cong vien|quảng trường|quang truong"
                    + "|bệnh viện|benh vien|khách sạn|khach san|số \\d+|so \\d+)\\s*");

    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<!\\d)(?:\\d{9}|\\d{12})(?!\\d)");
    private static final Pattern NAME = Pattern.compile(CAPITAL + "(?:\\s+" + CAPITAL + "){1,5}");
    private static final Pattern GSM = Pattern.compile("[A-Za-z0-9 \\n@$!\"#%&'()*+,./:;<=>?_-]*");
    private static final Pattern OFFICE_NUMBER = Pattern.compile("(?<!\\d)0\\d{9,10}(?!\\d)");

    private PublicText() {}

    /** Lengths, and whatever names a person by itself; whether a name is somebody's in the books is asked elsewhere. */
    public static List<Finding> of(Announcement.Texts texts) {
        List<Finding> wrong = new ArrayList<>();
        int syllables = Spoken.syllables(texts.script());
        if (syllables > MOST_SYLLABLES || syllables == 0) {
            wrong.add(finding("A101_SCRIPT_LENGTH", syllables, MOST_SYLLABLES));
        }
        int marked = length(texts.sms());
        if (marked > MOST_WITH_MARKS || texts.sms().isBlank()) {
            wrong.add(finding("A102_MESSAGE_LENGTH", marked, MOST_WITH_MARKS));
        }
        if (!GSM.matcher(texts.smsPlain()).matches()) {
            wrong.add(finding("A103_MESSAGE_HAS_MARKS", texts.smsPlain().length(), MOST_PLAIN));
        }
        if (texts.smsPlain().length() > MOST_PLAIN || texts.smsPlain().isBlank()) {
            wrong.add(finding("A104_PLAIN_MESSAGE_LENGTH", texts.smsPlain().length(), MOST_PLAIN));
        }
        if (texts.notice().isBlank() || texts.notice().length() > LONGEST_NOTICE) {
            wrong.add(finding("A105_NOTICE_LENGTH", texts.notice().length(), LONGEST_NOTICE));
        }
        for (String text : all(texts)) {
            Matcher titled = TITLED.matcher(text);
            if (titled.find()) {
                wrong.add(new Finding("A106_NAMES_A_PERSON", Severity.BLOCKING, "", Map.of("name", titled.group())));
            }
            Matcher number = PERSONAL_NUMBER.matcher(OFFICE_NUMBER.matcher(text).replaceAll(" "));
            if (number.find()) {
                wrong.add(new Finding("A107_PERSONAL_NUMBER", Severity.BLOCKING, "", Map.of()));
            }
        }
        return wrong;
    }

    public static List<String> all(Announcement.Texts texts) {
        return List.of(texts.script(), texts.notice(), texts.sms(), texts.smsPlain());
    }

    /**
     * What could be somebody's name: runs of two to six capitalised words that are no place's, folded as names are searched by,
     * with every part of three or more words in them.
     */
    public static List<String> possibleNames(Announcement.Texts texts) {
        List<String> names = new ArrayList<>();
        for (String text : all(texts)) {
            Matcher run = NAME.matcher(withoutPlaces(VietnameseText.nfc(text)));
            while (run.find()) {
                String[] words = VietnameseText.fold(run.group()).split(" ");
                for (int from = 0; from < words.length; from++) {
                    for (int to = from + 2; to <= words.length; to++) {
                        names.add(String.join(" ", List.of(words).subList(from, to)));
                    }
                }
            }
        }
        return names.stream().distinct().toList();
    }

    /** The capitalised words after a word for a place are that place's. */
    private static String withoutPlaces(String text) {
        StringBuilder rest = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        Pattern proper = Pattern.compile(CAPITAL + "(?:\\s+" + CAPITAL + ")*");
        while (place.find(from)) {
            rest.append(text, from, place.start()).append(" . ");
            Matcher name = proper.matcher(text).region(place.end(), text.length());
            from = name.lookingAt() ? name.end() : place.end();
        }
        return rest.append(text.substring(from)).toString();
    }

    /** As a telephone counts them: 16 bits each, composed. */
    static int length(String sms) {
        return VietnameseText.nfc(sms).length();
    }

    /** The same without marks, in the letters that a plain message may have. */
    public static String plain(String text) {
        String stripped = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replace('–', '-')
                .replace('…', '.');
        return stripped.replaceAll("[^A-Za-z0-9 \\n@$!\"#%&'()*+,./:;<=>?_-]", "");
    }

    private static Finding finding(String code, int is, int most) {
        return new Finding(code, Severity.BLOCKING, "", Map.of("n", String.valueOf(is), "most", String.valueOf(most)));
    }
}
