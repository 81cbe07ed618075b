package org.yanqi.forms.desk;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.yanqi.forms.component.Format;
import org.yanqi.process.account.Account;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.worklist.WorkItem;

/** Asks to whom work goes, and why. */
final class TransferDialog extends ReasonDialog {
    private static final long serialVersionUID = 1L;

    private final ComboBox<Account> to = new ComboBox<>();

    TransferDialog(Collection<WorkItem> items, List<Account> colleagues, BiConsumer<String, String> yes) {
        super("desk.transfer", (dialog, why) -> ((TransferDialog) dialog).check(why, yes));
        to.setLabel(getTranslation("desk.transfer.to", Format.number(items.size())));
        to.setId("transfer-to");
        to.setWidthFull();
        to.setItems(colleagues);
        to.setItemLabelGenerator(one -> one.name() + " (" + one.login() + ")");
        errors.field("toAccount", to);
        fields.addComponentAtIndex(2, to);
    }

    private void check(String why, BiConsumer<String, String> yes) {
        var missing = new ArrayList<Refusal>();
        var chosen = to.getValue();
        if (chosen == null) {
            missing.add(Refusal.at("toAccount", "refusal.colleague-missing"));
        }
        if (why.isBlank()) {
            missing.add(Refusal.at("reason", "refusal.reason-missing"));
        }
        if (chosen != null && missing.isEmpty()) {
            close();
            yes.accept(chosen.login(), why);
        } else {
            refuse(missing);
        }
    }
}
