package org.yanqi.forms.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.KeyAgent;
import org.yanqi.forms.component.Tone;

/** Why the page cannot work with the key agent, told apart, and what to do: it is not running, too old, or the browser keeps the page from it. */
class AgentTrouble extends Callout {
    private static final long serialVersionUID = 1L;
    private static final String START = "java -jar yanqi-key-agent.jar --config agent.properties --keys keys";

    private AgentTrouble(String kind, String title, Component... content) {
        super(Tone.DANGER, title, content);
        addClassName("agent-" + kind);
    }

    /** What keeps page and agent apart, if that is what was heard. */
    static Optional<AgentTrouble> of(
            Component page, KeyAgent.News heard, AgentAddress address, AgentProgram program, Runnable again) {
        return Optional.ofNullable(
                switch (heard.type()) {
                    case "missing" -> missing(page, address, program, again);
                    case "denied" -> denied(page, again);
                    case "outdated" -> outdated(page, heard.version(), program, again);
                    case "blocked" -> blocked(page, again);
                    default -> null;
                });
    }

    /** Nothing answers on this computer: get it, start it, allow it. */
    private static AgentTrouble missing(Component page, AgentAddress address, AgentProgram program, Runnable again) {
        var start = new ListItem(page.getTranslation("agent.missing.start", address.agent()));
        if (program.file().isPresent()) {
            start.add(new Code(START));
        }
        return new AgentTrouble(
                "missing",
                page.getTranslation("agent.missing.title"),
                new OrderedList(
                        get(page, program, "agent.missing.install"),
                        start,
                        new ListItem(page.getTranslation("agent.missing.allow"))),
                retry(page, again));
    }

    /** What answers is older than this product works with. */
    private static AgentTrouble outdated(
            Component page, @Nullable String version, AgentProgram program, Runnable again) {
        var known = version == null || version.isBlank() ? "--" : version;
        return new AgentTrouble(
                "outdated",
                page.getTranslation("key.outdated.title"),
                new Paragraph(page.getTranslation("key.outdated.text", known, program.minimumVersion())),
                new OrderedList(
                        get(page, program, "agent.outdated.get"),
                        new ListItem(page.getTranslation("agent.outdated.replace"))),
                retry(page, again));
    }

    /** The person, or a rule of the computer's owner, has told the browser not to let pages reach programs on this computer. */
    private static AgentTrouble denied(Component page, Runnable again) {
        return new AgentTrouble(
                "denied",
                page.getTranslation("agent.denied.title"),
                new Paragraph(page.getTranslation("agent.denied.why")),
                new OrderedList(
                        new ListItem(page.getTranslation("agent.denied.open")),
                        new ListItem(page.getTranslation("agent.denied.allow")),
                        new ListItem(page.getTranslation("agent.denied.again"))),
                retry(page, again));
    }

    /** The agent runs but does not serve this address. */
    private static AgentTrouble blocked(Component page, Runnable again) {
        return new AgentTrouble(
                "blocked",
                page.getTranslation("key.blocked.title"),
                new Paragraph(page.getTranslation("key.blocked.text")),
                retry(page, again));
    }

    /** Where to get the program: from here, or, while the operator has laid none here, from customer service. */
    private static ListItem get(Component page, AgentProgram program, String sentence) {
        if (program.file().isEmpty()) {
            return new ListItem(page.getTranslation("agent.get.service"));
        }
        return new ListItem(
                new Text(page.getTranslation(sentence) + " "),
                link(AgentProgram.DOWNLOAD, page.getTranslation("agent.get.program")),
                new Text(" · "),
                link(AgentProgram.SETTINGS, page.getTranslation("agent.get.settings")));
    }

    private static Anchor link(String to, String words) {
        var link = new Anchor(to, words);
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.addClassName("agent-download");
        return link;
    }

    private static Button retry(Component page, Runnable again) {
        var retry = new Button(page.getTranslation("agent.missing.retry"), clicked -> again.run());
        retry.addClassName("connect-agent");
        return retry;
    }
}
