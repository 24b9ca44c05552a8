package io.github.passage4j.benchmarks;

import io.github.passage4j.core.token.TokenVerifier;
import io.github.passage4j.core.token.VerifiedToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verification of a token never seen before, of one seen before, and the least that any verification must do. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class VerificationBenchmark {

    /** More than the verifier remembers, so that going round and round never meets one that is remembered. */
    private static final int TOKENS = 12_000;

    private final String[] tokens = new String[TOKENS];
    private final Issuer issuer;
    private final TokenVerifier verifier;
    private final byte[] signed;
    private final byte[] signature;
    private int next;

    /** Makes the tokens, which takes a while. */
    public VerificationBenchmark() {
        issuer = new Issuer();
        verifier = new TokenVerifier(issuer.keys(), Issuer.config(), Clock.systemUTC());
        for (int i = 0; i < TOKENS; i++) {
            tokens[i] = issuer.token("u5RnV8sLq2KdT0yHb7M" + String.format("%05d", i));
        }
        String token = tokens[0];
        int end = token.lastIndexOf('.');
        signed = token.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getUrlDecoder().decode(token.substring(end + 1));
    }

    /** The limit: the JDK's RSA signature check and nothing else. */
    @Benchmark
    public boolean bareSignature() throws GeneralSecurityException {
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(issuer.publicKey());
        rsa.update(signed);
        return rsa.verify(signature);
    }

    @Benchmark
    public VerifiedToken first() {
        next = next + 1 == TOKENS ? 0 : next + 1;
        return verifier.verify(tokens[next]);
    }

    /** A request brings the token's text anew, so its hash is computed each time. */
    @Benchmark
    public VerifiedToken repeated() {
        return verifier.verify(new String(tokens[0]));
    }
}
