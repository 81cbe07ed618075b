package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Pieces of both layouts: brand, skip link, footer with the hot-lines. */
final class Frame {
    /** The guide's hot-lines. */
    static final List<String> HOTLINES = List.of("400-125-7788", "024-67871177", "024-67871188");

    private Frame() {}

    static Header header(Component... content) {
        var header = new Header();
        header.addClassName("bar");
        header.add(content);
        return header;
    }

    static Anchor skipLink(Component where) {
        var skip = new Anchor("#main", where.getTranslation("action.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        skip.getElement()
                .executeJs("this.addEventListener('click', e => {e.preventDefault();"
                        + "document.getElementById('main')?.focus();})");
        return skip;
    }

    static Component brand(Component where) {
        var mark = new Image("icons/yanqi.svg", "");
        mark.addClassName("brand-mark");
        var name = new Span(where.getTranslation("product.short"));
        name.addClassName("brand-name");
        var full = new Span(where.getTranslation("product.long"));
        full.addClassName("brand-long");
        var brand = new Anchor("", mark, new Div(name, full));
        brand.addClassName("brand");
        brand.getElement().setAttribute("aria-label", where.getTranslation("product.home"));
        return brand;
    }

    static Footer footer(Component where) {
        var footer = new Footer();
        footer.addClassName("foot");
        var lines = new Div(new Span(where.getTranslation("footer.hotlines")));
        lines.addClassName("hotlines");
        HOTLINES.forEach(number -> {
            var line = new Anchor("tel:" + number, number);
            line.setRouterIgnore(true);
            lines.add(line);
        });
        footer.add(lines, new Span(where.getTranslation("footer.note")));
        return footer;
    }
}
