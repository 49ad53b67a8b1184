package vn.dancu.journey;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import vn.dancu.shared.Actor;
import vn.dancu.shared.FormSet;

/** One step under way for a set of forms: those still going, and those refused with the first reason that held. */
public final class Walk {
    private final Step step;
    private final Actor actor;
    private FormSet going;
    private final Map<Refusal, FormSet> refused = new EnumMap<>(Refusal.class);

    public Walk(Step step, Actor actor, FormSet chosen) {
        this.step = step;
        this.actor = actor;
        this.going = chosen;
    }

    public Step step() {
        return step;
    }

    public Actor actor() {
        return actor;
    }

    /** The forms that nothing has held back so far. */
    public FormSet going() {
        return going;
    }

    public void refuse(Refusal why, FormSet forms) {
        if (forms.isEmpty()) {
            return;
        }
        FormSet held = forms.and(going);
        FormSet before = refused.getOrDefault(why, FormSet.ofKeys());
        refused.put(
                why,
                FormSet.ofKeys(LongStream.concat(LongStream.of(before.keys()), LongStream.of(held.keys()))
                        .toArray()));
        going = going.without(held);
    }

    /** Refuses every form that is not in {@code ready}. */
    public void keepOnly(FormSet ready, Refusal why) {
        refuse(why, going.without(ready));
    }

    /** Refuses every form that is in none of {@code ready}. */
    public void keep(Collection<FormSet> ready, Refusal why) {
        keepOnly(
                FormSet.ofKeys(ready.stream()
                        .flatMapToLong(set -> LongStream.of(set.keys()))
                        .toArray()),
                why);
    }

    public StepReport report() {
        return new StepReport(step, going, refused);
    }
}
