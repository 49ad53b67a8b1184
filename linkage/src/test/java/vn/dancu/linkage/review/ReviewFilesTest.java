package vn.dancu.linkage.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.linkage.Label;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;

class ReviewFilesTest {

    @TempDir
    Path folder;

    private static Records records(String... ids) {
        Records.Builder builder = Records.builder(Model.personVi(), ids.length);
        for (String id : ids) {
            builder.add(id, new String[16]);
        }
        return builder.build();
    }

    @Test
    void theQueueIsWrittenWithItsReasonsAndIdsAreQuotedWhereTheyMustBe() throws IOException {
        Records left = records("A,1", "A\"2");
        Records right = records("B1", "B2");
        List<Candidate> candidates =
                Candidate.connected(new int[] {0, 1}, new int[] {0, 1}, new double[] {0, 5}, false);
        StringBuilder out = new StringBuilder();

        ReviewFiles.writeQueue(ReviewQueue.betweenFiles(.5).order(candidates), left, right, out);

        assertThat(out)
                .hasToString("left_id,right_id,probability,reason\n" + "\"A,1\",B1,0.500000,near-threshold\n"
                        + "\"A\"\"2\",B2,0.969697,near-threshold\n");
    }

    @Test
    void answersComeBackAsTheyWereWritten() throws IOException {
        Path file = folder.resolve("answers.csv");
        Files.writeString(
                file,
                "who,left_id,right_id,answer\nAn,\"A,1\",B1,same\nBình,\"A\"\"2\",B2,Not the same\nAn,\"A,1\",B2,cannot-tell\n");

        List<Keying> keyings = ReviewFiles.readAnswers(file);
        List<Answered> answered = ReviewFiles.answered(keyings, records("A,1", "A\"2"), records("B1", "B2"));

        assertThat(keyings.get(1)).isEqualTo(new Keying("A\"2", "B2", Answer.NOT_SAME, "Bình"));
        assertThat(answered)
                .containsExactly(
                        new Answered(0, 0, Answer.SAME),
                        new Answered(1, 1, Answer.NOT_SAME),
                        new Answered(0, 1, Answer.CANNOT_TELL));
        assertThat(ReviewFiles.labels(answered)).containsExactly(new Label(0, 0, true), new Label(1, 1, false));
    }

    @Test
    void whatIsWrongInAFileOfAnswersIsNamedByLineAndColumn() throws IOException {
        Path file = folder.resolve("answers.csv");

        Files.writeString(file, "left_id,right_id,answer,who\na,b,same,An\na,c,maybe,An\n");
        assertThatThrownBy(() -> ReviewFiles.readAnswers(file))
                .isInstanceOf(LinkageException.class)
                .hasMessageContainingAll("line 3", "column answer", "maybe", "not-same");
        Files.writeString(file, "left_id,right_id,answer,who\na,b,same\n");
        assertThatThrownBy(() -> ReviewFiles.readAnswers(file))
                .hasMessageContainingAll("line 2", "column who", "empty");
        Files.writeString(file, "left_id,right_id,answer\na,b,same\n");
        assertThatThrownBy(() -> ReviewFiles.readAnswers(file)).hasMessageContainingAll("column who", "absent");
        assertThatThrownBy(() -> ReviewFiles.answered(
                        List.of(new Keying("x", "y", Answer.SAME, "An")), records("a"), records("b")))
                .hasMessageContainingAll("left_id", "no record x");
    }

    @Test
    void theSheetOfACheckDoesNotSayHowLikelyAPairIs() throws IOException {
        PrecisionCheck.Sample sample = PrecisionCheck.draw(List.of(new PrecisionCheck.Link("a", "b", .97)), 5, 1);
        StringBuilder out = new StringBuilder();

        ReviewFiles.writeSample(sample, 1, out);

        assertThat(out).hasToString("left_id,right_id,probability,reason\na,b,,check\n");
    }
}
