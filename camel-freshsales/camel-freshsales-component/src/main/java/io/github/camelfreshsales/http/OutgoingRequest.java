// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * A request under way, which another thread can end at any time: while it waits for a connection, connects, sends or reads. Its
 * connection is then closed, not drained.
 */
final class OutgoingRequest extends BasicClassicHttpRequest implements CancellableDependency {

    private static final long serialVersionUID = 1L;

    /** Why a request was ended from outside. */
    enum End {
        /** It took longer than callTimeout. */
        TIMEOUT,
        /** The server sent nothing for longer than responseTimeout. */
        SILENCE,
        /** The route or the component stops. */
        STOPPED,
        /** The rest of the response is not needed. */
        DROPPED
    }

    private final transient HttpHost target;
    private transient volatile End end;
    private transient volatile Cancellable dependency;
    private transient volatile boolean sending;
    private transient long deadline;
    private transient volatile long listeningSince; // 0 when it does not listen
    private transient boolean challenged;

    OutgoingRequest(String method, HttpHost target, String path) {
        super(method, target, path);
        this.target = target;
    }

    HttpHost target() {
        return target;
    }

    /** From now on the service may receive some of it. */
    void sendingBegins() {
        sending = true;
    }

    boolean sendingBegan() {
        return sending;
    }

    /** Whether it has not been sent yet, or only been asked for credentials. */
    boolean mayBeSent() {
        return !sending || challenged;
    }

    /** A proxy asks for credentials before it passes anything on; the request then comes a second time. */
    void wasChallenged(boolean value) {
        challenged = value;
    }

    /** When it has to be over, in the time of {@link System#nanoTime}. */
    void endsAt(long nanos) {
        deadline = nanos;
    }

    long deadline() {
        return deadline;
    }

    /** It waits for the next bytes of its response. */
    void listens() {
        listeningSince = System.nanoTime() | 1;
    }

    void hears() {
        listeningSince = 0;
    }

    /** For how many nanoseconds it has been waiting for the next bytes of its response. */
    long silence(long now) {
        long since = listeningSince;
        return since == 0 ? 0 : now - since;
    }

    /** Ends it, unless it has been ended already. */
    void end(End why) {
        Cancellable current = endFirst(why);
        if (current != null) {
            current.cancel();
        }
    }

    private synchronized Cancellable endFirst(End why) {
        if (end != null) {
            return null;
        }
        end = why;
        return dependency;
    }

    /** Why it was ended, or null. */
    End ended() {
        return end;
    }

    @Override
    public void setDependency(Cancellable cancellable) {
        dependency = cancellable;
        if (isCancelled()) {
            cancellable.cancel();
        }
    }

    @Override
    public boolean isCancelled() {
        return end != null;
    }

    @Override
    public boolean cancel() {
        end(End.DROPPED);
        return true;
    }
}
