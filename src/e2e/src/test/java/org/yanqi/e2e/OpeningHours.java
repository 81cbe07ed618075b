package org.yanqi.e2e;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The demo makes its first sample beside the tests that come first; a run of those alone does without it. When a test has ended,
 * everybody leaves: pages that stay open are painted and hear of what happens as long as the browser lives.
 */
public final class OpeningHours implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (plan.countTestIdentifiers(OpeningHours::isStory) > 0) {
            TheDemo.begin();
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            TheDemo.everybodyLeaves();
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
