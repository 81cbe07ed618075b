package org.yanqi.forms.portal;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import org.yanqi.process.rekey.RekeyStage;

/** The named stages of a key's update: behind, now, ahead. */
class Stages extends OrderedList {
    private static final long serialVersionUID = 1L;

    /** @param reached the last stage that is behind; waiting for the key is where it begins */
    Stages(RekeyStage reached) {
        addClassName("stages");
        for (var stage : RekeyStage.values()) {
            if (stage == RekeyStage.WAITING_FOR_KEY || stage == RekeyStage.OLD_REVOKED) {
                continue;
            }
            var line = new ListItem(getTranslation("rekey-stage." + stage));
            if (stage.ordinal() <= reached.ordinal()) {
                line.addClassName("done");
            } else if (stage.ordinal() == reached.ordinal() + 1) {
                line.addClassName("now");
                line.getElement().setAttribute("aria-current", "step");
            }
            add(line);
        }
    }
}
