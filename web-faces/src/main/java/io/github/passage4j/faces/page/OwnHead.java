package io.github.passage4j.faces.page;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.List;

/**
 * Our pages have a plain head, which links the styles and scripts that the page needs. What components ask to have there, too, would
 * never be rendered, and Faces would say so in the log for each page.
 */
public class OwnHead implements SystemEventListener {

    private static final String HEAD = "head";

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        UIViewRoot view = (UIViewRoot) event.getSource();
        FacesContext faces = event.getFacesContext();
        List.copyOf(view.getComponentResources(faces, HEAD))
                .forEach(resource -> view.removeComponentResource(faces, resource, HEAD));
    }
}
