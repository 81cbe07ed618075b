package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import java.util.stream.Stream;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.platform.Catalogue;

/** The warning about keys of several companies on one computer or network, for who works on a government-procurement platform (R4). */
final class OneComputer {
    private static final String PROCUREMENT = "government procurement";

    private OneComputer() {}

    static Callout warning(Component where, Order order, Catalogue catalogue) {
        var callout = callout(where);
        callout.setVisible(order.items().stream()
                .flatMap(item -> Stream.concat(item.oldPlatforms().stream(), item.newPlatforms().stream()))
                .distinct()
                .anyMatch(code -> catalogue.one(code).kind().equals(PROCUREMENT)));
        return callout;
    }

    private static Callout callout(Component where) {
        return new Callout(
                Tone.WARNING, where.getTranslation("one-computer.title"), where.getTranslation("one-computer.text"));
    }
}
