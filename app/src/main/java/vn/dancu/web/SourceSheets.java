package vn.dancu.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.shared.Texts;
import vn.dancu.sources.ArchiveEntry;
import vn.dancu.sources.ResidenceEntry;
import vn.dancu.sources.ResidenceField;

/** Where an entry stands in its book or envelope, and how sure the link is; templates call it {@code sheets}. */
@Component
public class SourceSheets {
    public String book(ResidenceEntry entry) {
        Texts texts = Texts.of(Say.locale());
        String removed = entry.isRemoved() ? texts.get("web.sheet.removed") : "";
        return Stream.of(
                        part(texts.get("web.sheet.book"), entry.written(ResidenceField.BOOK_NO)),
                        part(texts.get("web.sheet.sheet"), entry.written(ResidenceField.SHEET_NO)),
                        part(texts.get("web.sheet.household"), entry.householdBookNo()),
                        removed)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public String archive(ArchiveEntry entry) {
        return part(Texts.of(Say.locale()).get("web.sheet.envelope"), entry.envelopeNo());
    }

    private static String part(String word, @Nullable String number) {
        return number == null ? "" : word + " " + number;
    }

    /** Log2 odds as a probability; never a full hundred, because nothing is that sure. */
    public String probability(double weight) {
        double percent = 100 / (1 + Math.pow(2, -weight));
        if (percent > 99.9) {
            return "> 99,9 %".replace(',', Say.locale().getLanguage().equals("en") ? '.' : ',');
        }
        return String.format(Say.locale(), percent >= 99 ? "%.1f %%" : "%.0f %%", percent);
    }
}
