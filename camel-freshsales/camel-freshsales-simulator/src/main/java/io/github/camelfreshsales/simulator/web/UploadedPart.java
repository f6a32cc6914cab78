// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

/** One part of a multipart request; {@code fileName} is null for a plain field. */
public record UploadedPart(String name, String fileName, String contentType, byte[] content) {}
