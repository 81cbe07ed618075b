package org.yanqi.forms.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.RecordEntry;
import org.yanqi.process.record.VerifyRecord;

/** The whole record, read only, newest first, and the proof that it is whole (R13). */
@Route(value = "desk/record", layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "SUPERVISOR"})
public class RecordView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    private final transient CurrentActor current;
    private final transient ReadTimeline timeline;
    private final TextField text = new TextField();
    private final Rows<RecordEntry> rows;
    private final Button more = new Button();
    private @Nullable Long before;

    public RecordView(CurrentActor current, ReadTimeline timeline, VerifyRecord verify) {
        super("nav.record");
        this.current = current;
        this.timeline = timeline;
        lead(getTranslation("record.lead"));
        var verdict = new Div();
        verdict.setId("verdict");
        verdict.getElement().setAttribute("role", "status");
        var check = new Button(getTranslation("record.verify"), clicked -> {
            verdict.removeAll();
            verdict.add(Verdict.of(this, verify.verify()));
        });
        check.setId("verify");
        check.setDisableOnClick(true);
        check.addClickListener(clicked -> check.setEnabled(true));
        actions().add(check);
        text.setLabel(getTranslation("record.search"));
        text.setPlaceholder(getTranslation("record.search.hint"));
        text.setId("record-search");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(350);
        text.addClassName("search-field");
        text.addValueChangeListener(changed -> load());
        rows = rows();
        more.setText(getTranslation("desk.more"));
        more.setId("load-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(clicked -> page(false));
        var head = new Div(text, new ListTools(rows));
        head.addClassName("list-head");
        var list = new Div(head, rows, more);
        list.addClassNames("card", "list-card");
        add(verdict, list);
        load();
    }

    private Rows<RecordEntry> rows() {
        var lines = new Rows<RecordEntry>(
                "record",
                LitRenderer.<RecordEntry>of("<div class=\"row-card\"><span>${item.what}</span>"
                                + "<span class=\"small muted\">${item.at} · ${item.who}</span>"
                                + "<span class=\"small muted mono\">${item.subject}</span></div>")
                        .withProperty("what", entry -> RecordWords.sentence(entry, WorkTitle.locale()))
                        .withProperty("at", entry -> Format.dateTimeSeconds(entry.at()))
                        .withProperty("who", RecordEntry::name)
                        .withProperty("subject", RecordEntry::subject),
                RecordEntry::number);
        lines.getElement().setAttribute("aria-label", getTranslation("nav.record"));
        lines.column("no", getTranslation("desk.col.no"), text(entry -> Format.number(entry.number())))
                .setWidth("90px")
                .setFlexGrow(0);
        lines.column("at", getTranslation("desk.col.at"), text(entry -> Format.dateTimeSeconds(entry.at())))
                .setWidth("170px")
                .setFlexGrow(0);
        lines.column(
                        "what",
                        getTranslation("desk.col.what"),
                        text(entry -> RecordWords.sentence(entry, WorkTitle.locale())))
                .setWidth("320px")
                .setFlexGrow(4);
        lines.column(
                        "who",
                        getTranslation("desk.col.who"),
                        text(entry -> entry.name() + " · " + getTranslation("role." + entry.role())))
                .setWidth("190px")
                .setFlexGrow(1);
        lines.column("subject", getTranslation("desk.col.subject"), text(RecordEntry::subject))
                .setWidth("240px")
                .setFlexGrow(2);
        lines.column("from", getTranslation("desk.col.from"), text(RecordEntry::from))
                .setWidth("130px")
                .setFlexGrow(0);
        lines.column(
                        "case",
                        getTranslation("desk.col.case"),
                        LitRenderer.<RecordEntry>of(
                                        "<a class=\"row-link\" ?hidden=\"${!item.href}\" href=\"${item.href}\">${item.word}</a>")
                                .withProperty(
                                        "href", entry -> entry.caseId() == null ? "" : "desk/case/" + entry.caseId())
                                .withProperty("word", entry -> getTranslation("desk.open")))
                .setWidth("90px")
                .setFlexGrow(0);
        return lines;
    }

    private static LitRenderer<RecordEntry> text(ValueProvider<RecordEntry, ?> text) {
        return LitRenderer.<RecordEntry>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", text);
    }

    private void load() {
        before = null;
        page(true);
    }

    private void page(boolean first) {
        var asked = text.getValue().isBlank() ? null : text.getValue().strip();
        var entries = timeline.latest(current.actor(), asked, before, PAGE);
        if (first) {
            rows.fill(entries);
        } else {
            rows.append(entries);
        }
        if (!entries.isEmpty()) {
            before = entries.get(entries.size() - 1).number();
        }
        more.setVisible(entries.size() == PAGE);
    }
}
