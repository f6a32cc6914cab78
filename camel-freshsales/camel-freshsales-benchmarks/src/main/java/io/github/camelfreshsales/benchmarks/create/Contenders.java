// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

/** The ways to create a contact that are compared. */
public enum Contenders {
    component("`to(\"freshsales:create…\")`"),
    byHand("`marshal().json()`, `to(\"http:…\")`, `unmarshal().json()`"),
    producer("The producer of Camel HTTP called directly, and Jackson"),
    client("HttpClient 5 and Jackson"),
    socket("Bytes made before through a socket: what the server can do");

    private final String description;

    Contenders(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    /**
     * @param domain the address of the account, up to and without {@code /api}
     */
    public Contender start(String domain) throws Exception {
        return switch (this) {
            case component -> new ComponentRoute(domain);
            case byHand -> new HandWrittenRoute(domain);
            case producer -> new HttpProducer(domain);
            case client -> new BareClient(domain);
            case socket -> new BareSocket(domain);
        };
    }
}
