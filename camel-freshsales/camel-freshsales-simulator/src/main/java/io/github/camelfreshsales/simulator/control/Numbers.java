// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import io.github.camelfreshsales.simulator.web.ApiRequest;

/** Reads numbers out of query parameters. */
final class Numbers {

    private Numbers() {}

    static int parameter(ApiRequest request, String name, int otherwise, int least, int most) {
        String text = request.parameter(name).orElse(String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most + ", not " + text);
    }
}
