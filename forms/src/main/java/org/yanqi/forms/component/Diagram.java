package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Collection;

/** A BPMN diagram, read only: activities where the case stands are marked, those behind are faint. */
@Tag("yanqi-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./yanqi-diagram.js")
public class Diagram extends Component implements HasSize {
    private static final long serialVersionUID = 1L;

    /** @param label read out instead of the picture */
    public Diagram(String xml, Collection<String> current, Collection<String> done, String label) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        getElement().setPropertyList("current", current.stream().sorted().toList());
        getElement().setPropertyList("done", done.stream().sorted().toList());
        getElement().setProperty("xml", xml);
    }

    /** Shows the whole model, however small, instead of the place where the case stands; or that place again. */
    public void showWhole(boolean whole) {
        getElement().callJsFunction("view", whole);
    }
}
