package io.github.passage4j.benchmarks.server;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Measures a running server and prints a table. Arguments: its origin, the app's id, its process id, threads, seconds, and the
 * operations that are wanted, such as {@code refresh}; none means all.
 */
public final class ServerLoad {

    private static final int RSA_BITS = 2048;
    private static final int SIGNATURES = 2_000;

    private final String origin;
    private final AuthApi api;
    private final Load load;
    private final int threads;
    private final List<String> wanted;

    private ServerLoad(String[] arguments) {
        this.origin = arguments[0];
        this.api = new AuthApi(origin, arguments[1]);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(arguments[2])).orElseThrow();
        this.threads = Integer.parseInt(arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);
        this.wanted = List.of(arguments).subList(5, arguments.length);
        this.load = new Load(server, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
    }

    /** Measures. The server must have its rate limits off. */
    public static void main(String[] arguments)
            throws InterruptedException, ExecutionException, GeneralSecurityException {
        if (arguments.length < 5) {
            throw new IllegalArgumentException("wanted: origin, app id, process id, threads, seconds, operations");
        }
        System.setProperty("http.maxConnections", arguments[3]);
        new ServerLoad(arguments).run();
    }

    private void run() throws InterruptedException, ExecutionException, GeneralSecurityException {
        System.out.printf(Locale.ROOT, "RSA-2048 signature: %.2f ms%n%n", signatureMillis());
        System.out.println("| Operation | a second | server CPU, ms | median, ms | 95th percentile, ms |");
        System.out.println("|---|---|---|---|---|");
        measure("keys", account -> api.get("/.well-known/jwks.json"));
        measure("refresh", Account::refresh);
        measure("discovered", Account::logInDiscovered);
        measure("login", Account::logIn);
        measure("registration", account -> new Account(api, origin).register());
    }

    private void measure(String name, Consumer<Account> operation) throws InterruptedException, ExecutionException {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        List<Runnable> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Account account = new Account(api, origin);
            account.register();
            workers.add(() -> operation.accept(account));
        }
        Load.Result result = load.run(workers);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.2f |%n",
                name,
                result.perSecond(),
                result.cpuMicros() / 1e3,
                result.medianMicros() / 1e3,
                result.p95Micros() / 1e3);
    }

    /** The limit: each sign-in and each refresh makes one such signature. */
    private static double signatureMillis() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(RSA_BITS);
        PrivateKey key = keys.generateKeyPair().getPrivate();
        sign(key);
        long start = System.nanoTime();
        sign(key);
        return (System.nanoTime() - start) / 1e6 / SIGNATURES;
    }

    private static void sign(PrivateKey key) throws GeneralSecurityException {
        for (int i = 0; i < SIGNATURES; i++) {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(new byte[500]);
            signature.sign();
        }
    }
}
