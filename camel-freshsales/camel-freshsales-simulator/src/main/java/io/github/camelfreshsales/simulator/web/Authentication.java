// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the keys. A key is sent as {@code Token token=<key>} and nothing else; an OAuth access token as
 * {@code Authtoken=<token>}.
 */
public record Authentication(Map<String, Access> keys, Map<String, Access> accessTokens) {

    /** What a key may do. */
    public enum Access {
        FULL,
        /** Metadata and selectors only. */
        NO_RECORDS
    }

    private static final Pattern KEY = Pattern.compile("Token token=(\\S+)");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("Authtoken=(\\S+)");

    public Authentication {
        keys = new ConcurrentHashMap<>(keys);
        accessTokens = Map.copyOf(accessTokens);
    }

    /** Makes one more key known, which may do everything. */
    public void grant(String key) {
        keys.put(key, Access.FULL);
    }

    /** What the request may do; nothing when it brings no known key. */
    public Optional<Access> of(ApiRequest request) {
        String header = request.header().apply("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        return find(KEY, header, keys).or(() -> find(ACCESS_TOKEN, header, accessTokens));
    }

    private static Optional<Access> find(Pattern form, String header, Map<String, Access> known) {
        Matcher matcher = form.matcher(header);
        return matcher.matches() ? Optional.ofNullable(known.get(matcher.group(1))) : Optional.empty();
    }
}
