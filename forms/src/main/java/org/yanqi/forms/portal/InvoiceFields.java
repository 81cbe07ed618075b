package org.yanqi.forms.portal;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Format;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.record.Actor;

/** Whether an invoice is wanted, of which kind, for whom, and where it goes. */
class InvoiceFields extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Runnable changed;
    private final RadioButtonGroup<Boolean> wanted = new RadioButtonGroup<>();
    private final RadioButtonGroup<InvoiceKind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<InvoiceTitle.Type> type = new RadioButtonGroup<>();
    private final Select<InvoiceTitle> kept = new Select<>();
    private final TitleFields title;
    private final EmailField email = new EmailField();
    private final RadioButtonGroup<InvoiceChoice.Collection> collection = new RadioButtonGroup<>();
    private final Select<Recipient> keptRecipients = new Select<>();
    private final RecipientFields recipient;
    private final Paragraph collectionHint = new Paragraph();
    private final Div details = new Div();
    private final Div paper = new Div();

    InvoiceFields(Actor actor, UUID organisation, InvoiceTitles titles, ErrorSummary errors, Runnable changed) {
        this.changed = changed;
        addClassName("stack");
        details.addClassName("stack");
        paper.addClassName("stack");
        title = new TitleFields(errors, changed);
        recipient = new RecipientFields(errors, changed);
        choice(wanted, "invoice.wanted", List.of(true, false), yes -> yes ? "invoice.wanted.yes" : "invoice.wanted.no");
        choice(
                kind,
                "invoice.kind",
                List.of(InvoiceKind.ELECTRONIC_ORDINARY, InvoiceKind.PAPER_SPECIAL),
                one -> "invoice-kind." + one);
        kind.setHelperText(getTranslation("invoice.kind.final"));
        choice(type, "invoice.type", List.of(InvoiceTitle.Type.values()), one -> "title-type." + one);
        choice(
                collection,
                "invoice.collection",
                List.of(InvoiceChoice.Collection.values()),
                one -> "collection." + one);
        errors.field("wanted", wanted);
        errors.field("kind", kind);
        errors.field("type", type);
        errors.field("email", email);
        errors.field("collection", collection);
        email.setLabel(getTranslation("invoice.email"));
        email.setHelperText(getTranslation("invoice.email.hint"));
        email.setValueChangeMode(ValueChangeMode.LAZY);
        email.setManualValidation(true);
        email.setRequiredIndicatorVisible(true);
        email.addClassName("invoice-email");
        email.addValueChangeListener(this::byHand);
        keptTitles(titles.of(actor, organisation));
        keptRecipients(titles.recipients(actor, organisation));
        collectionHint.addClassNames("muted", "small");
        paper.add(collection, collectionHint, keptRecipients, recipient);
        details.add(kind, type, kept, title, email, paper);
        add(wanted, details);
        kind.setValue(InvoiceKind.ELECTRONIC_ORDINARY);
        type.setValue(InvoiceTitle.Type.ENTERPRISE);
        collection.setValue(InvoiceChoice.Collection.COURIER);
        arrange();
    }

    private <T> void choice(
            RadioButtonGroup<T> group, String label, List<T> items, java.util.function.Function<T, String> key) {
        group.setLabel(getTranslation(label));
        group.setItems(items);
        group.setItemLabelGenerator(item -> getTranslation(key.apply(item)));
        group.addClassName(label.replace('.', '-'));
        group.addValueChangeListener(this::byHand);
    }

    private void byHand(AbstractField.ComponentValueChangeEvent<?, ?> event) {
        arrange();
        if (event.isFromClient()) {
            changed.run();
        }
    }

    private void keptTitles(List<InvoiceTitle> titles) {
        kept.setLabel(getTranslation("invoice.kept"));
        kept.setItems(titles);
        kept.setItemLabelGenerator(InvoiceTitle::name);
        kept.setVisible(!titles.isEmpty());
        kept.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                type.setValue(event.getValue().type());
                title.show(event.getValue());
                changed.run();
            }
        });
    }

    private void keptRecipients(List<Recipient> recipients) {
        keptRecipients.setLabel(getTranslation("invoice.kept-recipients"));
        keptRecipients.setItems(recipients);
        keptRecipients.setItemLabelGenerator(
                one -> one.name() + " " + Format.phone(one.mobile()) + " " + one.address());
        keptRecipients.setVisible(!recipients.isEmpty());
        keptRecipients.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                recipient.show(event.getValue());
                changed.run();
            }
        });
    }

    private void arrange() {
        var isPaper = kind.getValue() != null && kind.getValue().isPaper();
        var special = kind.getValue() != null && kind.getValue().isSpecial();
        var courier = collection.getValue() == InvoiceChoice.Collection.COURIER;
        details.setVisible(Boolean.TRUE.equals(wanted.getValue()));
        type.setVisible(!special);
        if (special && type.getValue() != InvoiceTitle.Type.ENTERPRISE) {
            type.setValue(InvoiceTitle.Type.ENTERPRISE);
        }
        title.wants(special, type.getValue() == null ? InvoiceTitle.Type.ENTERPRISE : type.getValue());
        paper.setVisible(isPaper);
        email.setVisible(!isPaper);
        recipient.setVisible(courier);
        keptRecipients.setVisible(courier && keptRecipients.getListDataView().getItemCount() > 0);
        collectionHint.setText(getTranslation(courier ? "collection.COURIER.hint" : "collection.COUNTER.hint"));
    }

    /** Before anything was entered: the first kept title and recipient, else what is known of the organisation. */
    void propose(Organisation organisation) {
        title.show(new InvoiceTitle(
                null,
                InvoiceTitle.Type.ENTERPRISE,
                organisation.name(),
                organisation.taxNumber(),
                Objects.requireNonNullElse(organisation.address(), ""),
                Objects.requireNonNullElse(organisation.phone(), ""),
                "",
                ""));
        kept.getListDataView().getItems().findFirst().ifPresent(kept::setValue);
        keptRecipients.getListDataView().getItems().findFirst().ifPresent(keptRecipients::setValue);
    }

    /** Shows what was entered before. */
    void show(InvoiceChoice choice) {
        wanted.setValue(choice.wanted());
        if (choice.kind() != null) {
            kind.setValue(choice.kind());
        }
        if (choice.title() != null) {
            type.setValue(choice.title().type());
            title.show(choice.title());
        }
        email.setValue(choice.email() == null ? "" : choice.email());
        if (choice.collection() != null) {
            collection.setValue(choice.collection());
        }
        if (choice.recipient() != null) {
            recipient.show(choice.recipient());
        }
        arrange();
    }

    /** Null as long as nobody said whether an invoice is wanted. */
    @Nullable
    InvoiceChoice value() {
        if (wanted.getValue() == null) {
            return null;
        }
        if (!wanted.getValue()) {
            return InvoiceChoice.none();
        }
        var isPaper = kind.getValue() != null && kind.getValue().isPaper();
        var courier = isPaper && collection.getValue() == InvoiceChoice.Collection.COURIER;
        return new InvoiceChoice(
                true,
                kind.getValue(),
                title.value(),
                isPaper || email.isEmpty() ? null : email.getValue().strip(),
                isPaper ? collection.getValue() : null,
                courier ? recipient.value() : null);
    }
}
