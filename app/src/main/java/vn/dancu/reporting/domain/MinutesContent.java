package vn.dancu.reporting.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.dancu.reporting.Inspection;
import vn.dancu.reporting.Inspection.Draw;
import vn.dancu.reporting.Inspection.Sampled;
import vn.dancu.reporting.Inspection.Verdict;
import vn.dancu.reporting.WriteMinutes;

/** What a signature stands under, as one number: change a verdict, the sample or a word, and it is another. */
public final class MinutesContent {
    private final MessageDigest digest;

    private MinutesContent() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String sha256(Inspection inspection, List<Sampled> sample, WriteMinutes text) {
        MinutesContent content = new MinutesContent();
        content.add(
                inspection.orderNo(),
                inspection.orderedOn().toString(),
                inspection.fromDay().toString(),
                inspection.toDay().toString(),
                String.join(" ", inspection.units()),
                inspection.subject(),
                inspection.team(),
                inspection.ledByName());
        Draw draw = inspection.draw();
        if (draw != null) {
            content.add(String.valueOf(draw.number()), String.valueOf(draw.seed()), String.valueOf(draw.size()));
        }
        for (Sampled form : sample) {
            content.add(String.valueOf(form.form().value()), String.valueOf(form.version()), form.unit());
            Verdict verdict = form.verdict();
            if (verdict != null) {
                content.add(
                        verdict.collection().name(),
                        verdict.collectionNote(),
                        verdict.quality().name(),
                        verdict.qualityNote(),
                        verdict.accuracy().name(),
                        verdict.accuracyNote(),
                        verdict.givenBy());
            }
        }
        content.add(text.place(), text.findings(), text.proposals(), text.opinion());
        return HexFormat.of().formatHex(content.digest.digest());
    }

    /** Each with its length before it, so that no two contents read alike. */
    private void add(String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }
}
