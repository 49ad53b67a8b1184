package vn.dancu.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dancu.paper.Field;
import vn.dancu.paper.read.Verdict;
import vn.dancu.scanning.PageId;
import vn.dancu.scanning.PageImages;
import vn.dancu.scanning.ReadField;
import vn.dancu.scanning.ScannedPage;
import vn.dancu.scanning.ScannedPages;
import vn.dancu.shared.Actor;

/** Pages that can be read, of each the one scanned last; a page scanned badly first and well then is keyed from the good one. */
@Component
class ScansForKeying implements ScannedPapers {
    private final ScannedPages pages;
    private final PageImages images;

    ScansForKeying(ScannedPages pages, PageImages images) {
        this.pages = pages;
        this.images = images;
    }

    @Override
    public Optional<Scanned> ofNumber(String formNo, Actor actor) {
        List<ScannedPage> good = pages.ofNumber(formNo, actor).stream()
                .filter(page ->
                        page.verdict() == Verdict.GOOD && !page.formVersion().isEmpty())
                .toList();
        if (good.isEmpty()) {
            return Optional.empty();
        }
        String version = good.get(good.size() - 1).formVersion();
        Map<String, Reading> readings = new HashMap<>();
        for (ScannedPage page : good) {
            if (page.formVersion().equals(version)) {
                read(page, readings);
            }
        }
        return Optional.of(new Scanned(version, readings));
    }

    private void read(ScannedPage page, Map<String, Reading> readings) {
        List<Field> fields = images.layout(page).map(layout -> layout.fields()).orElse(List.of());
        for (Field field : fields) {
            Optional<ReadField> read = page.field(field.name());
            readings.put(
                    field.name(),
                    new Reading(
                            page.id().value(),
                            read.map(ReadField::value).orElse(""),
                            read.map(ReadField::confidence).orElse(0.0),
                            read.map(ReadField::accepted).orElse(false)));
        }
    }

    @Override
    public Optional<byte[]> strip(long page, String field, Actor actor) {
        return pages.find(new PageId(page), actor)
                .flatMap(found -> images.strip(found, field))
                .map(PageImages.Image::bytes);
    }
}
