package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A short table; on a narrow screen each row becomes a block whose cells name their column. */
public class Table extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final List<String> headers;

    /** @param prefix of the columns' keys; a column whose name starts with {@code #} holds numbers */
    public Table(String prefix, String... columns) {
        addClassName("table");
        headers = List.of(columns).stream()
                .map(column -> column.startsWith("#")
                        ? "#" + getTranslation(prefix + column.substring(1))
                        : getTranslation(prefix + column))
                .toList();
        var row = new NativeTableRow();
        for (var header : headers) {
            var cell = new NativeTableHeaderCell(name(header));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("num", header.startsWith("#"));
            row.add(cell);
        }
        getHead().add(row);
    }

    private static String name(String header) {
        return header.startsWith("#") ? header.substring(1) : header;
    }

    public NativeTableRow row(Component... cells) {
        var row = new NativeTableRow();
        for (var at = 0; at < cells.length; at++) {
            var cell = new NativeTableCell(cells[at]);
            cell.getElement().setAttribute("data-label", name(headers.get(at)));
            cell.setClassName("num", headers.get(at).startsWith("#"));
            row.add(cell);
        }
        getBody().add(row);
        return row;
    }

    public static Span text(@Nullable String text) {
        return new Span(Format.text(text));
    }
}
