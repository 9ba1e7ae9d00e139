package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// The first night by hours.
@Table(value = "hours", doc = "The first night by hours: targets that got through and rounds fired")
public record HourRow(
        @Col("draw") int draw,
        @Col("key of the raid") String raid,
        @Col("key of the battle") String battle,
        @Col("hour since the raid began, from 0") int hour,
        @Col("leaked or fired") String kind,
        @Col("class of target, or kind of round") String what,
        @Col("targets or rounds") int number) {}
