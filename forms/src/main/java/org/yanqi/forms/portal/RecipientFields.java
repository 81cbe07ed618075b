package org.yanqi.forms.portal;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.process.account.Recipient;

/** To whom a paper invoice goes: name, mobile, region, address. */
class RecipientFields extends FormLayout {
    private static final long serialVersionUID = 1L;

    private final TextField name = field("name", 40);
    private final TextField mobile = field("mobile", 20);
    private final TextField region = field("region", 60);
    private final TextField address = field("address", 120);
    private @Nullable UUID id;

    RecipientFields(ErrorSummary errors, Runnable changed) {
        setAutoResponsive(true);
        setExpandFields(true);
        setExpandColumns(true);
        setMaxColumns(2);
        setColumnWidth("17em");
        addFormRow(name, mobile);
        addFormRow(region, address);
        errors.field("recipientName", name);
        errors.field("recipientMobile", mobile);
        errors.field("recipientRegion", region);
        errors.field("recipientAddress", address);
        List.of(name, mobile, region, address).forEach(field -> {
            field.setRequiredIndicatorVisible(true);
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    changed.run();
                }
            });
        });
    }

    private TextField field(String key, int longest) {
        var field = new TextField(getTranslation("recipient." + key));
        field.setMaxLength(longest);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("recipient-" + key);
        return field;
    }

    void show(Recipient recipient) {
        id = recipient.id();
        name.setValue(recipient.name());
        mobile.setValue(recipient.mobile());
        region.setValue(recipient.region());
        address.setValue(recipient.address());
    }

    Recipient value() {
        return new Recipient(
                id,
                name.getValue().strip(),
                mobile.getValue().strip(),
                region.getValue().strip(),
                address.getValue().strip());
    }
}
