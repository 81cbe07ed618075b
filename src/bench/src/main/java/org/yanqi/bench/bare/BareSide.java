package org.yanqi.bench.bare;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.jspecify.annotations.Nullable;
import org.yanqi.bench.drive.Arrivals;
import org.yanqi.bench.drive.ArrivalsPlugin;
import org.yanqi.bench.drive.Side;
import org.yanqi.bench.drive.Tuning;
import org.yanqi.bench.sql.BenchPostgres;
import org.yanqi.bench.sql.SqlMeter;

/** Renewal, rekey and invoicing on a bare engine with full history. */
public final class BareSide implements Side {
    private final SqlMeter meter = new SqlMeter();
    private final Arrivals arrivals = new Arrivals();
    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final DefaultJobExecutor jobs;
    private final Tuning tuning;
    private @Nullable BareWorker worker;

    public BareSide(String url, Tuning tuning) {
        this.tuning = tuning;
        jobs = jobExecutor(tuning);
        pool = BenchPostgres.pool(url, tuning.pool(), tuning.idle());
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(meter.watch(pool));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setDbIdentityUsed(false);
        configuration.setBeans(BareBeans.all(Clock.systemUTC()));
        configuration.setJobExecutor(jobs);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new ArrivalsPlugin(arrivals));
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var model : List.of("renewal", "rekey", "invoicing")) {
            deployment.addClasspathResource("org/yanqi/bpmn/" + model + ".bpmn");
        }
        deployment.deploy();
    }

    private static DefaultJobExecutor jobExecutor(Tuning tuning) {
        var executor = new DefaultJobExecutor();
        executor.setCorePoolSize(tuning.jobThreads());
        executor.setMaxPoolSize(tuning.mostJobThreads());
        executor.setQueueSize(tuning.jobQueue());
        executor.setMaxJobsPerAcquisition(tuning.jobsAtOnce());
        executor.setLockTimeInMillis(tuning.jobLockMillis());
        executor.setWaitTimeInMillis(tuning.jobWaitMillis());
        executor.setMaxWait(tuning.mostJobWaitMillis());
        executor.setBackoffTimeInMillis(tuning.backoffMillis());
        executor.setMaxBackoff(tuning.mostBackoffMillis());
        return executor;
    }

    @Override
    public String name() {
        return "bare engine";
    }

    @Override
    public void prepare(int renewals) {
        for (int i = 0; i < renewals; i++) {
            keys.add(UUID.randomUUID().toString());
        }
    }

    @Override
    public void resume() {
        jobs.start();
        worker = new BareWorker(engine.getExternalTaskService(), tuning.workers());
    }

    @Override
    public void pause() {
        jobs.shutdown();
        var stopping = worker;
        worker = null;
        if (stopping != null) {
            try {
                stopping.stop();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void renew() throws InterruptedException {
        var key = keys.remove();
        var rekey = "rekey-" + key;
        var invoice = "invoicing-" + key;
        var renewal = engine.getRuntimeService()
                .startProcessInstanceByKey("renewal", key, Map.of("caseId", key))
                .getId();
        for (var step = 0; step < 4; step++) {
            complete(renewal, Map.of("direction", "next"));
        }
        complete(renewal, Map.of("direction", "next", "channel", "wechat"));
        arrivals.await(key, "await-payment");
        tell("payment-received", key);
        arrivals.await(rekey, "update-key");
        completeOf(rekey);
        arrivals.await(rekey, "await-confirmation");
        tell("certificate-confirmed", rekey);
        arrivals.await(invoice, "await-invoice");
        tell("invoice-changed", invoice);
        arrivals.await(invoice, "delivered");
        arrivals.await(key, "renewed");
    }

    private void complete(String instance, Map<String, Object> variables) {
        TaskService tasks = engine.getTaskService();
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        tasks.complete(task.getId(), variables);
    }

    private void completeOf(String businessKey) {
        TaskService tasks = engine.getTaskService();
        var task =
                tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
        tasks.complete(task.getId());
    }

    private void tell(String message, String businessKey) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlate();
    }

    @Override
    public SqlMeter meter() {
        return meter;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
