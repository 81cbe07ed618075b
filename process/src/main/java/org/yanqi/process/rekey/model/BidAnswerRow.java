package org.yanqi.process.rekey.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.rekey.PlatformAnswer;

/** What a platform said about open bids, for the people who decide about it. */
@Entity
@Table(name = "open_bid_answer")
@SuppressWarnings("NullAway.Init")
public class BidAnswerRow {
    private static final int LONGEST_PROJECT = 300;

    @Id
    private UUID id;

    private UUID item;
    private String platform;

    @Enumerated(EnumType.STRING)
    private PlatformAnswer.Said answer;

    private @Nullable String project;
    private @Nullable Instant opensAt;
    private Instant asked;

    protected BidAnswerRow() {}

    public BidAnswerRow(UUID item, PlatformAnswer said) {
        String named = said.project();
        this.id = UUID.randomUUID();
        this.item = item;
        this.platform = said.platform();
        this.answer = said.said();
        this.project = named != null && named.length() > LONGEST_PROJECT ? named.substring(0, LONGEST_PROJECT) : named;
        this.opensAt = said.opensAt();
        this.asked = said.asked();
    }

    public PlatformAnswer view() {
        return new PlatformAnswer(platform, answer, project, opensAt, asked);
    }
}
