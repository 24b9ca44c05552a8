package io.github.passage4j.server.webauthn;

import com.webauthn4j.verifier.exception.BadAlgorithmException;
import com.webauthn4j.verifier.exception.BadBackupEligibleFlagException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CertificateException;
import com.webauthn4j.verifier.exception.ConstraintViolationException;
import com.webauthn4j.verifier.exception.CredentialIdTooLongException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.IllegalBackupStateException;
import com.webauthn4j.verifier.exception.InconsistentClientDataTypeException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.MissingChallengeException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.SelfAttestationProhibitedException;
import com.webauthn4j.verifier.exception.TrustAnchorNotFoundException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.util.Map;

/** Says in our words why WebAuthn4J refused. */
final class Reasons {

    private static final Map<Class<? extends VerificationException>, Reason> REASONS = Map.ofEntries(
            Map.entry(InconsistentClientDataTypeException.class, Reason.WRONG_TYPE),
            Map.entry(BadChallengeException.class, Reason.WRONG_CHALLENGE),
            Map.entry(MissingChallengeException.class, Reason.WRONG_CHALLENGE),
            Map.entry(BadOriginException.class, Reason.WRONG_ORIGIN),
            Map.entry(BadTopOriginException.class, Reason.CROSS_ORIGIN),
            Map.entry(CrossOriginException.class, Reason.CROSS_ORIGIN),
            Map.entry(BadRpIdException.class, Reason.WRONG_RP_ID),
            Map.entry(UserNotPresentException.class, Reason.USER_NOT_PRESENT),
            Map.entry(UserNotVerifiedException.class, Reason.USER_NOT_VERIFIED),
            Map.entry(IllegalBackupStateException.class, Reason.BACKUP_STATE_IMPOSSIBLE),
            Map.entry(BadBackupEligibleFlagException.class, Reason.BACKUP_ELIGIBILITY_CHANGED),
            Map.entry(NotAllowedAlgorithmException.class, Reason.ALGORITHM_NOT_OFFERED),
            Map.entry(BadAlgorithmException.class, Reason.ALGORITHM_NOT_OFFERED),
            Map.entry(CredentialIdTooLongException.class, Reason.CREDENTIAL_ID_TOO_LONG),
            Map.entry(SelfAttestationProhibitedException.class, Reason.ATTESTATION_NOT_TRUSTED),
            Map.entry(CertificateException.class, Reason.ATTESTATION_NOT_TRUSTED),
            Map.entry(TrustAnchorNotFoundException.class, Reason.ATTESTATION_NOT_TRUSTED),
            Map.entry(MaliciousCounterValueException.class, Reason.COUNTER_NOT_INCREASED),
            Map.entry(ConstraintViolationException.class, Reason.MALFORMED_RESPONSE));

    private Reasons() {}

    static CeremonyException of(VerificationException refusal, Reason otherwise) {
        return new CeremonyException(REASONS.getOrDefault(refusal.getClass(), otherwise), refusal);
    }
}
