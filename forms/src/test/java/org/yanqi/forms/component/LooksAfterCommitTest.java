package org.yanqi.forms.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.process.worklist.WorklistChanged;

/**
 * Screens look with fresh eyes: outside the transaction that has just committed, whose persistence context still has what was read
 * before, and on other threads than the one that commits.
 */
class LooksAfterCommitTest {
    private static final UUID CASE = new UUID(0, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Something that has a state. */
    @Entity(name = "Thing")
    static class Thing {
        @Id
        private long id = 1;

        private String state = "new";
    }

    /** Real transactions of JPA over a database, and the broadcaster as the product has it. */
    @Configuration
    @EnableTransactionManagement
    static class Town {
        @Bean
        DataSource database() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }

        @Bean
        LocalContainerEntityManagerFactoryBean entities(DataSource database) {
            var entities = new LocalContainerEntityManagerFactoryBean();
            entities.setDataSource(database);
            entities.setManagedTypes(PersistenceManagedTypes.of(Thing.class.getName()));
            entities.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            entities.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create-drop"));
            return entities;
        }

        @Bean
        PlatformTransactionManager transactions(EntityManagerFactory entities) {
            return new JpaTransactionManager(entities);
        }

        @Bean
        Broadcaster broadcaster() {
            return new Broadcaster();
        }
    }

    private final AnnotationConfigApplicationContext town = new AnnotationConfigApplicationContext(Town.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(town.getBean(PlatformTransactionManager.class));
    private final EntityManager things =
            SharedEntityManagerCreator.createSharedEntityManager(town.getBean(EntityManagerFactory.class));
    private final ApplicationEventPublisher events = town;
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<Thread> lookers = new CopyOnWriteArrayList<>();
    private final CountDownLatch looking = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void openScreen() {
        transaction.executeWithoutResult(status -> things.persist(new Thing()));
        MockVaadin.setup();
        var screen = new Div();
        town.getBean(Broadcaster.class).whileShown(screen, () -> Set.of(CASE), this::look);
        UI.getCurrent().add(screen);
        // nobody clicks: whoever has news for the screen finds its session free
        VaadinSession.getCurrent().unlock();
    }

    @AfterEach
    void closeScreen() {
        goOn.countDown();
        var session = VaadinSession.getCurrent();
        session.lock();
        MockVaadin.tearDown();
        town.close();
    }

    @Test
    void a_screen_that_is_still_drawn_when_the_next_commit_comes_ends_with_what_that_one_left() throws Exception {
        var first = CompletableFuture.runAsync(() -> commit("first"));
        assertThat(looking.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        commit("second");
        goOn.countDown();
        first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> shown.size() >= 2);
        assertThat(shown).last().isEqualTo("second");
    }

    @Test
    void a_commit_does_not_wait_for_the_screens_that_look_at_it() {
        commit("first");
        assertThat(shown).isEmpty();
        goOn.countDown();
        await().atMost(PATIENCE).until(() -> !shown.isEmpty());
        assertThat(lookers).doesNotContain(Thread.currentThread());
    }

    private void commit(String state) {
        transaction.executeWithoutResult(status -> {
            things.find(Thing.class, 1L).state = state;
            events.publishEvent(new WorklistChanged(CASE));
        });
    }

    /** Reads as a screen does, in a transaction of its own, and takes its time over the first look. */
    private void look() {
        lookers.add(Thread.currentThread());
        var state = transaction.execute(status -> things.find(Thing.class, 1L).state);
        looking.countDown();
        try {
            goOn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shown.add(state);
    }
}
