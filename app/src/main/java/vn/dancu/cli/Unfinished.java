package vn.dancu.cli;

import java.util.Set;
import vn.dancu.cli.db.DemoQueries;
import vn.dancu.shared.FormSet;

/**
 * What the demo's officers have not got to yet: each set waits at one place of the path, and no form is in two.
 *
 * @param untouched as the machine left them, for whoever opens the browser
 * @param beforeApproval settled, and not signed
 * @param beforeHandOver approved; their papers lie in the ward
 * @param beforeScan handed over
 * @param beforeRegister scanned
 */
record Unfinished(
        FormSet untouched, FormSet beforeApproval, FormSet beforeHandOver, FormSet beforeScan, FormSet beforeRegister) {
    private static final FormSet NONE = FormSet.ofKeys();

    /** One form in so many, in one ward. */
    private static final int FOR_VISITORS = 100;

    /** One form in so many waits to be re-verified at home, in another ward. */
    static final int FOR_VISITING = 200;

    /** Of a ward's forms: how far each part has come, in percent; the rest has walked to the end. */
    private static final int UNTOUCHED = 30;

    private static final int EACH_LATER_PLACE = 5;

    /** Some households of one ward; everything else is done. */
    static Unfinished forVisitors(DemoQueries queries, int forms) {
        return new Unfinished(queries.households(DemoSettings.LEFT_IN, forms / FOR_VISITORS), NONE, NONE, NONE, NONE);
    }

    /** A working day in the middle of the campaign: in every ward, group by group, work waits at every place. */
    static Unfinished ofABusyDay(DemoQueries queries, int forms, Set<String> communes) {
        FormSet[] upTo = new FormSet[5];
        for (int place = 0; place < upTo.length; place++) {
            int each = (int) ((long) forms * (UNTOUCHED + place * EACH_LATER_PLACE) / 100 / communes.size());
            upTo[place] = communes.stream()
                    .map(commune -> queries.households(commune, each))
                    .reduce(NONE, Unfinished::union);
        }
        return new Unfinished(
                upTo[0],
                upTo[1].without(upTo[0]),
                upTo[2].without(upTo[1]),
                upTo[3].without(upTo[2]),
                upTo[4].without(upTo[3]));
    }

    private static FormSet union(FormSet one, FormSet other) {
        long[] both = new long[one.size() + other.size()];
        System.arraycopy(one.keys(), 0, both, 0, one.size());
        System.arraycopy(other.keys(), 0, both, one.size(), other.size());
        return FormSet.ofKeys(both);
    }
}
