package org.yanqi.app;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Before the first test and after the last: what happens behind the tests' back may take a while on a slow machine, and the
 * applications under test are closed and their folders removed.
 */
public class WholeRun implements LauncherSessionListener {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            TestSettings.closeAll();
        } catch (IOException left) {
            System.err.println("A folder of the tests stays: " + left.getMessage());
        }
    }
}
