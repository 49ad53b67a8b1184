package vn.dancu.shared.db;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.shared.FormSet;

/**
 * The set of forms that the next statements are about, as a temporary table {@code chosen_form (id bigint primary key)}:
 * staged once, joined by every statement, gone with the transaction. Staging again replaces the set.
 */
@Component
public class ChosenForms {
    /** What an officer does at once: sent with the statement, as a copy is a conversation. */
    private static final int FEW = 1_000;

    private final JdbcTemplate template;
    private final CopyIn copyIn;

    ChosenForms(JdbcTemplate template, CopyIn copyIn) {
        this.template = template;
        this.copyIn = copyIn;
    }

    /** @throws IllegalStateException outside a transaction: the table would be gone before it is joined */
    public void stage(FormSet forms) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a set of forms is staged inside a transaction");
        }
        template.execute("create temp table if not exists chosen_form (id bigint primary key) on commit drop;"
                + (forms.size() <= FEW ? "delete from chosen_form" : "truncate chosen_form"));
        if (forms.size() <= FEW) {
            template.update("insert into chosen_form (id) select unnest(?::bigint[])", (Object) forms.keys());
        } else {
            copyIn.into("chosen_form", List.of("id"), rows -> {
                for (long key : forms.keys()) {
                    rows.add(key);
                }
            });
        }
        // Of a table it knows nothing about, the planner believes two thousand rows: for one form it would read whole
        // books.
        template.execute("analyze chosen_form");
    }
}
