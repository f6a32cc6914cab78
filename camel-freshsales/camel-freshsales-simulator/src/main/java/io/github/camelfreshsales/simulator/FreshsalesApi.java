// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import io.github.camelfreshsales.simulator.routes.ApiRoutes;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiHandler;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Authentication;
import io.github.camelfreshsales.simulator.web.Authentication.Access;
import io.github.camelfreshsales.simulator.web.ErrorResponses;
import io.github.camelfreshsales.simulator.web.Router;
import java.util.Optional;

/** One account behind its key: checks who asks, finds the route, and turns refusals into answers. */
final class FreshsalesApi implements ApiHandler {

    private final Authentication authentication;
    private final ErrorResponses errors;
    private final Router api;
    private final Router browser;
    private final String apiPrefix;
    private final String browserPrefix;

    FreshsalesApi(CrmAccount account, Authentication authentication) {
        this.authentication = authentication;
        this.errors = new ErrorResponses(account::has);
        ApiRoutes routes = new ApiRoutes(account);
        this.api = routes.router();
        this.browser = routes.browserRouter();
        this.apiPrefix = account.settings().apiRoot() + "/";
        this.browserPrefix = account.settings().uiRoot() + "/";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        boolean isApi = request.path().startsWith(apiPrefix);
        if (!isApi && !request.path().startsWith(browserPrefix)) {
            return errors.unknownRoute();
        }
        String path = request.path().substring((isApi ? apiPrefix : browserPrefix).length());
        Optional<Access> access = authentication.of(request);
        if (access.isEmpty()) {
            return errors.unauthorized();
        }
        if (access.get() == Access.NO_RECORDS && !ApiRoutes.isMetadata(path)) {
            return errors.forbidden();
        }
        return route(isApi ? api : browser, request, path);
    }

    private ApiResponse route(Router router, ApiRequest request, String path) {
        try {
            ApiResponse answer = router.route(request, path);
            return answer == null ? errors.unknownRoute() : answer;
        } catch (ApiError error) {
            return errors.of(error);
        }
    }
}
