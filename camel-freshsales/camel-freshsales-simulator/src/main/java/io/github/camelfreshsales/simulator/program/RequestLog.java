// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A line for each request: verb, path, status, time. The path comes without its query, which may hold what somebody searched for. */
final class RequestLog implements ServeEventListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;

    RequestLog(PrintStream out) {
        this.out = out;
    }

    @Override
    public String getName() {
        return "request-log";
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
        String path = event.getRequest().getUrl().replaceFirst("\\?.*", "");
        out.printf(
                "%s %-6s %s %s %d ms%n",
                LocalTime.now().format(TIME),
                event.getRequest().getMethod().getName(),
                path.replaceAll("\\p{Cntrl}", "?"),
                outcome(event.getResponse()),
                event.getTiming().getTotalTime());
    }

    private static String outcome(LoggedResponse response) {
        return response.getFault() == null
                ? String.valueOf(response.getStatus())
                : response.getFault().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
