package org.yanqi.forms.desk;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** Density and columns of a list. */
class ListTools extends MenuBar {
    private static final long serialVersionUID = 1L;

    ListTools(Rows<?> rows) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        getElement().setAttribute("aria-label", getTranslation("desk.tools"));
        setOpenOnHover(false);
        addClassName("list-tools");
        var density = addItem(VaadinIcon.LINES.create());
        density.add(new Span(getTranslation("desk.density")));
        var compact = density.getSubMenu().addItem(getTranslation("desk.density.compact"));
        var wide = density.getSubMenu().addItem(getTranslation("desk.density.wide"));
        choice(compact, true);
        choice(wide, false);
        compact.addClickListener(clicked -> {
            rows.dense(true);
            choice(compact, true);
            choice(wide, false);
        });
        wide.addClickListener(clicked -> {
            rows.dense(false);
            choice(compact, false);
            choice(wide, true);
        });
        var columns = addItem(VaadinIcon.TABLE.create());
        columns.add(new Span(getTranslation("desk.columns")));
        for (var key : rows.wideKeys()) {
            var column = columns.getSubMenu().addItem(getTranslation("desk.col." + key));
            choice(column, rows.isShown(key));
            column.setKeepOpen(true);
            column.addClickListener(clicked -> rows.show(key, column.isChecked()));
        }
    }

    private static void choice(MenuItem item, boolean checked) {
        item.setCheckable(true);
        item.setChecked(checked);
    }
}
