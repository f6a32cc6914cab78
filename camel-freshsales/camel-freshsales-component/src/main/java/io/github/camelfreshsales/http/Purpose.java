// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.FreshsalesOperation;

/**
 * What a request is for, as the meters count it.
 *
 * @param operation    the operation of the endpoint, or null
 * @param resourceType the word of the call, which may be any, or null
 */
public record Purpose(FreshsalesOperation operation, String resourceType) {

    static final Purpose NONE = new Purpose(null, null);
}
