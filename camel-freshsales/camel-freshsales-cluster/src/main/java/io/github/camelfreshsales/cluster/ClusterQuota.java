// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.camelfreshsales.AccountQuota;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.SharedQuota;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * One quota for all nodes of a cluster, in a table of a PostgreSQL database that they share. Make it a bean, and the
 * component takes it for its option {@code sharedQuota}.
 *
 * <p>A fifth of the calls of an hour may go at once; the others are spread over the hour, so that no stretch of an hour has
 * more than its limit, wherever the hour of Freshsales begins. While the database is away, each node goes on with its share
 * of the spread calls.
 */
public final class ClusterQuota implements SharedQuota {

    private final DataSource database;
    private final int nodes;
    private final Duration hour;
    private String table = "freshsales_quota";
    private String name = "";

    /**
     * @param database where the nodes keep their quota; its connections must read what others have committed, as
     *     PostgreSQL's do by default
     * @param nodes    how many nodes there may be at a time: their share is what each goes on with alone
     */
    public ClusterQuota(DataSource database, int nodes) {
        this(database, nodes, Duration.ofHours(1));
    }

    /** @param hour how long an hour lasts, for those who test what happens in time */
    ClusterQuota(DataSource database, int nodes, Duration hour) {
        if (nodes < 1) {
            throw new IllegalArgumentException("A cluster has at least one node, not " + nodes);
        }
        this.database = database;
        this.nodes = nodes;
        this.hour = hour;
    }

    /** The table, {@code freshsales_quota} by default, perhaps with its schema. It is made when it is missing. */
    public void setTable(String table) {
        if (!table.matches("(?i)[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?")) {
            throw new IllegalArgumentException("Not the name of a table: " + table);
        }
        this.table = table;
    }

    /** Tells apart what must not share a quota although it has the same address; empty by default. */
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public AccountQuota open(String apiRoot, QuotaLimits limits, Runnable room) {
        Budget budget = Budget.of(limits, nodes, hour);
        Ledger ledger = new DatabaseLedger(database, table, key(apiRoot), budget);
        return new NodeQuota(apiRoot, ledger, budget, room).start();
    }

    /** The same for all keys of an account, since Freshsales counts the calls of all its users together. */
    private String key(String apiRoot) {
        try {
            byte[] text = (apiRoot + "\n" + name).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
