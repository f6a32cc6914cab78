// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.watch.AccountReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * The accounts that the endpoints of a component use, one for each address and key. It opens an account for its first user, and
 * closes and forgets it with the last one.
 */
final class Accounts {

    private final BiFunction<ApiRoot, String, SharedAccount> factory;
    private final Map<Key, SharedAccount> shared = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** @param factory makes an account of its address and key */
    Accounts(BiFunction<ApiRoot, String, SharedAccount> factory) {
        this.factory = factory;
    }

    private record Key(ApiRoot root, String apiKey) {

        static Key of(FreshsalesConfiguration options) {
            return new Key(Accounts.root(options), options.getApiKey());
        }

        @Override
        public String toString() {
            return root + " (key xxxxxx)";
        }
    }

    /** The address of the account of these options. */
    static ApiRoot root(FreshsalesConfiguration options) {
        String trusted = options.getTrustedHosts();
        List<String> hosts =
                trusted == null ? List.of() : Arrays.asList(trusted.trim().split("\\s*,\\s*"));
        return ApiRoot.of(options.getDomain(), hosts);
    }

    /** The account of these options, for one more user, who returns it with {@link #release}. */
    SharedAccount acquire(FreshsalesConfiguration options) {
        Key key = Key.of(options);
        lock.lock();
        try {
            SharedAccount account = shared.get(key);
            if (account == null) {
                account = factory.apply(key.root(), key.apiKey());
                shared.put(key, account);
            }
            account.addUser();
            return account;
        } finally {
            lock.unlock();
        }
    }

    void release(SharedAccount account) {
        lock.lock();
        try {
            if (account.removeUser() && shared.values().remove(account)) {
                account.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The accounts that are in use, in the order of their addresses. */
    List<AccountReport> reports() {
        return all().stream()
                .map(SharedAccount::report)
                .sorted(Comparator.comparing(AccountReport::apiRoot))
                .toList();
    }

    /** The report of the account of these options. It opens no account or connection; the report of an unused account is all zeros. */
    AccountReport report(FreshsalesConfiguration options) {
        Key key = Key.of(options);
        lock.lock();
        try {
            SharedAccount account = shared.get(key);
            return account == null ? AccountReport.ofUnused(key.root()) : account.report();
        } finally {
            lock.unlock();
        }
    }

    private List<SharedAccount> all() {
        lock.lock();
        try {
            return new ArrayList<>(shared.values());
        } finally {
            lock.unlock();
        }
    }

    /** Closes all accounts, even those that a user has not returned. */
    void close() {
        List<SharedAccount> left;
        lock.lock();
        try {
            left = new ArrayList<>(shared.values());
            shared.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(SharedAccount::close);
    }
}
