package org.yanqi.process.renewal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.platform.port.OpenBids;
import org.yanqi.process.platform.port.OpenBids.OpenBid;
import org.yanqi.process.platform.port.PlatformGateway;
import org.yanqi.process.record.Actor;

/** Asks the platforms that can be asked for unopened bids (R4). Called without a transaction: platforms may be slow. */
@Component
class UnopenedBids {
    private final RenewalAccess access;
    private final Certificates certificates;
    private final Organisations organisations;
    private final Entitlements entitlements;
    private final Catalogue catalogue;
    private final OpenBids bids;

    UnopenedBids(
            RenewalAccess access,
            Certificates certificates,
            Organisations organisations,
            Entitlements entitlements,
            Catalogue catalogue,
            OpenBids bids) {
        this.access = access;
        this.certificates = certificates;
        this.organisations = organisations;
        this.entitlements = entitlements;
        this.catalogue = catalogue;
        this.bids = bids;
    }

    /**
     * What the platforms said.
     *
     * @param open unopened bids by certificate
     * @param silent platforms that gave no answer; they are asked again before issuing
     */
    record Found(Map<UUID, List<OpenBid>> open, List<String> silent) {}

    Found of(Actor actor, UUID renewal) {
        var row = access.seen(actor, renewal);
        var taxNumber = organisations.one(row.organisation()).taxNumber();
        var open = new HashMap<UUID, List<OpenBid>>();
        var silent = new ArrayList<String>();
        for (var id : row.draft().certificates()) {
            var pair = certificates.one(actor, id);
            for (var platform : entitlements.bound(id, pair.lastDay())) {
                if (!bids.answers(platform)) {
                    continue;
                }
                try {
                    open.computeIfAbsent(id, any -> new ArrayList<>())
                            .addAll(bids.ask(platform, taxNumber, pair.serial()));
                } catch (PlatformGateway.Unreachable noAnswer) {
                    // the customer's declaration stands until the platform is asked again before issuing
                    silent.add(platform);
                }
            }
        }
        return new Found(open, silent);
    }

    /** The platform's name, for the sentence that names it. */
    String name(String platform) {
        return catalogue.all(Actor.system("open-bids")).stream()
                .filter(one -> one.code().equals(platform))
                .map(Platform::name)
                .findFirst()
                .orElse(platform);
    }
}
