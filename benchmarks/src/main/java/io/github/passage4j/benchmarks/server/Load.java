package io.github.passage4j.benchmarks.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Does something again and again with several threads, first to warm up and then measured. The first failure ends it:
 * a number for answers of which some are errors would mean nothing.
 */
final class Load {

    private final ProcessHandle server;
    private final Duration warmUp;
    private final Duration measured;

    Load(ProcessHandle server, Duration warmUp, Duration measured) {
        this.server = server;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** @param workers what each thread does, over and over */
    Result run(List<Runnable> workers) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            all(threads, workers, warmUp);
            Duration cpuBefore = cpu();
            long start = System.nanoTime();
            long[] latencies = all(threads, workers, measured);
            long elapsed = System.nanoTime() - start;
            return Result.of(latencies, elapsed, cpu().minus(cpuBefore));
        } finally {
            threads.shutdownNow();
        }
    }

    private Duration cpu() {
        return server.info().totalCpuDuration().orElseThrow();
    }

    private static long[] all(ExecutorService threads, List<Runnable> workers, Duration time)
            throws InterruptedException, ExecutionException {
        List<Callable<long[]>> loops = workers.stream()
                .<Callable<long[]>>map(worker -> () -> loop(worker, time))
                .toList();
        LongStream latencies = LongStream.empty();
        for (Future<long[]> loop : threads.invokeAll(loops)) {
            latencies = LongStream.concat(latencies, Arrays.stream(loop.get()));
        }
        return latencies.sorted().toArray();
    }

    private static long[] loop(Runnable work, Duration time) {
        LongStream.Builder latencies = LongStream.builder();
        long end = System.nanoTime() + time.toNanos();
        for (long now = System.nanoTime(); now < end; ) {
            work.run();
            long done = System.nanoTime();
            latencies.add(done - now);
            now = done;
        }
        return latencies.build().toArray();
    }

    /**
     * What came out.
     *
     * @param perSecond operations
     * @param cpuMicros time of the server's processor for one operation, in microseconds
     * @param medianMicros how long one took, in microseconds
     * @param p95Micros the 95th percentile of the same
     */
    record Result(double perSecond, double cpuMicros, double medianMicros, double p95Micros) {

        private static Result of(long[] sortedNanos, long elapsedNanos, Duration cpu) {
            int count = sortedNanos.length;
            return new Result(
                    count * 1e9 / elapsedNanos,
                    cpu.toNanos() / 1e3 / count,
                    sortedNanos[count / 2] / 1e3,
                    sortedNanos[count * 95 / 100] / 1e3);
        }
    }
}
