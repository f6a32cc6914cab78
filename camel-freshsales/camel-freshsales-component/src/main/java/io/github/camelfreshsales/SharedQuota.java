// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/**
 * Counts the calls of an account for all processes that use it. The component option {@code sharedQuota} takes one; without
 * it, each process counts its own calls.
 */
public interface SharedQuota {

    /**
     * The quota of an account. The component opens it when the first endpoint of the account starts, and closes it when the
     * last one stops.
     *
     * @param apiRoot the address of the account
     * @param limits  the known limits of the account
     * @param room    run this when calls can go earlier than announced, but not while a method of the quota runs
     */
    AccountQuota open(String apiRoot, QuotaLimits limits, Runnable room);
}
