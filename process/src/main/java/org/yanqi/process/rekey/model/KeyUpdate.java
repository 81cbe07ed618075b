package org.yanqi.process.rekey.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;

/** The update of one order item's key. Requests are numbered: each new request is an attempt with a key of its own at the authority. */
@Entity
@Table(name = "rekey")
@SuppressWarnings("NullAway.Init")
public class KeyUpdate {
    private static final int LONGEST_DETAIL = 500;

    @Id
    private UUID item;

    @Version
    private @Nullable Long version;

    private UUID caseId;
    private UUID oldCertificate;

    @Enumerated(EnumType.STRING)
    private RekeyStage stage;

    private @Nullable String failure;
    private @Nullable String failureDetail;
    private @Nullable Instant deferredUntil;
    private @Nullable Instant deferred;
    private @Nullable String declaredBy;
    private @Nullable Instant declared;
    private int attempt;
    private byte @Nullable [] request;
    private byte @Nullable [] oldSignature;
    private @Nullable Integer issuedFor;

    @Embedded
    private @Nullable IssuedPair pair;

    private boolean withdrawn;
    private @Nullable Instant givenUp;

    @Embedded
    private @Nullable Settlement settlement;

    private @Nullable Instant issuing;
    private int reminders;
    private Instant changed;

    protected KeyUpdate() {}

    public Rekey view() {
        return new Rekey(
                item,
                caseId,
                oldCertificate,
                newCertificate(),
                stage,
                failure,
                failureDetail,
                deferredUntil,
                givenUp,
                changed);
    }

    public UUID item() {
        return item;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID oldCertificate() {
        return oldCertificate;
    }

    public @Nullable UUID newCertificate() {
        return pair == null ? null : pair.certificate();
    }

    public RekeyStage stage() {
        return stage;
    }

    public boolean isDeclaredAgain() {
        return declared != null;
    }

    /** R4, asked a second time before issuing. */
    public void declaredAgain(String account, Instant now) {
        declaredBy = account;
        declared = now;
        changed = now;
    }

    public boolean isConfirmed() {
        return stage.compareTo(RekeyStage.CONFIRMED) >= 0;
    }

    /** It ended without a new certificate: settled by staff, or refunded. */
    public boolean isWithdrawn() {
        return withdrawn;
    }

    /** The customer gave it up for now, and may take it up again: the certificate stays owed (R6). */
    public boolean isGivenUp() {
        return givenUp != null;
    }

    /** Nothing of its key is taken, for good or for now. */
    public boolean isStopped() {
        return withdrawn || isGivenUp();
    }

    public boolean isSameRequest(byte[] other) {
        return request != null && Arrays.equals(request, other);
    }

    /** True if a certificate was issued for the request that stands now. */
    public boolean isIssued() {
        return issuedFor != null && issuedFor == attempt;
    }

    /** What must be revoked before another certificate is issued: one issued for an earlier request, or given up. */
    public boolean holdsStaleCertificate() {
        return pair != null && !isIssued();
    }

    public byte @Nullable [] request() {
        return request;
    }

    public byte @Nullable [] oldSignature() {
        return oldSignature;
    }

    /** Under this key the authority knows the request; the same for every repetition of it. */
    public String requestKey() {
        return item + "/" + attempt;
    }

    /** What was issued for the request that stands now. */
    public Optional<IssuedPair> delivered() {
        return isIssued() ? pair() : Optional.empty();
    }

    /** What was issued last and is not revoked, though it may be for an earlier request. */
    public Optional<IssuedPair> pair() {
        return Optional.ofNullable(pair);
    }

    /** The agent got further; what it repeats or tells late moves nothing back once a request is there. */
    public void reached(RekeyStage reported, Instant now) {
        boolean restart =
                stage.compareTo(RekeyStage.REQUEST_SENT) < 0 && reported.compareTo(RekeyStage.REQUEST_SENT) < 0;
        if (restart || reported.compareTo(stage) > 0) {
            stage = reported;
            changed = now;
        }
        mended(now);
    }

    public void failed(String code, String detail, Instant now) {
        failure = code;
        failureDetail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        changed = now;
    }

    /** What had stopped it stops it no longer. */
    public void mended(Instant now) {
        if (failure != null) {
            failure = null;
            failureDetail = null;
            changed = now;
        }
    }

    /** A request that proved what it must. The same one again is the same attempt. */
    public void requested(byte[] csr, byte[] signature, Instant now) {
        requireRunning();
        if (!isSameRequest(csr)) {
            attempt++;
            request = csr;
        }
        oldSignature = signature;
        stage = RekeyStage.REQUEST_SENT;
        deferredUntil = null;
        mended(now);
        changed = now;
    }

    /** The authority is asked from now on: whatever it answers, an answer is owed until it is known. */
    public void issuing(Instant now) {
        requireRunning();
        this.issuing = now;
    }

    /** The authority's answer is known. */
    public void answered() {
        this.issuing = null;
    }

    /** True from asking the authority until its answer is known. */
    public boolean isIssuing() {
        return issuing != null;
    }

    public void issued(IssuedPair fresh, Instant now) {
        requireRunning();
        pair = fresh;
        issuedFor = attempt;
        issuing = null;
        stage = RekeyStage.ISSUED;
        mended(now);
        changed = now;
    }

    /** The certificate issued for an earlier request is revoked; nothing of it may be delivered any more. */
    public void dropStaleCertificate(Instant now) {
        if (!holdsStaleCertificate()) {
            throw new IllegalStateException("item " + item + " holds no stale certificate");
        }
        forgetCertificate();
        changed = now;
    }

    /** The certificate is revoked before its key confirmed it; the same request may get another one. */
    public void takenBack(String reason, Instant now) {
        requireOpen();
        if (!isIssued()) {
            throw new IllegalStateException("nothing was issued for item " + item);
        }
        forgetCertificate();
        stage = RekeyStage.WAITING_FOR_KEY;
        failed("taken-back", reason, now);
    }

    public void confirmed(Instant now) {
        requireRunning();
        if (!isIssued()) {
            throw new IllegalStateException("nothing was issued for item " + item);
        }
        stage = RekeyStage.CONFIRMED;
        mended(now);
        changed = now;
    }

    public void oldRevoked(Instant now) {
        if (!isConfirmed()) {
            throw new IllegalStateException("item " + item + " is not confirmed: the old certificate stays (R7)");
        }
        stage = RekeyStage.OLD_REVOKED;
        changed = now;
    }

    /** From the start; the request is kept, so that the same one gets the same certificate. */
    public void again(@Nullable Instant until, Instant now) {
        requireOpen();
        stage = RekeyStage.WAITING_FOR_KEY;
        givenUp = null;
        deferredUntil = until;
        deferred = until == null ? null : now;
        if (until != null) {
            declared = null;
            declaredBy = null;
        }
        mended(now);
        changed = now;
    }

    /** Open screens look again at what holds the update up. */
    public void platformsAnswered(Instant now) {
        changed = now;
    }

    /** Nothing holds the update back any more. */
    public void waitIsOver(Instant now) {
        givenUp = null;
        deferredUntil = null;
        deferred = null;
        changed = now;
    }

    /** When the wait began, if there is one. */
    public @Nullable Instant deferred() {
        return deferred;
    }

    /** How many different requests there were. */
    public int attempts() {
        return attempt;
    }

    public void withdrawn(Instant now) {
        requireOpen();
        withdrawn = true;
        deferredUntil = null;
        changed = now;
    }

    /** The customer gives up: what the key asked for counts no more; what was issued is remembered until it is revoked. */
    public void givenUp(Instant now) {
        requireOpen();
        givenUp = now;
        stage = RekeyStage.WAITING_FOR_KEY;
        request = null;
        issuedFor = null;
        declared = null;
        declaredBy = null;
        deferredUntil = null;
        mended(now);
        changed = now;
    }

    /** Staff want to settle it for good without renewal; a second person has to agree. */
    public void settlementDecided(String account, String reason, Instant now) {
        requireOpen();
        settlement = new Settlement(account, reason);
        changed = now;
    }

    public Optional<Settlement> settlement() {
        return Optional.ofNullable(settlement);
    }

    public void settlementAgreed(String account, Instant now) {
        settlement().orElseThrow().agreed(account);
        withdrawn(now);
    }

    public void settlementDeclined(Instant now) {
        settlement = null;
        changed = now;
    }

    /** @return which reminder this is, 1 for the first */
    public int reminded() {
        return ++reminders;
    }

    private void forgetCertificate() {
        pair = null;
        issuedFor = null;
    }

    private void requireRunning() {
        requireOpen();
        if (isGivenUp()) {
            throw new IllegalStateException("the update of item " + item + " is given up for now");
        }
    }

    private void requireOpen() {
        if (isConfirmed() || withdrawn) {
            throw new IllegalStateException("the update of item " + item + " has ended");
        }
    }
}
