package io.github.passage4j.faces.admin;

import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.faces.admin.FindUserServlet.Found;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The table of all users. */
@Named("users")
@RequestScoped
public class UsersBean {

    private static final int PAGE_SIZE = 25;

    private final UserDirectory directory;
    private final HttpServletRequest request;
    private UsersState state;
    private UsersModel model;

    @Inject
    @SuppressWarnings("NullAway.Init") // load() follows
    public UsersBean(UserDirectory directory, HttpServletRequest request) {
        this.directory = directory;
        this.request = request;
    }

    @SuppressWarnings({"NullAway", "NullAway.Init"}) // only the proxy of the container uses it
    protected UsersBean() {
        this.directory = null;
        this.request = null;
    }

    @PostConstruct
    void load() {
        state = UsersState.in(request);
        model = new UsersModel(directory, state.listing());
    }

    public LazyDataModel<User> getModel() {
        return model;
    }

    public List<SortMeta> getSortBy() {
        return state.sortBy();
    }

    public List<FilterMeta> getFilterBy() {
        return state.filterBy();
    }

    /** The position of the first row that is shown. */
    public int getFirst() {
        return state.first() / PAGE_SIZE * PAGE_SIZE;
    }

    public int getPageSize() {
        return PAGE_SIZE;
    }

    /** Key of the text about a search that found nobody; empty when there was none. */
    public String getFound() {
        return Arrays.stream(Found.values())
                .map(Found::key)
                .filter(key -> key.equals(request.getParameter("found")))
                .findFirst()
                .map("admin.users.found."::concat)
                .orElse("");
    }

    /** How the rows are sorted that are shown now; the next request brings it along. */
    public String getSort() {
        return UsersState.sortOf(model.listing());
    }
}
