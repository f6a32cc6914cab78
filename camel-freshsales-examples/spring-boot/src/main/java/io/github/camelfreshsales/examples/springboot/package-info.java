// SPDX-License-Identifier: Apache-2.0
/** A REST API that takes leads and keeps them in Freshsales. */
package io.github.camelfreshsales.examples.springboot;
