package org.yanqi.process.payment.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import org.yanqi.process.payment.ProviderAnswer;

/** What a provider answered to a question of ours; evidence, never changed. */
@Entity
@Table(name = "provider_answer")
public class AnswerRow implements Persistable<UUID> {
    private static final int EVIDENCE_LENGTH = 4000;

    @Id
    private UUID id = new UUID(0, 0);

    private String number = "";
    private String verb = "";
    private String state = "";
    private @Nullable String providerNumber;
    private long fen;
    private String evidence = "";
    private Instant at = Instant.EPOCH;

    protected AnswerRow() {}

    public AnswerRow(
            String number,
            String verb,
            String state,
            @Nullable String providerNumber,
            long fen,
            String evidence,
            Instant at) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.verb = verb;
        this.state = state;
        this.providerNumber = providerNumber;
        this.fen = fen;
        this.evidence = evidence.length() > EVIDENCE_LENGTH ? evidence.substring(0, EVIDENCE_LENGTH) : evidence;
        this.at = at;
    }

    public ProviderAnswer view() {
        return new ProviderAnswer(number, verb, state, providerNumber, fen, evidence, at);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
