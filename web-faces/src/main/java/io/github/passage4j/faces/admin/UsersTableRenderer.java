package io.github.passage4j.faces.admin;

import io.github.passage4j.faces.security.PageNonce;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * Gives the script that brings a table to life the nonce of the page. PrimeFaces would do so itself, but would take the nonce of a form from
 * the form, and send a second policy beside ours.
 */
public class UsersTableRenderer extends DataTableRenderer {

    @Override
    protected void encodeScript(FacesContext context, DataTable table) throws IOException {
        ResponseWriter plain = context.getResponseWriter();
        context.setResponseWriter(new WithNonce(plain, PageNonce.of(context)));
        try {
            super.encodeScript(context, table);
        } finally {
            context.setResponseWriter(plain);
        }
    }

    private static final class WithNonce extends ResponseWriterWrapper {

        private final String nonce;

        WithNonce(ResponseWriter wrapped, String nonce) {
            super(wrapped);
            this.nonce = nonce;
        }

        @Override
        public void startElement(String name, UIComponent component) throws IOException {
            super.startElement(name, component);
            if ("script".equals(name)) {
                super.writeAttribute("nonce", nonce, null);
            }
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return new WithNonce(getWrapped().cloneWithWriter(writer), nonce);
        }
    }
}
