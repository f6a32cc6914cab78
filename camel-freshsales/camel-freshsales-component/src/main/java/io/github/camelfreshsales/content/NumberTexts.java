// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes numbers into JSON as they are usually written, and none that JSON does not know or nobody could mean. */
final class NumberTexts extends JsonGeneratorDelegate {

    /** Beyond so many zeros a number keeps its exponent: a tiny text could stand for gigabytes of digits. */
    private static final int MOST_ZEROS = 50;
    /** As many as Jackson reads. A number beyond is an attack, or noise. */
    private static final int MOST_DIGITS = 1000;

    NumberTexts(JsonGenerator json) {
        super(json, false);
    }

    @Override
    public void writeNumber(BigDecimal number) throws IOException {
        check(number);
        // 1E+2 stays that in JSON
        delegate.writeNumber(number.scale() < 0 ? number.toString() : text(number));
    }

    @Override
    public void writeNumber(BigInteger number) throws IOException {
        check(number);
        delegate.writeNumber(number);
    }

    @Override
    public void writeNumber(double number) throws IOException {
        check(number);
        delegate.writeNumber(number);
    }

    @Override
    public void writeNumber(float number) throws IOException {
        check((double) number);
        delegate.writeNumber(number);
    }

    static void check(Number number) {
        if (number instanceof BigDecimal decimal) {
            checkDigits(decimal.precision());
        } else if (number instanceof BigInteger integer) {
            // a digit takes more than three bits
            checkDigits((int) (integer.bitLength() * 3L / 10));
        } else if (number instanceof Double || number instanceof Float) {
            check(number.doubleValue());
        }
    }

    private static void checkDigits(int digits) {
        if (digits > MOST_DIGITS) {
            throw Refusal.ofNumber("has more than " + MOST_DIGITS + " digits");
        }
    }

    private static void check(double number) {
        if (!Double.isFinite(number)) {
            throw Refusal.ofNumber("is infinite, or not a number at all (NaN)");
        }
    }

    /** Without an exponent, where that takes a usual number of digits. */
    static String text(BigDecimal number) {
        long zeros = number.scale() < 0 ? -(long) number.scale() : (long) number.scale() - number.precision();
        return zeros > MOST_ZEROS ? number.toString() : number.toPlainString();
    }
}
