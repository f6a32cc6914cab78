// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.Locale;
import java.util.Map;

/** The rules for custom headers. Values come from messages, so they must not be able to add another header. */
public final class HeaderRules {

    private static final String CONNECTION = "the connections belong to the component";

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("authorization", "the key comes from the option apiKey"),
            Map.entry("host", "the host comes from the option domain"),
            Map.entry("content-length", "the length follows from the body"),
            Map.entry("transfer-encoding", "the transfer follows from the body"),
            Map.entry("connection", CONNECTION),
            Map.entry("proxy-connection", CONNECTION),
            Map.entry("keep-alive", CONNECTION),
            Map.entry("upgrade", CONNECTION),
            Map.entry("te", CONNECTION),
            Map.entry("trailer", CONNECTION),
            Map.entry("proxy-authorization", "the credentials come from the options proxyUser and proxyPassword"));

    private HeaderRules() {}

    /**
     * Checks one header.
     *
     * @throws IllegalArgumentException that says what is wrong, without the value
     */
    public static NameValue check(String name, String value) {
        if (name == null || !name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException(
                    "A name of httpHeaders is not the name of an HTTP header: letters, digits and hyphens, no blanks");
        }
        String reason = REFUSED.get(name.toLowerCase(Locale.ROOT));
        if (reason != null) {
            throw new IllegalArgumentException("The header " + name + " cannot be set: " + reason);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n') {
                throw new IllegalArgumentException("The value of the header " + name + " holds a line break");
            }
            if (c < ' ' && c != '\t' || c == 127 || c > 255) {
                throw new IllegalArgumentException("The value of the header " + name
                        + " holds a character that HTTP cannot carry; encode it first");
            }
        }
        return new NameValue(name, value);
    }
}
