package vn.dancu.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dancu.audit.AuditLog;
import vn.dancu.shared.FormSet;
import vn.dancu.sources.EnvelopeLoan;
import vn.dancu.sources.LookupId;
import vn.dancu.sources.LookupLine;
import vn.dancu.sources.LookupRequest;
import vn.dancu.sources.LookupResult;
import vn.dancu.sources.Lookups;
import vn.dancu.web.db.LookupQueries;

/** A look-up request envelope by envelope; being shown is logged for each person with the request as its purpose. */
@Component
class LookupView {
    private static final int MOST_LOANS = 500;

    private final Lookups lookups;
    private final LookupQueries queries;
    private final AuditLog audit;
    private final Say say;

    LookupView(Lookups lookups, LookupQueries queries, AuditLog audit, Say say) {
        this.lookups = lookups;
        this.queries = queries;
        this.audit = audit;
        this.say = say;
    }

    /** A line with the form that it asks about. */
    public record Row(LookupLine line, LookupQueries.Chosen form) {}

    /**
     * What lies in one envelope.
     *
     * @param envelopeNo null where it must be found by the household
     * @param out the loan, while it is out
     */
    public record Block(
            @Nullable String envelopeNo,
            String household,
            List<Row> rows,
            @Nullable EnvelopeLoan out) {}

    /** Whole. */
    public record Whole(LookupRequest request, List<Block> blocks) {
        /** The key of the first line that waits; 0 when none does. */
        public long firstOpen() {
            return blocks.stream()
                    .flatMap(block -> block.rows().stream())
                    .map(Row::line)
                    .filter(line -> line.answer() == null)
                    .mapToLong(line -> line.id().value())
                    .findFirst()
                    .orElse(0);
        }

        public int rows() {
            return blocks.stream().mapToInt(block -> block.rows().size()).sum();
        }
    }

    /**
     * @throws NoSuchPageException when there is no such request in the viewer's area
     */
    @Transactional
    public Whole whole(LookupId id, String screen, Viewer viewer) {
        LookupRequest request = lookups.find(id, viewer.actor()).orElseThrow(NoSuchPageException::new);
        List<LookupLine> lines = lookups.lines(id, viewer.actor());
        Map<Long, LookupQueries.Chosen> forms =
                queries.byKey(FormSet.of(lines.stream().map(LookupLine::form).toList()));
        audit.viewEach(
                viewer.actor(),
                screen,
                "form",
                lines.stream().map(line -> String.valueOf(line.form().value())).toList(),
                purpose(request));
        Map<String, EnvelopeLoan> out = new HashMap<>();
        for (EnvelopeLoan loan : lookups.loans(viewer.actor(), true, MOST_LOANS)) {
            if (loan.communeCode().equals(request.communeCode())) {
                out.put(loan.envelopeNo(), loan);
            }
        }
        Map<String, List<Row>> byEnvelope = new LinkedHashMap<>();
        for (LookupLine line : lines) {
            LookupQueries.Chosen form = forms.get(line.form().value());
            if (form != null) {
                byEnvelope
                        .computeIfAbsent(line.envelopeKey(), key -> new ArrayList<>())
                        .add(new Row(line, form));
            }
        }
        List<Block> blocks = new ArrayList<>();
        byEnvelope.forEach((key, rows) -> {
            LookupLine first = rows.get(0).line();
            String envelope = first.envelopeNo();
            blocks.add(new Block(envelope, first.household(), rows, envelope == null ? null : out.get(envelope)));
        });
        return new Whole(request, blocks);
    }

    String purpose(LookupRequest request) {
        return say.text("web.archive.request-no", Map.of("no", request.requestNo()));
    }

    static HttpStatus status(LookupResult.Why why) {
        return switch (why) {
            case WRONG_ROLE, OUTSIDE_AREA -> HttpStatus.FORBIDDEN;
            case NO_SUCH_REQUEST -> throw new NoSuchPageException();
            case NOTHING_ASKED, TOO_MANY, NO_PURPOSE, NO_REASON, TOO_LONG, NO_ENVELOPE, NO_BORROWER ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            case ALREADY_ASKED, CANCELLED, NOTHING_OPEN, STALE, ENVELOPE_OUT, NOT_OUT -> HttpStatus.CONFLICT;
        };
    }
}
