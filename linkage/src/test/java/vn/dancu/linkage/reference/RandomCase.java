package vn.dancu.linkage.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Records;

/** A random model and two files for it, of which the right one writes some of the left one's records again. */
record RandomCase(long seed, Model model, List<@Nullable String[]> left, List<@Nullable String[]> right) {

    static RandomCase draw(long seed, boolean trained, int most) {
        Random random = new Random(seed);
        Model model = RandomModel.draw(random, trained);
        RandomCells cells = new RandomCells(random);
        List<@Nullable String[]> left = new ArrayList<>();
        List<@Nullable String[]> right = new ArrayList<>();
        int rows = 1 + random.nextInt(most);
        for (int i = 0; i < rows; i++) {
            @Nullable String[] row = new @Nullable String[model.columns().size()];
            for (int c = 0; c < row.length; c++) {
                row[c] = random.nextInt(10) == 0
                        ? null
                        : cells.fresh(model.columns().get(c));
            }
            left.add(row);
        }
        for (int j = 1 + random.nextInt(most); j > 0; j--) {
            @Nullable String[] row = left.get(random.nextInt(rows)).clone();
            for (int c = 0; c < row.length; c++) {
                row[c] = cells.again(model.columns().get(c), row[c]);
            }
            right.add(row);
        }
        return new RandomCase(seed, model, left, right);
    }

    Records leftRecords() {
        return records(model, left);
    }

    Records rightRecords() {
        return records(model, right);
    }

    static Records records(Model model, List<@Nullable String[]> rows) {
        Records.Builder builder = Records.builder(model, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            builder.add("row " + i, rows.get(i));
        }
        return builder.build();
    }
}
