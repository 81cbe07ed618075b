package org.yanqi.app;

import java.io.IOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Closes the applications under test and removes their folders when the last test has ended. */
public class ClosingTime implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            TestSettings.closeAll();
        } catch (IOException left) {
            System.err.println("A folder of the tests stays: " + left.getMessage());
        }
    }
}
