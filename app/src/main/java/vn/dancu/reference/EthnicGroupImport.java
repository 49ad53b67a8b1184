package vn.dancu.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.civil.list.CodedValue;
import vn.dancu.civil.list.Ethnicities;
import vn.dancu.civil.text.VietnameseText;
import vn.dancu.shared.Actor;
import vn.dancu.shared.Progress;
import vn.dancu.shared.table.Column;
import vn.dancu.shared.table.ImportReport;
import vn.dancu.shared.table.Reject;
import vn.dancu.shared.table.RejectedRows;
import vn.dancu.shared.table.Table;

/**
 * What the program does not know of the official lists of ethnic groups: codes 21 to 54 of Decision 1019/QĐ-TCTK (2008),
 * and further spellings. Columns {@code list} (121/1979 or 1019/2008), {@code code} (two digits), {@code name}.
 */
@Service
public class EthnicGroupImport {
    private static final List<Column> COLUMNS =
            List.of(new Column("list", true), new Column("code", true), new Column("name", true));
    private static final List<String> LISTS = List.of(Ethnicities.LIST_1979, Ethnicities.LIST_2008);

    private final ReferenceLists lists;
    private final TransactionTemplate transactions;

    EthnicGroupImport(ReferenceLists lists, TransactionTemplate transactions) {
        this.lists = lists;
        this.transactions = transactions;
    }

    /** Rejected rows go to {@code FILE.rejected.csv}; importing the same file again changes nothing. */
    public ImportReport importEthnicGroups(Path file, boolean dryRun, Actor actor, Progress progress) {
        List<CodedValue> read = new ArrayList<>();
        try (RejectedRows rejected = RejectedRows.beside(file);
                Table table = Table.open(file, COLUMNS)) {
            Reading reading = new Reading(table, rejected, progress);
            reading.eachRow("ethnic-groups", cells -> {
                CodedValue value = value(cells);
                if (value == null) {
                    return Reject.R107_CODE_MALFORMED;
                }
                if (!reading.isNew(value.list() + value.code() + value.name())) {
                    return Reject.R102_NUMBER_REPEATED;
                }
                read.add(value);
                return null;
            });
            Integer changed = transactions.execute(status -> {
                int rows = lists.importEthnicGroups(read, actor);
                if (dryRun) {
                    status.setRollbackOnly();
                }
                return rows;
            });
            return reading.report("ethnic-groups", dryRun, read.size(), changed == null ? 0 : changed);
        }
    }

    private static @Nullable CodedValue value(@Nullable String[] cells) {
        String list = cells[0];
        String code = cells[1];
        String name = cells[2];
        if (list == null || code == null || name == null || !LISTS.contains(list.strip())) {
            return null;
        }
        String digits = code.strip();
        boolean isCode = digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCode && !digits.isEmpty()
                ? new CodedValue(
                        list.strip(), digits.length() == 1 ? "0" + digits : digits, VietnameseText.nfc(name.strip()))
                : null;
    }
}
