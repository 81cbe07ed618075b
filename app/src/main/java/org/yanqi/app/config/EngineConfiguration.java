package org.yanqi.app.config;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets what the engine's own configuration properties do not reach. */
@Configuration
class EngineConfiguration {

    /** Waits for the migrations, since the engine looks at its tables when it starts. */
    @Bean
    @DependsOnDatabaseInitialization
    static ProcessEnginePlugin houseRules(EngineProperties properties) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setFailedJobRetryTimeCycle(properties.retries());
                engine.setHistoryCleanupBatchWindowStartTime(properties.cleanupFrom());
                engine.setHistoryCleanupBatchWindowEndTime(properties.cleanupUntil());
                engine.setHistoryCleanupBatchSize(500);
                // by the end of an instance and its model's time to live, so that ending one does not touch every
                // history table
                engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
                engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
                engine.setCustomHistoryLevels(List.of(new WalkedHistory()));
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                engine.setDbIdentityUsed(false);
                engine.setTaskMetricsEnabled(false);
                engine.setHistoryCleanupMetricsEnabled(false);
                engine.setScriptEngineResolver(new NoScripts());
            }
        };
    }

    /** Models hold no scripts; whoever puts one in learns it at the first run of its test. */
    private static final class NoScripts implements ScriptEngineResolver {
        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // a factory that nobody may ask is not kept
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw new IllegalStateException("scripts are switched off: " + language);
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw new IllegalStateException("scripts are switched off");
        }
    }
}
