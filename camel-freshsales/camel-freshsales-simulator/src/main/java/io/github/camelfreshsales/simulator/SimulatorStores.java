// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;

/** What WireMock keeps: its usual stores, but for the journal, and no stub files of the project it runs in. */
final class SimulatorStores extends DefaultStores {

    private final RequestJournalStore journal;

    SimulatorStores(int journalLimit, long journalBytes) {
        super(new ClasspathFileSource("io/github/camelfreshsales/simulator"));
        this.journal = new BoundedJournal(journalLimit, journalBytes);
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }
}
