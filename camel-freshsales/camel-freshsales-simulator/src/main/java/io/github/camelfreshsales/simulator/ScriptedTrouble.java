// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import io.github.camelfreshsales.simulator.web.ApiHandler;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets the scripts have a request before, or after, the account has it. The first script that wants it gets it. */
final class ScriptedTrouble implements ApiHandler {

    private final ApiHandler next;
    private final List<Trouble> scripts = new CopyOnWriteArrayList<>();

    ScriptedTrouble(ApiHandler next) {
        this.next = next;
    }

    Trouble newScript() {
        Trouble script = new Trouble();
        scripts.add(script);
        return script;
    }

    /** The scripts that still have something to do. */
    List<Trouble> pending() {
        return scripts.stream().filter(script -> script.left() > 0).toList();
    }

    void withdrawAll() {
        scripts.forEach(Trouble::withdraw);
        scripts.clear();
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        for (Trouble script : scripts) {
            Optional<Trouble.Effect> effect = script.next(request);
            if (effect.isPresent()) {
                return answer(effect.get(), request);
            }
        }
        return next.handle(request);
    }

    private ApiResponse answer(Trouble.Effect effect, ApiRequest request) {
        if (!effect.afterProcessing()) {
            effect.action().run();
        }
        boolean processed = effect.answer() == null || effect.afterProcessing();
        ApiResponse usual = processed ? next.handle(request) : null;
        if (effect.afterProcessing()) {
            effect.action().run();
        }
        ApiResponse answer = effect.answer() == null ? usual : effect.answer();
        return answer.withDelay(effect.delay());
    }
}
