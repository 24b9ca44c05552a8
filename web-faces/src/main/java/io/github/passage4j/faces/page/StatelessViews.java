package io.github.passage4j.faces.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Makes every view stateless from its creation on. The {@code transient} of {@code <f:view>} in the template, which postbacks need, comes too
 * late for a first request: PrimeFaces makes its nonce before the view is built, and would keep it in an HTTP session.
 */
public class StatelessViews extends ViewHandlerWrapper {

    public StatelessViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        view.setTransient(true);
        return view;
    }
}
