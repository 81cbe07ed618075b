package org.yanqi.app;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Closes the applications under test when the last test has ended. */
public class ClosingTime implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TestSettings.closeAll();
    }
}
