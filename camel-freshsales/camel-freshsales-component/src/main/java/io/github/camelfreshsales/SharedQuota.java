// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/**
 * Counts the calls of an account for all processes that use it. The component option {@code sharedQuota} takes one; without
 * it each process counts its own calls.
 */
public interface SharedQuota {

    /**
     * The quota of an account. The component asks for it when the first endpoint of the account starts, and closes it with
     * the last one.
     *
     * @param apiRoot the address of the account
     * @param limits  what the account is known to have
     * @param room    to be run when calls may go earlier than was said; not while a method of the quota runs
     */
    AccountQuota open(String apiRoot, QuotaLimits limits, Runnable room);
}
