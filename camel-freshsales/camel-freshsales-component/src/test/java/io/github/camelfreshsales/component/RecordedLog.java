package io.github.camelfreshsales.component;

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

    RecordedLog() {
        super("recorded", null, null, true, Property.EMPTY_ARRAY);
        start();
        var root = logging().getConfiguration().getRootLogger();
        root.removeAppender("console");
        root.addAppender(this, null, null);
        root.setLevel(Level.INFO);
        logging().updateLoggers();
    }

    private static LoggerContext logging() {
        return (LoggerContext) LogManager.getContext(false);
    }

    @Override
    public void append(LogEvent event) {
        if (event.getLoggerName().startsWith("io.github.camelfreshsales.")
                && !event.getLoggerName().contains(".simulator.")) {
            lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logging().reconfigure();
    }
}
