package org.yanqi.forms.desk;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.worklist.WorkItem;

/** A work item's title taken apart: the order number in monospace, the rest as it is. */
final class WorkTitle {
    private static final String ORDER = "PLYQHB";

    private WorkTitle() {}

    static String number(String title) {
        return title.startsWith(ORDER) && title.indexOf(' ') > 0 ? title.substring(0, title.indexOf(' ')) : "";
    }

    static String rest(String title) {
        return title.substring(number(title).length()).strip();
    }

    static String kind(WorkItem item) {
        return Texts.text("work." + item.kind(), locale());
    }

    static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.CHINESE : ui.getLocale();
    }
}
