// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

/** The metadata of an account, read when it is needed. */
public interface AccountMetadata {

    /** The fields of the resource. */
    FieldCatalog fields();

    /** The fields anew, if that may be asked already; else the same. */
    FieldCatalog newerFields(FieldCatalog known);

    /** The things that a reference may mean. */
    NameTable names(Reference reference);

    /** These anew, if that may be asked already; else the same. */
    NameTable newerNames(Reference reference, NameTable known);
}
