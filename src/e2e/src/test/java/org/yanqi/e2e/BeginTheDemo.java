package org.yanqi.e2e;

import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** The demo makes its first sample beside the tests that come first; a run of those alone does without it. */
public final class BeginTheDemo implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (plan.countTestIdentifiers(BeginTheDemo::isStory) > 0) {
            TheDemo.begin();
        }
    }

    private static boolean isStory(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .filter(name -> !FaultsFirst.isFault(name))
                .isPresent();
    }
}
