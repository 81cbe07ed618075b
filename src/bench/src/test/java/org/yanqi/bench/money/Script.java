package org.yanqi.bench.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yanqi.process.payment.Channel;

/**
 * What happens to one order, drawn from a seed: who begins how, and what several hands do at the same time.
 *
 * @param first the channel chosen at the checkout
 * @param hands each a list of acts, done one after the other beside the other hands
 */
record Script(long seed, Channel first, List<List<Act>> hands) {
    /** What a hand can do. */
    enum Deed {
        /** The customer pays the attempt that is open, exactly. */
        PAY,
        /** The customer pays any attempt there ever was, exactly. */
        PAY_ANY,
        /** The customer pays another amount. */
        PAY_OTHER,
        /** The customer scans the code and looks. */
        SCAN,
        /** The gateway calls back: some of what it owes, in any order, some of it twice. */
        CALL_BACK,
        /** Somebody else calls back in its name. */
        FORGE,
        /** The product asks the gateway. */
        QUERY,
        /** The customer changes to the other channel. */
        SWITCH,
        /** The customer changes to the same channel: another attempt. */
        REPLACE,
        /** The customer wants a fresh code. */
        REFRESH,
        /** The customer cancels. */
        CANCEL,
        /** The payment window is over. */
        TIME_OUT
    }

    /** One deed, after a pause. */
    record Act(Deed deed, int pauseMillis) {}

    static Script of(long seed) {
        var random = new Random(seed);
        var first = Channel.values()[random.nextInt(2)];
        var hands = new ArrayList<List<Act>>();
        var count = 2 + random.nextInt(3);
        for (var hand = 0; hand < count; hand++) {
            var acts = new ArrayList<Act>();
            var length = 1 + random.nextInt(4);
            for (var at = 0; at < length; at++) {
                acts.add(new Act(deed(random), random.nextInt(3) == 0 ? 0 : random.nextInt(60)));
            }
            hands.add(List.copyOf(acts));
        }
        return new Script(seed, first, List.copyOf(hands));
    }

    /** Paying and hearing of it are drawn more often than leaving. */
    private static Deed deed(Random random) {
        var drawn = random.nextInt(100);
        if (drawn < 20) {
            return Deed.PAY;
        }
        if (drawn < 28) {
            return Deed.PAY_ANY;
        }
        if (drawn < 32) {
            return Deed.PAY_OTHER;
        }
        if (drawn < 37) {
            return Deed.SCAN;
        }
        if (drawn < 57) {
            return Deed.CALL_BACK;
        }
        if (drawn < 60) {
            return Deed.FORGE;
        }
        if (drawn < 72) {
            return Deed.QUERY;
        }
        if (drawn < 82) {
            return Deed.SWITCH;
        }
        if (drawn < 86) {
            return Deed.REPLACE;
        }
        if (drawn < 89) {
            return Deed.REFRESH;
        }
        return drawn < 95 ? Deed.CANCEL : Deed.TIME_OUT;
    }
}
