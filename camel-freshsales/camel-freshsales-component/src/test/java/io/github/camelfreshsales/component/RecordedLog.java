// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Keeps the lines of our own loggers from INFO upwards, with their levels, until it is closed. */
final class RecordedLog extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final boolean everything;

    RecordedLog() {
        this(false);
    }

    /** Keeps the lines of all loggers from DEBUG upwards, with the exceptions that were logged. */
    static RecordedLog ofEverything() {
        return new RecordedLog(true);
    }

    private RecordedLog(boolean everything) {
        super("recorded", null, null, true, Property.EMPTY_ARRAY);
        this.everything = everything;
        start();
        var root = logging().getConfiguration().getRootLogger();
        root.addAppender(this, null, null);
        root.setLevel(everything ? Level.DEBUG : Level.INFO);
        logging().updateLoggers();
    }

    private static LoggerContext logging() {
        return (LoggerContext) LogManager.getContext(false);
    }

    @Override
    public void append(LogEvent event) {
        if (everything) {
            lines.add(event.getMessage().getFormattedMessage() + trace(event.getThrown()));
        } else if (event.getLoggerName().startsWith("io.github.camelfreshsales.")
                && !event.getLoggerName().contains(".simulator.")) {
            lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logging().reconfigure();
    }
}
