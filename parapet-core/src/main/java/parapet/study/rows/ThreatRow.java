package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Stories of threats.
@Table(
        value = "threats",
        doc =
                "The story of every target of the first night in the first battle of each raid of the reference plan: one row for each battery")
public record ThreatRow(
        @Col("key of the raid") String raid,
        @Col("the day") LocalDate day,
        @Col("key of the target, such as mixed-17") String threat,
        @Col("class of target") String target,
        @Col("the way on which it came") String lane,
        @Col("killed, jammed, failed, turned-away, not-released or leaked") String fate,
        @Col(value = "when it was killed or got through, since the raid began", unit = "min")
                double endMin,
        @Col("battery that killed it, empty when it got through") String by,
        @Col("battery of this row") String battery,
        @Col(
                        "key of the reason for which its chain broke; empty for the one that killed it, or when nothing broke before it was killed")
                String reason,
        @Col("the reason in words, or empty") String reasonLabel,
        @Col(value = "first track, since the raid began; null when never", unit = "min")
                @Nullable Double trackMin,
        @Col(value = "first possible launch; null when never", unit = "min")
                @Nullable Double opensMin,
        @Col(value = "last possible launch; null when never", unit = "min")
                @Nullable Double closesMin,
        @Col("rounds fired at it") int fired) {}
