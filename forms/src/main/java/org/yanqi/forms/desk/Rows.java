package org.yanqi.forms.desk;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A dense list whose columns can be chosen. On a narrow screen one column tells all, since a table that has to be pushed
 * sideways cannot be worked with.
 *
 * @param <T> what is listed
 */
class Rows<T> extends Grid<T> {
    private static final long serialVersionUID = 1L;
    private static final int NARROW = 760;

    private final Map<String, Column<T>> wide = new LinkedHashMap<>();
    private final transient Set<String> hidden = new java.util.HashSet<>();
    private final transient List<T> shown = new ArrayList<>();
    private final transient Function<T, Object> identity;
    private Column<T> narrow;
    private boolean isNarrow;

    Rows(String id, Renderer<T> narrowCell, Function<T, Object> identity) {
        this.identity = identity;
        setId(id);
        addClassName("rows");
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        narrow = addColumn(narrowCell).setKey("all").setFlexGrow(1);
        narrow.setVisible(false);
        fill(List.of());
    }

    Column<T> column(String key, String header, Renderer<T> cell) {
        var column = addColumn(cell).setHeader(header).setKey(key).setResizable(true);
        wide.put(key, column);
        return column;
    }

    /** Keys and columns that can be hidden. */
    Map<String, Column<T>> wideColumns() {
        return Map.copyOf(wide);
    }

    List<String> wideKeys() {
        return List.copyOf(wide.keySet());
    }

    boolean isShown(String key) {
        return !hidden.contains(key);
    }

    void show(String key, boolean visible) {
        if (visible) {
            hidden.remove(key);
        } else {
            hidden.add(key);
        }
        arrange();
    }

    void dense(boolean dense) {
        if (dense) {
            addThemeVariants(GridVariant.LUMO_COMPACT);
        } else {
            removeThemeVariants(GridVariant.LUMO_COMPACT);
        }
    }

    /** Puts these in the place of what is shown; rows known by their identity stay selected. */
    final void fill(List<T> items) {
        shown.clear();
        shown.addAll(items);
        var marked = getSelectedItems().stream().map(identity).toList();
        setItems(new ByIdentity());
        shown.stream().filter(one -> marked.contains(identity.apply(one))).forEach(this::select);
    }

    void append(List<T> items) {
        shown.addAll(items);
        getDataProvider().refreshAll();
    }

    List<T> shown() {
        return List.copyOf(shown);
    }

    @Override
    protected void onAttach(com.vaadin.flow.component.AttachEvent attached) {
        super.onAttach(attached);
        var page = attached.getUI().getPage();
        page.retrieveExtendedClientDetails(details -> narrow(details.getWindowInnerWidth() < NARROW));
        var registration = page.addBrowserWindowResizeListener(resized -> narrow(resized.getWidth() < NARROW));
        addDetachListener(detached -> {
            registration.remove();
            detached.unregisterListener();
        });
    }

    private void narrow(boolean now) {
        if (now != isNarrow) {
            isNarrow = now;
            setClassName("rows-narrow", now);
            arrange();
        }
    }

    private void arrange() {
        narrow.setVisible(isNarrow);
        wide.forEach((key, column) -> column.setVisible(!isNarrow && !hidden.contains(key)));
    }

    /** Knows a row again after it changed. */
    private final class ByIdentity extends com.vaadin.flow.data.provider.ListDataProvider<T> {
        private static final long serialVersionUID = 1L;

        ByIdentity() {
            super(shown);
        }

        @Override
        public Object getId(T item) {
            return identity.apply(item);
        }
    }
}
