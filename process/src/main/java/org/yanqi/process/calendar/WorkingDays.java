package org.yanqi.process.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Counts Chinese working days (R9), in Asia/Shanghai whatever the machine's zone. */
@Service
public class WorkingDays {
    /** The end of the n-th working day after the day of {@code start}. */
    public Deadline after(Instant start, int workingDays) {
        throw new UnsupportedOperationException();
    }

    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
