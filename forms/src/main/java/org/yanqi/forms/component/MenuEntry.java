package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * One place in the navigation.
 *
 * @param textKey key of its name in the bundles
 * @param order entries stand by this number
 */
public record MenuEntry(String textKey, VaadinIcon icon, Class<? extends Component> view, int order) {}
