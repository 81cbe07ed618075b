package org.yanqi.forms.component;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Identity;
import org.yanqi.process.record.Actor;

/** Who is signed in to this session; the app's security answers. */
public interface CurrentActor {

    /**
     * The actor for use cases, in the identity chosen.
     *
     * @throws org.yanqi.process.outcome.NotAllowed if nobody is signed in or no identity is chosen yet
     */
    Actor actor();

    /** The login name, null if nobody is signed in. */
    @Nullable
    String login();

    /** The capacities among which the person may choose; staff have none to choose. */
    List<Identity> identities();

    /** True if a customer with several identities has to choose one first. */
    boolean mustChoose();

    void choose(Identity identity);

    boolean mustChangePassword();

    void signOut();
}
