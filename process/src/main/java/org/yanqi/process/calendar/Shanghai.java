package org.yanqi.process.calendar;

import java.time.ZoneId;

/** The zone in which the house counts days, whatever the machine's zone is. */
public final class Shanghai {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shanghai() {}
}
