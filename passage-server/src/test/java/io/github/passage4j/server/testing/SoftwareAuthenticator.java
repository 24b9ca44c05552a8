package io.github.passage4j.server.testing;

import io.github.passage4j.server.webauthn.AssertionResponse;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.webauthn.RegistrationResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Browser and authenticator in one: makes real responses, with one key. Each {@code with…} returns the same authenticator,
 * from then on with that fault.
 */
public final class SoftwareAuthenticator {

    /** User present. */
    public static final int UP = 0x01;
    /** User verified. */
    public static final int UV = 0x04;
    /** Backup eligible. */
    public static final int BE = 0x08;
    /** Backed up. */
    public static final int BS = 0x10;

    private static final int ATTESTED = 0x40;

    private final SecureRandom random = new SecureRandom();
    private final KeyKind kind;
    private final KeyPair key;
    private byte[] credentialId;
    private String origin;
    private String rpId;
    private String type = "";
    private String extraClientData = "\"crossOrigin\":false";
    private int flags = UP | UV;
    private long counter;
    private boolean silent;
    private UUID aaguid = new UUID(0, 0);
    private @Nullable TestMaker maker;
    private boolean selfAttested;
    private UnaryOperator<byte[]> signatureFault = UnaryOperator.identity();
    private UnaryOperator<byte[]> dataFault = UnaryOperator.identity();
    private UnaryOperator<byte[]> keyFault = UnaryOperator.identity();

    private SoftwareAuthenticator(String origin, String rpId, KeyKind kind) {
        this.origin = origin;
        this.rpId = rpId;
        this.kind = kind;
        this.credentialId = Bytes.random(32, random).toArray();
        try {
            this.key = kind.generate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An authenticator with an ES256 key whose browser shows a page of this origin. */
    public static SoftwareAuthenticator at(String origin, String rpId) {
        return new SoftwareAuthenticator(origin, rpId, KeyKind.ES256);
    }

    /** The same with another kind of key. */
    public static SoftwareAuthenticator at(String origin, String rpId, KeyKind kind) {
        return new SoftwareAuthenticator(origin, rpId, kind);
    }

    /** The page has another origin. */
    public SoftwareAuthenticator withOrigin(String other) {
        origin = other;
        return this;
    }

    /** The credential is of another Relying Party. */
    public SoftwareAuthenticator withRpId(String other) {
        rpId = other;
        return this;
    }

    /** Client data are of another kind. */
    public SoftwareAuthenticator withType(String other) {
        type = other;
        return this;
    }

    /** Client data have other last members, such as {@code "crossOrigin":true}. */
    public SoftwareAuthenticator withClientData(String members) {
        extraClientData = members;
        return this;
    }

    /** Exactly these flags are set. */
    public SoftwareAuthenticator withFlags(int set) {
        flags = set;
        return this;
    }

    /** The signature counter stands here, and stays. */
    public SoftwareAuthenticator withCounter(long value) {
        counter = value;
        return this;
    }

    /** The credential id has this length or content. */
    public SoftwareAuthenticator withCredentialId(byte[] id) {
        credentialId = id;
        return this;
    }

    /** It is a device of this maker, and of this model. */
    public SoftwareAuthenticator madeBy(TestMaker by, UUID model) {
        maker = by;
        aaguid = model;
        return this;
    }

    /** It vouches for itself only (WebAuthn L3 §6.5.4, "self attestation"). */
    public SoftwareAuthenticator vouchingForItself() {
        selfAttested = true;
        return this;
    }

    /** A registration brings no credential. */
    public SoftwareAuthenticator withoutCredential() {
        silent = true;
        return this;
    }

    /** The signature is changed before it is sent. */
    public SoftwareAuthenticator withSignatureFault(UnaryOperator<byte[]> fault) {
        signatureFault = fault;
        return this;
    }

    /** Attestation object or authenticator data are changed before they are sent. */
    public SoftwareAuthenticator withDataFault(UnaryOperator<byte[]> fault) {
        dataFault = fault;
        return this;
    }

    /** The public key, in COSE, is changed before it is sent. */
    public SoftwareAuthenticator withKeyFault(UnaryOperator<byte[]> fault) {
        keyFault = fault;
        return this;
    }

    /** The id of the one credential. */
    public Bytes credentialId() {
        return Bytes.of(credentialId);
    }

    /** Makes the credential known: {@code navigator.credentials.create()}. */
    public RegistrationResponse register(Challenge challenge) {
        byte[] authenticatorData = authenticatorData(!silent);
        byte[] clientData = clientData("webauthn.create", challenge);
        byte[] attestation = Cbor.map(
                        "fmt",
                        maker != null || selfAttested ? "packed" : "none",
                        "attStmt",
                        statement(authenticatorData, clientData),
                        "authData",
                        authenticatorData)
                .toBytes();
        return new RegistrationResponse(
                credentialId(),
                Bytes.of(clientData),
                Bytes.of(dataFault.apply(attestation)),
                Set.of("internal", "hybrid"));
    }

    /** Signs a challenge: {@code navigator.credentials.get()}. */
    public AssertionResponse sign(Challenge challenge) {
        byte[] authenticatorData = authenticatorData(false);
        byte[] clientData = clientData("webauthn.get", challenge);
        return new AssertionResponse(
                credentialId(),
                Bytes.of(clientData),
                Bytes.of(dataFault.apply(authenticatorData.clone())),
                Bytes.of(signatureFault.apply(signature(authenticatorData, clientData))));
    }

    private byte[] clientData(String usual, Challenge challenge) {
        String json = "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",%s}"
                .formatted(type.isEmpty() ? usual : type, challenge.bytes().toBase64Url(), origin, extraClientData);
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(boolean attested) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Bytes.of(rpId.getBytes(StandardCharsets.UTF_8)).sha256().toArray());
        data.write(attested ? flags | ATTESTED : flags);
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        if (attested) {
            data.writeBytes(ByteBuffer.allocate(16)
                    .putLong(aaguid.getMostSignificantBits())
                    .putLong(aaguid.getLeastSignificantBits())
                    .array());
            data.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
            data.writeBytes(credentialId);
            data.writeBytes(keyFault.apply(kind.cose(key.getPublic()).toBytes()));
        }
        return data.toByteArray();
    }

    /** WebAuthn L3 §8.2. */
    private Cbor statement(byte[] authenticatorData, byte[] clientData) {
        if (maker != null) {
            byte[] made = signature(maker.key(), "SHA256withECDSA", authenticatorData, clientData);
            return Cbor.map(
                    "alg", -7, "sig", signatureFault.apply(made), "x5c", Cbor.array((Object) maker.certificate()));
        }
        return selfAttested ? Cbor.map("alg", -7, "sig", signature(authenticatorData, clientData)) : Cbor.map();
    }

    private byte[] signature(byte[] authenticatorData, byte[] clientData) {
        return signature(key.getPrivate(), kind.signatureAlgorithm(), authenticatorData, clientData);
    }

    private static byte[] signature(PrivateKey by, String algorithm, byte[] authenticatorData, byte[] clientData) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(by);
            signature.update(authenticatorData);
            signature.update(Bytes.of(clientData).sha256().toArray());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
