// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.fields.AccountMetadata;
import io.github.camelfreshsales.fields.FieldCatalog;
import io.github.camelfreshsales.fields.NameTable;
import io.github.camelfreshsales.fields.Reference;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The metadata of an account for a call. It is read when it is needed, and kept for all calls. */
final class CallMetadata implements AccountMetadata {

    private final OperationCall call;
    private final Session session;
    private final Resource resource;
    private final Instant began;
    private final Map<Reference, Metadata.View<NameTable>> tables = new HashMap<>();
    private Metadata.View<FieldCatalog> catalog;

    CallMetadata(OperationCall call, Session session, Resource resource) {
        this.call = call;
        this.session = session;
        this.resource = resource;
        this.began = session.account().now();
    }

    @Override
    public FieldCatalog fields() {
        return hasFields() ? metadata().view(call, session, catalog()) : FieldCatalog.UNKNOWN;
    }

    @Override
    public FieldCatalog newerFields(FieldCatalog known) {
        return hasFields() ? metadata().newer(call, session, catalog(), known, began) : known;
    }

    @Override
    public NameTable names(Reference reference) {
        return metadata().view(call, session, table(reference));
    }

    @Override
    public NameTable newerNames(Reference reference, NameTable known) {
        return metadata().newer(call, session, table(reference), known, began);
    }

    private Metadata metadata() {
        return session.account().metadata();
    }

    private boolean hasFields() {
        return resource.supports(FreshsalesOperation.fields);
    }

    Metadata.View<FieldCatalog> catalog() {
        if (catalog == null) {
            Request request = Requests.forMetadata(
                            call, FreshsalesOperation.fields, MetadataOperations.fieldsPath(resource))
                    .expect(MetadataOperations.expectedFields(resource))
                    .build();
            catalog = view(request, rows -> FieldCatalog.of(resource.name(), rows));
        }
        return catalog;
    }

    private Metadata.View<NameTable> table(Reference reference) {
        return tables.computeIfAbsent(reference, any -> {
            Request request = Requests.forMetadata(
                            call, FreshsalesOperation.selector, List.of("selector", reference.selector()))
                    .expect(Expected.onlyList(reference.selector()))
                    .build();
            return view(request, rows -> NameTable.of(reference, rows));
        });
    }

    private <T> Metadata.View<T> view(Request request, Function<List<?>, T> reading) {
        return new Metadata.View<>(
                request,
                session.account().root().url(request),
                content -> reading.apply(Page.of(request.expected(), content).rows()));
    }
}
