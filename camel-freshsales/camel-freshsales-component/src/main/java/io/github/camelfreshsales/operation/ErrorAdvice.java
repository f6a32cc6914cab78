// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.RedirectingTransport;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.net.URI;

/** What a user can do about a refusal. */
final class ErrorAdvice {

    private ErrorAdvice() {}

    static String of(OperationCall call, ApiRoot root, Request request, Response response) {
        int status = response.status();
        if (RedirectingTransport.isRedirect(status)) {
            return redirect(root, request, response);
        }
        return switch (status) {
            case 400, 422 -> refused(call);
            case 401 ->
                " The key is missing, wrong or no longer valid: compare the option apiKey with the one under"
                        + " Settings, API Settings in Freshsales, and the option domain with the address beside it.";
            case 403 -> " The key is valid, but its user may not do this: ask an administrator for the permission.";
            case 404 -> notFound(call);
            case 405 ->
                request.busyStatus() == status
                        ? " The service is busy with other jobs of the account: try later."
                        : " The service does not offer this method there.";
            case 407 -> " The proxy asks for a user and a password: set the options proxyUser and proxyPassword.";
            case 429 ->
                " The calls of this hour or minute are used up for the whole account: try later, or less often.";
            default -> status >= 500 ? " The service has a problem; the call may succeed later." : "";
        };
    }

    private static String refused(OperationCall call) {
        return call.operation() == FreshsalesOperation.create
                ? " Correct what Freshsales refuses, or use update if the record exists already."
                : " Correct what Freshsales refuses.";
    }

    private static String notFound(OperationCall call) {
        String meant = call.resourceType() == null
                ? ""
                : ResourceRegistry.likely(call.resourceType())
                        .map(name -> " Did you mean resourceType=" + name + "?")
                        .orElse("");
        return " There is no such record or path: check the id, the resource type and the option domain." + meant;
    }

    private static String redirect(ApiRoot root, Request request, Response response) {
        String origin = originOf(response.header("Location"));
        if (origin != null && !origin.equals(root.origin())) {
            return " It redirects to another address, " + origin + ", and the key is not sent there. If this is the"
                    + " address of the account, set it in the option domain.";
        }
        return request.method().equals("GET")
                ? " It redirects too often, or to an address that cannot be used."
                : " The component follows redirects for GET only, so that nothing is written twice.";
    }

    /** Only where it leads: the rest of an address may hold a secret. */
    private static String originOf(String location) {
        try {
            URI uri = URI.create(location == null ? "" : location.trim());
            if (uri.getHost() == null) {
                return null;
            }
            return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
