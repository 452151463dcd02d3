<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n number(s) known to the carrier</source>
        <translation>
            <numerusform>%n number known to the carrier</numerusform>
            <numerusform>%n numbers known to the carrier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue was damaged. It was put aside as %1; %n binding(s) could be taken over.</source>
        <translation>
            <numerusform>The queue was damaged. It was put aside as %1; %n binding could be taken over.</numerusform>
            <numerusform>The queue was damaged. It was put aside as %1; %n bindings could be taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong: %n more try/tries.</source>
        <translation>
            <numerusform>Wrong: %n more try.</numerusform>
            <numerusform>Wrong: %n more tries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KioskProgram</name>
    <message numerus="yes">
        <source>%n pause(s) over 16 ms; own work at most %1 ms</source>
        <translation>
            <numerusform>%n pause over 16 ms; own work at most %1 ms</numerusform>
            <numerusform>%n pauses over 16 ms; own work at most %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::CardEntry</name>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>%n more digit.</numerusform>
            <numerusform>%n more digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::IdleView</name>
    <message numerus="yes">
        <source>Otherwise everything is erased in %n second(s).</source>
        <translation>
            <numerusform>Otherwise everything is erased in %n second.</numerusform>
            <numerusform>Otherwise everything is erased in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::PasswordEntry</name>
    <message numerus="yes">
        <source>These digits are not right. %n more try/tries.</source>
        <translation>
            <numerusform>These digits are not right. %n more try.</numerusform>
            <numerusform>These digits are not right. %n more tries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>%n more digit.</numerusform>
            <numerusform>%n more digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinhchu::ui::PhoneEntry</name>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>%n more digit.</numerusform>
            <numerusform>%n more digits.</numerusform>
        </translation>
    </message>
</context>
</TS>
