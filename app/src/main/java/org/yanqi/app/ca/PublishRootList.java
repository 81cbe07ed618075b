package org.yanqi.app.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes the roots' revocation lists. Where a root's key is at hand the next list is signed in time; where it was taken
 * away a list that was signed elsewhere (ca-root-list) is taken from its file. No revocation is forgotten on the way: the
 * next list names what any list before it named.
 */
@Component
class PublishRootList {
    private static final Logger log = LoggerFactory.getLogger(PublishRootList.class);

    private final Hierarchies hierarchies;
    private final JdbcClient jdbc;
    private final CaProperties properties;
    private final RootListProperties lists;
    private final Clock clock;

    PublishRootList(
            Hierarchies hierarchies, JdbcClient jdbc, CaProperties properties, RootListProperties lists, Clock clock) {
        this.hierarchies = hierarchies;
        this.jdbc = jdbc;
        this.properties = properties;
        this.lists = lists;
        this.clock = clock;
    }

    /** @return DER of the list in force; empty if none was ever signed */
    @Transactional
    public Optional<byte[]> current(Hierarchy hierarchy) {
        RootList kept = kept(hierarchy);
        RootList current = kept == null ? renew(hierarchy) : kept;
        return Optional.ofNullable(current).map(RootList::der);
    }

    /** Takes lists from their files, signs those that are due, and says which cannot be. */
    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "${yanqi.ca.root-list.look-every:PT1H}")
    @Transactional
    public void look() {
        hierarchies.all().forEach(this::renew);
    }

    private @Nullable RootList renew(Hierarchy hierarchy) {
        // one at a time over all nodes: numbers must not repeat
        jdbc.sql("select algorithm from ca_authority where algorithm = ? for update")
                .param(hierarchy.algorithm().name())
                .query(String.class)
                .single();
        RootListFile file = RootListFile.in(properties.directory(), hierarchy.algorithm());
        RootList kept = kept(hierarchy);
        RootList brought = brought(file, hierarchy);
        Map<BigInteger, RootList.Revoked> known = new TreeMap<>();
        RootList newest = kept;
        if (kept != null) {
            known.putAll(kept.revoked());
        }
        if (brought != null) {
            brought.revoked().forEach(known::putIfAbsent);
            if (kept == null || brought.number() > kept.number()) {
                keep(hierarchy, brought);
                newest = brought;
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (newest == null || newest.isDue(now, known)) {
            newest = sign(hierarchy, newest, known, now);
        }
        boolean differs = newest != null && (brought == null || newest.number() != brought.number());
        if (differs && newest.revoked().keySet().containsAll(known.keySet())) {
            write(file, newest);
        }
        if (known.containsKey(hierarchy.issuing().getSerialNumber())) {
            log.error(
                    "The issuing certification authority {} is revoked by its root: nobody trusts what it issues."
                            + " Found another in a ceremony.",
                    hierarchy.slug());
        }
        return newest;
    }

    private @Nullable RootList sign(
            Hierarchy hierarchy, @Nullable RootList last, Map<BigInteger, RootList.Revoked> known, Instant now) {
        RootList.Root root = hierarchies.root(hierarchy).orElse(null);
        if (root == null) {
            log.warn(
                    "The root of the certification authority {} must sign its revocation list again before {}, and its"
                            + " key is not here: use ca-root-list where it is, and lay the list into {}.",
                    hierarchy.slug(),
                    last == null ? "anybody asks for it" : last.nextUpdate(),
                    properties.directory());
            return last;
        }
        RootList signed = RootList.sign(root, last == null ? 1 : last.number() + 1, known, now, lists.validity());
        keep(hierarchy, signed);
        return signed;
    }

    private @Nullable RootList kept(Hierarchy hierarchy) {
        return jdbc.sql("select der from ca_root_list where algorithm = ? order by number desc"
                        + " fetch first 1 rows only")
                .param(hierarchy.algorithm().name())
                .query(byte[].class)
                .optional()
                .map(der -> {
                    try {
                        return RootList.read(der, hierarchy.root());
                    } catch (IOException e) {
                        throw new IllegalStateException("the root's list in the database cannot be read", e);
                    }
                })
                .orElse(null);
    }

    private void keep(Hierarchy hierarchy, RootList list) {
        jdbc.sql("insert into ca_root_list (algorithm, number, this_update, next_update, der)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        hierarchy.algorithm().name(),
                        list.number(),
                        Issuances.at(list.thisUpdate()),
                        Issuances.at(list.nextUpdate()),
                        list.der())
                .update();
    }

    private static @Nullable RootList brought(RootListFile file, Hierarchy hierarchy) {
        try {
            return file.read(hierarchy.root()).orElse(null);
        } catch (IOException e) {
            log.error("{} is not taken: {}", file.path(), e.getMessage());
            return null;
        }
    }

    /** A file that cannot be written holds nothing up: the list is in the database. */
    private static void write(RootListFile file, RootList list) {
        try {
            file.write(list);
        } catch (IOException e) {
            log.warn("The root's revocation list cannot be written to {}", file.path(), e);
        }
    }
}
