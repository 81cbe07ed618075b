package org.yanqi.forms.component;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Comparator;
import java.util.List;
import org.yanqi.process.record.Actor;

/** Around every screen for people who signed in: brand, navigation, who acts, language, hot-lines. */
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;
    private final transient List<Menu> menus;
    private final Nav navigation = new Nav();
    private final Div tools = new Div();
    private final Div content = new Div();
    private boolean drawn;

    public MainLayout(CurrentActor current, List<Menu> menus) {
        this.current = current;
        this.menus = menus;
        addClassName("frame");
        content.addClassName("content");
        tools.addClassName("bar-tools");
        navigation.addClassName("nav");
        navigation.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        add(Frame.skipLink(this), Frame.header(Frame.brand(this), navigation, tools), content, Frame.footer(this));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.login() == null) {
            return;
        }
        if (current.mustChangePassword()) {
            event.forwardTo("password/change");
        } else if (current.mustChoose()) {
            event.forwardTo("identity");
        } else if (!drawn) {
            draw(current.actor());
            drawn = true;
        }
    }

    private void draw(Actor actor) {
        addClassName(actor.isStaff() ? "frame-staff" : "frame-customer");
        menus.stream()
                .flatMap(menu -> menu.entries(actor).stream())
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .forEach(entry -> navigation.add(link(entry)));
        tools.add(new LanguageSwitch(), new IdentityMenu(current, actor));
    }

    private RouterLink link(MenuEntry entry) {
        var link = new RouterLink(entry.view());
        var icon = entry.icon().create();
        icon.getElement().setAttribute("aria-hidden", "true");
        link.add(icon, new Span(getTranslation(entry.textKey())));
        link.addClassName("nav-link");
        link.setHighlightCondition((anchor, event) ->
                isNearest(anchor.getHref(), event.getLocation().getPath()));
        link.setHighlightAction((anchor, here) -> {
            anchor.setClassName("here", here);
            if (here) {
                anchor.getElement().setAttribute("aria-current", "page");
            } else {
                anchor.getElement().removeAttribute("aria-current");
            }
        });
        return link;
    }

    /** Of entries one below the other, as desk and desk/cases, the nearest is where one is. */
    private boolean isNearest(String href, String path) {
        return isHere(href, path)
                && navigation
                        .getChildren()
                        .map(entry -> ((RouterLink) entry).getHref())
                        .noneMatch(other -> other.length() > href.length() && isHere(other, path));
    }

    /** On the page or below it; a thing of a list is below the list, as desk/case/… below desk/cases. */
    private static boolean isHere(String href, String path) {
        return href.isEmpty()
                ? path.isEmpty()
                : path.equals(href)
                        || path.startsWith(href + "/")
                        || href.endsWith("s") && path.startsWith(href.substring(0, href.length() - 1) + "/");
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    /** A new screen is announced by moving there, not by staying on the link that was clicked. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (!event.isRefreshEvent()) {
            getElement().executeJs("window.scrollTo(0, 0);");
        }
    }
}
