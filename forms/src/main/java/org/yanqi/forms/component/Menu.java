package org.yanqi.forms.component;

import java.util.List;
import org.yanqi.process.record.Actor;

/** What a part of the house adds to the navigation; every bean of this type is asked for the person signed in. */
public interface Menu {
    List<MenuEntry> entries(Actor actor);
}
