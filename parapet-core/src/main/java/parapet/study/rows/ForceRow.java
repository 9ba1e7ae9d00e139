package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Who was ready when a raid came.
@Table(
        value = "forces",
        doc =
                "The state of the force that each raid met, and the battle that tells what came of it; equal states share a battle")
public record ForceRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("the day") LocalDate day,
        @Col("key of the raid") String raid,
        @Col("batteries that fight and rounds, by unit or group that can touch the raid")
                String state,
        @Col("key of the battle, unique within draw and raid") String battle,
        @Col("targets that got through on the first night of that battle") int shared,
        @Col(
                        "the same when fought by itself, with exact rounds and the same chance; null unless compared")
                @Nullable Integer alone) {}
