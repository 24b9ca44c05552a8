package io.github.passage4j.server.wire;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is compressed on its way. The container could do that, too, but would then unpack whatever requests bring, before
 * anything looks at how much that is (decision 0083).
 */
final class GzipResponse extends HttpServletResponseWrapper implements AutoCloseable {

    private @Nullable GzipStream stream;
    private @Nullable PrintWriter writer;

    private GzipResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether a request may be answered so: it takes gzip, wants the whole body, and was not sent on from inside. */
    static boolean suits(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.contains("gzip;q=0")
                && "GET".equals(request.getMethod())
                && request.getHeader("Range") == null
                && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    /** Around a response to which nothing was written yet. To be closed when all is written. */
    static GzipResponse around(HttpServletResponse response) {
        return new GzipResponse(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            ((HttpServletResponse) getResponse()).setHeader("Content-Encoding", "gzip");
            stream = new GzipStream(getResponse().getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(
                    new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())), false);
        }
        return writer;
    }

    /** The length is not known before all is compressed. */
    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setHeader(String name, String value) {
        if (!"Content-Length".equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        super.flushBuffer();
    }

    /** Writes what is left. */
    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null) {
            stream.close();
        }
    }

    private static final class GzipStream extends ServletOutputStream {

        private final ServletOutputStream raw;
        private final GZIPOutputStream gzip;

        private GzipStream(ServletOutputStream raw) throws IOException {
            this.raw = raw;
            this.gzip = new GZIPOutputStream(raw);
        }

        @Override
        public void write(int b) throws IOException {
            gzip.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            gzip.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            gzip.close();
        }

        @Override
        public boolean isReady() {
            return raw.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            raw.setWriteListener(listener);
        }
    }
}
