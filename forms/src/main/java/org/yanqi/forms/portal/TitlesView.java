package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.EmptyState;
import org.yanqi.forms.component.ErrorSummary;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Toast;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.outcome.Outcome;

/** Titles and recipients that are kept for reuse. */
@Route(value = "titles", layout = MainLayout.class)
@RolesAllowed("ORGANISATION_ADMINISTRATOR")
public class TitlesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient InvoiceTitles titles;
    private final Div body = new Div();

    public TitlesView(CurrentActor current, InvoiceTitles titles) {
        super("titles.title");
        this.current = current;
        this.titles = titles;
        lead(getTranslation("titles.lead"));
        add(body);
        draw();
    }

    private UUID organisation() {
        return Objects.requireNonNull(current.actor().organisation());
    }

    private void draw() {
        body.removeAll();
        var titleRows = titles.of(current.actor(), organisation()).stream()
                .map(title -> row(
                        title.name(),
                        title.taxNumber() + "  " + Format.account(title.account()),
                        () -> editTitle(title)))
                .toList();
        var recipientRows = titles.recipients(current.actor(), organisation()).stream()
                .map(one -> row(
                        Format.name(one.name()) + "  " + Format.phone(one.mobile()),
                        one.region() + " " + one.address(),
                        () -> editRecipient(one)))
                .toList();
        body.add(
                card("titles.titles", titleRows, "titles.add", () -> editTitle(null)),
                card("titles.recipients", recipientRows, "titles.add-recipient", () -> editRecipient(null)));
    }

    private Card card(String title, List<Div> rows, String addKey, Runnable add) {
        var list = new Div();
        list.addClassName("list");
        rows.forEach(list::add);
        var button = new Button(getTranslation(addKey), VaadinIcon.PLUS.create(), clicked -> add.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new Card(
                        getTranslation(title),
                        rows.isEmpty() ? new EmptyState(VaadinIcon.RECORDS, getTranslation("titles.none")) : list)
                .aside(button);
    }

    private Div row(String name, String sub, Runnable edit) {
        var title = new Span(name);
        title.addClassName("list-title");
        var below = new Span(sub);
        below.addClassName("list-sub");
        var words = new Div(title, below);
        words.addClassName("list-main");
        var change = new Button(getTranslation("action.edit"), clicked -> edit.run());
        change.setAriaLabel(getTranslation("action.edit") + " " + name);
        return new Div(words, change);
    }

    private void editTitle(@Nullable InvoiceTitle title) {
        var errors = new ErrorSummary();
        var fields = new TitleFields(errors, () -> {});
        var special = new Checkbox(getTranslation("titles.for-special"));
        special.addValueChangeListener(changed -> fields.wants(changed.getValue(), InvoiceTitle.Type.ENTERPRISE));
        fields.wants(false, title == null ? InvoiceTitle.Type.ENTERPRISE : title.type());
        if (title != null) {
            fields.show(title);
        }
        dialog(
                "titles.title-dialog",
                errors,
                new Div(fields, special),
                () -> titles.keep(current.actor(), organisation(), fields.value(), special.getValue()));
    }

    private void editRecipient(@Nullable Recipient recipient) {
        var errors = new ErrorSummary();
        var fields = new RecipientFields(errors, () -> {});
        if (recipient != null) {
            fields.show(recipient);
        }
        dialog(
                "titles.recipient-dialog",
                errors,
                fields,
                () -> titles.keep(current.actor(), organisation(), fields.value()));
    }

    private <T> void dialog(String title, ErrorSummary errors, Component fields, Supplier<Outcome<T>> keep) {
        var dialog = new Dialog(errors, fields);
        dialog.setHeaderTitle(getTranslation(title));
        dialog.setWidth("min(640px, 96vw)");
        var save = new Button(getTranslation("action.save"), clicked -> {
            if (keep.get() instanceof Outcome.Refused<T> refused) {
                errors.show(refused.reasons());
            } else {
                dialog.close();
                Toast.good(getTranslation("titles.kept"));
                draw();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), clicked -> dialog.close()), save);
        dialog.open();
    }
}
