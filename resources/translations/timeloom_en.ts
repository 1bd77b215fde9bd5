<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>timeline::Editor</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deletion of %Ln events</source>
        <translation>
            <numerusform>Deletion of %Ln event</numerusform>
            <numerusform>Deletion of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste of %Ln events</source>
        <translation>
            <numerusform>Paste of %Ln event</numerusform>
            <numerusform>Paste of %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::Finding</name>
    <message numerus="yes">
        <source>the key %1 occurs %n times in this object; expected it once, and the first is used</source>
        <translation>
            <numerusform>the key %1 occurs %n time in this object; expected it once, and the first is used</numerusform>
            <numerusform>the key %1 occurs %n times in this object; expected it once, and the first is used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;to&quot; is %1, which is a part of this event in turn: the links of %n events lead in a circle; expected an end to them</source>
        <translation>
            <numerusform>&quot;to&quot; is %1, which is a part of this event in turn: the links of %n event lead in a circle; expected an end to them</numerusform>
            <numerusform>&quot;to&quot; is %1, which is a part of this event in turn: the links of %n events lead in a circle; expected an end to them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::KindMends</name>
    <message numerus="yes">
        <source>%Ln events with an importance of 1 are on the same scale, and are divided, too.</source>
        <translation>
            <numerusform>%Ln event with an importance of 1 is on the same scale, and is divided, too.</numerusform>
            <numerusform>%Ln events with an importance of 1 are on the same scale, and are divided, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources come into the list of the file, with their ids as titles:</source>
        <translation>
            <numerusform>%Ln source comes into the list of the file, with its id as title:</numerusform>
            <numerusform>%Ln sources come into the list of the file, with their ids as titles:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories come into the list of the file, with their ids as titles:</source>
        <translation>
            <numerusform>%Ln category comes into the list of the file, with its id as title:</numerusform>
            <numerusform>%Ln categories come into the list of the file, with their ids as titles:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::LaneMenu</name>
    <message numerus="yes">
        <source>%1: %Ln events</source>
        <translation>
            <numerusform>%1: %Ln event</numerusform>
            <numerusform>%1: %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>hidden lanes</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Select its %Ln events</source>
        <translation>
            <numerusform>&amp;Select its %Ln event</numerusform>
            <numerusform>&amp;Select its %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::Legend</name>
    <message numerus="yes">
        <source>%Ln without a date</source>
        <translation>
            <numerusform>%Ln without a date</numerusform>
            <numerusform>%Ln without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eras have no room for their names</source>
        <translation>
            <numerusform>%Ln era has no room for its name</numerusform>
            <numerusform>%Ln eras have no room for their names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln events: %2</source>
        <translation>
            <numerusform>%1 of %Ln event: %2</numerusform>
            <numerusform>%1 of %Ln events: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events are earlier or later</source>
        <translation>
            <numerusform>%Ln event is earlier or later</numerusform>
            <numerusform>%Ln events are earlier or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events stand in at most %1 lanes each: %Ln more are left out</source>
        <translation>
            <numerusform>Events stand in at most %1 lanes each: %Ln more is left out</numerusform>
            <numerusform>Events stand in at most %1 lanes each: %Ln more are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lanes have no room: all have it in %1 pixels of height</source>
        <translation>
            <numerusform>%Ln lane has no room: all have it in %1 pixels of height</numerusform>
            <numerusform>%Ln lanes have no room: all have it in %1 pixels of height</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lanes are above or below</source>
        <translation>
            <numerusform>%Ln lane is above or below</numerusform>
            <numerusform>%Ln lanes are above or below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::PageView</name>
    <message numerus="yes">
        <source>%Ln events are too many for a page: it has room for %1.
Filter them, or look at them in lanes.</source>
        <translation>
            <numerusform>%Ln event is too many for a page: it has room for %1.
Filter them, or look at them in lanes.</numerusform>
            <numerusform>%Ln events are too many for a page: it has room for %1.
Filter them, or look at them in lanes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::PageWords</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ms</source>
        <translation>
            <numerusform>%n ms</numerusform>
            <numerusform>%n ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n events are titled</source>
        <translation>
            <numerusform>titles for %1 of %n event</numerusform>
            <numerusform>titles for %1 of %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) have no room</source>
        <translation>
            <numerusform>%n event has no room</numerusform>
            <numerusform>%n events have no room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n without a date</numerusform>
            <numerusform>%n without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n era(s) left out</source>
        <translation>
            <numerusform>%n era left out</numerusform>
            <numerusform>%n eras left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sources: %1; and %n more.</source>
        <translation>
            <numerusform>Sources: %1; and %n more.</numerusform>
            <numerusform>Sources: %1; and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s): %1.</source>
        <translation>
            <numerusform>Source: %1.</numerusform>
            <numerusform>Sources: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are earlier or later</source>
        <translation>
            <numerusform>%n event is earlier or later</numerusform>
            <numerusform>%n events are earlier or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the names of %n era(s) have no room</source>
        <translation>
            <numerusform>the name of %n era has no room</numerusform>
            <numerusform>the names of %n eras have no room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::SceneAccessible</name>
    <message numerus="yes">
        <source>%Ln events in %1</source>
        <comment>lane</comment>
        <translation>
            <numerusform>%Ln event in %1</numerusform>
            <numerusform>%Ln events in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eras</source>
        <translation>
            <numerusform>%Ln era</numerusform>
            <numerusform>%Ln eras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, lane of %Ln events</source>
        <translation>
            <numerusform>%1, lane of %Ln event</numerusform>
            <numerusform>%1, lane of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, lane of %Ln events, folded</source>
        <translation>
            <numerusform>%1, lane of %Ln event, folded</numerusform>
            <numerusform>%1, lane of %Ln events, folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::SceneBuilder</name>
    <message numerus="yes">
        <source>No events match; %Ln are hidden by the filter</source>
        <translation>
            <numerusform>No events match; %Ln is hidden by the filter</numerusform>
            <numerusform>No events match; %Ln are hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::SceneEras</name>
    <message numerus="yes">
        <source>%Ln eras</source>
        <translation>
            <numerusform>%Ln era</numerusform>
            <numerusform>%Ln eras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::SceneFrame</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lanes hidden</source>
        <translation>
            <numerusform>%Ln lane hidden</numerusform>
            <numerusform>%Ln lanes hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %Ln events</source>
        <translation>
            <numerusform>with %Ln event</numerusform>
            <numerusform>with %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::SceneLinks</name>
    <message numerus="yes">
        <source>and %1 more links</source>
        <comment>that are not drawn</comment>
        <translation>
            <numerusform>and %1 more link</numerusform>
            <numerusform>and %1 more links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::SceneTips</name>
    <message numerus="yes">
        <source>and %Ln more links of this kind</source>
        <translation>
            <numerusform>and %Ln more link of this kind</numerusform>
            <numerusform>and %Ln more links of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>what it follows from</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events that have no room here</source>
        <translation>
            <numerusform>%Ln event that has no room here</numerusform>
            <numerusform>%Ln events that have no room here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eras that have no room here</source>
        <translation>
            <numerusform>%Ln era that has no room here</numerusform>
            <numerusform>%Ln eras that have no room here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::Staying</name>
    <message numerus="yes">
        <source>%Ln of %1 stay: their year is all that is known</source>
        <translation>
            <numerusform>%Ln of %1 stays: its year is all that is known</numerusform>
            <numerusform>%Ln of %1 stay: their year is all that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their month is all that is known</source>
        <translation>
            <numerusform>%Ln of %1 stays: its month is all that is known</numerusform>
            <numerusform>%Ln of %1 stay: their month is all that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their day is all that is known</source>
        <translation>
            <numerusform>%Ln of %1 stays: its day is all that is known</numerusform>
            <numerusform>%Ln of %1 stay: their day is all that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: they have no date</source>
        <translation>
            <numerusform>%Ln of %1 stays: it has no date</numerusform>
            <numerusform>%Ln of %1 stay: they have no date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their dates cannot be written there</source>
        <translation>
            <numerusform>%Ln of %1 stays: its date cannot be written there</numerusform>
            <numerusform>%Ln of %1 stay: their dates cannot be written there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their minute is all that is known</source>
        <translation>
            <numerusform>%Ln of %1 stays: its minute is all that is known</numerusform>
            <numerusform>%Ln of %1 stay: their minute is all that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their second is all that is known</source>
        <translation>
            <numerusform>%Ln of %1 stays: its second is all that is known</numerusform>
            <numerusform>%Ln of %1 stay: their second is all that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their dates are not known that exactly</source>
        <translation>
            <numerusform>%Ln of %1 stays: its date is not known that exactly</numerusform>
            <numerusform>%Ln of %1 stay: their dates are not known that exactly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 stay: their season is all that is known</source>
        <translation>
            <numerusform>%Ln of %1 stays: its season is all that is known</numerusform>
            <numerusform>%Ln of %1 stay: their season is all that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are known to the year and come %2, rounded</source>
        <translation>
            <numerusform>%Ln of %1 is known to the year and comes %2, rounded</numerusform>
            <numerusform>%Ln of %1 are known to the year and come %2, rounded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are known to the month and come %2, rounded</source>
        <translation>
            <numerusform>%Ln of %1 is known to the month and comes %2, rounded</numerusform>
            <numerusform>%Ln of %1 are known to the month and come %2, rounded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are known to the day and come %2, rounded</source>
        <translation>
            <numerusform>%Ln of %1 is known to the day and comes %2, rounded</numerusform>
            <numerusform>%Ln of %1 are known to the day and come %2, rounded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are known to the minute and come %2, rounded</source>
        <translation>
            <numerusform>%Ln of %1 is known to the minute and comes %2, rounded</numerusform>
            <numerusform>%Ln of %1 are known to the minute and come %2, rounded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are known to the second and come %2, rounded</source>
        <translation>
            <numerusform>%Ln of %1 is known to the second and comes %2, rounded</numerusform>
            <numerusform>%Ln of %1 are known to the second and come %2, rounded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are not known that exactly: they move by as much as they can</source>
        <translation>
            <numerusform>%Ln of %1 is not known that exactly: it moves by as much as it can</numerusform>
            <numerusform>%Ln of %1 are not known that exactly: they move by as much as they can</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 come to the last day of a month that is shorter</source>
        <translation>
            <numerusform>%Ln of %1 comes to the last day of a month that is shorter</numerusform>
            <numerusform>%Ln of %1 come to the last day of a month that is shorter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::UndatedModel</name>
    <message numerus="yes">
        <source>Date for %Ln events</source>
        <translation>
            <numerusform>Date for %Ln event</numerusform>
            <numerusform>Date for %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline::Words</name>
    <message numerus="yes">
        <source>%1 years</source>
        <translation>
            <numerusform>%1 year</numerusform>
            <numerusform>%1 years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 months</source>
        <translation>
            <numerusform>%1 month</numerusform>
            <numerusform>%1 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 days</source>
        <translation>
            <numerusform>%1 day</numerusform>
            <numerusform>%1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 hours</source>
        <translation>
            <numerusform>%1 hour</numerusform>
            <numerusform>%1 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 minutes</source>
        <translation>
            <numerusform>%1 minute</numerusform>
            <numerusform>%1 minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 seconds</source>
        <translation>
            <numerusform>%1 second</numerusform>
            <numerusform>%1 seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ms</source>
        <translation>
            <numerusform>%1 ms</numerusform>
            <numerusform>%1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::AboutWriter</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a date</source>
        <translation>
            <numerusform>%Ln without a date</numerusform>
            <numerusform>%Ln without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Source</source>
        <comment>heading</comment>
        <translation>
            <numerusform>Source</numerusform>
            <numerusform>Sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::ChartPane</name>
    <message numerus="yes">
        <source>and %1 others: %2</source>
        <translation>
            <numerusform>and %1 other: %2</numerusform>
            <numerusform>and %1 others: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This file has no series, and none of its %Ln measures has more than one date.</source>
        <translation>
            <numerusform>This file has no series, and its one measure has one date alone.</numerusform>
            <numerusform>This file has no series, and none of its %Ln measures has more than one date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more series and measures are not shown.</source>
        <translation>
            <numerusform>%Ln more row is not shown.</numerusform>
            <numerusform>%Ln more series and measures are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::DetailsPane</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::DetailsWriter</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Source</source>
        <comment>heading</comment>
        <translation>
            <numerusform>Source</numerusform>
            <numerusform>Sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::EventForm</name>
    <message numerus="yes">
        <source>%Ln events: what you change here is changed in all of them.</source>
        <translation>
            <numerusform>%Ln event: what you change here is changed in it.</numerusform>
            <numerusform>%Ln events: what you change here is changed in all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::FileActions</name>
    <message numerus="yes">
        <source>A window shows one file: of %n that were dropped only %1 was opened.</source>
        <translation>
            <numerusform>A window shows one file: of %n that was dropped only %1 was opened.</numerusform>
            <numerusform>A window shows one file: of %n that were dropped only %1 was opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::FileProperties</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events still name the old id.</source>
        <translation>
            <numerusform>%Ln event still names the old id.</numerusform>
            <numerusform>%Ln events still name the old id.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::FileQuestions</name>
    <message numerus="yes">
        <source>%1 has %Ln other names (hard links). Saved, it is a file of its own; under the others stays what is there now.</source>
        <translation>
            <numerusform>%1 has %Ln other name (hard link). Saved, it is a file of its own; under the other stays what is there now.</numerusform>
            <numerusform>%1 has %Ln other names (hard links). Saved, it is a file of its own; under the others stays what is there now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::FoldButton</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::Foot</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln events</source>
        <translation>
            <numerusform>%1 of %Ln event</numerusform>
            <numerusform>%1 of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln events have room for a title</source>
        <translation>
            <numerusform>%1 of %Ln event has room for a title</numerusform>
            <numerusform>%1 of %Ln events have room for a title</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::KnownCategories</name>
    <message numerus="yes">
        <source>All %Ln categories…</source>
        <translation>
            <numerusform>All %Ln category…</numerusform>
            <numerusform>All %Ln categories…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::LoadingBar</name>
    <message numerus="yes">
        <source>Reading: %1 of %2, %Ln events</source>
        <translation>
            <numerusform>Reading: %1 of %2, %Ln event</numerusform>
            <numerusform>Reading: %1 of %2, %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::MeasureRow</name>
    <message numerus="yes">
        <source>Figures of %Ln events</source>
        <translation>
            <numerusform>A figure of %Ln event</numerusform>
            <numerusform>Figures of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln more not shown</source>
        <translation>
            <numerusform>%1, %Ln more not shown</numerusform>
            <numerusform>%1, %Ln more not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::MendKindDialog</name>
    <message numerus="yes">
        <source>Mending of %Ln problems</source>
        <translation>
            <numerusform>Mending of %Ln problem</numerusform>
            <numerusform>Mending of %Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::MoveDialog</name>
    <message numerus="yes">
        <source>%Ln selected events</source>
        <translation>
            <numerusform>%Ln selected event</numerusform>
            <numerusform>%Ln selected events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::PictureCheck</name>
    <message numerus="yes">
        <source>%1 of %Ln events with title and date</source>
        <translation>
            <numerusform>%1 of %Ln event with title and date</numerusform>
            <numerusform>%1 of %Ln events with title and date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without room for a title</source>
        <translation>
            <numerusform>%Ln without room for a title</numerusform>
            <numerusform>%Ln without room for a title</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in clusters</source>
        <translation>
            <numerusform>%Ln in clusters</numerusform>
            <numerusform>%Ln in clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without any room</source>
        <translation>
            <numerusform>%Ln without any room</numerusform>
            <numerusform>%Ln without any room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lanes without room</source>
        <translation>
            <numerusform>%Ln lane without room</numerusform>
            <numerusform>%Ln lanes without room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places where one lies over the other</source>
        <translation>
            <numerusform>%Ln place where one lies over the other</numerusform>
            <numerusform>%Ln places where one lies over the other</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::ProblemsPane</name>
    <message numerus="yes">
        <source>%Ln problems, being sorted by kind…</source>
        <translation>
            <numerusform>%Ln problem, being sorted by kind…</numerusform>
            <numerusform>%Ln problems, being sorted by kind…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds</source>
        <comment>of problems</comment>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events are not shown</source>
        <translation>
            <numerusform>%Ln event is not shown</numerusform>
            <numerusform>%Ln events are not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values are left out</source>
        <translation>
            <numerusform>%Ln value is left out</numerusform>
            <numerusform>%Ln values are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events have no date that can be read</source>
        <translation>
            <numerusform>%Ln event has no date that can be read</numerusform>
            <numerusform>%Ln events have no date that can be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::RecordDelegate</name>
    <message numerus="yes">
        <source>All %Ln…</source>
        <translation>
            <numerusform>All %Ln…</numerusform>
            <numerusform>All %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::RecordModel</name>
    <message numerus="yes">
        <source>%Ln points</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::Render</name>
    <message numerus="yes">
        <source>it has no glyphs for %n other characters</source>
        <translation>
            <numerusform>it has no glyph for %n other character</numerusform>
            <numerusform>it has no glyphs for %n other characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are too many for a page; use --layout lanes</source>
        <translation>
            <numerusform>%n event is too many for a page; use --layout lanes</numerusform>
            <numerusform>%n events are too many for a page; use --layout lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are more than a page is composed of, so they are drawn in lanes</source>
        <translation>
            <numerusform>%n event is more than a page is composed of, so it is drawn in lanes</numerusform>
            <numerusform>%n events are more than a page is composed of, so they are drawn in lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lanes have no room and are left out; --size %1x%2 has room for all</source>
        <translation>
            <numerusform>%n lane has no room and is left out; --size %1x%2 has room for all</numerusform>
            <numerusform>%n lanes have no room and are left out; --size %1x%2 has room for all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::SeriesRow</name>
    <message numerus="yes">
        <source>%1, %Ln points left out</source>
        <translation>
            <numerusform>%1, %Ln point left out</numerusform>
            <numerusform>%1, %Ln points left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln points from %1 to %2, between %3 and %4</source>
        <translation>
            <numerusform>%Ln point from %1 to %2, between %3 and %4</numerusform>
            <numerusform>%Ln points from %1 to %2, between %3 and %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::SetCommand</name>
    <message numerus="yes">
        <source>warning: %1 has %n other names (hard links), which keep the text of before</source>
        <translation>
            <numerusform>warning: %1 has %n other name (hard link), which keeps the text of before</numerusform>
            <numerusform>warning: %1 has %n other names (hard links), which keep the text of before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::TablePane</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln events</source>
        <translation>
            <numerusform>%1 of %Ln event</numerusform>
            <numerusform>%1 of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories are hidden</source>
        <translation>
            <numerusform>%Ln category is hidden</numerusform>
            <numerusform>%Ln categories are hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln events in view</source>
        <translation>
            <numerusform>%1 of %Ln event in view</numerusform>
            <numerusform>%1 of %Ln events in view</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::UndatedPane</name>
    <message numerus="yes">
        <source>%Ln events without a date: drag one onto the timeline, or type its date</source>
        <translation>
            <numerusform>%Ln event without a date: drag it onto the timeline, or type its date</numerusform>
            <numerusform>%Ln events without a date: drag one onto the timeline, or type its date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeloom::WordChips</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
