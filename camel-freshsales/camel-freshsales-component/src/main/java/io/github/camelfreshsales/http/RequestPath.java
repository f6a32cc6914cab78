// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path of the account as a user writes it: relative to the API root, or a complete address with the account's own scheme, host
 * and port. Both may have a query.
 *
 * @param segments     the decoded segments
 * @param fromHostRoot whether they start at the host instead of the API root
 * @param query        the decoded parameters
 */
public record RequestPath(List<String> segments, boolean fromHostRoot, List<NameValue> query) {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it leads out of the account, or tries to
     */
    public static RequestPath of(ApiRoot root, String path) {
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException(
                    "The path is empty. Give one below the API root, such as contacts/view/12");
        }
        String place = path.trim();
        if (!SCHEME.matcher(place).matches()) {
            return split(place, false);
        }
        URI uri = complete(place);
        if (!root.isSameOrigin(uri)) {
            throw new IllegalArgumentException("The path leads to " + uri.getScheme() + "://" + uri.getRawAuthority()
                    + ", but a request stays on the account's own address, " + root.origin()
                    + ". Give a path below it, such as contacts/view/12");
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return split(uri.getRawPath() + query, true);
    }

    private static URI complete(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // refused below without the address, which may hold a secret
        }
        throw new IllegalArgumentException("The path looks like an address but is not a valid one. Give a path"
                + " below the API root, such as contacts/view/12, or a complete https address of the account");
    }

    private static RequestPath split(String place, boolean fromHostRoot) {
        if (place.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "The path holds a #, which a server never sees. Write it as %23 if it" + " belongs to the path");
        }
        int question = place.indexOf('?');
        String path = question < 0 ? place : place.substring(0, question);
        String query = question < 0 ? "" : place.substring(question + 1);
        return new RequestPath(PathSegments.split("path", path), fromHostRoot, parameters(query));
    }

    private static List<NameValue> parameters(String query) {
        List<NameValue> parameters = new ArrayList<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(new NameValue(decode(name), decode(value)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The query in the path holds a percent sign that starts no encoding; write a plain one as %25", e);
        }
    }
}
