// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

/** Text in the typeface of code, in which AsciiDoc finds nothing to interpret. */
final class Literal {

    private Literal() {}

    static String of(String text) {
        if (text.matches("[A-Za-z0-9_./=-]+")) {
            return "`" + text + "`";
        }
        return text.indexOf('+') < 0 ? "`+" + text + "+`" : "`pass:c[" + text.replace("]", "\\]") + "]`";
    }
}
