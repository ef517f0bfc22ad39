<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Start with an empty network</source>
        <translation>Mit einem leeren Netzwerk beginnen</translation>
    </message>
    <message>
        <source>New From &amp;Template…</source>
        <translation>Neu aus &amp;Vorlage…</translation>
    </message>
    <message>
        <source>Start with a network of a known shape, of any size</source>
        <translation>Mit einem Netzwerk bekannter Form in beliebiger Größe beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a project file, a script, or a lab of another program</source>
        <translation>Eine Projektdatei, ein Skript oder ein Lab eines anderen Programms öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open a folder, such as a Kathará lab or what was captured on a machine</source>
        <translation>Einen Ordner öffnen, etwa ein Kathará-Lab oder die Erfassung eines Rechners</translation>
    </message>
    <message>
        <source>&amp;Capture This Machine…</source>
        <translation>Diesen Re&amp;chner erfassen…</translation>
    </message>
    <message>
        <source>Draw the network of this machine, with its namespaces and containers</source>
        <translation>Das Netzwerk dieses Rechners zeichnen, mit Namespaces und Containern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>Das Projekt in seine Datei schreiben</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>Das Projekt in eine andere Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Take the network away as a script, configuration files, a lab or a picture</source>
        <translation>Das Netzwerk als Skript, Konfigurationsdateien, Lab oder Bild mitnehmen</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>&amp;Pakete speichern…</translation>
    </message>
    <message>
        <source>Write what the tab Packets lists into a capture file that Wireshark opens</source>
        <translation>Die im Reiter Pakete aufgeführten Pakete in einen Mitschnitt schreiben, den Wireshark öffnet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Give Addresses…</source>
        <translation>Adressen &amp;vergeben…</translation>
    </message>
    <message>
        <source>Give every interface an address, every host a gateway and every router its routes</source>
        <translation>Jeder Schnittstelle eine Adresse, jedem Host ein Gateway und jedem Router seine Routen geben</translation>
    </message>
    <message>
        <source>&amp;Find Node…</source>
        <translation>Knoten s&amp;uchen…</translation>
    </message>
    <message>
        <source>Find a node by its name or an address and select it</source>
        <translation>Einen Knoten nach Name oder Adresse suchen und auswählen</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>&amp;Terminal öffnen</translation>
    </message>
    <message>
        <source>Type commands on the selected node</source>
        <translation>Befehle auf dem ausgewählten Knoten eingeben</translation>
    </message>
    <message>
        <source>&amp;Hide Path</source>
        <translation>Weg a&amp;usblenden</translation>
    </message>
    <message>
        <source>Stop drawing the way of a packet</source>
        <translation>Den Weg eines Pakets nicht mehr zeichnen</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Jede Aktion nach ihrem Namen finden</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Alle Bereiche an ihren ursprünglichen Platz setzen</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Hell oder dunkel, wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Dunkel auf hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Hell auf dunkel</translation>
    </message>
    <message>
        <source>&amp;Language of the System</source>
        <translation>&amp;Sprache des Systems</translation>
    </message>
    <message>
        <source>The language that the desktop speaks, or English</source>
        <translation>Die Sprache der Arbeitsumgebung, sonst Englisch</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>Alle Tasten und was sie tun</translation>
    </message>
    <message>
        <source>&amp;About Netdraft</source>
        <translation>&amp;Über Netdraft</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>A&amp;nordnen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>Be&amp;ispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Packet &amp;Before</source>
        <translation>Voriges &amp;Paket</translation>
    </message>
    <message>
        <source>Look at the packet before, of those that the shown ping sends</source>
        <translation>Das vorige Paket des gezeigten Pings betrachten</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>&amp;Nächstes Paket</translation>
    </message>
    <message>
        <source>Look at the next packet of those that the shown ping sends</source>
        <translation>Das nächste Paket des gezeigten Pings betrachten</translation>
    </message>
    <message>
        <source>&amp;Play Packets</source>
        <translation>Pakete ab&amp;spielen</translation>
    </message>
    <message>
        <source>Let the packets of the shown ping go by</source>
        <translation>Die Pakete des gezeigten Pings vorbeiziehen lassen</translation>
    </message>
    <message>
        <source>&amp;Guess the Next Hop</source>
        <translation>Next Hop &amp;raten</translation>
    </message>
    <message>
        <source>Hide where each packet comes to next until somebody has guessed it</source>
        <translation>Verbergen, wohin jedes Paket als Nächstes kommt, bis es jemand erraten hat</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Take the keyboard to the next panel in sight, or back to the canvas</source>
        <translation>Den Tastaturfokus in den nächsten sichtbaren Bereich oder zurück auf die Zeichenfläche setzen</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>Vorig&amp;er Bereich</translation>
    </message>
    <message>
        <source>Take the keyboard to the panel before</source>
        <translation>Den Tastaturfokus in den vorigen Bereich setzen</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>Präsentations&amp;modus</translation>
    </message>
    <message>
        <source>Show the drawing alone, in large type and without the answers</source>
        <translation>Nur die Zeichnung zeigen, in großer Schrift und ohne die Antworten</translation>
    </message>
    <message>
        <source>Hide Ans&amp;wers</source>
        <translation>An&amp;tworten ausblenden</translation>
    </message>
    <message>
        <source>While presenting: hide who reaches whom and the way of a packet, or show them</source>
        <translation>Beim Präsentieren aus- oder einblenden, wer wen erreicht und welchen Weg ein Paket nimmt</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>&amp;Rundgang starten</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>In fünf Schritten durch das Fenster</translation>
    </message>
    <message>
        <source>Go T&amp;o</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Neues Fens&amp;ter</translation>
    </message>
    <message>
        <source>Work on another network beside this one</source>
        <translation>Neben diesem an einem weiteren Netz arbeiten</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Examples, recent files and other ways to begin</source>
        <translation>Beispiele, zuletzt geöffnete Dateien und andere Anfänge</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Far&amp;be</translation>
    </message>
</context>
<context>
    <name>AnnotateTool</name>
    <message>
        <source>%1: drag from one corner or end to the other, or click, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: von einer Ecke oder einem Ende zum anderen ziehen, oder klicken, oder Eingabetaste drücken; Umschalt für mehrere, Esc beendet</translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>Colour: %1.</source>
        <translation>Farbe: %1.</translation>
    </message>
</context>
<context>
    <name>AnnotationColour</name>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>AnnotationEdits</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Double-click it, or press F2, to write on it</source>
        <translation>Zum Beschriften doppelklicken oder F2 drücken</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 beschriften</translation>
    </message>
    <message>
        <source>Select the notes, boxes and arrows to colour</source>
        <translation>Die Notizen, Rahmen und Pfeile auswählen, die die Farbe bekommen sollen</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Anmerkungen färben</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
</context>
<context>
    <name>AnnotationKind</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next cable of it, J to the next annotation, Alt with an arrow to the nearest node that way.</source>
        <translation>Knoten: %L1, Kabel: %L2, Anmerkungen: %L3. N geht zum nächsten Knoten, K zu seinem nächsten Kabel, J zur nächsten Anmerkung, Alt mit einer Pfeiltaste zum nächstgelegenen Knoten in dieser Richtung.</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>Alles ein&amp;passen</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>Aus&amp;wahl einpassen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>Ni&amp;chts auswählen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Um&amp;benennen</translation>
    </message>
    <message>
        <source>Add &amp;Node…</source>
        <translation>Kn&amp;oten hinzufügen…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Au&amp;sschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Fold or Unfold</source>
        <translation>&amp;Zu- oder aufklappen</translation>
    </message>
    <message>
        <source>Take &amp;Out</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>Align in a &amp;Row</source>
        <translation>In einer &amp;Reihe ausrichten</translation>
    </message>
    <message>
        <source>Align in a &amp;Column</source>
        <translation>In einer &amp;Spalte ausrichten</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>&amp;Waagerecht verteilen</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>Se&amp;nkrecht verteilen</translation>
    </message>
    <message>
        <source>Lay Out by Ca&amp;bles</source>
        <translation>Nach &amp;Kabeln anordnen</translation>
    </message>
    <message>
        <source>Lay Out in &amp;Layers</source>
        <translation>In &amp;Ebenen anordnen</translation>
    </message>
    <message>
        <source>Lay Out in a C&amp;ircle</source>
        <translation>Im Kre&amp;is anordnen</translation>
    </message>
    <message>
        <source>Lay Out on a &amp;Grid</source>
        <translation>Im R&amp;aster anordnen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Show &amp;Interface Names</source>
        <translation>&amp;Schnittstellennamen anzeigen</translation>
    </message>
    <message>
        <source>Show A&amp;ddresses</source>
        <translation>A&amp;dressen anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;Grid</source>
        <translation>&amp;Raster anzeigen</translation>
    </message>
    <message>
        <source>Snap to Grid</source>
        <translation>Am Raster einrasten</translation>
    </message>
    <message>
        <source>Show &amp;Overview</source>
        <translation>Übers&amp;icht anzeigen</translation>
    </message>
    <message>
        <source>&amp;Next Node</source>
        <translation>&amp;Nächster Knoten</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>&amp;Voriger Knoten</translation>
    </message>
    <message>
        <source>Next &amp;Cable</source>
        <translation>Nächstes &amp;Kabel</translation>
    </message>
    <message>
        <source>Previous Ca&amp;ble</source>
        <translation>Voriges Ka&amp;bel</translation>
    </message>
    <message>
        <source>Shade Su&amp;bnets</source>
        <translation>Subnetze ein&amp;färben</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>Draw a &amp;Box</source>
        <translation>&amp;Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Draw an &amp;Arrow</source>
        <translation>&amp;Pfeil zeichnen</translation>
    </message>
    <message>
        <source>Next Anno&amp;tation</source>
        <translation>Nächste &amp;Anmerkung</translation>
    </message>
    <message>
        <source>Previous Annotat&amp;ion</source>
        <translation>Vorige Anmerk&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Install and Start Docker</source>
        <translation>Docker &amp;installieren und starten</translation>
    </message>
    <message>
        <source>St&amp;op Docker (Rules Stay)</source>
        <translation>D&amp;ocker beenden (Regeln bleiben)</translation>
    </message>
    <message>
        <source>Remo&amp;ve Docker</source>
        <translation>Docker entfer&amp;nen</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>&amp;Connect From Here</source>
        <translation>&amp;Von hier aus verbinden</translation>
    </message>
    <message>
        <source>Set %1 Up</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Set %1 Down</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Write on It</source>
        <translation>&amp;Beschriften</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>F&amp;arbe</translation>
    </message>
</context>
<context>
    <name>CanvasPartAccessible</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Open Terminal</source>
        <translation>Terminal öffnen</translation>
    </message>
    <message>
        <source>Fold or Unfold</source>
        <translation>Zu- oder aufklappen</translation>
    </message>
    <message>
        <source>Selects this and nothing else</source>
        <translation>Wählt dies und nichts anderes aus</translation>
    </message>
    <message>
        <source>Lets one type commands on this node</source>
        <translation>Erlaubt es, Befehle auf diesem Knoten einzugeben</translation>
    </message>
    <message>
        <source>Hides what is inside, or shows it again</source>
        <translation>Blendet den Inhalt aus oder wieder ein</translation>
    </message>
    <message>
        <source>Write on It</source>
        <translation>Beschriften</translation>
    </message>
    <message>
        <source>Lets one change the words of this annotation</source>
        <translation>Lässt die Wörter dieser Anmerkung ändern</translation>
    </message>
</context>
<context>
    <name>CanvasWalk</name>
    <message>
        <source>There is no node yet; A adds one</source>
        <translation>Es gibt noch keinen Knoten; A fügt einen hinzu</translation>
    </message>
    <message>
        <source>%1 has no cable</source>
        <translation>%1 hat kein Kabel</translation>
    </message>
    <message>
        <source>Select one node to go through its cables</source>
        <translation>Einen Knoten auswählen, um seine Kabel durchzugehen</translation>
    </message>
    <message>
        <source>No node lies that way</source>
        <translation>In dieser Richtung liegt kein Knoten</translation>
    </message>
    <message>
        <source>There is no annotation yet; T writes a note</source>
        <translation>Es gibt noch keine Anmerkung; T schreibt eine Notiz</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>%L1 more</source>
        <translation>%L1 weitere</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>up</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>up, no carrier</source>
        <translation>aktiv, kein Carrier</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Forwards IPv4 and IPv6.</source>
        <translation>Leitet IPv4 und IPv6 weiter.</translation>
    </message>
    <message>
        <source>Forwards IPv4.</source>
        <translation>Leitet IPv4 weiter.</translation>
    </message>
    <message>
        <source>Forwards IPv6.</source>
        <translation>Leitet IPv6 weiter.</translation>
    </message>
    <message>
        <source>Does not forward.</source>
        <translation>Leitet nicht weiter.</translation>
    </message>
    <message>
        <source>Inside of %1.</source>
        <translation>Innerhalb von %1.</translation>
    </message>
    <message>
        <source>%1, connected to %2</source>
        <translation>%1, verbunden mit %2</translation>
    </message>
    <message>
        <source>Box of %1, inside: %L2</source>
        <translation>Kasten von %1, darin: %L2</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>Enthält: %1.</translation>
    </message>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Kabel von %1 zu %2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1 %L2</source>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Routers on the way</source>
        <translation>Router auf dem Weg</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Länge der Wege</translation>
    </message>
    <message>
        <source>Pairs that reach</source>
        <translation>Paare, die sich erreichen</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Paare nach Subnetz</translation>
    </message>
    <message>
        <source>Subnet of the destination</source>
        <translation>Subnetz des Ziels</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Left to chance</source>
        <translation>Vom Zufall abhängig</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Größe der Tabellen</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>Policy-Regeln</translation>
    </message>
    <message>
        <source>Packets by cable</source>
        <translation>Pakete nach Kabel</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ARP and neighbour discovery</source>
        <translation>ARP und Nachbarerkennung</translation>
    </message>
    <message>
        <source>Echo requests and replies</source>
        <translation>Echo-Anfragen und -Antworten</translation>
    </message>
    <message>
        <source>Other packets</source>
        <translation>Andere Pakete</translation>
    </message>
    <message>
        <source>Flooded and forwarded</source>
        <translation>Geflutet und weitergeleitet</translation>
    </message>
    <message>
        <source>Frames that came to the bridge</source>
        <translation>Frames, die zur Bridge kamen</translation>
    </message>
    <message>
        <source>Frames so far</source>
        <translation>Frames bisher</translation>
    </message>
    <message>
        <source>%1: flooded</source>
        <translation>%1: geflutet</translation>
    </message>
    <message>
        <source>%1: forwarded</source>
        <translation>%1: weitergeleitet</translation>
    </message>
    <message>
        <source>Length of the ways, of one pair in %L1</source>
        <translation>Länge der Wege, von einem Paar unter %L1</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Connect %1 and %2</source>
        <translation>%1 und %2 verbinden</translation>
    </message>
    <message>
        <source>Choose the node at the other end; Escape cancels</source>
        <translation>Den Knoten am anderen Ende wählen; Esc bricht ab</translation>
    </message>
    <message>
        <source>A cable starts at a node</source>
        <translation>Ein Kabel beginnt an einem Knoten</translation>
    </message>
    <message>
        <source>No node there: choose what to connect to, or Escape</source>
        <translation>Hier ist kein Knoten: wählen, womit verbunden werden soll, oder Esc</translation>
    </message>
    <message>
        <source>A cable needs two different nodes</source>
        <translation>Ein Kabel braucht zwei verschiedene Knoten</translation>
    </message>
    <message>
        <source>Drag from one node to another, or click one after the other, or go there with N and press Enter</source>
        <translation>Von einem Knoten zum anderen ziehen oder beide nacheinander anklicken oder jeweils mit N hingehen und die Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Select the node where the cable shall end, and press Enter</source>
        <translation>Den Knoten auswählen, an dem das Kabel enden soll, und die Eingabetaste drücken</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>Install Docker on %1</source>
        <translation>Docker auf %1 installieren</translation>
    </message>
    <message>
        <source>Start Docker on %1</source>
        <translation>Docker auf %1 starten</translation>
    </message>
    <message>
        <source>Stop Docker on %1</source>
        <translation>Docker auf %1 beenden</translation>
    </message>
    <message>
        <source>Remove Docker from %1</source>
        <translation>Docker von %1 entfernen</translation>
    </message>
</context>
<context>
    <name>DockerEdits</name>
    <message>
        <source>Select the node that has Docker, or shall have it</source>
        <translation>Den Knoten auswählen, der Docker hat oder haben soll</translation>
    </message>
    <message>
        <source>Docker runs on %1 already</source>
        <translation>Docker läuft schon auf %1</translation>
    </message>
    <message>
        <source>Docker does not run on %1</source>
        <translation>Docker läuft auf %1 nicht</translation>
    </message>
    <message>
        <source>There is no Docker on %1</source>
        <translation>Auf %1 gibt es kein Docker</translation>
    </message>
    <message>
        <source>Docker is stopped on %1: its bridges and rules stay</source>
        <translation>Docker ist auf %1 beendet: seine Bridges und Regeln bleiben</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (unvollständig)</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Routing: the Lesson</source>
        <translation>Routing: die Lektion</translation>
    </message>
    <message>
        <source>Routing: Solved</source>
        <translation>Routing: die Lösung</translation>
    </message>
    <message>
        <source>Default Gateway</source>
        <translation>Standardgateway</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>Switching</translation>
    </message>
    <message>
        <source>Two devices get addresses</source>
        <translation>Zwei Geräte bekommen Adressen</translation>
    </message>
    <message>
        <source>A router between two networks</source>
        <translation>Ein Router zwischen zwei Netzen</translation>
    </message>
    <message>
        <source>There and back are two ways</source>
        <translation>Hin und zurück sind zwei Wege</translation>
    </message>
    <message>
        <source>One route for everything else</source>
        <translation>Eine Route für alles andere</translation>
    </message>
    <message>
        <source>Hosts File</source>
        <translation>Hosts-Datei</translation>
    </message>
    <message>
        <source>Each host has names of its own</source>
        <translation>Jeder Host hat seine eigenen Namen</translation>
    </message>
    <message>
        <source>DNS Server</source>
        <translation>DNS-Server</translation>
    </message>
    <message>
        <source>One server tells the names</source>
        <translation>Ein Server kennt die Namen</translation>
    </message>
    <message>
        <source>Network Namespaces</source>
        <translation>Netzwerk-Namespaces</translation>
    </message>
    <message>
        <source>Red, blue and a veth pair</source>
        <translation>Rot, Blau und ein veth-Paar</translation>
    </message>
    <message>
        <source>Linux Bridge</source>
        <translation>Linux-Bridge</translation>
    </message>
    <message>
        <source>NAT and a forwarded port</source>
        <translation>NAT und ein weitergeleiteter Port</translation>
    </message>
    <message>
        <source>Open vSwitch</source>
        <translation>Open vSwitch</translation>
    </message>
    <message>
        <source>The same by ovs-vsctl</source>
        <translation>Dasselbe mit ovs-vsctl</translation>
    </message>
    <message>
        <source>Docker Networks</source>
        <translation>Docker-Netze</translation>
    </message>
    <message>
        <source>None, host, bridge, your own</source>
        <translation>None, host, bridge, ein eigenes</translation>
    </message>
    <message>
        <source>CNI by Hand</source>
        <translation>CNI von Hand</translation>
    </message>
    <message>
        <source>What a runtime does</source>
        <translation>Was eine Runtime tut</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Ports eines Clusters</translation>
    </message>
    <message>
        <source>Who listens, who must reach it</source>
        <translation>Wer horcht, wer hinmuss</translation>
    </message>
    <message>
        <source>Pod Networking</source>
        <translation>Pod-Netz</translation>
    </message>
    <message>
        <source>A bridge per node, and routes</source>
        <translation>Je Knoten eine Bridge, und Routen</translation>
    </message>
    <message>
        <source>CNI in the Kubelet</source>
        <translation>CNI im Kubelet</translation>
    </message>
    <message>
        <source>From a pod to its address</source>
        <translation>Vom Pod zu seiner Adresse</translation>
    </message>
    <message>
        <source>Deploying an Overlay</source>
        <translation>Ein Overlay ausrollen</translation>
    </message>
    <message>
        <source>Weave Net from its manifest</source>
        <translation>Weave Net aus seinem Manifest</translation>
    </message>
    <message>
        <source>A link-local default gateway</source>
        <translation>Ein Link-lokales Standard-Gateway</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>API group of the resource</source>
        <translation>API-Gruppe der Ressource</translation>
    </message>
    <message>
        <source>Image of the containers</source>
        <translation>Image der Container</translation>
    </message>
    <message>
        <source>Servers between which the nodes are spread</source>
        <translation>Server, auf die sich die Knoten verteilen</translation>
    </message>
    <message>
        <source>Lab script (bash)</source>
        <translation>Lab-Skript (bash)</translation>
    </message>
    <message>
        <source>a script that builds the network in namespaces, checks it and takes it down</source>
        <translation>ein Skript, das das Netzwerk in Namespaces aufbaut, prüft und wieder abbaut</translation>
    </message>
    <message>
        <source>Plain commands</source>
        <translation>Einfache Befehle</translation>
    </message>
    <message>
        <source>the commands for each device, as lesson notes give them</source>
        <translation>die Befehle für jedes Gerät, wie sie in Unterrichtsunterlagen stehen</translation>
    </message>
    <message>
        <source>Batch files (ip -batch)</source>
        <translation>Batch-Dateien (ip -batch)</translation>
    </message>
    <message>
        <source>a folder of files for `ip -batch` and `bridge -batch`</source>
        <translation>ein Ordner mit Dateien für `ip -batch` und `bridge -batch`</translation>
    </message>
    <message>
        <source>ifupdown (interfaces)</source>
        <translation>ifupdown (interfaces)</translation>
    </message>
    <message>
        <source>a folder with etc/network/interfaces for each node</source>
        <translation>ein Ordner mit etc/network/interfaces für jeden Knoten</translation>
    </message>
    <message>
        <source>netplan</source>
        <translation>netplan</translation>
    </message>
    <message>
        <source>a folder with etc/netplan/ for each node</source>
        <translation>ein Ordner mit etc/netplan/ für jeden Knoten</translation>
    </message>
    <message>
        <source>systemd-networkd</source>
        <translation>systemd-networkd</translation>
    </message>
    <message>
        <source>a folder with etc/systemd/network/ for each node</source>
        <translation>ein Ordner mit etc/systemd/network/ für jeden Knoten</translation>
    </message>
    <message>
        <source>Settings (sysctl.d)</source>
        <translation>Einstellungen (sysctl.d)</translation>
    </message>
    <message>
        <source>a folder with etc/sysctl.d/ for each node</source>
        <translation>ein Ordner mit etc/sysctl.d/ für jeden Knoten</translation>
    </message>
    <message>
        <source>iptables-persistent</source>
        <translation>iptables-persistent</translation>
    </message>
    <message>
        <source>a folder with etc/iptables/rules.v4 and rules.v6 for each node</source>
        <translation>ein Ordner mit etc/iptables/rules.v4 und rules.v6 für jeden Knoten</translation>
    </message>
    <message>
        <source>Kathará lab folder</source>
        <translation>Kathará-Lab-Ordner</translation>
    </message>
    <message>
        <source>a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts</source>
        <translation>ein Lab für Kathará, in Containern oder mit Megalos auf Kubernetes: lab.conf und Startskripte</translation>
    </message>
    <message>
        <source>containerlab topology</source>
        <translation>containerlab-Topologie</translation>
    </message>
    <message>
        <source>a lab for containerlab: containers that their commands configure</source>
        <translation>ein Lab für containerlab: Container, die durch ihre Befehle konfiguriert werden</translation>
    </message>
    <message>
        <source>clabernetes topology</source>
        <translation>clabernetes-Topologie</translation>
    </message>
    <message>
        <source>the same on Kubernetes with clabernetes: a resource Topology</source>
        <translation>dasselbe auf Kubernetes mit clabernetes: eine Ressource Topology</translation>
    </message>
    <message>
        <source>Mininet script</source>
        <translation>Mininet-Skript</translation>
    </message>
    <message>
        <source>a script that builds the network with Mininet 2.3, and checks it</source>
        <translation>ein Skript, das das Netzwerk mit Mininet 2.3 aufbaut und prüft</translation>
    </message>
    <message>
        <source>CORE session</source>
        <translation>CORE-Sitzung</translation>
    </message>
    <message>
        <source>a session of CORE 9.2, with the commands of each node as its service</source>
        <translation>eine Sitzung für CORE 9.2, mit den Befehlen jedes Knotens als dessen Dienst</translation>
    </message>
    <message>
        <source>Lab sheet (Markdown)</source>
        <translation>Laborblatt (Markdown)</translation>
    </message>
    <message>
        <source>a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom</source>
        <translation>ein Blatt mit der Zeichnung, Tabellen der Adressen, Routen und Regeln, den Befehlen und wer wen erreicht</translation>
    </message>
    <message>
        <source>Drawing for Mermaid</source>
        <translation>Zeichnung für Mermaid</translation>
    </message>
    <message>
        <source>the drawing as a flowchart of Mermaid</source>
        <translation>die Zeichnung als Flussdiagramm für Mermaid</translation>
    </message>
    <message>
        <source>Drawing for Graphviz</source>
        <translation>Zeichnung für Graphviz</translation>
    </message>
    <message>
        <source>the drawing in Graphviz's language</source>
        <translation>die Zeichnung in der Sprache von Graphviz</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Bild (SVG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Picture (PDF)</source>
        <translation>Bild (PDF)</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Docker-Befehle</translation>
    </message>
    <message>
        <source>a folder with docker.sh for each node with Docker: its networks and containers</source>
        <translation>ein Ordner mit docker.sh für jeden Knoten mit Docker: seine Netze und Container</translation>
    </message>
    <message>
        <source>Names (hosts, DNS)</source>
        <translation>Namen (hosts, DNS)</translation>
    </message>
    <message>
        <source>a folder with hosts, resolv.conf and the name servers' files of each node</source>
        <translation>ein Ordner mit hosts, resolv.conf und den Dateien der Nameserver jedes Knotens</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>a folder with compose.yaml for each node with Docker: its containers and networks</source>
        <translation>ein Ordner mit compose.yaml für jeden Knoten mit Docker: seine Container und Netze</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Kubernetes-Manifeste</translation>
    </message>
    <message>
        <source>a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm</source>
        <translation>ein Ordner mit den Manifesten eines Clusters und je Knoten seiner CNI-Konfiguration und seinem kubeadm</translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 %2, inside: %L3</source>
        <translation>%1 %2, darin: %L3</translation>
    </message>
</context>
<context>
    <name>Insertion</name>
    <message>
        <source>Insert %1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3 einfügen</translation>
    </message>
</context>
<context>
    <name>MatrixGroups</name>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message>
        <source>port {} of {} on {}</source>
        <translation>Port {} von {} auf {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>MoveGesture</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move %1 nodes</source>
        <translation>%1 Knoten verschieben</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Knoten</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>%1 in %2 verschieben</translation>
    </message>
    <message>
        <source>Move %1 out</source>
        <translation>%1 nach außen verschieben</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>%1 Objekte verschieben</translation>
    </message>
</context>
<context>
    <name>NodeKind</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Tunnel end</source>
        <translation>Tunnelende</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>Peer address</source>
        <translation>Adresse gegenüber</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>FDB</source>
        <translation>FDB</translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLANs</translation>
    </message>
    <message>
        <source>Policy Rules</source>
        <translation>Policy-Regeln</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>no port</source>
        <translation>kein Port</translation>
    </message>
    <message>
        <source>1 port</source>
        <translation>1 Port</translation>
    </message>
    <message>
        <source>%1 ports</source>
        <translation>%1 Ports</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Routing Table</source>
        <translation>Routingtabelle</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>What If</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Clusterports</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
</context>
<context>
    <name>PassageFilter</name>
    <message>
        <source>Behind “node” stands the name of one node, then “and” or nothing.</source>
        <translation>Hinter „node“ steht der Name eines Knotens, danach „and“ oder nichts.</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>Es gibt keinen Knoten „%1“.</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>%1: click where it shall stand, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: gewünschte Stelle anklicken oder Eingabetaste drücken; Umschalt für mehrere, Esc beendet</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Netdraft</source>
        <translation>Über Netdraft</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw Linux networks, see who reaches whom and why not, and take the commands that build them along.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes with no warranty. Made with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Linux-Netzwerke zeichnen, sehen, wer wen erreicht und warum nicht, und die Befehle mitnehmen, die sie aufbauen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung. Erstellt mit Qt %1.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>an untitled network</source>
        <translation>einem unbenannten Netzwerk</translation>
    </message>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>Nicht gespeicherte Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Netdraft did not end properly. Recover the unsaved changes to %1?</source>
        <translation>Netdraft wurde nicht ordnungsgemäß beendet. Die nicht gespeicherten Änderungen an %1 wiederherstellen?</translation>
    </message>
    <message>
        <source>They were kept on %1.</source>
        <translation>Sie wurden am %1 gesichert.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Ask &amp;Later</source>
        <translation>&amp;Später fragen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>{} by {}</source>
        <translation>{} über {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} und {}</translation>
    </message>
    <message>
        <source>nobody listens on {} at {}</source>
        <translation>niemand lauscht an {} auf {}</translation>
    </message>
    <message>
        <source>{} listens on {} for {} only, not for {}</source>
        <translation>{} lauscht an {} nur für {}, nicht für {}</translation>
    </message>
    <message>
        <source>the answer comes from {}, which is not what {} asked</source>
        <translation>die Antwort kommt von {}, doch dorthin ging die Anfrage von {} nicht</translation>
    </message>
    <message>
        <source>{} reaches {} of {}, which does not answer</source>
        <translation>{} erreicht {} von {}, bekommt aber keine Antwort</translation>
    </message>
    <message>
        <source>{} reaches {} of {}</source>
        <translation>{} erreicht {} von {}</translation>
    </message>
    <message>
        <source>the default route</source>
        <translation>die Standardroute</translation>
    </message>
    <message>
        <source>the route {}</source>
        <translation>die Route {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in nft table {}</source>
        <translation>die Policy der Chain {} in nft-Tabelle {}</translation>
    </message>
    <message>
        <source>rule {} (handle {}) of chain {} in nft table {}</source>
        <translation>Regel {} (Handle {}) der Chain {} in nft-Tabelle {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in table {}</source>
        <translation>die Policy der Chain {} in Tabelle {}</translation>
    </message>
    <message>
        <source>rule {} of chain {} in table {}</source>
        <translation>Regel {} der Chain {} in Tabelle {}</translation>
    </message>
    <message>
        <source>{} has a fixed neighbour entry for {} on {} whose link-layer address is not there</source>
        <translation>{} hat für {} auf {} einen festen Nachbareintrag mit einer Link-Layer-Adresse, die es dort nicht gibt</translation>
    </message>
    <message>
        <source>ARP is off on {} of {}, which so asks nobody for the link-layer address of {}</source>
        <translation>ARP ist auf {} von {} ausgeschaltet, daher wird niemand nach der Link-Layer-Adresse von {} gefragt</translation>
    </message>
    <message>
        <source>the frame from {} to {} on {} comes to nobody who has its link-layer address</source>
        <translation>der Frame von {} an {} auf {} kommt bei niemandem an, der dessen Link-Layer-Adresse hat</translation>
    </message>
    <message>
        <source>{} has no carrier: the other end is down</source>
        <translation>{} hat keinen Carrier: die Gegenseite ist deaktiviert</translation>
    </message>
    <message>
        <source>{} has no carrier: it has no members</source>
        <translation>{} hat keinen Carrier: es gibt keine Mitglieder</translation>
    </message>
    <message>
        <source>{} has no carrier: none of its members has</source>
        <translation>{} hat keinen Carrier: keines der Mitglieder hat einen</translation>
    </message>
    <message>
        <source>{} has no {} tunnel to take what {} sends (local {}, remote {})</source>
        <translation>{} hat keinen Tunnel (Typ {}), der annimmt, was {} sendet (local {}, remote {})</translation>
    </message>
    <message>
        <source>{} sends from {}, which is no address of {}</source>
        <translation>{} sendet von {}, und das ist keine Adresse von {}</translation>
    </message>
    <message>
        <source>{} carries no VLAN {}</source>
        <translation>{} führt VLAN {} nicht</translation>
    </message>
    <message>
        <source>port {} of {} on {}</source>
        <translation>Port {} von {} auf {}</translation>
    </message>
    <message>
        <source>{} carries no frames without a tag</source>
        <translation>{} überträgt keine Frames ohne Tag</translation>
    </message>
    <message>
        <source>{} is an access port, and takes no frames with a tag</source>
        <translation>{} ist ein Access-Port und nimmt keine Frames mit Tag an</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and the frame in none</source>
        <translation>{} ist in VLAN {}, der Frame aber in keinem</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and carries no VLAN {}</source>
        <translation>{} ist in VLAN {} und führt VLAN {} nicht</translation>
    </message>
    <message>
        <source> in VRF {}</source>
        <translation> in VRF {}</translation>
    </message>
    <message>
        <source> outside of VRF {}</source>
        <translation> außerhalb von VRF {}</translation>
    </message>
    <message>
        <source>{} is reached</source>
        <translation>{} wird erreicht</translation>
    </message>
    <message>
        <source>{} turns packets to {} away, as IPv6 does for every route out by lo ({})</source>
        <translation>{} weist Pakete an {} ab, wie IPv6 es bei jeder Route über lo tut ({})</translation>
    </message>
    <message>
        <source>{} has no route to {}{}</source>
        <translation>{} hat keine Route zu {}{}</translation>
    </message>
    <message>
        <source>{} discards packets to {}: blackhole route {}</source>
        <translation>{} verwirft Pakete an {}: blackhole-Route {}</translation>
    </message>
    <message>
        <source>{} refuses packets to {}: unreachable route {}</source>
        <translation>{} weist Pakete an {} zurück: unreachable-Route {}</translation>
    </message>
    <message>
        <source>{} forbids packets to {}: prohibit route {}</source>
        <translation>{} verbietet Pakete an {}: prohibit-Route {}</translation>
    </message>
    <message>
        <source>{} does not forward {} packets</source>
        <translation>{} leitet keine {}-Pakete weiter</translation>
    </message>
    <message>
        <source>{} asks for {} on {}, and nobody answers{}</source>
        <translation>{} fragt nach {} auf {}, und niemand antwortet{}</translation>
    </message>
    <message>
        <source>{} is down</source>
        <translation>{} ist deaktiviert</translation>
    </message>
    <message>
        <source>lo of {} is down, so it cannot reach itself</source>
        <translation>lo von {} ist deaktiviert, daher kann sich der Knoten nicht selbst erreichen</translation>
    </message>
    <message>
        <source>{} sends packets to {} back to itself by lo, and drops them ({})</source>
        <translation>{} sendet Pakete an {} über lo an sich selbst zurück und verwirft sie ({})</translation>
    </message>
    <message>
        <source>{} drops the packet from {}, for that address is its own</source>
        <translation>{} verwirft das Paket von {}, denn das ist die eigene Adresse</translation>
    </message>
    <message>
        <source>{} drops the packet from {}: its way back there is another link, and rp_filter asks for the same</source>
        <translation>{} verwirft das Paket von {}: Der Rückweg dorthin führt über eine andere Schnittstelle, und rp_filter verlangt dieselbe</translation>
    </message>
    <message>
        <source>{} does not forward packets from the link-local address {}</source>
        <translation>{} leitet keine Pakete von der Link-Local-Adresse {} weiter</translation>
    </message>
    <message>
        <source>the packet circles until its time to live is used up, last at {}</source>
        <translation>das Paket kreist, bis seine TTL aufgebraucht ist, zuletzt bei {}</translation>
    </message>
    <message>
        <source>the time to live that {} gives its packets is used up at {}</source>
        <translation>die TTL der Pakete von {} ist bei {} aufgebraucht</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of a link behind {} of {}</source>
        <translation>das Paket ist größer als die MTU eines Links hinter {} von {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of the way out of {}</source>
        <translation>das Paket ist größer als die MTU des Wegs aus {} hinaus</translation>
    </message>
    <message>
        <source>{} has no {} address to send from</source>
        <translation>{} hat keine {}-Adresse als Absender</translation>
    </message>
    <message>
        <source>for {} {} is a broadcast address, which nobody answers ({})</source>
        <translation>für {} ist {} eine Broadcast-Adresse, und darauf antwortet niemand ({})</translation>
    </message>
    <message>
        <source>the switches behind {} of {} form a loop, and frames circle in it</source>
        <translation>die Switches hinter {} von {} bilden eine Schleife, und Frames kreisen darin</translation>
    </message>
    <message>
        <source>the reply came to {}, which has the address {} too</source>
        <translation>die Antwort kam bei {} an, wo es die Adresse {} auch gibt</translation>
    </message>
    <message>
        <source>{} answers no echo requests (icmp_echo_ignore_all)</source>
        <translation>{} beantwortet keine Echo-Requests (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>{} of {} drops the packet</source>
        <translation>{} von {} verwirft das Paket</translation>
    </message>
    <message>
        <source>the connection tracking of {} drops the packet</source>
        <translation>das Connection Tracking von {} verwirft das Paket</translation>
    </message>
    <message>
        <source>{} of {} rejects the packet</source>
        <translation>{} von {} weist das Paket zurück</translation>
    </message>
    <message>
        <source>{} does not take part in the frame's VLAN</source>
        <translation>{} gehört nicht zum VLAN des Frames</translation>
    </message>
    <message>
        <source>{} is private, and passes nothing to others on its parent</source>
        <translation>{} hat das Flag private und gibt nichts an andere am selben Parent weiter</translation>
    </message>
    <message>
        <source>{} is isolated from the port that the frame came by</source>
        <translation>{} ist von dem Port isoliert, über den der Frame kam</translation>
    </message>
    <message>
        <source>{} does not know where the frame's address is, and no port takes frames for unknown ones</source>
        <translation>{} weiß nicht, wo die Adresse des Frames liegt, und an keinem Port werden Frames mit unbekanntem Ziel geflutet</translation>
    </message>
    <message>
        <source>{} does not forward</source>
        <translation>{} leitet nicht weiter</translation>
    </message>
    <message>
        <source>{} is locked, and takes no frames from senders whose entry it does not have</source>
        <translation>{} ist gesperrt und nimmt nur Frames von Absendern an, für die ein Eintrag da ist</translation>
    </message>
    <message>
        <source>{} has no end of the tunnel to send to</source>
        <translation>{} hat kein Tunnelende, an das gesendet werden kann</translation>
    </message>
    <message>
        <source>{} has a VXLAN link on that port, and none with the VNI</source>
        <translation>{} hat auf diesem Port eine VXLAN-Schnittstelle, aber keine mit dieser VNI</translation>
    </message>
    <message>
        <source>{} has another key than {}</source>
        <translation>{} hat einen anderen Schlüssel als {}</translation>
    </message>
    <message>
        <source>the way to the far end of {} leads into {} itself</source>
        <translation>der Weg zum fernen Ende von {} führt in {} selbst</translation>
    </message>
    <message>
        <source>VRF {} of {} is down, so that it answers nobody there</source>
        <translation>VRF {} von {} ist deaktiviert, daher antwortet dort niemand</translation>
    </message>
    <message>
        <source>{} carries no {} packets</source>
        <translation>{} überträgt keine {}-Pakete</translation>
    </message>
    <message>
        <source>{} is not the active member of its bond, which takes no frames by it</source>
        <translation>{} ist nicht das aktive Mitglied des Bonds, der hierüber keine Frames annimmt</translation>
    </message>
    <message>
        <source>nobody listens on the port at {}</source>
        <translation>auf {} lauscht niemand an diesem Port</translation>
    </message>
    <message>
        <source>{} leads nowhere</source>
        <translation>{} führt nirgendwohin</translation>
    </message>
    <message>
        <source>what {} does with it is not modelled</source>
        <translation>was {} damit macht, ist nicht modelliert</translation>
    </message>
    <message>
        <source>what becomes of the packet from {} is not modelled</source>
        <translation>was aus dem Paket von {} wird, ist nicht modelliert</translation>
    </message>
    <message>
        <source>{} (so {} does not find its neighbour {})</source>
        <translation>{} (daher findet {} den Nachbarn {} nicht)</translation>
    </message>
    <message>
        <source>{} (on the way from {} to {})</source>
        <translation>{} (auf dem Weg von {} zu {})</translation>
    </message>
    <message>
        <source>{} (on the way back from {} to {}, {})</source>
        <translation>{} (auf dem Rückweg von {} zu {}, {})</translation>
    </message>
    <message>
        <source>{} reaches {}</source>
        <translation>{} erreicht {}</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed, and believes nobody who says he has it</source>
        <translation>: auch {} von {} hat {}, aber die Duplicate Address Detection schlug fehl, und wer die Adresse für sich beansprucht, dem wird nicht geglaubt</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed</source>
        <translation>: auch {} von {} hat {}, aber die Duplicate Address Detection schlug fehl</translation>
    </message>
    <message>
        <source>: {} is on {}, which {} lies on, and the two never hear each other</source>
        <translation>: {} ist auf {}; darauf setzt {} auf, und die beiden hören einander nie</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, a port of {}, which takes every frame that comes to it</source>
        <translation>: {} ist auf {} von {}, einem Port von {}, und die Bridge nimmt jeden dort ankommenden Frame an sich</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which lies on {}, and the two never hear each other</source>
        <translation>: {} ist auf {} von {}; diese Schnittstelle setzt auf {} auf, und die beiden hören einander nie</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which in mode {} answers for no address</source>
        <translation>: {} ist auf {} von {}; diese Schnittstelle antwortet im Modus {} für keine Adresse</translation>
    </message>
    <message>
        <source>: {} has {} itself, and believes nobody who says he has it</source>
        <translation>: {} hat die Adresse {} selbst und glaubt niemandem, der sie für sich beansprucht</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP, and bridge-nf-call-iptables lets it see bridged frames</source>
        <translation>{} von {} verwirft das Paket: Docker hat sie auf DROP gesetzt, und bridge-nf-call-iptables legt ihr auch gebrückte Frames vor</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP</source>
        <translation>{} von {} verwirft das Paket: Docker hat sie auf DROP gesetzt</translation>
    </message>
    <message>
        <source>the qdisc of {} drops it</source>
        <translation>die qdisc von {} verwirft es</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>Network drawing</source>
        <translation>Netzwerkzeichnung</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>“%1” is no network: write one like 192.168.2.0/24, or default</source>
        <translation>„%1“ ist kein Netz: eines wie 192.168.2.0/24 oder default angeben</translation>
    </message>
    <message>
        <source>A network is written like 192.168.2.0/24</source>
        <translation>Ein Netz hat die Form 192.168.2.0/24</translation>
    </message>
    <message>
        <source>A gateway is an address like 192.168.1.6</source>
        <translation>Ein Gateway ist eine Adresse wie 192.168.1.6</translation>
    </message>
    <message>
        <source>“%1” cannot name an interface</source>
        <translation>„%1“ kann keine Schnittstelle bezeichnen</translation>
    </message>
    <message>
        <source>A metric is a number; the smallest one wins</source>
        <translation>Eine Metrik ist eine Zahl; die kleinste gewinnt</translation>
    </message>
    <message>
        <source>A type is unicast, blackhole, unreachable, prohibit or throw</source>
        <translation>Ein Typ ist unicast, blackhole, unreachable, prohibit oder throw</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>policy %1</source>
        <translation>Policy %1</translation>
    </message>
    <message>
        <source>every packet</source>
        <translation>jedes Paket</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>The machine itself stays; remove its links instead</source>
        <translation>Der Rechner selbst bleibt; stattdessen seine Schnittstellen entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1 objects</source>
        <translation>%1 Objekte entfernen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Duplicate %1 nodes</source>
        <translation>%1 Knoten duplizieren</translation>
    </message>
    <message>
        <source>The machine itself cannot be copied</source>
        <translation>Der Rechner selbst lässt sich nicht kopieren</translation>
    </message>
    <message>
        <source>Nodes copied: %L1</source>
        <translation>Kopierte Knoten: %L1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Paste %1 nodes</source>
        <translation>%1 Knoten einfügen</translation>
    </message>
    <message>
        <source>Select three nodes or more to spread them</source>
        <translation>Zum Verteilen mindestens drei Knoten auswählen</translation>
    </message>
    <message>
        <source>Select two nodes or more to align them</source>
        <translation>Zum Ausrichten mindestens zwei Knoten auswählen</translation>
    </message>
    <message>
        <source>Spread nodes</source>
        <translation>Knoten verteilen</translation>
    </message>
    <message>
        <source>Align nodes</source>
        <translation>Knoten ausrichten</translation>
    </message>
    <message>
        <source>Lay out nodes</source>
        <translation>Knoten anordnen</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>%1 zuklappen</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 aufklappen</translation>
    </message>
    <message>
        <source>Select a node that holds others, or one that is inside of it</source>
        <translation>Einen Knoten auswählen, der andere enthält oder in einem solchen liegt</translation>
    </message>
    <message>
        <source>Select a node that is inside of another one</source>
        <translation>Einen Knoten auswählen, der in einem anderen liegt</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Duplicate %1 objects</source>
        <translation>%1 Objekte duplizieren</translation>
    </message>
    <message>
        <source>Select what to copy</source>
        <translation>Auswählen, was kopiert werden soll</translation>
    </message>
    <message>
        <source>Objects copied: %L1</source>
        <translation>Kopierte Objekte: %L1</translation>
    </message>
    <message>
        <source>There are no nodes and no annotations on the clipboard</source>
        <translation>In der Zwischenablage sind weder Knoten noch Anmerkungen</translation>
    </message>
    <message>
        <source>Paste %1 objects</source>
        <translation>%1 Objekte einfügen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>%1 Objekte verschieben</translation>
    </message>
</context>
<context>
    <name>StationWords</name>
    <message>
        <source>no route to the destination</source>
        <translation>keine Route zum Ziel</translation>
    </message>
    <message>
        <source>a blackhole: dropped without a word</source>
        <translation>blackhole: stillschweigend verworfen</translation>
    </message>
    <message>
        <source>an unreachable route: refused</source>
        <translation>unreachable-Route: zurückgewiesen</translation>
    </message>
    <message>
        <source>prohibited: refused</source>
        <translation>verboten (prohibit): zurückgewiesen</translation>
    </message>
    <message>
        <source>this node does not forward (ip_forward is 0)</source>
        <translation>dieser Knoten leitet nicht weiter (ip_forward ist 0)</translation>
    </message>
    <message>
        <source>nobody answers for that address</source>
        <translation>niemand antwortet für diese Adresse</translation>
    </message>
    <message>
        <source>the frame is for another MAC address</source>
        <translation>der Frame ist für eine andere MAC-Adresse</translation>
    </message>
    <message>
        <source>the link is down</source>
        <translation>die Schnittstelle ist deaktiviert</translation>
    </message>
    <message>
        <source>the link has no carrier</source>
        <translation>die Schnittstelle hat keinen Carrier</translation>
    </message>
    <message>
        <source>lo is down</source>
        <translation>lo ist deaktiviert</translation>
    </message>
    <message>
        <source>the source cannot come from there (martian)</source>
        <translation>von dort kann diese Quelladresse nicht kommen (martian)</translation>
    </message>
    <message>
        <source>the way back to the source is another link (rp_filter)</source>
        <translation>der Rückweg zur Quelle führt über eine andere Schnittstelle (rp_filter)</translation>
    </message>
    <message>
        <source>a link-local source may not pass a router</source>
        <translation>Pakete mit Link-Local-Quelladresse dürfen keinen Router passieren</translation>
    </message>
    <message>
        <source>the time to live is used up</source>
        <translation>die TTL ist abgelaufen</translation>
    </message>
    <message>
        <source>larger than the MTU</source>
        <translation>größer als die MTU</translation>
    </message>
    <message>
        <source>no address to send from</source>
        <translation>keine Adresse, von der gesendet werden könnte</translation>
    </message>
    <message>
        <source>a broadcast address, which nobody answers</source>
        <translation>eine Broadcast-Adresse, auf die niemand antwortet</translation>
    </message>
    <message>
        <source>the switches form a loop, and frames circle in it</source>
        <translation>die Switches bilden eine Schleife, und Frames kreisen darin</translation>
    </message>
    <message>
        <source>nobody here waits for it</source>
        <translation>hier wartet niemand darauf</translation>
    </message>
    <message>
        <source>echo requests are ignored (icmp_echo_ignore_all)</source>
        <translation>Echo-Requests werden ignoriert (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>not in the frame's VLAN</source>
        <translation>nicht im VLAN des Frames</translation>
    </message>
    <message>
        <source>does not carry the frame's VLAN</source>
        <translation>führt das VLAN des Frames nicht</translation>
    </message>
    <message>
        <source>isolated from the port that it came by</source>
        <translation>isoliert von dem Port, über den der Frame kam</translation>
    </message>
    <message>
        <source>no port takes frames for unknown addresses</source>
        <translation>an keinem Port werden Frames mit unbekanntem Ziel geflutet</translation>
    </message>
    <message>
        <source>the port does not forward</source>
        <translation>der Port leitet nicht weiter</translation>
    </message>
    <message>
        <source>the port is locked, and does not know the sender</source>
        <translation>der Port ist gesperrt und kennt den Absender nicht</translation>
    </message>
    <message>
        <source>the tunnel knows no end to send to</source>
        <translation>der Tunnel kennt kein Ende, an das er senden könnte</translation>
    </message>
    <message>
        <source>no VXLAN link has the VNI</source>
        <translation>keine VXLAN-Schnittstelle hat diese VNI</translation>
    </message>
    <message>
        <source>no tunnel takes it</source>
        <translation>kein Tunnel nimmt es an</translation>
    </message>
    <message>
        <source>the tunnel has another key</source>
        <translation>der Tunnel hat einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>the tunnel's local address is not here</source>
        <translation>die lokale Adresse des Tunnels ist nicht hier</translation>
    </message>
    <message>
        <source>the way to the tunnel's end leads into the tunnel</source>
        <translation>der Weg zum Tunnelende führt in den Tunnel selbst</translation>
    </message>
    <message>
        <source>the VRF is down</source>
        <translation>die VRF ist deaktiviert</translation>
    </message>
    <message>
        <source>the link does not carry this</source>
        <translation>die Schnittstelle überträgt das nicht</translation>
    </message>
    <message>
        <source>not the active member of the bond</source>
        <translation>nicht das aktive Mitglied des Bonds</translation>
    </message>
    <message>
        <source>nobody listens on the port</source>
        <translation>niemand lauscht an diesem Port</translation>
    </message>
    <message>
        <source>a dummy link leads nowhere</source>
        <translation>eine dummy-Schnittstelle führt nirgendwohin</translation>
    </message>
    <message>
        <source>what happens here is not modelled</source>
        <translation>was hier geschieht, ist nicht modelliert</translation>
    </message>
    <message>
        <source>less specific</source>
        <translation>weniger spezifisch</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>schlechtere Metrik</translation>
    </message>
    <message>
        <source>less preferred</source>
        <translation>niedrigere Präferenz</translation>
    </message>
    <message>
        <source>stands behind it</source>
        <translation>steht dahinter</translation>
    </message>
    <message>
        <source>its link is down</source>
        <translation>ihre Schnittstelle ist deaktiviert</translation>
    </message>
    <message>
        <source>leaves by another link than asked for</source>
        <translation>führt über eine andere Schnittstelle als verlangt</translation>
    </message>
    <message>
        <source>goes on to the next table</source>
        <translation>verweist auf die nächste Tabelle</translation>
    </message>
    <message>
        <source>too short for the rule (suppress_prefixlength)</source>
        <translation>zu kurz für die Regel (suppress_prefixlength)</translation>
    </message>
    <message>
        <source>its table is asked only after that</source>
        <translation>ihre Tabelle wird erst danach befragt</translation>
    </message>
    <message>
        <source>no rule leads to its table</source>
        <translation>keine Regel führt zu ihrer Tabelle</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>says to go on</source>
        <translation>lässt weitersuchen</translation>
    </message>
    <message>
        <source>jumps on</source>
        <translation>springt weiter</translation>
    </message>
    <message>
        <source>matches, its table has no route</source>
        <translation>trifft zu, ihre Tabelle hat keine Route</translation>
    </message>
    <message>
        <source>matches, its table says throw</source>
        <translation>trifft zu, ihre Tabelle sagt throw</translation>
    </message>
    <message>
        <source>matches, its route is suppressed</source>
        <translation>trifft zu, ihre Route wird unterdrückt</translation>
    </message>
    <message>
        <source>tunnel packet</source>
        <translation>Tunnelpaket</translation>
    </message>
    <message>
        <source>echo request</source>
        <translation>Echo-Request</translation>
    </message>
    <message>
        <source>echo reply</source>
        <translation>Echo-Reply</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP-Fehlermeldung</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>local process</source>
        <translation>lokaler Prozess</translation>
    </message>
    <message>
        <source>routing decision</source>
        <translation>Routingentscheidung</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>Nachbar</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>ARP request for {}</source>
        <translation>ARP-Request für {}</translation>
    </message>
    <message>
        <source>ARP reply of {}</source>
        <translation>ARP-Reply von {}</translation>
    </message>
    <message>
        <source>neighbour solicitation for {}</source>
        <translation>Neighbor Solicitation für {}</translation>
    </message>
    <message>
        <source>neighbour advertisement of {}</source>
        <translation>Neighbor Advertisement von {}</translation>
    </message>
    <message>
        <source>the qdisc drops it</source>
        <translation>die qdisc verwirft es</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Ends here: %1</source>
        <translation>Endet hier: %1</translation>
    </message>
    <message>
        <source>not %1 (%2)</source>
        <translation>nicht %1 (%2)</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Core, distribution and access routers in a tree, hosts on the access routers' LANs.</source>
        <translation>Core-, Distribution- und Access-Router als Baum, Hosts in den LANs der Access-Router.</translation>
    </message>
    <message>
        <source>Routers in a row with a host each, and static routes both ways.</source>
        <translation>Router in einer Reihe mit je einem Host und statischen Routen in beide Richtungen.</translation>
    </message>
    <message>
        <source>Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.</source>
        <translation>Knoten mit Pods an je einer Bridge, verbunden durch ein VXLAN-Overlay, wie flannel es aufbaut.</translation>
    </message>
    <message>
        <source>The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.</source>
        <translation>Der Fat Tree aus k Pods von Al-Fares, Loukissas und Vahdat (2008), geroutet über alle gleichwertigen Wege.</translation>
    </message>
    <message>
        <source>Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.</source>
        <translation>Jeder Leaf-Router ist mit jedem Spine verkabelt, geroutet über alle gleichwertigen Wege; Hosts in den LANs der Leafs.</translation>
    </message>
    <message>
        <source>Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.</source>
        <translation>Zufällig verkabelte Router mit je einem LAN von Hosts, geroutet über die kürzesten Wege; bei gleichem Startwert dasselbe Netzwerk.</translation>
    </message>
    <message>
        <source>Routers in a circle with a host each, routed by the shorter way round.</source>
        <translation>Router im Kreis mit je einem Host, geroutet über den jeweils kürzeren Weg.</translation>
    </message>
    <message>
        <source>Hosts on one switch.</source>
        <translation>Hosts an einem Switch.</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>Campus</translation>
    </message>
    <message>
        <source>Chain of Routers</source>
        <translation>Routerkette</translation>
    </message>
    <message>
        <source>Cluster with an Overlay</source>
        <translation>Cluster mit Overlay</translation>
    </message>
    <message>
        <source>Fat Tree</source>
        <translation>Fat Tree</translation>
    </message>
    <message>
        <source>Leaf and Spine</source>
        <translation>Leaf-Spine</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Ring of Routers</source>
        <translation>Routerring</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Hosts on each</source>
        <translation>Hosts an jedem</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Pods on each</source>
        <translation>Pods auf jedem</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Leafs</translation>
    </message>
    <message>
        <source>Spines</source>
        <translation>Spines</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A network</source>
        <translation>Ein Netzwerk</translation>
    </message>
    <message>
        <source>Devices, switches and a router, wired up. Double-click to add something; press L and drag from one to another to wire them.</source>
        <translation>Geräte, Switches und ein Router, miteinander verkabelt. Ein Doppelklick fügt etwas hinzu; zum Verkabeln L drücken und von einem Knoten zum anderen ziehen.</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Funktioniert es?</translation>
    </message>
    <message>
        <source>After every change it says whether everybody reaches everybody, and if not, why not. The button on the right mends it, one step at a time.</source>
        <translation>Nach jeder Änderung steht hier, ob alle einander erreichen, und wenn nicht, warum nicht. Der Knopf rechts schafft Abhilfe, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Wer wen erreicht</translation>
    </message>
    <message>
        <source>A row pings a column. Point at a cell for the reason, or click it to see on the canvas how far the packet comes.</source>
        <translation>Die Zeile pingt die Spalte an. Den Grund nennt jede Zelle, wenn der Mauszeiger auf ihr steht; ein Klick zeigt auf der Zeichenfläche, wie weit das Paket kommt.</translation>
    </message>
    <message>
        <source>What a node is</source>
        <translation>Was einen Knoten ausmacht</translation>
    </message>
    <message>
        <source>Select a node to see and change its interfaces, addresses and routes. Enter opens its terminal, which knows ip, bridge, ping, tcpdump and many others.</source>
        <translation>Einen Knoten auswählen, um seine Schnittstellen, Adressen und Routen zu sehen und zu ändern. Die Eingabetaste öffnet sein Terminal, das ip, bridge, ping, tcpdump und viele andere Befehle kennt.</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>Dasselbe als Befehle</translation>
    </message>
    <message>
        <source>Whatever you do is written down as the commands that do it on a real machine. Export (Ctrl+E) makes a script of them that builds this very network in namespaces.</source>
        <translation>Jeder Schritt wird in Form der Befehle mitgeschrieben, die auf einem echten Rechner dasselbe bewirken. Exportieren (Strg+E) macht daraus ein Skript, das genau dieses Netzwerk in Namespaces aufbaut.</translation>
    </message>
</context>
<context>
    <name>TroubleQuestion</name>
    <message>
        <source>Not Everything Was Understood</source>
        <translation>Nicht alles wurde verstanden</translation>
    </message>
    <message>
        <source>Netdraft does not understand these parts of “%1”. What it does understand can be opened, as a network that is not complete.</source>
        <translation>Diese Teile von „%1“ versteht Netdraft nicht. Was es versteht, lässt sich als unvollständiges Netzwerk öffnen.</translation>
    </message>
    <message>
        <source>%1 (a note)</source>
        <translation>%1 (Hinweis)</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>Was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>&amp;Open the Rest</source>
        <translation>&amp;Rest öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>netdraft::app::MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pairs that this change healed: %L1, and broke: %L2</source>
        <translation>Von dieser Änderung geheilte Paare: %L1, getrennte: %L2</translation>
    </message>
    <message>
        <source>Find a node by its name or an address</source>
        <translation>Einen Knoten nach Name oder Adresse suchen</translation>
    </message>
    <message>
        <source>Type what you want to do, or a node</source>
        <translation>Aktion oder Knoten eingeben</translation>
    </message>
</context>
<context>
    <name>netdraft::model::HintWords</name>
    <message>
        <source>Perhaps: {}</source>
        <translation>Vielleicht: {}</translation>
    </message>
    <message>
        <source>This makes a namespace that is called netns. Perhaps: ip netns add NAME</source>
        <translation>Das macht einen Namespace, der netns heißt. Vielleicht: ip netns add NAME</translation>
    </message>
    <message>
        <source>Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}</source>
        <translation>Ohne Präfixlänge ist das {}/{}, ein Netz aus einer einzigen Adresse. Vielleicht: {}/{}</translation>
    </message>
    <message>
        <source>{} has no {}, but {}.</source>
        <translation>{} hat kein {}, aber {}.</translation>
    </message>
    <message>
        <source>{} has no {}; it is in {}.</source>
        <translation>{} hat kein {}; das ist in {}.</translation>
    </message>
    <message>
        <source>The gateway has to be in a network that {} has an address in, by a link that is up: see ip addr.</source>
        <translation>Das Gateway muss in einem Netz liegen, in dem {} eine Adresse hat, an einer aktiven Schnittstelle: siehe ip addr.</translation>
    </message>
    <message>
        <source>Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24</source>
        <translation>Ohne Netzmaske ist das {0}/{1}, nach seiner Klasse. Vielleicht: ifconfig {2} {0}/24</translation>
    </message>
</context>
<context>
    <name>netdraft::model::MendWords</name>
    <message>
        <source>Make {} the primary member of {}</source>
        <translation>{} zum primären Mitglied von {} machen</translation>
    </message>
    <message>
        <source>Make {} the active member of {}</source>
        <translation>{} zum aktiven Mitglied von {} machen</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} und {}</translation>
    </message>
    <message>
        <source>Set {} up</source>
        <translation>{} aktivieren</translation>
    </message>
    <message>
        <source>Set {} of {} up</source>
        <translation>{} von {} aktivieren</translation>
    </message>
    <message>
        <source>Switch ARP on for {} of {}</source>
        <translation>ARP für {} von {} einschalten</translation>
    </message>
    <message>
        <source>Let the route {} of {} carry what its link does</source>
        <translation>Für Route {} von {} die MTU der Schnittstelle gelten lassen</translation>
    </message>
    <message>
        <source>Write {} of {} as {}, as its neighbours do</source>
        <translation>{} von {} als {} schreiben, wie bei den Nachbarn</translation>
    </message>
    <message>
        <source>Send {}'s packets for {} via {} instead</source>
        <translation>Pakete von {} an {} stattdessen via {} senden</translation>
    </message>
    <message>
        <source>Set the MTU of the links behind {} to {} bytes</source>
        <translation>MTU der Links hinter {} auf {} Byte setzen</translation>
    </message>
    <message>
        <source>Remove the fixed neighbour entry for {} from {}</source>
        <translation>Festen Nachbareintrag für {} auf {} entfernen</translation>
    </message>
    <message>
        <source>Let {} forward {} packets</source>
        <translation>{} {}-Pakete weiterleiten lassen</translation>
    </message>
    <message>
        <source>Let {} forward {} packets that come in by {}</source>
        <translation>{} {}-Pakete weiterleiten lassen, die über {} ankommen</translation>
    </message>
    <message>
        <source>Let {} answer echo requests</source>
        <translation>{} Echo-Requests beantworten lassen</translation>
    </message>
    <message>
        <source>Switch rp_filter of {} off for {}</source>
        <translation>rp_filter von {} für {} ausschalten</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in nft table {} of {} accept</source>
        <translation>Policy der Chain {} in nft-Tabelle {} von {} auf accept setzen</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in nft table {} of {}</source>
        <translation>Regel {} der Chain {} in nft-Tabelle {} von {} entfernen</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in table {} of {} accept</source>
        <translation>Policy der Chain {} in Tabelle {} von {} auf ACCEPT setzen</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in table {} of {}</source>
        <translation>Regel {} der Chain {} in Tabelle {} von {} entfernen</translation>
    </message>
    <message>
        <source>Make {} an access port of VLAN {}</source>
        <translation>{} zum Access-Port von VLAN {} machen</translation>
    </message>
    <message>
        <source>Make {} a trunk</source>
        <translation>{} zum Trunk machen</translation>
    </message>
    <message>
        <source>Let {} carry VLAN {} as well</source>
        <translation>{} auch VLAN {} führen lassen</translation>
    </message>
    <message>
        <source>Let {} and the others on its parent hear each other</source>
        <translation>{} und die anderen am selben Parent einander hören lassen</translation>
    </message>
    <message>
        <source>Isolate {} no longer</source>
        <translation>{} nicht mehr isolieren</translation>
    </message>
    <message>
        <source>Unlock {}</source>
        <translation>{} entsperren</translation>
    </message>
    <message>
        <source>Let {} forward</source>
        <translation>{} weiterleiten lassen</translation>
    </message>
    <message>
        <source>Let the ports of {} take frames for unknown addresses</source>
        <translation>Frames mit unbekanntem Ziel an den Ports von {} fluten</translation>
    </message>
    <message>
        <source>Let {} look all packets up in its main table</source>
        <translation>{} alle Pakete in der Tabelle main nachschlagen lassen</translation>
    </message>
    <message>
        <source>Remove the throw route to {} from {}</source>
        <translation>throw-Route zu {} auf {} entfernen</translation>
    </message>
    <message>
        <source>Change route {} via {} on {} in VRF {}</source>
        <translation>Route {} ändern: via {} auf {} in VRF {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {} in VRF {}</source>
        <translation>Route {} via {} auf {} in VRF {} hinzufügen</translation>
    </message>
    <message>
        <source>Change route {} via {} on {}</source>
        <translation>Route {} ändern: via {} auf {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {}</source>
        <translation>Route {} via {} auf {} hinzufügen</translation>
    </message>
    <message>
        <source>Change route {} on {} by its link {}</source>
        <translation>Route {} auf {} ändern: über die eigene Schnittstelle {}</translation>
    </message>
    <message>
        <source>Add route {} on {} by its link {}</source>
        <translation>Route {} auf {} über die eigene Schnittstelle {} hinzufügen</translation>
    </message>
    <message>
        <source>Give {} of {} the address {}</source>
        <translation>{} von {} die Adresse {} geben</translation>
    </message>
    <message>
        <source>{} and the route {} via {}</source>
        <translation>{} und Route {} via {} hinzufügen</translation>
    </message>
    <message>
        <source>Remove policy rule {} from {}</source>
        <translation>Policy-Regel {} von {} entfernen</translation>
    </message>
    <message>
        <source>Let packets of {} set out with a time to live of {}</source>
        <translation>Pakete von {} mit einer TTL von {} losschicken</translation>
    </message>
    <message>
        <source>Remove this route to {} from {}</source>
        <translation>Diese Route zu {} auf {} entfernen</translation>
    </message>
    <message>
        <source>Add route {} by the tunnel {} on {}</source>
        <translation>Route {} durch den Tunnel {} auf {} hinzufügen</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {}</source>
        <translation>Route {} nach VRF {} auf {} hinzufügen</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {} in VRF {}</source>
        <translation>Route {} nach VRF {} auf {} in VRF {} hinzufügen</translation>
    </message>
    <message>
        <source>Set lo of {} up</source>
        <translation>lo von {} aktivieren</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {}</source>
        <translation>Ein Programm auf {} an {} lauschen lassen</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {} for any address</source>
        <translation>Ein Programm auf {} an {} für jede Adresse lauschen lassen</translation>
    </message>
    <message>
        <source>Let {} pass from port to port in DOCKER-USER of {}</source>
        <translation>{} in DOCKER-USER von {} von Port zu Port durchlassen</translation>
    </message>
    <message>
        <source>Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)</source>
        <translation>Auf {} keine gebrückten Frames an iptables geben (bridge-nf-call-iptables)</translation>
    </message>
    <message>
        <source>Let packets pass between {} and {} in DOCKER-USER of {}</source>
        <translation>Pakete zwischen {} und {} in DOCKER-USER von {} durchlassen</translation>
    </message>
</context>
<context>
    <name>netdraft::model::NameWords</name>
    <message>
        <source>{} finds {} in /etc/hosts: {}</source>
        <translation>{} findet {} in /etc/hosts: {}</translation>
    </message>
    <message>
        <source>{} does not find {} in /etc/hosts</source>
        <translation>{} findet {} nicht in /etc/hosts</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({}) again, over TCP</source>
        <translation>{} fragt {} noch einmal nach {} ({}), über TCP</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({})</source>
        <translation>{} fragt {} nach {} ({})</translation>
    </message>
    <message>
        <source>{} at {} does not answer</source>
        <translation>{} auf {} antwortet nicht</translation>
    </message>
    <message>
        <source>the answer of {} at {} is too long for a datagram</source>
        <translation>die Antwort von {} auf {} ist zu lang für ein Datagramm</translation>
    </message>
    <message>
        <source>no answer comes: {}</source>
        <translation>es kommt keine Antwort: {}</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which answers</source>
        <translation>{} auf {} fragt {}, und der antwortet</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which does not answer</source>
        <translation>{} auf {} fragt {}, und der antwortet nicht</translation>
    </message>
    <message>
        <source>{} at {} knows no name {}</source>
        <translation>{} auf {} kennt keinen Namen {}</translation>
    </message>
    <message>
        <source>{} at {} answers with the error {}</source>
        <translation>{} auf {} antwortet mit dem Fehler {}</translation>
    </message>
    <message>
        <source>{} at {} knows {} as another name of {}</source>
        <translation>{} auf {} kennt {} als anderen Namen von {}</translation>
    </message>
    <message>
        <source>{} at {} knows {}, but no record {} of it</source>
        <translation>{} auf {} kennt {}, hat dazu aber keinen Eintrag {}</translation>
    </message>
    <message>
        <source>{} at {} answers: {}</source>
        <translation>{} auf {} antwortet: {}</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} ist {}</translation>
    </message>
    <message>
        <source>{} is {}, and that is {}</source>
        <translation>{} ist {}, und das ist {}</translation>
    </message>
    <message>
        <source>there is no such name as {}</source>
        <translation>einen Namen {} gibt es nicht</translation>
    </message>
    <message>
        <source>{} has no address</source>
        <translation>{} hat keine Adresse</translation>
    </message>
    <message>
        <source>nobody could tell what {} is</source>
        <translation>niemand konnte sagen, was {} ist</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ProblemWords</name>
    <message>
        <source>{} cannot reach {} ({}): {}</source>
        <translation>{} erreicht {} ({}) nicht: {}</translation>
    </message>
    <message>
        <source>The switches at {} form a loop: every broadcast circles in it for ever</source>
        <translation>Die Switches bei {} bilden eine Schleife: Jeder Broadcast kreist endlos darin</translation>
    </message>
    <message>
        <source>{} and {} have the same address {} on one segment</source>
        <translation>{} und {} haben dieselbe Adresse {} im selben Segment</translation>
    </message>
    <message>
        <source>{} writes its subnet {} with another length than {} on the same segment (/{})</source>
        <translation>{} gibt das Subnetz {} mit einer anderen Präfixlänge an als {} im selben Segment (/{})</translation>
    </message>
    <message>
        <source>{} of {} is down, so its cable to {} carries nothing</source>
        <translation>{} von {} ist deaktiviert, daher überträgt das Kabel zu {} nichts</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ReasonWords</name>
    <message>
        <source>policy rule {} of {} discards packets to {}</source>
        <translation>Policy-Regel {} von {} verwirft Pakete an {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} forbids packets to {}</source>
        <translation>Policy-Regel {} von {} verbietet Pakete an {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} refuses packets to {}</source>
        <translation>Policy-Regel {} von {} weist Pakete an {} zurück</translation>
    </message>
    <message>
        <source>no rule of {} at {} takes {}/{}</source>
        <translation>keine Regel von {} auf {} nimmt {}/{} an</translation>
    </message>
</context>
<context>
    <name>netdraft::model::StationWords</name>
    <message>
        <source>dropped by connection tracking</source>
        <translation>vom Connection Tracking verworfen</translation>
    </message>
    <message>
        <source>takes it, and answers</source>
        <translation>nimmt es an und antwortet</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>nimmt es an</translation>
    </message>
    <message>
        <source>a tunnel packs another packet into it</source>
        <translation>ein Tunnel verpackt ein anderes Paket darin</translation>
    </message>
    <message>
        <source>sends it</source>
        <translation>sendet es</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>reports what became of another</source>
        <translation>meldet, was aus einem anderen Paket wurde</translation>
    </message>
    <message>
        <source>{} dev {} (heard there)</source>
        <translation>{} dev {} (dort gelernt)</translation>
    </message>
    <message>
        <source>{} dev {} (static)</source>
        <translation>{} dev {} (statisch)</translation>
    </message>
    <message>
        <source>{} is not known: flooded</source>
        <translation>{} ist unbekannt: geflutet</translation>
    </message>
    <message>
        <source>{}: to all ports</source>
        <translation>{}: an alle Ports</translation>
    </message>
    <message>
        <source>{} is {}'s own</source>
        <translation>{} gehört {} selbst</translation>
    </message>
    <message>
        <source>connection {}</source>
        <translation>Verbindung {}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>keine Regeln</translation>
    </message>
    <message>
        <source>source {} becomes {}</source>
        <translation>Quelle {} wird zu {}</translation>
    </message>
    <message>
        <source>destination {} becomes {}</source>
        <translation>Ziel {} wird zu {}</translation>
    </message>
    <message>
        <source>of several ways, by a hash of its addresses: {} dev {}</source>
        <translation>aus mehreren Wegen, per Hash über die Adressen: {} dev {}</translation>
    </message>
    <message>
        <source>an entry that somebody made (PERMANENT)</source>
        <translation>ein von Hand angelegter Eintrag (PERMANENT)</translation>
    </message>
    <message>
        <source>known from before</source>
        <translation>schon vorher bekannt</translation>
    </message>
    <message>
        <source>asked for by ARP</source>
        <translation>per ARP erfragt</translation>
    </message>
    <message>
        <source>asked for by neighbour discovery</source>
        <translation>per Neighbor Discovery erfragt</translation>
    </message>
    <message>
        <source>nobody is asked on this link</source>
        <translation>an dieser Schnittstelle wird niemand gefragt</translation>
    </message>
    <message>
        <source>is for many: nobody is asked</source>
        <translation>ist für viele: niemand wird gefragt</translation>
    </message>
    <message>
        <source>ARP answers: {} is here</source>
        <translation>ARP antwortet: {} ist hier</translation>
    </message>
    <message>
        <source>ARP says nothing: {} is not here</source>
        <translation>ARP schweigt: {} ist nicht hier</translation>
    </message>
    <message>
        <source>ARP learns: {} lladdr {}</source>
        <translation>ARP lernt: {} lladdr {}</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressDialog</name>
    <message>
        <source>Default &amp;gateways for hosts</source>
        <translation>Standard&amp;gateways für Hosts</translation>
    </message>
    <message>
        <source>&amp;Routes between routers</source>
        <translation>&amp;Routen zwischen Routern</translation>
    </message>
    <message>
        <source>&amp;Only the segments of what is selected</source>
        <translation>&amp;Nur die Segmente der Auswahl</translation>
    </message>
    <message>
        <source>Give Addresses</source>
        <translation>Adressen vergeben</translation>
    </message>
    <message>
        <source>What every segment gets</source>
        <translation>Was jedes Segment bekommt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Give Addresses</source>
        <translation>Adressen &amp;vergeben</translation>
    </message>
    <message>
        <source>&amp;each of</source>
        <translation>&amp;je</translation>
    </message>
    <message>
        <source>&amp;Networks from</source>
        <translation>Netze &amp;aus</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>Nothing is missing: every interface on a segment has an address.</source>
        <translation>Es fehlt nichts: Jede Schnittstelle an einem Segment hat eine Adresse.</translation>
    </message>
    <message>
        <source>Addresses: %L1, default gateways: %L2, other routes: %L3. What is there already stays as it is.</source>
        <translation>Adressen: %L1, Standardgateways: %L2, andere Routen: %L3. Was schon da ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Interfaces that are down, or whose other end is, get none: %L1.</source>
        <translation>Schnittstellen, die deaktiviert sind oder deren Gegenseite es ist, bekommen keine: %L1.</translation>
    </message>
    <message>
        <source>Give addresses</source>
        <translation>Adressen vergeben</translation>
    </message>
    <message>
        <source>Addresses are given; one Undo takes them all back</source>
        <translation>Adressen sind vergeben; einmal „Rückgängig“ nimmt alle zurück</translation>
    </message>
    <message>
        <source>Networks from</source>
        <translation>Netze aus</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressModel</name>
    <message>
        <source>An address is written like 192.168.1.5/24</source>
        <translation>Eine Adresse hat die Form 192.168.1.5/24</translation>
    </message>
    <message>
        <source>Remove address %1</source>
        <translation>Adresse %1 entfernen</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Adresse hinzufügen…</translation>
    </message>
    <message>
        <source>Type an address with its prefix length, like 192.168.1.5/24, and press Enter</source>
        <translation>Eine Adresse mit Präfixlänge eingeben, etwa 192.168.1.5/24, und die Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Of a router's advertisement: it is there again as long as the router can be heard.</source>
        <translation>Aus einem Router Advertisement: Sie ist wieder da, solange der Router zu hören ist.</translation>
    </message>
    <message>
        <source>The kernel formed this address by itself.</source>
        <translation>Diese Adresse hat der Kernel selbst gebildet.</translation>
    </message>
    <message>
        <source>Double-click to change it, Delete removes it</source>
        <translation>Doppelklick zum Ändern, Entf zum Entfernen</translation>
    </message>
    <message>
        <source>Add address %1</source>
        <translation>Adresse %1 hinzufügen</translation>
    </message>
    <message>
        <source>Change address to %1</source>
        <translation>Adresse in %1 ändern</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AnnotationEditor</name>
    <message>
        <source>Words of the annotation</source>
        <translation>Wörter der Anmerkung</translation>
    </message>
    <message>
        <source>Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was</source>
        <translation>Die Eingabetaste übernimmt das Geschriebene, Umschalt+Eingabe beginnt eine neue Zeile, Esc lässt es, wie es war</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ChartsPanel</name>
    <message>
        <source>Zoom in on the chart</source>
        <translation>Diagramm vergrößern</translation>
    </message>
    <message>
        <source>Zoom out of the chart</source>
        <translation>Diagramm verkleinern</translation>
    </message>
    <message>
        <source>Show the whole chart</source>
        <translation>Das ganze Diagramm zeigen</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table</source>
        <translation>Das Diagramm als Bild oder als Tabelle speichern</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Länge der Wege</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Paare nach Subnetz</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Größe der Tabellen</translation>
    </message>
    <message>
        <source>Packets by cable, of the shown ping</source>
        <translation>Pakete nach Kabel, beim gezeigten Ping</translation>
    </message>
    <message>
        <source>Flooded and forwarded, for the shown ping</source>
        <translation>Geflutet und weitergeleitet, beim gezeigten Ping</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1</source>
        <translation>Diagramme können nicht gezeichnet werden: %1</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Es gibt noch nichts zu zählen.</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)</source>
        <translation>Bilder (*.png);;Zeichnungen (*.svg);;Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: %2</source>
        <translation>„%1“ kann nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>Click a cell under Reachability: the packets of its ping are counted here.</source>
        <translation>Unter Erreichbarkeit eine Zelle anklicken: Die Pakete ihres Pings werden hier gezählt.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::CommandsPanel</name>
    <message>
        <source>Which commands</source>
        <translation>Welche Befehle</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Ganzes Netzwerk</translation>
    </message>
    <message>
        <source>Of which node</source>
        <translation>Von welchem Knoten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>The commands that do the same as what you do here appear in this place.</source>
        <translation>Hier erscheinen die Befehle, die dasselbe bewirken wie die Schritte in diesem Fenster.</translation>
    </message>
    <message>
        <source>Copy all of them</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Alle Knoten</translation>
    </message>
    <message>
        <source>Commands of</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>on</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>This session, step by step</source>
        <translation>Dieser Sitzung, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Do the next command</source>
        <translation>Den nächsten Befehl ausführen</translation>
    </message>
    <message>
        <source>Step through: take the last step back and do its commands one by one</source>
        <translation>Durchgehen: den letzten Schritt zurücknehmen und seine Befehle einzeln ausführen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Document</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ExportDialog</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Configuration of each node</source>
        <translation>Konfiguration jedes Knotens</translation>
    </message>
    <message>
        <source>Labs for other engines</source>
        <translation>Labs für andere Programme</translation>
    </message>
    <message>
        <source>Drawings and sheets</source>
        <translation>Zeichnungen und Blätter</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Was geschrieben würde</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>Die Zeichnung</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>the drawing, as it is on the canvas</source>
        <translation>die Zeichnung, wie sie auf der Zeichenfläche steht</translation>
    </message>
    <message>
        <source>There is nothing to write: no node differs in this from a machine that was just installed.</source>
        <translation>Es gibt nichts zu schreiben: Kein Knoten weicht hierin von einem frisch installierten Rechner ab.</translation>
    </message>
    <message>
        <source>This form cannot say:</source>
        <translation>In diesem Format fehlt:</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… und %L1 weitere</translation>
    </message>
    <message>
        <source>… the rest is not shown here</source>
        <translation>… der Rest wird hier nicht gezeigt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Exportieren: %1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>The network cannot be exported.</source>
        <translation>Das Netzwerk lässt sich nicht exportieren.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::FileFlow</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;Scripts (*.sh);;All files (*)</source>
        <translation>Netzwerke (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Projektdateien (*.netdraft);;Skripte (*.sh);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open Lab Folder</source>
        <translation>Lab-Ordner öffnen</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>„%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“%1” is drawn, with this to know: %2</source>
        <translation>„%1“ ist gezeichnet; zu beachten: %2</translation>
    </message>
    <message>
        <source>This machine cannot be captured.</source>
        <translation>Dieser Rechner lässt sich nicht erfassen.</translation>
    </message>
    <message>
        <source>The example cannot be opened.</source>
        <translation>Das Beispiel lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Project files (*.netdraft)</source>
        <translation>Projektdateien (*.netdraft)</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>Pakete speichern</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>Mitschnitte (*.pcapng)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved.</source>
        <translation>„%1“ lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
</context>
<context>
    <name>netdraft::views::GuessBar</name>
    <message>
        <source>an ARP request</source>
        <translation>ein ARP-Request</translation>
    </message>
    <message>
        <source>an ARP reply</source>
        <translation>ein ARP-Reply</translation>
    </message>
    <message>
        <source>the echo request</source>
        <translation>der Echo-Request</translation>
    </message>
    <message>
        <source>the echo reply</source>
        <translation>der Echo-Reply</translation>
    </message>
    <message>
        <source>a packet of a tunnel</source>
        <translation>ein Tunnelpaket</translation>
    </message>
    <message>
        <source>an ICMP error</source>
        <translation>eine ICMP-Fehlermeldung</translation>
    </message>
    <message>
        <source>a message of neighbour discovery</source>
        <translation>eine Neighbor-Discovery-Nachricht</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>ein Paket</translation>
    </message>
    <message>
        <source>The node to which the next frame comes</source>
        <translation>Der Knoten, zu dem der nächste Frame kommt</translation>
    </message>
    <message>
        <source>Which node?</source>
        <translation>Welcher Knoten?</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
    <message>
        <source>Next comes %1. Which node gets it? Click the node, or choose it.</source>
        <translation>Als Nächstes kommt %1. Welcher Knoten bekommt den Frame? Den Knoten anklicken oder in der Liste auswählen.</translation>
    </message>
    <message>
        <source>Right, %1 gets it. %2</source>
        <translation>Richtig: %1 bekommt den Frame. %2</translation>
    </message>
    <message>
        <source>No: %1 gets it, not %2. %3</source>
        <translation>Nein: %1 bekommt den Frame, nicht %2. %3</translation>
    </message>
    <message>
        <source>%1 sends it by its route %2.</source>
        <translation>%1 sendet ihn gemäß der Route %2.</translation>
    </message>
    <message>
        <source>The switch %1 looks for its MAC address: %2.</source>
        <translation>Der Switch %1 schlägt die Ziel-MAC-Adresse nach: %2.</translation>
    </message>
    <message>
        <source>%1 sends it by its link %2.</source>
        <translation>%1 sendet ihn über die Schnittstelle %2.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::HookFlow</name>
    <message>
        <source>processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP</source>
        <translation>Regeln: %1, sonst DROP</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Keine Regeln</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Regeln: %1</translation>
    </message>
    <message>
        <source>Show the chains that the kernel runs at %1</source>
        <translation>Die Ketten zeigen, die der Kernel bei %1 durchgeht</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP (ip6tables)</source>
        <translation>Regeln: %1, sonst DROP (ip6tables)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InspectorPanel</name>
    <message>
        <source>Select a node or a cable to see and change what it is.</source>
        <translation>Einen Knoten oder ein Kabel auswählen, um die Eigenschaften zu sehen und zu ändern.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceForm</name>
    <message>
        <source>Up</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Port of</source>
        <translation>Port von</translation>
    </message>
    <message>
        <source>Interface name</source>
        <translation>Schnittstellenname</translation>
    </message>
    <message>
        <source>1 to 15 letters, digits and _ . - + make a name</source>
        <translation>Ein Name besteht aus 1 bis 15 Buchstaben, Ziffern und _ . - +</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU in Byte</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>Die MTU ist eine Anzahl Byte, etwa 1500</translation>
    </message>
    <message>
        <source>Set MTU of %1 to %2</source>
        <translation>MTU von %1 auf %2 setzen</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>A MAC address is six octets, like 02:00:00:00:00:01</source>
        <translation>Eine MAC-Adresse besteht aus sechs Oktetten, etwa 02:00:00:00:00:01</translation>
    </message>
    <message>
        <source>Set MAC of %1</source>
        <translation>MAC von %1 setzen</translation>
    </message>
    <message>
        <source>Bridge that it is a port of</source>
        <translation>Bridge, zu deren Ports sie gehört</translation>
    </message>
    <message>
        <source>Take %1 out of its bridge</source>
        <translation>%1 von der Bridge lösen</translation>
    </message>
    <message>
        <source>Make %1 a port of %2</source>
        <translation>%1 zum Port von %2 machen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Cable to %1</source>
        <translation>Kabel zu %1</translation>
    </message>
    <message>
        <source>Bridge, %1</source>
        <translation>Bridge, %1</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>%1; set down here</source>
        <translation>%1; hier deaktiviert</translation>
    </message>
    <message>
        <source>%1; no carrier: the other end is down</source>
        <translation>%1; kein Carrier: die Gegenseite ist deaktiviert</translation>
    </message>
    <message>
        <source>no bridge</source>
        <translation>keine Bridge</translation>
    </message>
    <message>
        <source>Delay, loss and rate of what leaves here</source>
        <translation>Verzögerung, Verlust und Rate dessen, was hier hinausgeht</translation>
    </message>
    <message>
        <source>Let packets leave %1 at once</source>
        <translation>Pakete %1 sofort verlassen lassen</translation>
    </message>
    <message>
        <source>Delay what leaves %1</source>
        <translation>Verzögern, was %1 verlässt</translation>
    </message>
    <message>
        <source>Delay, loss</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>none; such as %1</source>
        <translation>keine; etwa %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceModel</name>
    <message>
        <source>up</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>up, but no carrier: the other end is down</source>
        <translation>aktiv, aber kein Carrier: die Gegenseite ist deaktiviert</translation>
    </message>
    <message>
        <source>down</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>Set %1 %2 up</source>
        <translation>%1 %2 aktivieren</translation>
    </message>
    <message>
        <source>Set %1 %2 down</source>
        <translation>%1 %2 deaktivieren</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Führt zu</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixModel</name>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reachable</source>
        <translation>%L1 von %L2 Paaren erreichbar</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>wird ermittelt</translation>
    </message>
    <message>
        <source>%1: its own address</source>
        <translation>%1: eigene Adresse</translation>
    </message>
    <message>
        <source>%1: reachable</source>
        <translation>%1: erreichbar</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1: nicht erreichbar</translation>
    </message>
    <message>
        <source>%1: the kernel may decide either way</source>
        <translation>%1: der Kernel kann so oder so entscheiden</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>reachable, but the kernel may decide otherwise</source>
        <translation>erreichbar, aber der Kernel kann auch anders entscheiden</translation>
    </message>
    <message>
        <source>To mend: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>%1, nodes: %L2</source>
        <translation>%1, Knoten: %L2</translation>
    </message>
    <message>
        <source>%1, addresses: %L2</source>
        <translation>%1, Adressen: %L2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixPanel</name>
    <message>
        <source>No node has an address yet that another one could ping.</source>
        <translation>Noch hat kein Knoten eine Adresse, die ein anderer anpingen könnte.</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Alle Gruppen öffnen</translation>
    </message>
    <message>
        <source>Larger cells (Ctrl and the wheel)</source>
        <translation>Größere Zellen (Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Smaller cells (Ctrl and the wheel)</source>
        <translation>Kleinere Zellen (Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Reachability: rows ping columns</source>
        <translation>Erreichbarkeit: Zeilen pingen Spalten an</translation>
    </message>
    <message>
        <source>Group rows and columns</source>
        <translation>Zeilen und Spalten gruppieren</translation>
    </message>
    <message>
        <source>Each address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>Nach Subnetz</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>Nach Rechner</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>A row pings a column. Rest on a cell for its reason, click to draw the way.</source>
        <translation>Die Zeile pingt die Spalte an. Verweilen auf einer Zelle zeigt den Grund, ein Klick den Weg.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row and Shift+Space that of the column</source>
        <translation>Zeilen und Spalten zusammenfassen; ein Klick auf den Namen einer Gruppe öffnet sie, in der Tabelle öffnet die Leertaste die der Zeile und Umschalt+Leertaste die der Spalte</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NameEditor</name>
    <message>
        <source>Name of the node</source>
        <translation>Name des Knotens</translation>
    </message>
    <message>
        <source>There is a node %1 already</source>
        <translation>Es gibt schon einen Knoten %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NamesPanel</name>
    <message>
        <source>A name, such as web or web.lab</source>
        <translation>Ein Name, etwa web oder web.lab</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>Gesuchter Name</translation>
    </message>
    <message>
        <source>How the name is found</source>
        <translation>Wie der Name gefunden wird</translation>
    </message>
    <message>
        <source>%1 looks for</source>
        <translation>%1 sucht</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Select a node to see how it finds the address of a name.</source>
        <translation>Wähle einen Knoten, um zu sehen, wie er die Adresse eines Namens findet.</translation>
    </message>
    <message>
        <source>Type a name: the node looks into /etc/hosts, then asks its name servers.</source>
        <translation>Gib einen Namen ein: Der Knoten sieht in /etc/hosts nach, dann fragt er seine Nameserver.</translation>
    </message>
    <message>
        <source>No name has an empty part, or one of more than 63 letters.</source>
        <translation>Kein Name hat einen leeren Teil oder einen mit mehr als 63 Buchstaben.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>Netzwerkzeichnung</translation>
    </message>
    <message>
        <source>The machine itself keeps its name</source>
        <translation>Der Rechner selbst behält seinen Namen</translation>
    </message>
    <message>
        <source>Double-click to add a device, switch or router, or drag one from the palette;
then press L and drag from one to the other to connect them.</source>
        <translation>Doppelklicken, um ein Gerät, einen Switch oder einen Router hinzuzufügen, oder aus der Palette ziehen;
dann L drücken und vom einen zum anderen ziehen, um sie zu verbinden.</translation>
    </message>
    <message>
        <source>Connect to a new node</source>
        <translation>Mit einem neuen Knoten verbinden</translation>
    </message>
    <message>
        <source>Select one node to rename it, or one annotation to write on it</source>
        <translation>Zum Umbenennen einen einzelnen Knoten oder zum Beschriften eine einzelne Anmerkung auswählen</translation>
    </message>
    <message>
        <source>Add a node, a note, a box or an arrow</source>
        <translation>Einen Knoten, eine Notiz, einen Rahmen oder einen Pfeil hinzufügen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NodeForm</name>
    <message>
        <source>Node name</source>
        <translation>Name des Knotens</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - + make a name; it starts with neither - nor .</source>
        <translation>Ein Name besteht aus Buchstaben, Ziffern und _ . - +; er beginnt weder mit - noch mit .</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What the node is drawn as; how packets move does not depend on it</source>
        <translation>Als was der Knoten gezeichnet wird; der Weg der Pakete hängt nicht davon ab</translation>
    </message>
    <message>
        <source>Draw %1 as %2</source>
        <translation>%1 als %2 zeichnen</translation>
    </message>
    <message>
        <source>Forwards IPv4 packets</source>
        <translation>Leitet IPv4-Pakete weiter</translation>
    </message>
    <message>
        <source>Forwards IPv6 packets</source>
        <translation>Leitet IPv6-Pakete weiter</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: Pakete weitergeben, die für andere sind</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: Pakete weitergeben, die für andere sind</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Leitet weiter</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Schnittstelle %1</translation>
    </message>
    <message>
        <source>Let %1 forward %2</source>
        <translation>%1 %2 weiterleiten lassen</translation>
    </message>
    <message>
        <source>Stop %1 forwarding %2</source>
        <translation>%1 %2 nicht mehr weiterleiten lassen</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Installed here</source>
        <translation>Hier installiert</translation>
    </message>
    <message>
        <source>Docker is installed here</source>
        <translation>Docker ist hier installiert</translation>
    </message>
    <message>
        <source>Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which stops what this machine only passes on. Off takes all of that away again.</source>
        <translation>Startet dockerd: die Bridge docker0, ihre Regeln und die Weiterleitung mit der Policy DROP, die aufhält, was diese Maschine nur weitergibt. Aus nimmt alles wieder weg.</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>dockerd is stopped: its bridges and rules stay, as on a real machine.</source>
        <translation>dockerd ist beendet: Seine Bridges und Regeln bleiben, wie auf einer echten Maschine.</translation>
    </message>
    <message>
        <source>dockerd runs: the policy of FORWARD is DROP.</source>
        <translation>dockerd läuft: Die Policy von FORWARD ist DROP.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Click or drag to go to another part of the drawing</source>
        <translation>Klicken oder ziehen, um zu einem anderen Teil der Zeichnung zu gelangen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketDetails</name>
    <message>
        <source>Headers of the packet</source>
        <translation>Header des Pakets</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>The way through the kernel of one node: what decided, and what lost</source>
        <translation>Der Weg durch den Kernel eines Knotens: was entschied und was unterlag</translation>
    </message>
    <message>
        <source>Show the stations over the whole width, without the list</source>
        <translation>Die Stationen in voller Breite zeigen, ohne die Liste</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>The stations of the node that sends this frame</source>
        <translation>Die Stationen des Knotens, der diesen Frame sendet</translation>
    </message>
    <message>
        <source>The stations of the node that takes this frame in</source>
        <translation>Die Stationen des Knotens, der diesen Frame annimmt</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Entschieden von %1</translation>
    </message>
    <message>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>Next Hop</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paket</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsPanel</name>
    <message>
        <source>The packet before</source>
        <translation>Das vorige Paket</translation>
    </message>
    <message>
        <source>The next packet</source>
        <translation>Das nächste Paket</translation>
    </message>
    <message>
        <source>Let the packets go by</source>
        <translation>Pakete vorbeiziehen lassen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Which packet is looked at</source>
        <translation>Welches Paket betrachtet wird</translation>
    </message>
    <message>
        <source>%1. No packet is sent.</source>
        <translation>%1. Es wird kein Paket gesendet.</translation>
    </message>
    <message>
        <source>Ping something in a terminal, or click a cell under Reachability: its packets stand here, to be followed one by one.</source>
        <translation>In einem Terminal etwas anpingen oder unter Erreichbarkeit eine Zelle anklicken: Die Pakete stehen dann hier und lassen sich einzeln verfolgen.</translation>
    </message>
    <message>
        <source>not a filter</source>
        <translation>kein Filter</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess it</source>
        <translation>Verbergen, was als Nächstes kommt, und es erraten</translation>
    </message>
    <message>
        <source>Filter for packets</source>
        <translation>Filter für Pakete</translation>
    </message>
    <message>
        <source>Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)</source>
        <translation>Filter: icmp, arp, node B, host 192.168.1.5 … (Pfeil ab zeigt mehr)</translation>
    </message>
    <message>
        <source>As for tcpdump, and “node NAME” for what one node sends or takes in</source>
        <translation>Wie bei tcpdump, dazu „node NAME“ für das, was ein Knoten sendet oder annimmt</translation>
    </message>
    <message>
        <source>How fast the packets go by</source>
        <translation>Wie schnell die Pakete vorbeiziehen</translation>
    </message>
    <message>
        <source>%L1×</source>
        <translation>%L1×</translation>
    </message>
    <message>
        <source>Only This Protocol: %1</source>
        <translation>Nur dieses Protokoll: %1</translation>
    </message>
    <message>
        <source>Only This Conversation: %1</source>
        <translation>Nur diese Konversation: %1</translation>
    </message>
    <message>
        <source>Only This Node: %1</source>
        <translation>Nur diesen Knoten: %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PaletteButton</name>
    <message>
        <source>Drag to the canvas, or click and then click where it shall stand</source>
        <translation>Auf die Zeichenfläche ziehen, oder anklicken und dann die gewünschte Stelle anklicken</translation>
    </message>
    <message>
        <source>%1: drag it to the canvas, or click and then drag where it shall stand</source>
        <translation>%1: auf die Zeichenfläche ziehen, oder anklicken und dann an der gewünschten Stelle aufziehen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsModel</name>
    <message>
        <source>Not listening</source>
        <translation>Lauscht nicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>Who has to reach the port</source>
        <translation>Wer den Port erreichen muss</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsPanel</name>
    <message>
        <source>Ports of the cluster</source>
        <translation>Ports des Clusters</translation>
    </message>
    <message>
        <source>Trying the ports of the cluster …</source>
        <translation>Die Ports des Clusters werden geprüft …</translation>
    </message>
    <message>
        <source>All %L1 ways to the ports of the cluster are open</source>
        <translation>Alle %L1 Wege zu den Ports des Clusters sind offen</translation>
    </message>
    <message>
        <source>%L1 of %L2 ways to the ports of the cluster are open</source>
        <translation>%L1 von %L2 Wegen zu den Ports des Clusters sind offen</translation>
    </message>
    <message>
        <source>The cluster of %1 has no nodes yet.</source>
        <translation>Der Cluster von %1 hat noch keine Knoten.</translation>
    </message>
    <message>
        <source>There is no cluster in this network. Type “containerd &amp;” and “kubeadm init” into the terminal of a node to make one, or open the example “Cluster Ports”.</source>
        <translation>In diesem Netz gibt es keinen Cluster. „containerd &amp;“ und „kubeadm init“ im Terminal eines Knotens machen einen; oder öffnen Sie das Beispiel „Ports eines Clusters“.</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Auf der Zeichenfläche zeigen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>How many pairs of nodes cannot reach each other for it</source>
        <translation>Wie viele Knotenpaare einander deswegen nicht erreichen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Working out who reaches whom …</source>
        <translation>Es wird ermittelt, wer wen erreicht …</translation>
    </message>
    <message>
        <source>No problems: every node reaches every other.</source>
        <translation>Keine Probleme: Jeder Knoten erreicht jeden anderen.</translation>
    </message>
    <message>
        <source>No problems yet: nothing has an address that another node could reach.</source>
        <translation>Noch keine Probleme: Nichts hat eine Adresse, die ein anderer Knoten erreichen könnte.</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Auf der Zeichenfläche zeigen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::QuickList</name>
    <message>
        <source>What fits</source>
        <translation>Passende Einträge</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesModel</name>
    <message>
        <source>A route needs a destination: a network like 192.168.2.0/24, or default</source>
        <translation>Eine Route braucht ein Ziel: ein Netz wie 192.168.2.0/24 oder default</translation>
    </message>
    <message>
        <source>Add route to %1 on %2</source>
        <translation>Route zu %1 auf %2 hinzufügen</translation>
    </message>
    <message>
        <source>Remove route to %1 on %2</source>
        <translation>Route zu %1 auf %2 entfernen</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>Neue Route…</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>kernel</translation>
    </message>
    <message>
        <source>The kernel made this route for an address of the interface; it goes when the address goes.</source>
        <translation>Der Kernel hat diese Route für eine Adresse der Schnittstelle angelegt; sie verschwindet mit der Adresse.</translation>
    </message>
    <message>
        <source>Type a network, its gateway or its interface, and press Enter.</source>
        <translation>Ein Netz und sein Gateway oder seine Schnittstelle eingeben und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>Change route to %1 on %2</source>
        <translation>Route zu %1 auf %2 ändern</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Via</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesPanel</name>
    <message>
        <source>Local table</source>
        <translation>Tabelle local</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>Route hinzufügen</translation>
    </message>
    <message>
        <source>Remove the selected route (Delete)</source>
        <translation>Ausgewählte Route entfernen (Entf)</translation>
    </message>
    <message>
        <source>Select one node to see its routing table.</source>
        <translation>Einen einzelnen Knoten auswählen, um seine Routingtabelle zu sehen.</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>Routingtabelle</translation>
    </message>
    <message>
        <source>Show what the kernel delivers to this node itself (ip route show table local)</source>
        <translation>Zeigen, was der Kernel diesem Knoten selbst zustellt (ip route show table local)</translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation>Routen von %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RulesView</name>
    <message>
        <source>Rules of iptables and nft</source>
        <translation>Regeln von iptables und nft</translation>
    </message>
    <message>
        <source>Chains and rules</source>
        <translation>Ketten und Regeln</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1, which the packet passed that is looked at</source>
        <translation>%1; das betrachtete Paket kam hier vorbei</translation>
    </message>
    <message>
        <source>The rules of this chain would be too many lines</source>
        <translation>Die Regeln dieser Kette wären zu viele Zeilen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SeveralForm</name>
    <message>
        <source>%1 (several values)</source>
        <translation>%1 (mehrere Werte)</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
    <message>
        <source>What is changed here is changed for all that is selected.</source>
        <translation>Was hier geändert wird, ändert sich bei allem, was ausgewählt ist.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Leitet weiter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Prefix length</source>
        <translation>Präfixlänge</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Kind of the selected nodes</source>
        <translation>Art der ausgewählten Knoten</translation>
    </message>
    <message>
        <source>What the nodes are drawn as; how packets move does not depend on it</source>
        <translation>Als was die Knoten gezeichnet werden; der Weg der Pakete hängt nicht davon ab</translation>
    </message>
    <message>
        <source>Colour of the selected annotations</source>
        <translation>Farbe der ausgewählten Anmerkungen</translation>
    </message>
    <message>
        <source>Draw the selected nodes as %1</source>
        <translation>Die ausgewählten Knoten als %1 zeichnen</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Anmerkungen färben</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv4 packets</source>
        <translation>Die ausgewählten Knoten leiten IPv4-Pakete weiter</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv6 packets</source>
        <translation>Die ausgewählten Knoten leiten IPv6-Pakete weiter</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: Pakete weitergeben, die für andere sind</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: Pakete weitergeben, die für andere sind</translation>
    </message>
    <message>
        <source>The selected interfaces are up</source>
        <translation>Die ausgewählten Schnittstellen sind aktiv</translation>
    </message>
    <message>
        <source>The interfaces of the selected nodes but lo, and both ends of the selected cables</source>
        <translation>Die Schnittstellen der ausgewählten Knoten außer lo, und beide Enden der ausgewählten Kabel</translation>
    </message>
    <message>
        <source>Let the selected nodes forward %1</source>
        <translation>Die ausgewählten Knoten %1 weiterleiten lassen</translation>
    </message>
    <message>
        <source>Stop the selected nodes forwarding %1</source>
        <translation>Die ausgewählten Knoten %1 nicht mehr weiterleiten lassen</translation>
    </message>
    <message>
        <source>Set the selected interfaces up</source>
        <translation>Die ausgewählten Schnittstellen aktivieren</translation>
    </message>
    <message>
        <source>Set the selected interfaces down</source>
        <translation>Die ausgewählten Schnittstellen deaktivieren</translation>
    </message>
    <message>
        <source>Prefix length of the IPv4 addresses of the selected interfaces</source>
        <translation>Präfixlänge der IPv4-Adressen der ausgewählten Schnittstellen</translation>
    </message>
    <message>
        <source>Gives every IPv4 address there this length; routes over a subnet that goes are lost</source>
        <translation>Gibt jeder IPv4-Adresse dort diese Länge; Routen über ein Subnetz, das verschwindet, gehen verloren</translation>
    </message>
    <message>
        <source>A prefix length of IPv4 is a number from 1 to 32, like 24</source>
        <translation>Eine Präfixlänge von IPv4 ist eine Zahl von 1 bis 32, etwa 24</translation>
    </message>
    <message>
        <source>Set prefix length of the selected interfaces to %1</source>
        <translation>Präfixlänge der ausgewählten Schnittstellen auf %1 setzen</translation>
    </message>
    <message>
        <source>MTU of the selected interfaces in bytes</source>
        <translation>MTU der ausgewählten Schnittstellen in Byte</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>Die MTU ist eine Anzahl Byte, etwa 1500</translation>
    </message>
    <message>
        <source>Set MTU of the selected interfaces to %1</source>
        <translation>MTU der ausgewählten Schnittstellen auf %1 setzen</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Knoten: %L1</translation>
    </message>
    <message>
        <source>Cables: %L1</source>
        <translation>Kabel: %L1</translation>
    </message>
    <message>
        <source>Interfaces: %L1</source>
        <translation>Schnittstellen: %L1</translation>
    </message>
    <message>
        <source>Annotations: %L1</source>
        <translation>Anmerkungen: %L1</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Aktiv</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShortcutSheet</name>
    <message>
        <source>Keys for “%1”</source>
        <translation>Tasten für „%1“</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>“%1” has these keys already.</source>
        <translation>„%1“ hat diese Tasten schon.</translation>
    </message>
    <message>
        <source>Press the keys:</source>
        <translation>Tasten drücken:</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter on it, to change its keys.</source>
        <translation>Doppelklick oder Eingabetaste auf einer Zeile ändert ihre Tasten.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShownPing</name>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 erreicht %2</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 erreicht %2 nicht: %3</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Close the start page</source>
        <translation>Startseite schließen</translation>
    </message>
    <message>
        <source>Close the start page (Escape)</source>
        <translation>Startseite schließen (Esc)</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>Diese Seite beim &amp;Start zeigen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation>Was geöffnet und gespeichert wird, steht dann hier.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StationsView</name>
    <message>
        <source>Stations of the packet</source>
        <translation>Stationen des Pakets</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StepsView</name>
    <message>
        <source>Steps of this session</source>
        <translation>Schritte dieser Sitzung</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SummaryBanner</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Select the node and draw the way of the packet</source>
        <translation>Den Knoten auswählen und den Weg des Pakets zeichnen</translation>
    </message>
    <message>
        <source>Working out who reaches whom: %1 %</source>
        <translation>Es wird ermittelt, wer wen erreicht: %1 %</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reach</source>
        <translation>%L1 von %L2 Paaren erreichbar</translation>
    </message>
    <message>
        <source>Draw two nodes, connect them and give them addresses to see who reaches whom.</source>
        <translation>Zwei Knoten zeichnen, verbinden und ihnen Adressen geben, um zu sehen, wer wen erreicht.</translation>
    </message>
    <message>
        <source>Every node reaches every other.</source>
        <translation>Jeder Knoten erreicht jeden anderen.</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 erreicht %2 nicht: %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TablesPanel</name>
    <message>
        <source>Which table</source>
        <translation>Welche Tabelle</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Select one node to see its rules, neighbours, forwarding table and sockets.</source>
        <translation>Wähle einen Knoten, um seine Regeln, Nachbarn, Weiterleitungstabelle und Sockets zu sehen.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>No rules: every packet passes.</source>
        <translation>Keine Regeln: jedes Paket kommt durch.</translation>
    </message>
    <message>
        <source>No hook leads to a chain: every packet passes.</source>
        <translation>Kein Hook führt zu einer Kette: jedes Paket kommt durch.</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Keine Einträge.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TemplateDialog</name>
    <message>
        <source>New From Template</source>
        <translation>Neu aus Vorlage</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>Das Netzwerk als Zeichnung</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Knoten: %L1</translation>
    </message>
    <message>
        <source>Nodes: %L1, more than %L2. So large a network is written to a file by: %3</source>
        <translation>Knoten: %L1, mehr als %L2. Ein so großes Netzwerk schreibt dieser Befehl in eine Datei: %3</translation>
    </message>
    <message>
        <source>Too large for a small picture.</source>
        <translation>Zu groß für ein kleines Bild.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>The terminal of %1</source>
        <translation>Das Terminal von %1</translation>
    </message>
    <message>
        <source>The terminal of %1, the selected node; it stays once it is used</source>
        <translation>Das Terminal von %1, dem ausgewählten Knoten; es bleibt, sobald es benutzt wird</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalView</name>
    <message>
        <source>What the commands printed</source>
        <translation>Was die Befehle ausgegeben haben</translation>
    </message>
    <message>
        <source>Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</source>
        <translation>Zum Ausprobieren: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Ctrl+C ends the command that runs</source>
        <translation>Strg+C beendet den laufenden Befehl</translation>
    </message>
    <message>
        <source>a command on %1: ip, bridge, sysctl, ping, traceroute …</source>
        <translation>ein Befehl auf %1: ip, bridge, sysctl, ping, traceroute …</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Tour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfModel</name>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Kabel von %1 zu %2</translation>
    </message>
    <message>
        <source>cuts off %1</source>
        <translation>trennt %1 ab</translation>
    </message>
    <message>
        <source>%1 no longer reaches %2</source>
        <translation>%1 erreicht %2 nicht mehr</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>If this fails alone</source>
        <translation>Wenn nur dies ausfällt</translation>
    </message>
    <message>
        <source>Pairs that break</source>
        <translation>Getrennte Paare</translation>
    </message>
    <message>
        <source>So that</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Of the pairs that reach each other now; those of a node that fails itself do not count</source>
        <translation>Von den Paaren, die einander jetzt erreichen; die eines selbst ausfallenden Knotens zählen nicht</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfPanel</name>
    <message>
        <source>Single points of failure</source>
        <translation>Single Points of Failure</translation>
    </message>
    <message>
        <source>Letting each node and cable fail in turn: %1 %</source>
        <translation>Jeder Knoten und jedes Kabel fällt einmal aus: %1 %</translation>
    </message>
    <message>
        <source>Nobody reaches anybody yet, so nothing can break.</source>
        <translation>Noch erreicht niemand jemanden, also kann nichts getrennt werden.</translation>
    </message>
    <message>
        <source>No single cable or node breaks a pair of others when it fails.</source>
        <translation>Der Ausfall eines einzelnen Kabels oder Knotens trennt kein Paar anderer.</translation>
    </message>
</context>
</TS>
