package org.yanqi.process.worklist;

import java.util.Optional;
import org.yanqi.process.record.Actor;

/** Tells the worklist who works here, so that work is handed only to somebody who may do it; implemented by the accounts. */
public interface Colleagues {
    /** The member of staff with this account, if there is one who may sign in. */
    Optional<Actor> find(String account);
}
