package io.github.passage4j.it.support;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many calls at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** The same call so many times; the answers in no order. */
    public static List<HttpResponse<String>> of(int size, Supplier<HttpResponse<String>> call) {
        return of(Stream.generate(() -> call).limit(size).toList());
    }

    /** All calls; their answers in the same order. */
    public static List<HttpResponse<String>> of(List<Supplier<HttpResponse<String>>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch ready = new CountDownLatch(calls.size());
            List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
            for (Supplier<HttpResponse<String>> call : calls) {
                Callable<HttpResponse<String>> together = () -> {
                    ready.countDown();
                    ready.await();
                    return call.get();
                };
                waiting.add(threads.submit(together));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : waiting) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
