package org.yanqi.forms.portal;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.process.account.InvoiceTitle;

/** The fields of an invoice title; for special kinds all six are wanted. */
class TitleFields extends FormLayout {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;

    private final TextField name = field("name", LONGEST);
    private final TextField taxNumber = field("taxNumber", 20);
    private final TextField address = field("address", LONGEST);
    private final TextField phone = field("phone", 20);
    private final TextField bank = field("bank", LONGEST);
    private final TextField account = field("account", 30);
    private InvoiceTitle.Type type = InvoiceTitle.Type.ENTERPRISE;
    private @Nullable UUID id;

    TitleFields(ErrorSummary errors, Runnable changed) {
        setAutoResponsive(true);
        setExpandFields(true);
        setExpandColumns(true);
        setMaxColumns(2);
        setColumnWidth("17em");
        addFormRow(name, taxNumber);
        addFormRow(address, phone);
        addFormRow(bank, account);
        errors.field("name", name);
        errors.field("taxNumber", taxNumber);
        errors.field("address", address);
        errors.field("phone", phone);
        errors.field("bank", bank);
        errors.field("account", account);
        all().forEach(field -> field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.run();
            }
        }));
    }

    private TextField field(String key, int longest) {
        var field = new TextField(getTranslation("title." + key));
        field.setMaxLength(longest);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("title-" + key);
        return field;
    }

    private List<TextField> all() {
        return List.of(name, taxNumber, address, phone, bank, account);
    }

    /** Marks what the kind of invoice wants. */
    void wants(boolean special, InvoiceTitle.Type buyer) {
        type = buyer;
        name.setRequiredIndicatorVisible(true);
        taxNumber.setRequiredIndicatorVisible(buyer == InvoiceTitle.Type.ENTERPRISE);
        taxNumber.setVisible(buyer == InvoiceTitle.Type.ENTERPRISE);
        List.of(address, phone, bank, account).forEach(field -> {
            field.setVisible(buyer == InvoiceTitle.Type.ENTERPRISE);
            field.setRequiredIndicatorVisible(special);
        });
    }

    void show(InvoiceTitle title) {
        id = title.id();
        name.setValue(title.name());
        taxNumber.setValue(title.taxNumber());
        address.setValue(title.address());
        phone.setValue(title.phone());
        bank.setValue(title.bank());
        account.setValue(title.account());
    }

    InvoiceTitle value() {
        return new InvoiceTitle(
                id,
                type,
                name.getValue().strip(),
                taxNumber.getValue().strip(),
                address.getValue().strip(),
                phone.getValue().strip(),
                bank.getValue().strip(),
                account.getValue().strip());
    }
}
