// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import static io.github.camelfreshsales.changes.ScriptedPages.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.operation.ChangePages.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** What is asked for, answer by answer. */
class FeedTest {

    private final MemoryStateRepository repository = new MemoryStateRepository();
    private final List<Object> delivered = new ArrayList<>();
    private long seconds;

    private final Delivery delivery = new Delivery() {
        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void responded() {
            // nobody asks
        }

        @Override
        public boolean deliver(List<Change> changes, Consumer<Change> complete) {
            changes.forEach(change -> {
                delivered.add(change.id());
                complete.accept(change);
            });
            return true;
        }
    };

    private Feed feed(ScriptedPages pages, String startFrom) {
        FeedSettings settings = new FeedSettings(startFrom, Duration.ofSeconds(10), 4, false);
        return new Feed(pages, new CursorStore(repository, "key", "contacts"), settings, () -> seconds * 1_000_000_000);
    }

    private Feed from(ScriptedPages pages, String time) {
        return feed(pages, "2026-03-05T" + time + "Z");
    }

    @Test
    void nextQuestionBeginsWithinThePageThatWasRead() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(6, row(1, "10:00:00"), row(2, "10:01:00"), row(3, "10:02:00"), row(4, "10:03:00"))
                .answer(3, row(4, "10:03:00"), row(5, "10:04:00"), row(6, "10:05:00"));

        from(pages, "09:00:00").poll(delivery);

        assertThat(pages.asked).containsExactly("09:00:00 to - page 1", "10:01:54 to - page 1");
        assertThat(delivered).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /** The last row of the first page and the first of the next have changed places, and nothing was out of order before. */
    @Test
    void rowThatBelongsOnThePageBeforeIsDelivered() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(6, row(1, "10:00:00"), row(2, "10:00:01"), row(3, "10:00:02"), row(5, "10:00:04"))
                .answer(4, row(3, "10:00:02"), row(4, "10:00:03"), row(5, "10:00:04"), row(6, "10:00:05"))
                .answer(2, row(5, "10:00:04"), row(6, "10:00:05"));

        from(pages, "09:00:00").poll(delivery);

        assertThat(pages.asked.get(1)).isEqualTo("10:00:01 to - page 1");
        assertThat(delivered).containsExactly(1, 2, 3, 5, 4, 6);
    }

    @Test
    void cursorStaysBehindByTheOverlapUntilThatMuchTimeHasPassed() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(1, row(1, "10:00:30"))
                .answer(1, row(1, "10:00:30"))
                .answer(1, row(1, "10:00:30"))
                .answer(0);
        Feed feed = from(pages, "09:00:00");
        feed.poll(delivery);
        seconds += 5;
        feed.poll(delivery);
        seconds += 6;
        feed.poll(delivery);
        feed.poll(delivery);

        assertThat(pages.asked)
                .containsExactly(
                        "09:00:00 to - page 1", "10:00:19 to - page 1", "10:00:24 to - page 1", "10:00:30 to - page 1");
        assertThat(delivered).containsExactly(1);
    }

    @Test
    void secondThatHoldsMoreThanAPageIsReadUntilAsManyWereSeenAsThereAre() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(6, row(1, "10:00:00"), row(2, "10:00:00"), row(3, "10:00:00"), row(4, "10:00:00"))
                .answer(6, row(2, "10:00:00"), row(1, "10:00:00"), row(4, "10:00:00"), row(3, "10:00:00"))
                .answer(6, row(4, "10:00:00"), row(5, "10:00:00"))
                .answer(6)
                .answer(6, row(6, "10:00:00"), row(1, "10:00:00"), row(2, "10:00:00"), row(3, "10:00:00"))
                .answer(6, row(4, "10:00:00"), row(5, "10:00:00"))
                .answer(0);

        from(pages, "09:00:00").poll(delivery);

        assertThat(pages.asked)
                .containsExactly(
                        "09:00:00 to - page 1",
                        "09:00:00 to 10:00:01 page 1",
                        "09:00:00 to 10:00:01 page 2",
                        "09:00:00 to 10:00:01 page 3",
                        "09:00:00 to 10:00:01 page 1",
                        "09:00:00 to 10:00:01 page 2",
                        "10:00:00 to - page 1");
        assertThat(delivered).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void recordThatLeavesTheSecondMakesItCountedAnew() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(6, row(1, "10:00:00"), row(2, "10:00:00"), row(3, "10:00:00"), row(4, "10:00:00"))
                .answer(6, row(1, "10:00:00"), row(2, "10:00:00"), row(3, "10:00:00"), row(4, "10:00:00"))
                .answer(5, row(6, "10:00:00"))
                .answer(5)
                .answer(5, row(2, "10:00:00"), row(3, "10:00:00"), row(4, "10:00:00"), row(5, "10:00:00"))
                .answer(5, row(6, "10:00:00"))
                .answer(1, row(1, "10:00:09"));

        from(pages, "09:00:00").poll(delivery);

        assertThat(delivered).containsExactly(1, 2, 3, 4, 6, 5, 1);
    }

    @Test
    void emptyPageMovesNothingUnlessItsTotalSaysThatThereIsNothing() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(1, row(1, "10:00:30"))
                .answer(new Rows(List.of(), null))
                .answer(new Rows(List.of(), 3L))
                .answer(2, row(1, "10:00:30"), row(2, "10:00:25"))
                .answer(0);
        Feed feed = from(pages, "09:00:00");
        feed.poll(delivery);
        for (int poll = 0; poll < 4; poll++) {
            seconds += 60;
            feed.poll(delivery);
        }

        assertThat(pages.asked.subList(1, 5))
                .containsExactly(
                        "10:00:19 to - page 1", "10:00:19 to - page 1", "10:00:19 to - page 1", "10:00:30 to - page 1");
        assertThat(delivered).containsExactly(1, 2);
    }

    @Test
    void serviceThatFindsTheBoundItselfIsAskedForALaterOne() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(5, row(1, "10:00:00"), row(2, "10:00:00"), row(3, "10:00:00"), row(4, "10:00:00"))
                .answer(1, row(5, "10:00:01"));

        from(pages, "10:00:00").poll(delivery);

        assertThat(pages.asked).containsExactly("10:00:00 to - page 1", "10:00:01 to - page 1");
        assertThat(delivered).contains(5);
    }

    @Test
    void timeThatIsStillToComeMovesNoCursorAndIsDeliveredOnce() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(2, row(1, "10:00:00"), row(2, "9999-12-31T23:59:59Z"))
                .answer(2, row(1, "10:00:00"), row(2, "9999-12-31T23:59:59Z"))
                .answer(2, row(3, "10:01:20"), row(2, "9999-12-31T23:59:59Z"));
        Feed feed = from(pages, "09:00:00");
        feed.poll(delivery);
        seconds += 60;
        feed.poll(delivery);
        feed.poll(delivery);

        assertThat(pages.asked.get(2)).isEqualTo("10:00:00 to - page 1");
        assertThat(delivered).containsExactly(1, 2, 3);
        assertThat(feed.newest()).hasToString("2026-03-05T10:01:20Z");
        assertThat(feed.oddRows()).isEqualTo(1);
    }

    @Test
    void fullPageOfTimesToComeHidesNothing() throws Exception {
        String far = "9999-12-31T23:59:59Z";
        ScriptedPages pages = new ScriptedPages(true)
                .answer(5, row(1, "10:00:00"), row(2, far), row(3, far), row(4, far))
                .answer(5, row(1, "10:00:00"), row(2, far), row(3, far), row(4, far))
                .answer(4, row(2, far), row(3, far), row(4, far), row(5, far))
                .answer(new Rows(List.of(row(2, far), row(3, far), row(4, far), row(5, far)), 4L))
                .answer(4)
                .answer(0);

        from(pages, "09:00:00").poll(delivery);

        assertThat(delivered).containsExactly(1, 2, 3, 4, 5);
        assertThat(pages.asked).allSatisfy(question -> assertThat(question).doesNotContain("+10000"));
    }

    @Test
    void rowsWithoutATimeOrAnIdAreDeliveredOnceAndHideNothing() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(3, row(1, "yesterday"), row(null, "10:00:00"), row(2, "10:00:01"))
                .answer(3, row(1, "yesterday"), row(null, "10:00:00"), row(3, "10:00:02"))
                .answer(new Rows(List.of("no record", row(4, "10:00:03")), 2L));
        Feed feed = from(pages, "09:00:00");
        feed.poll(delivery);
        feed.poll(delivery);
        feed.poll(delivery);

        assertThat(delivered).containsExactly(1, null, 2, 3, 4);
        assertThat(feed.oddRows()).isEqualTo(3);
    }

    @Test
    void startIsFixedByTheFirstAnswer() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(2, row(2, "10:00:00"), row(1, "09:00:00"))
                .answer(3, row(2, "10:00:00"), row(3, "10:00:00"), row(4, "10:00:05"));
        Feed feed = feed(pages, "now");
        feed.begin();
        seconds += 3_600;

        feed.poll(delivery);

        assertThat(pages.asked).containsExactly("newest", "09:59:49 to - page 1");
        assertThat(delivered).containsExactly(3, 4);
    }

    @Test
    void whatHasPassedSinceTheFirstQuestionIsTakenOffTheStart() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(new Rows(List.of(), null))
                .answer(2, row(2, "10:05:00"), row(1, "09:00:00"))
                .answer(1, row(2, "10:05:00"));
        Feed feed = feed(pages, "now");
        assertThat(feed.begin()).isEmpty();
        seconds += 300;

        feed.poll(delivery);

        assertThat(pages.asked).containsExactly("newest", "newest", "09:59:49 to - page 1");
        assertThat(delivered).containsExactly(2);
    }

    @Test
    void timeThatIsStillToComeIsNoStart() throws Exception {
        ScriptedPages pages = new ScriptedPages(true)
                .answer(2, row(9, "9999-12-31T23:59:59Z"), row(1, "10:00:00"))
                .answer(2, row(1, "10:00:00"), row(9, "9999-12-31T23:59:59Z"), row(2, "10:00:01"));
        Feed feed = feed(pages, "now");
        feed.begin();

        feed.poll(delivery);

        assertThat(pages.asked.get(1)).isEqualTo("09:59:49 to - page 1");
        assertThat(delivered).containsExactly(2);
    }

    @Test
    void listIsReadUntilTwoReadingsAgree() throws Exception {
        ScriptedPages pages = new ScriptedPages(false)
                .answer(5, row(1, "10:00:00"), row(2, "10:00:01"), row(3, "10:00:02"), row(4, "10:00:03"))
                .answer(4, row(6, "10:00:05")) // one of the first page has left, so 5 stands there now
                .answer(5, row(2, "10:00:01"), row(3, "10:00:02"), row(4, "10:00:03"), row(5, "10:00:04"))
                .answer(5, row(6, "10:00:05"))
                .answer(5, row(2, "10:00:01"), row(3, "10:00:02"), row(4, "10:00:03"), row(5, "10:00:04"))
                .answer(5, row(6, "10:00:05"));

        from(pages, "09:00:00").poll(delivery);

        assertThat(pages.asked).hasSize(6);
        assertThat(delivered).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void listThatIsAsItWasIsReadOnce() throws Exception {
        ScriptedPages pages = new ScriptedPages(false)
                .answer(5, row(1, "10:00:00"), row(2, "10:00:01"), row(3, "10:00:02"), row(4, "10:00:03"))
                .answer(5, row(5, "10:00:05"))
                .answer(5, row(1, "10:00:00"), row(2, "10:00:01"), row(3, "10:00:02"), row(4, "10:00:03"))
                .answer(5, row(5, "10:00:05"))
                .answer(5, row(1, "10:00:00"), row(2, "10:00:01"), row(3, "10:00:02"), row(4, "10:00:03"))
                .answer(5, row(5, "10:00:05"));
        Feed feed = from(pages, "09:00:00");
        feed.poll(delivery);
        seconds += 60;

        feed.poll(delivery);

        assertThat(pages.asked).hasSize(6);
        assertThat(delivered).containsExactly(1, 2, 3, 4, 5);
    }
}
