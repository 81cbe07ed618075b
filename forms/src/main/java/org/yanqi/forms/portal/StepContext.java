package org.yanqi.forms.portal;

import java.util.UUID;
import java.util.function.Consumer;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.WalkRenewal;

/**
 * What a step needs of the page around it.
 *
 * @param actor who is at the screen
 * @param view the case as it stood when the step was drawn
 * @param walked called when a step was done: the page goes where the case went
 */
public record StepContext(
        Actor actor, RenewalView view, ShowRenewal show, WalkRenewal walk, Consumer<RenewalView> walked) {

    UUID renewal() {
        return view.id();
    }

    Draft draft() {
        return view.draft();
    }

    /** Keeps what was entered so far; called on each change. */
    void keep(Draft draft) {
        walk.saveDraft(actor, renewal(), draft);
    }
}
