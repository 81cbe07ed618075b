package org.yanqi.app.ground;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** A worker whose answers a test lays out beforehand, for the model {@code errand}. */
@Configuration
public class Errands {
    final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    final List<Work> seen = new CopyOnWriteArrayList<>();
    final List<Boolean> inTransaction = new CopyOnWriteArrayList<>();

    @Bean
    Worker errandRunner() {
        return new Worker() {
            @Override
            public String topic() {
                return "run-errand";
            }

            @Override
            public Answer work(Work work) {
                seen.add(work);
                inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
                Queue<Answer> laidOut = answers.getOrDefault(work.businessKey(), new ArrayDeque<>());
                Answer next = laidOut.poll();
                return next == null ? Answer.done(Map::of) : next;
            }
        };
    }

    List<Work> of(String key) {
        return seen.stream().filter(work -> work.businessKey().equals(key)).toList();
    }
}
