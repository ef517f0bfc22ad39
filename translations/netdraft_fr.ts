<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Start with an empty network</source>
        <translation>Commencer avec un réseau vide</translation>
    </message>
    <message>
        <source>New From &amp;Template…</source>
        <translation>Nouveau depuis un &amp;modèle…</translation>
    </message>
    <message>
        <source>Start with a network of a known shape, of any size</source>
        <translation>Commencer avec un réseau de forme connue, de taille quelconque</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open a project file, a script, or a lab of another program</source>
        <translation>Ouvrir un fichier de projet, un script ou un lab d’un autre programme</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Open a folder, such as a Kathará lab or what was captured on a machine</source>
        <translation>Ouvrir un dossier, par exemple un lab Kathará ou la capture d’une machine</translation>
    </message>
    <message>
        <source>&amp;Capture This Machine…</source>
        <translation>&amp;Capturer cette machine…</translation>
    </message>
    <message>
        <source>Draw the network of this machine, with its namespaces and containers</source>
        <translation>Dessiner le réseau de cette machine, avec ses espaces de noms et ses conteneurs</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>Écrire le projet dans son fichier</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>Écrire le projet dans un autre fichier</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Take the network away as a script, configuration files, a lab or a picture</source>
        <translation>Emporter le réseau sous forme de script, de fichiers de configuration, de lab ou d’image</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>Enregistrer les &amp;paquets…</translation>
    </message>
    <message>
        <source>Write what the tab Packets lists into a capture file that Wireshark opens</source>
        <translation>Écrire le contenu de l’onglet Paquets dans un fichier de capture lisible par Wireshark</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Refaire ce qui a été annulé</translation>
    </message>
    <message>
        <source>&amp;Give Addresses…</source>
        <translation>Attri&amp;buer les adresses…</translation>
    </message>
    <message>
        <source>Give every interface an address, every host a gateway and every router its routes</source>
        <translation>Donner une adresse à chaque interface, une passerelle à chaque hôte et ses routes à chaque routeur</translation>
    </message>
    <message>
        <source>&amp;Find Node…</source>
        <translation>Rec&amp;hercher un nœud…</translation>
    </message>
    <message>
        <source>Find a node by its name or an address and select it</source>
        <translation>Trouver un nœud par son nom ou une adresse et le sélectionner</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>Ouvrir un &amp;terminal</translation>
    </message>
    <message>
        <source>Type commands on the selected node</source>
        <translation>Saisir des commandes sur le nœud sélectionné</translation>
    </message>
    <message>
        <source>&amp;Hide Path</source>
        <translation>Masquer le traj&amp;et</translation>
    </message>
    <message>
        <source>Stop drawing the way of a packet</source>
        <translation>Ne plus tracer le trajet d’un paquet</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>Palette de &amp;commandes…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Trouver n’importe quelle action par son nom</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Réinitialiser la disp&amp;osition</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Remettre chaque panneau à sa place initiale</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Plein écra&amp;n</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Occuper tout l’écran</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Clair ou sombre, comme le bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Sombre sur fond clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Clair sur fond sombre</translation>
    </message>
    <message>
        <source>&amp;Language of the System</source>
        <translation>&amp;Langue du système</translation>
    </message>
    <message>
        <source>The language that the desktop speaks, or English</source>
        <translation>La langue du bureau, sinon l’anglais</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>Toutes les touches et ce qu’elles font</translation>
    </message>
    <message>
        <source>&amp;About Netdraft</source>
        <translation>À &amp;propos de Netdraft</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version et licence</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>Arran&amp;ger</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Fichiers &amp;récents</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>Ouvrir un exemp&amp;le</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Panneaux</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Packet &amp;Before</source>
        <translation>Paquet &amp;précédent</translation>
    </message>
    <message>
        <source>Look at the packet before, of those that the shown ping sends</source>
        <translation>Examiner le paquet précédent du ping affiché</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>Paquet sui&amp;vant</translation>
    </message>
    <message>
        <source>Look at the next packet of those that the shown ping sends</source>
        <translation>Examiner le paquet suivant du ping affiché</translation>
    </message>
    <message>
        <source>&amp;Play Packets</source>
        <translation>Faire défi&amp;ler les paquets</translation>
    </message>
    <message>
        <source>Let the packets of the shown ping go by</source>
        <translation>Faire défiler les paquets du ping affiché</translation>
    </message>
    <message>
        <source>&amp;Guess the Next Hop</source>
        <translation>&amp;Deviner le prochain saut</translation>
    </message>
    <message>
        <source>Hide where each packet comes to next until somebody has guessed it</source>
        <translation>Masquer où arrive chaque paquet jusqu’à ce que quelqu’un l’ait deviné</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>Panneau sui&amp;vant</translation>
    </message>
    <message>
        <source>Take the keyboard to the next panel in sight, or back to the canvas</source>
        <translation>Amener le clavier au panneau visible suivant, ou le ramener au dessin</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>Panneau pré&amp;cédent</translation>
    </message>
    <message>
        <source>Take the keyboard to the panel before</source>
        <translation>Amener le clavier au panneau précédent</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>M&amp;ode présentation</translation>
    </message>
    <message>
        <source>Show the drawing alone, in large type and without the answers</source>
        <translation>Afficher le dessin seul, en gros caractères et sans les réponses</translation>
    </message>
    <message>
        <source>Hide Ans&amp;wers</source>
        <translation>Mas&amp;quer les réponses</translation>
    </message>
    <message>
        <source>While presenting: hide who reaches whom and the way of a packet, or show them</source>
        <translation>Pendant la présentation : masquer ou afficher qui atteint qui et le trajet d’un paquet</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>Suivre la &amp;visite guidée</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>La fenêtre en cinq étapes</translation>
    </message>
    <message>
        <source>Go T&amp;o</source>
        <translation>All&amp;er à</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Nouvelle fenê&amp;tre</translation>
    </message>
    <message>
        <source>Work on another network beside this one</source>
        <translation>Travailler sur un autre réseau à côté de celui-ci</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>Page d’&amp;accueil</translation>
    </message>
    <message>
        <source>Examples, recent files and other ways to begin</source>
        <translation>Exemples, fichiers récents et autres façons de commencer</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Cou&amp;leur</translation>
    </message>
</context>
<context>
    <name>AnnotateTool</name>
    <message>
        <source>%1: drag from one corner or end to the other, or click, or press Enter; Shift for several, Escape ends</source>
        <translation>%1 : faire glisser d’un coin ou d’une extrémité à l’autre, ou cliquer, ou appuyer sur Entrée ; Maj pour en placer plusieurs, Échap pour finir</translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 « %2 »</translation>
    </message>
    <message>
        <source>Colour: %1.</source>
        <translation>Couleur : %1.</translation>
    </message>
</context>
<context>
    <name>AnnotationColour</name>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
</context>
<context>
    <name>AnnotationEdits</name>
    <message>
        <source>Add %1</source>
        <translation>Ajouter : %1</translation>
    </message>
    <message>
        <source>Double-click it, or press F2, to write on it</source>
        <translation>Double-cliquer dessus ou appuyer sur F2 pour y écrire</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Écrire %1</translation>
    </message>
    <message>
        <source>Select the notes, boxes and arrows to colour</source>
        <translation>Sélectionner les notes, cadres et flèches à colorer</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Colorer les annotations</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Redimensionner %1</translation>
    </message>
</context>
<context>
    <name>AnnotationKind</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next cable of it, J to the next annotation, Alt with an arrow to the nearest node that way.</source>
        <translation>Nœuds : %L1, câbles : %L2, annotations : %L3. N va au nœud suivant, K à son câble suivant, J à l’annotation suivante, Alt avec une flèche au nœud le plus proche dans cette direction.</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>Taille rée&amp;lle</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>Cadrer &amp;tout</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>Cadrer la &amp;sélection</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>Tout désélect&amp;ionner</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Reno&amp;mmer</translation>
    </message>
    <message>
        <source>Add &amp;Node…</source>
        <translation>Ajouter un &amp;nœud…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Fold or Unfold</source>
        <translation>Re&amp;plier ou déplier</translation>
    </message>
    <message>
        <source>Take &amp;Out</source>
        <translation>E&amp;xtraire</translation>
    </message>
    <message>
        <source>Align in a &amp;Row</source>
        <translation>Aligner en &amp;ligne</translation>
    </message>
    <message>
        <source>Align in a &amp;Column</source>
        <translation>Aligner en &amp;colonne</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>Répartir &amp;horizontalement</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>Répartir &amp;verticalement</translation>
    </message>
    <message>
        <source>Lay Out by Ca&amp;bles</source>
        <translation>Disposer selon les câ&amp;bles</translation>
    </message>
    <message>
        <source>Lay Out in &amp;Layers</source>
        <translation>Disposer en co&amp;uches</translation>
    </message>
    <message>
        <source>Lay Out in a C&amp;ircle</source>
        <translation>Disposer en ce&amp;rcle</translation>
    </message>
    <message>
        <source>Lay Out on a &amp;Grid</source>
        <translation>Disposer en &amp;grille</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Sélectionner</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Relier</translation>
    </message>
    <message>
        <source>Show &amp;Interface Names</source>
        <translation>Afficher les noms d’&amp;interface</translation>
    </message>
    <message>
        <source>Show A&amp;ddresses</source>
        <translation>Afficher les a&amp;dresses</translation>
    </message>
    <message>
        <source>Show &amp;Grid</source>
        <translation>Afficher la &amp;grille</translation>
    </message>
    <message>
        <source>Snap to Grid</source>
        <translation>Aligner sur la grille</translation>
    </message>
    <message>
        <source>Show &amp;Overview</source>
        <translation>Afficher la vue d’ense&amp;mble</translation>
    </message>
    <message>
        <source>&amp;Next Node</source>
        <translation>Nœud &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>Nœud &amp;précédent</translation>
    </message>
    <message>
        <source>Next &amp;Cable</source>
        <translation>&amp;Câble suivant</translation>
    </message>
    <message>
        <source>Previous Ca&amp;ble</source>
        <translation>Câ&amp;ble précédent</translation>
    </message>
    <message>
        <source>Shade Su&amp;bnets</source>
        <translation>Color&amp;er les sous-réseaux</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>Écrire une &amp;note</translation>
    </message>
    <message>
        <source>Draw a &amp;Box</source>
        <translation>Dessiner un ca&amp;dre</translation>
    </message>
    <message>
        <source>Draw an &amp;Arrow</source>
        <translation>Dessiner une &amp;flèche</translation>
    </message>
    <message>
        <source>Next Anno&amp;tation</source>
        <translation>Anno&amp;tation suivante</translation>
    </message>
    <message>
        <source>Previous Annotat&amp;ion</source>
        <translation>Annotat&amp;ion précédente</translation>
    </message>
    <message>
        <source>&amp;Install and Start Docker</source>
        <translation>&amp;Installer et démarrer Docker</translation>
    </message>
    <message>
        <source>St&amp;op Docker (Rules Stay)</source>
        <translation>Arrêter D&amp;ocker (les règles restent)</translation>
    </message>
    <message>
        <source>Remo&amp;ve Docker</source>
        <translation>Supprimer &amp;Docker</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>&amp;Connect From Here</source>
        <translation>Relier d&amp;epuis ici</translation>
    </message>
    <message>
        <source>Set %1 Up</source>
        <translation>Activer %1</translation>
    </message>
    <message>
        <source>Set %1 Down</source>
        <translation>Désactiver %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter : %1</translation>
    </message>
    <message>
        <source>&amp;Write on It</source>
        <translation>&amp;Écrire dessus</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>C&amp;ouleur</translation>
    </message>
</context>
<context>
    <name>CanvasPartAccessible</name>
    <message>
        <source>Select</source>
        <translation>Sélectionner</translation>
    </message>
    <message>
        <source>Open Terminal</source>
        <translation>Ouvrir un terminal</translation>
    </message>
    <message>
        <source>Fold or Unfold</source>
        <translation>Replier ou déplier</translation>
    </message>
    <message>
        <source>Selects this and nothing else</source>
        <translation>Sélectionne cet élément et rien d’autre</translation>
    </message>
    <message>
        <source>Lets one type commands on this node</source>
        <translation>Permet de saisir des commandes sur ce nœud</translation>
    </message>
    <message>
        <source>Hides what is inside, or shows it again</source>
        <translation>Masque le contenu ou l’affiche de nouveau</translation>
    </message>
    <message>
        <source>Write on It</source>
        <translation>Écrire dessus</translation>
    </message>
    <message>
        <source>Lets one change the words of this annotation</source>
        <translation>Permet de changer le texte de cette annotation</translation>
    </message>
</context>
<context>
    <name>CanvasWalk</name>
    <message>
        <source>There is no node yet; A adds one</source>
        <translation>Il n’y a pas encore de nœud ; A en ajoute un</translation>
    </message>
    <message>
        <source>%1 has no cable</source>
        <translation>%1 n’a pas de câble</translation>
    </message>
    <message>
        <source>Select one node to go through its cables</source>
        <translation>Sélectionner un nœud pour parcourir ses câbles</translation>
    </message>
    <message>
        <source>No node lies that way</source>
        <translation>Aucun nœud dans cette direction</translation>
    </message>
    <message>
        <source>There is no annotation yet; T writes a note</source>
        <translation>Il n’y a pas encore d’annotation ; T écrit une note</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>%L1 more</source>
        <translation>%L1 autres</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>up</source>
        <translation>active</translation>
    </message>
    <message>
        <source>up, no carrier</source>
        <translation>active, sans porteuse</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Forwards IPv4 and IPv6.</source>
        <translation>Transfère IPv4 et IPv6.</translation>
    </message>
    <message>
        <source>Forwards IPv4.</source>
        <translation>Transfère IPv4.</translation>
    </message>
    <message>
        <source>Forwards IPv6.</source>
        <translation>Transfère IPv6.</translation>
    </message>
    <message>
        <source>Does not forward.</source>
        <translation>Ne transfère pas.</translation>
    </message>
    <message>
        <source>Inside of %1.</source>
        <translation>Dans : %1.</translation>
    </message>
    <message>
        <source>%1, connected to %2</source>
        <translation>%1, reliée à %2</translation>
    </message>
    <message>
        <source>Box of %1, inside: %L2</source>
        <translation>Cadre : %1, à l’intérieur : %L2</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>Contient : %1.</translation>
    </message>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Câble entre %1 et %2</translation>
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
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Routers on the way</source>
        <translation>Routeurs sur le chemin</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Longueur des chemins</translation>
    </message>
    <message>
        <source>Pairs that reach</source>
        <translation>Paires qui se joignent</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Paires par sous-réseau</translation>
    </message>
    <message>
        <source>Subnet of the destination</source>
        <translation>Sous-réseau de la destination</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atteintes</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteintes</translation>
    </message>
    <message>
        <source>Left to chance</source>
        <translation>Laissées au hasard</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Taille des tables</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nœud</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Voisins</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>Règles de routage</translation>
    </message>
    <message>
        <source>Packets by cable</source>
        <translation>Paquets par câble</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Câble</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Trames</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ARP and neighbour discovery</source>
        <translation>ARP et découverte de voisins</translation>
    </message>
    <message>
        <source>Echo requests and replies</source>
        <translation>Requêtes et réponses d’écho</translation>
    </message>
    <message>
        <source>Other packets</source>
        <translation>Autres paquets</translation>
    </message>
    <message>
        <source>Flooded and forwarded</source>
        <translation>Inondées et transmises</translation>
    </message>
    <message>
        <source>Frames that came to the bridge</source>
        <translation>Trames arrivées au pont</translation>
    </message>
    <message>
        <source>Frames so far</source>
        <translation>Trames jusqu’ici</translation>
    </message>
    <message>
        <source>%1: flooded</source>
        <translation>%1 : inondées</translation>
    </message>
    <message>
        <source>%1: forwarded</source>
        <translation>%1 : transmises</translation>
    </message>
    <message>
        <source>Length of the ways, of one pair in %L1</source>
        <translation>Longueur des chemins, d’une paire sur %L1</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Connect %1 and %2</source>
        <translation>Relier %1 et %2</translation>
    </message>
    <message>
        <source>Choose the node at the other end; Escape cancels</source>
        <translation>Choisir le nœud à l’autre extrémité ; Échap annule</translation>
    </message>
    <message>
        <source>A cable starts at a node</source>
        <translation>Un câble part d’un nœud</translation>
    </message>
    <message>
        <source>No node there: choose what to connect to, or Escape</source>
        <translation>Pas de nœud ici : choisir à quoi relier, ou Échap</translation>
    </message>
    <message>
        <source>A cable needs two different nodes</source>
        <translation>Un câble a besoin de deux nœuds différents</translation>
    </message>
    <message>
        <source>Drag from one node to another, or click one after the other, or go there with N and press Enter</source>
        <translation>Glisser d’un nœud à un autre, ou cliquer sur l’un puis sur l’autre, ou y aller avec N et appuyer sur Entrée</translation>
    </message>
    <message>
        <source>Select the node where the cable shall end, and press Enter</source>
        <translation>Sélectionner le nœud où le câble doit aboutir, puis appuyer sur Entrée</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>Install Docker on %1</source>
        <translation>Installer Docker sur %1</translation>
    </message>
    <message>
        <source>Start Docker on %1</source>
        <translation>Démarrer Docker sur %1</translation>
    </message>
    <message>
        <source>Stop Docker on %1</source>
        <translation>Arrêter Docker sur %1</translation>
    </message>
    <message>
        <source>Remove Docker from %1</source>
        <translation>Supprimer Docker de %1</translation>
    </message>
</context>
<context>
    <name>DockerEdits</name>
    <message>
        <source>Select the node that has Docker, or shall have it</source>
        <translation>Sélectionner le nœud qui a Docker, ou qui doit l’avoir</translation>
    </message>
    <message>
        <source>Docker runs on %1 already</source>
        <translation>Docker fonctionne déjà sur %1</translation>
    </message>
    <message>
        <source>Docker does not run on %1</source>
        <translation>Docker ne fonctionne pas sur %1</translation>
    </message>
    <message>
        <source>There is no Docker on %1</source>
        <translation>Il n’y a pas de Docker sur %1</translation>
    </message>
    <message>
        <source>Docker is stopped on %1: its bridges and rules stay</source>
        <translation>Docker est arrêté sur %1 : ses ponts et ses règles restent</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (incomplet)</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Routing: the Lesson</source>
        <translation>Routage : la leçon</translation>
    </message>
    <message>
        <source>Routing: Solved</source>
        <translation>Routage : la solution</translation>
    </message>
    <message>
        <source>Default Gateway</source>
        <translation>Passerelle par défaut</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>Commutation</translation>
    </message>
    <message>
        <source>Two devices get addresses</source>
        <translation>Deux appareils reçoivent des adresses</translation>
    </message>
    <message>
        <source>A router between two networks</source>
        <translation>Un routeur entre deux réseaux</translation>
    </message>
    <message>
        <source>There and back are two ways</source>
        <translation>Aller et retour font deux chemins</translation>
    </message>
    <message>
        <source>One route for everything else</source>
        <translation>Une route pour tout le reste</translation>
    </message>
    <message>
        <source>Hosts File</source>
        <translation>Fichier hosts</translation>
    </message>
    <message>
        <source>Each host has names of its own</source>
        <translation>Chaque hôte a ses propres noms</translation>
    </message>
    <message>
        <source>DNS Server</source>
        <translation>Serveur DNS</translation>
    </message>
    <message>
        <source>One server tells the names</source>
        <translation>Un serveur donne les noms</translation>
    </message>
    <message>
        <source>Network Namespaces</source>
        <translation>Espaces de noms réseau</translation>
    </message>
    <message>
        <source>Red, blue and a veth pair</source>
        <translation>Rouge, bleu et une paire veth</translation>
    </message>
    <message>
        <source>Linux Bridge</source>
        <translation>Pont Linux</translation>
    </message>
    <message>
        <source>NAT and a forwarded port</source>
        <translation>NAT et un port redirigé</translation>
    </message>
    <message>
        <source>Open vSwitch</source>
        <translation>Open vSwitch</translation>
    </message>
    <message>
        <source>The same by ovs-vsctl</source>
        <translation>La même chose avec ovs-vsctl</translation>
    </message>
    <message>
        <source>Docker Networks</source>
        <translation>Réseaux Docker</translation>
    </message>
    <message>
        <source>None, host, bridge, your own</source>
        <translation>None, host, bridge, le vôtre</translation>
    </message>
    <message>
        <source>CNI by Hand</source>
        <translation>CNI à la main</translation>
    </message>
    <message>
        <source>What a runtime does</source>
        <translation>Ce que fait un runtime</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Ports d’un cluster</translation>
    </message>
    <message>
        <source>Who listens, who must reach it</source>
        <translation>Qui écoute, qui doit l’atteindre</translation>
    </message>
    <message>
        <source>Pod Networking</source>
        <translation>Réseau des pods</translation>
    </message>
    <message>
        <source>A bridge per node, and routes</source>
        <translation>Un pont par nœud, et des routes</translation>
    </message>
    <message>
        <source>CNI in the Kubelet</source>
        <translation>CNI dans le kubelet</translation>
    </message>
    <message>
        <source>From a pod to its address</source>
        <translation>D’un pod à son adresse</translation>
    </message>
    <message>
        <source>Deploying an Overlay</source>
        <translation>Déployer un overlay</translation>
    </message>
    <message>
        <source>Weave Net from its manifest</source>
        <translation>Weave Net depuis son manifeste</translation>
    </message>
    <message>
        <source>A link-local default gateway</source>
        <translation>Une passerelle par défaut lien-local</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>API group of the resource</source>
        <translation>Groupe d’API de la ressource</translation>
    </message>
    <message>
        <source>Image of the containers</source>
        <translation>Image des conteneurs</translation>
    </message>
    <message>
        <source>Servers between which the nodes are spread</source>
        <translation>Serveurs entre lesquels répartir les nœuds</translation>
    </message>
    <message>
        <source>Lab script (bash)</source>
        <translation>Script de lab (bash)</translation>
    </message>
    <message>
        <source>a script that builds the network in namespaces, checks it and takes it down</source>
        <translation>un script qui construit le réseau dans des espaces de noms, le vérifie et le démonte</translation>
    </message>
    <message>
        <source>Plain commands</source>
        <translation>Commandes simples</translation>
    </message>
    <message>
        <source>the commands for each device, as lesson notes give them</source>
        <translation>les commandes de chaque appareil, comme les donne un cours</translation>
    </message>
    <message>
        <source>Batch files (ip -batch)</source>
        <translation>Fichiers batch (ip -batch)</translation>
    </message>
    <message>
        <source>a folder of files for `ip -batch` and `bridge -batch`</source>
        <translation>un dossier de fichiers pour `ip -batch` et `bridge -batch`</translation>
    </message>
    <message>
        <source>ifupdown (interfaces)</source>
        <translation>ifupdown (interfaces)</translation>
    </message>
    <message>
        <source>a folder with etc/network/interfaces for each node</source>
        <translation>un dossier avec etc/network/interfaces pour chaque nœud</translation>
    </message>
    <message>
        <source>netplan</source>
        <translation>netplan</translation>
    </message>
    <message>
        <source>a folder with etc/netplan/ for each node</source>
        <translation>un dossier avec etc/netplan/ pour chaque nœud</translation>
    </message>
    <message>
        <source>systemd-networkd</source>
        <translation>systemd-networkd</translation>
    </message>
    <message>
        <source>a folder with etc/systemd/network/ for each node</source>
        <translation>un dossier avec etc/systemd/network/ pour chaque nœud</translation>
    </message>
    <message>
        <source>Settings (sysctl.d)</source>
        <translation>Réglages (sysctl.d)</translation>
    </message>
    <message>
        <source>a folder with etc/sysctl.d/ for each node</source>
        <translation>un dossier avec etc/sysctl.d/ pour chaque nœud</translation>
    </message>
    <message>
        <source>iptables-persistent</source>
        <translation>iptables-persistent</translation>
    </message>
    <message>
        <source>a folder with etc/iptables/rules.v4 and rules.v6 for each node</source>
        <translation>un dossier avec etc/iptables/rules.v4 et rules.v6 pour chaque nœud</translation>
    </message>
    <message>
        <source>Kathará lab folder</source>
        <translation>Dossier de lab Kathará</translation>
    </message>
    <message>
        <source>a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts</source>
        <translation>un lab pour Kathará, en conteneurs ou avec Megalos sur Kubernetes : lab.conf et scripts de démarrage</translation>
    </message>
    <message>
        <source>containerlab topology</source>
        <translation>Topologie containerlab</translation>
    </message>
    <message>
        <source>a lab for containerlab: containers that their commands configure</source>
        <translation>un lab pour containerlab : des conteneurs configurés par leurs commandes</translation>
    </message>
    <message>
        <source>clabernetes topology</source>
        <translation>Topologie clabernetes</translation>
    </message>
    <message>
        <source>the same on Kubernetes with clabernetes: a resource Topology</source>
        <translation>la même chose sur Kubernetes avec clabernetes : une ressource Topology</translation>
    </message>
    <message>
        <source>Mininet script</source>
        <translation>Script Mininet</translation>
    </message>
    <message>
        <source>a script that builds the network with Mininet 2.3, and checks it</source>
        <translation>un script qui construit le réseau avec Mininet 2.3 et le vérifie</translation>
    </message>
    <message>
        <source>CORE session</source>
        <translation>Session CORE</translation>
    </message>
    <message>
        <source>a session of CORE 9.2, with the commands of each node as its service</source>
        <translation>une session de CORE 9.2, avec les commandes de chaque nœud comme service</translation>
    </message>
    <message>
        <source>Lab sheet (Markdown)</source>
        <translation>Fiche de TP (Markdown)</translation>
    </message>
    <message>
        <source>a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom</source>
        <translation>une fiche avec le dessin, les tableaux d’adresses, de routes et de règles, les commandes, et qui atteint qui</translation>
    </message>
    <message>
        <source>Drawing for Mermaid</source>
        <translation>Dessin pour Mermaid</translation>
    </message>
    <message>
        <source>the drawing as a flowchart of Mermaid</source>
        <translation>le dessin sous forme d’organigramme Mermaid</translation>
    </message>
    <message>
        <source>Drawing for Graphviz</source>
        <translation>Dessin pour Graphviz</translation>
    </message>
    <message>
        <source>the drawing in Graphviz's language</source>
        <translation>le dessin dans le langage de Graphviz</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Image (SVG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Image (PNG)</translation>
    </message>
    <message>
        <source>Picture (PDF)</source>
        <translation>Image (PDF)</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Commandes Docker</translation>
    </message>
    <message>
        <source>a folder with docker.sh for each node with Docker: its networks and containers</source>
        <translation>un dossier avec docker.sh pour chaque nœud qui a Docker : ses réseaux et conteneurs</translation>
    </message>
    <message>
        <source>Names (hosts, DNS)</source>
        <translation>Noms (hosts, DNS)</translation>
    </message>
    <message>
        <source>a folder with hosts, resolv.conf and the name servers' files of each node</source>
        <translation>un dossier avec hosts, resolv.conf et les fichiers des serveurs de noms de chaque nœud</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>a folder with compose.yaml for each node with Docker: its containers and networks</source>
        <translation>un dossier avec compose.yaml pour chaque nœud qui a Docker : ses conteneurs et réseaux</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Manifestes Kubernetes</translation>
    </message>
    <message>
        <source>a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm</source>
        <translation>un dossier avec les manifestes d’un cluster, et la configuration CNI et le kubeadm de chaque nœud</translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 %2, inside: %L3</source>
        <translation>%1 %2, à l’intérieur : %L3</translation>
    </message>
</context>
<context>
    <name>Insertion</name>
    <message>
        <source>Insert %1 between %2 and %3</source>
        <translation>Insérer %1 entre %2 et %3</translation>
    </message>
</context>
<context>
    <name>MatrixGroups</name>
    <message>
        <source>no address</source>
        <translation>aucune adresse</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message>
        <source>port {} of {} on {}</source>
        <translation>le port {} du pont {} sur {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
</context>
<context>
    <name>MoveGesture</name>
    <message>
        <source>Move %1</source>
        <translation>Déplacer %1</translation>
    </message>
    <message>
        <source>Move %1 nodes</source>
        <translation>Déplacer %1 nœuds</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 nœuds</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>Déplacer %1 dans %2</translation>
    </message>
    <message>
        <source>Move %1 out</source>
        <translation>Extraire %1</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>Déplacer %1 objets</translation>
    </message>
</context>
<context>
    <name>NodeKind</name>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Commutateur</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Routeur</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Espace de noms</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
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
        <translation>Interface</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Pont</translation>
    </message>
    <message>
        <source>Tunnel end</source>
        <translation>Extrémité du tunnel</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Drapeaux</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Adresse locale</translation>
    </message>
    <message>
        <source>Peer address</source>
        <translation>Adresse distante</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Voisins</translation>
    </message>
    <message>
        <source>FDB</source>
        <translation>FDB</translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Policy Rules</source>
        <translation>Règles de routage</translation>
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
        <translation>aucun port</translation>
    </message>
    <message>
        <source>1 port</source>
        <translation>1 port</translation>
    </message>
    <message>
        <source>%1 ports</source>
        <translation>%1 ports</translation>
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
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Routing Table</source>
        <translation>Table de routage</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>Joignabilité</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>What If</source>
        <translation>Et si ?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Ports du cluster</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
</context>
<context>
    <name>PassageFilter</name>
    <message>
        <source>Behind “node” stands the name of one node, then “and” or nothing.</source>
        <translation>Après « node » vient le nom d’un nœud, puis « and » ou rien.</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>Il n’y a pas de nœud « %1 ».</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
    <message>
        <source>%1: click where it shall stand, or press Enter; Shift for several, Escape ends</source>
        <translation>%1 : cliquer à l’emplacement voulu ou appuyer sur Entrée ; Maj pour en placer plusieurs, Échap pour finir</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Netdraft</source>
        <translation>À propos de Netdraft</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw Linux networks, see who reaches whom and why not, and take the commands that build them along.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes with no warranty. Made with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dessiner des réseaux Linux, voir qui atteint qui et pourquoi pas, et emporter les commandes qui les construisent.&lt;/p&gt;&lt;p&gt;Logiciel libre sous licence publique générale GNU (GPL), version 3 ou ultérieure ; fourni sans aucune garantie. Réalisé avec Qt %1.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>an untitled network</source>
        <translation>un réseau sans titre</translation>
    </message>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>Récupérer les modifications non enregistrées</translation>
    </message>
    <message>
        <source>Netdraft did not end properly. Recover the unsaved changes to %1?</source>
        <translation>Netdraft ne s’est pas terminé correctement. Récupérer les modifications non enregistrées dans %1 ?</translation>
    </message>
    <message>
        <source>They were kept on %1.</source>
        <translation>Elles ont été conservées le %1.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Abandonner</translation>
    </message>
    <message>
        <source>Ask &amp;Later</source>
        <translation>Demander plus &amp;tard</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>{} by {}</source>
        <translation>{} par {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} et {}</translation>
    </message>
    <message>
        <source>nobody listens on {} at {}</source>
        <translation>{1} n’a aucun programme à l’écoute sur {0}</translation>
    </message>
    <message>
        <source>{} listens on {} for {} only, not for {}</source>
        <translation>{} écoute sur {} pour {} seulement, pas pour {}</translation>
    </message>
    <message>
        <source>the answer comes from {}, which is not what {} asked</source>
        <translation>la réponse vient de l’adresse {}, à laquelle {} n’a rien demandé</translation>
    </message>
    <message>
        <source>{} reaches {} of {}, which does not answer</source>
        <translation>{} atteint {} sur {}, sans obtenir de réponse</translation>
    </message>
    <message>
        <source>{} reaches {} of {}</source>
        <translation>{} atteint {} sur {}</translation>
    </message>
    <message>
        <source>the default route</source>
        <translation>la route par défaut</translation>
    </message>
    <message>
        <source>the route {}</source>
        <translation>la route {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in nft table {}</source>
        <translation>la politique de la chaîne {} de la table nft {}</translation>
    </message>
    <message>
        <source>rule {} (handle {}) of chain {} in nft table {}</source>
        <translation>la règle {} (handle {}) de la chaîne {} de la table nft {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in table {}</source>
        <translation>la politique de la chaîne {} de la table {}</translation>
    </message>
    <message>
        <source>rule {} of chain {} in table {}</source>
        <translation>la règle {} de la chaîne {} de la table {}</translation>
    </message>
    <message>
        <source>{} has a fixed neighbour entry for {} on {} whose link-layer address is not there</source>
        <translation>{0} a pour {1}, sur {2}, une entrée de voisinage statique dont l’adresse de couche liaison est introuvable</translation>
    </message>
    <message>
        <source>ARP is off on {} of {}, which so asks nobody for the link-layer address of {}</source>
        <translation>{1} a ARP désactivé sur {0} et ne demande donc à personne l’adresse de couche liaison associée à {2}</translation>
    </message>
    <message>
        <source>the frame from {} to {} on {} comes to nobody who has its link-layer address</source>
        <translation>la trame envoyée par {} à {} sur {} n’atteint aucun nœud ayant l’adresse de couche liaison visée</translation>
    </message>
    <message>
        <source>{} has no carrier: the other end is down</source>
        <translation>{} n’a pas de porteuse : l’autre extrémité est désactivée</translation>
    </message>
    <message>
        <source>{} has no carrier: it has no members</source>
        <translation>{} n’a pas de porteuse : il n’y a aucun membre</translation>
    </message>
    <message>
        <source>{} has no carrier: none of its members has</source>
        <translation>{} n’a pas de porteuse : aucun de ses membres n’en a</translation>
    </message>
    <message>
        <source>{} has no {} tunnel to take what {} sends (local {}, remote {})</source>
        <translation>{} n’a pas de tunnel {} pour recevoir ce qu’envoie {} (local {}, remote {})</translation>
    </message>
    <message>
        <source>{} sends from {}, which is no address of {}</source>
        <translation>{} envoie depuis {}, une adresse que ne possède pas {}</translation>
    </message>
    <message>
        <source>{} carries no VLAN {}</source>
        <translation>{} ne transporte pas le VLAN {}</translation>
    </message>
    <message>
        <source>port {} of {} on {}</source>
        <translation>le port {} du pont {} sur {}</translation>
    </message>
    <message>
        <source>{} carries no frames without a tag</source>
        <translation>{} ne transporte pas de trames non étiquetées</translation>
    </message>
    <message>
        <source>{} is an access port, and takes no frames with a tag</source>
        <translation>{} est un port d’accès et n’accepte pas de trames étiquetées</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and the frame in none</source>
        <translation>{} est dans le VLAN {}, et la trame dans aucun</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and carries no VLAN {}</source>
        <translation>{} est dans le VLAN {} et ne transporte pas le VLAN {}</translation>
    </message>
    <message>
        <source> in VRF {}</source>
        <translation> dans la VRF {}</translation>
    </message>
    <message>
        <source> outside of VRF {}</source>
        <translation> hors de la VRF {}</translation>
    </message>
    <message>
        <source>{} is reached</source>
        <translation>{} est joignable</translation>
    </message>
    <message>
        <source>{} turns packets to {} away, as IPv6 does for every route out by lo ({})</source>
        <translation>{} refoule les paquets vers {}, comme IPv6 le fait pour toute route sortant par lo ({})</translation>
    </message>
    <message>
        <source>{} has no route to {}{}</source>
        <translation>{} n’a pas de route vers {}{}</translation>
    </message>
    <message>
        <source>{} discards packets to {}: blackhole route {}</source>
        <translation>{} abandonne les paquets vers {} : route blackhole {}</translation>
    </message>
    <message>
        <source>{} refuses packets to {}: unreachable route {}</source>
        <translation>{} refuse les paquets vers {} : route unreachable {}</translation>
    </message>
    <message>
        <source>{} forbids packets to {}: prohibit route {}</source>
        <translation>{} interdit les paquets vers {} : route prohibit {}</translation>
    </message>
    <message>
        <source>{} does not forward {} packets</source>
        <translation>{} ne transfère pas les paquets {}</translation>
    </message>
    <message>
        <source>{} asks for {} on {}, and nobody answers{}</source>
        <translation>{} demande qui a {} sur {}, et personne ne répond{}</translation>
    </message>
    <message>
        <source>{} is down</source>
        <translation>{} est désactivée</translation>
    </message>
    <message>
        <source>lo of {} is down, so it cannot reach itself</source>
        <translation>lo est désactivée sur {}, qui ne peut donc pas s’atteindre soi-même</translation>
    </message>
    <message>
        <source>{} sends packets to {} back to itself by lo, and drops them ({})</source>
        <translation>{} se renvoie par lo les paquets vers {} et les abandonne ({})</translation>
    </message>
    <message>
        <source>{} drops the packet from {}, for that address is its own</source>
        <translation>{} abandonne le paquet venant de l’adresse {}, car c’est la sienne</translation>
    </message>
    <message>
        <source>{} drops the packet from {}: its way back there is another link, and rp_filter asks for the same</source>
        <translation>{} abandonne le paquet venant de l’adresse {} : le retour passerait par une autre interface, et rp_filter exige la même</translation>
    </message>
    <message>
        <source>{} does not forward packets from the link-local address {}</source>
        <translation>{} ne transfère pas les paquets venant de l’adresse de lien local {}</translation>
    </message>
    <message>
        <source>the packet circles until its time to live is used up, last at {}</source>
        <translation>le paquet tourne en rond jusqu’à épuiser son TTL, en dernier sur {}</translation>
    </message>
    <message>
        <source>the time to live that {} gives its packets is used up at {}</source>
        <translation>le TTL donné par {} à ses paquets s’épuise sur {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of a link behind {} of {}</source>
        <translation>le paquet dépasse la MTU d’un lien derrière {} sur {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of the way out of {}</source>
        <translation>le paquet dépasse la MTU du chemin de sortie sur {}</translation>
    </message>
    <message>
        <source>{} has no {} address to send from</source>
        <translation>{} n’a pas d’adresse {} pour émettre</translation>
    </message>
    <message>
        <source>for {} {} is a broadcast address, which nobody answers ({})</source>
        <translation>pour {}, {} est une adresse de diffusion, à laquelle personne ne répond ({})</translation>
    </message>
    <message>
        <source>the switches behind {} of {} form a loop, and frames circle in it</source>
        <translation>les commutateurs derrière {} sur {} forment une boucle, et les trames y tournent en rond</translation>
    </message>
    <message>
        <source>the reply came to {}, which has the address {} too</source>
        <translation>la réponse est arrivée à {}, qui a aussi l’adresse {}</translation>
    </message>
    <message>
        <source>{} answers no echo requests (icmp_echo_ignore_all)</source>
        <translation>{} ne répond pas aux requêtes d’écho (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>{} of {} drops the packet</source>
        <translation>{} sur {} abandonne le paquet</translation>
    </message>
    <message>
        <source>the connection tracking of {} drops the packet</source>
        <translation>le suivi de connexions sur {} abandonne le paquet</translation>
    </message>
    <message>
        <source>{} of {} rejects the packet</source>
        <translation>{} sur {} rejette le paquet</translation>
    </message>
    <message>
        <source>{} does not take part in the frame's VLAN</source>
        <translation>{} ne fait pas partie du VLAN de la trame</translation>
    </message>
    <message>
        <source>{} is private, and passes nothing to others on its parent</source>
        <translation>{} est en mode private et ne transmet rien aux autres interfaces de son parent</translation>
    </message>
    <message>
        <source>{} is isolated from the port that the frame came by</source>
        <translation>{} et le port par lequel la trame est arrivée sont isolés l’un de l’autre</translation>
    </message>
    <message>
        <source>{} does not know where the frame's address is, and no port takes frames for unknown ones</source>
        <translation>{} ne sait pas où se trouve l’adresse de destination de la trame, et aucun port n’accepte les trames vers des adresses inconnues</translation>
    </message>
    <message>
        <source>{} does not forward</source>
        <translation>{} ne transmet pas</translation>
    </message>
    <message>
        <source>{} is locked, and takes no frames from senders whose entry it does not have</source>
        <translation>{} est un port verrouillé et n’accepte pas les trames d’émetteurs dont il n’a pas l’entrée</translation>
    </message>
    <message>
        <source>{} has no end of the tunnel to send to</source>
        <translation>{} n’a pas d’extrémité de tunnel vers laquelle envoyer</translation>
    </message>
    <message>
        <source>{} has a VXLAN link on that port, and none with the VNI</source>
        <translation>{} a un lien VXLAN sur ce port, mais aucun avec ce VNI</translation>
    </message>
    <message>
        <source>{} has another key than {}</source>
        <translation>{} et {} n’ont pas la même clé</translation>
    </message>
    <message>
        <source>the way to the far end of {} leads into {} itself</source>
        <translation>pour {}, le chemin vers l’autre extrémité du tunnel passe par {} même</translation>
    </message>
    <message>
        <source>VRF {} of {} is down, so that it answers nobody there</source>
        <translation>la VRF {} est désactivée sur {} et n’y répond donc à personne</translation>
    </message>
    <message>
        <source>{} carries no {} packets</source>
        <translation>{} ne transporte pas les paquets {}</translation>
    </message>
    <message>
        <source>{} is not the active member of its bond, which takes no frames by it</source>
        <translation>{} n’est pas le membre actif de son bond, qui n’accepte pas de trames par là</translation>
    </message>
    <message>
        <source>nobody listens on the port at {}</source>
        <translation>{} n’a aucun programme à l’écoute sur ce port</translation>
    </message>
    <message>
        <source>{} leads nowhere</source>
        <translation>{} ne mène nulle part</translation>
    </message>
    <message>
        <source>what {} does with it is not modelled</source>
        <translation>le traitement du paquet par {} n’est pas modélisé</translation>
    </message>
    <message>
        <source>what becomes of the packet from {} is not modelled</source>
        <translation>la suite du trajet du paquet après {} n’est pas modélisée</translation>
    </message>
    <message>
        <source>{} (so {} does not find its neighbour {})</source>
        <translation>{} (donc {} ne trouve pas son voisin {})</translation>
    </message>
    <message>
        <source>{} (on the way from {} to {})</source>
        <translation>{} (à l’aller, {} → {})</translation>
    </message>
    <message>
        <source>{} (on the way back from {} to {}, {})</source>
        <translation>{} (au retour, {} → {}, {})</translation>
    </message>
    <message>
        <source>{} reaches {}</source>
        <translation>{} atteint {}</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed, and believes nobody who says he has it</source>
        <translation> : {} sur {} a aussi {}, dont la détection d’adresse dupliquée a échoué, et ignore tout autre nœud qui prétend l’avoir</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed</source>
        <translation> : {} sur {} a aussi {}, dont la détection d’adresse dupliquée a échoué</translation>
    </message>
    <message>
        <source>: {} is on {}, which {} lies on, and the two never hear each other</source>
        <translation> : {} est sur {}, sur laquelle repose {}, et les deux ne communiquent jamais</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, a port of {}, which takes every frame that comes to it</source>
        <translation> : {2} a l’adresse {0} sur {1}, un port du pont {3}, lequel prend toutes les trames qui y arrivent</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which lies on {}, and the two never hear each other</source>
        <translation> : {2} a l’adresse {0} sur {1}, qui repose sur {3}, et les deux ne communiquent jamais</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which in mode {} answers for no address</source>
        <translation> : {2} a l’adresse {0} sur {1}, qui en mode {3} ne répond pour aucune adresse</translation>
    </message>
    <message>
        <source>: {} has {} itself, and believes nobody who says he has it</source>
        <translation> : {} a déjà {} et ignore tout autre nœud qui prétend l’avoir</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP, and bridge-nf-call-iptables lets it see bridged frames</source>
        <translation>{} sur {} abandonne le paquet : Docker l’a réglée sur DROP, et bridge-nf-call-iptables lui soumet aussi les trames pontées</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP</source>
        <translation>{} sur {} abandonne le paquet : Docker l’a réglée sur DROP</translation>
    </message>
    <message>
        <source>the qdisc of {} drops it</source>
        <translation>la qdisc de {} le rejette</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>Network drawing</source>
        <translation>Dessin du réseau</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>“%1” is no network: write one like 192.168.2.0/24, or default</source>
        <translation>« %1 » n’est pas un réseau : l’écrire comme 192.168.2.0/24, ou default</translation>
    </message>
    <message>
        <source>A network is written like 192.168.2.0/24</source>
        <translation>Un réseau s’écrit comme 192.168.2.0/24</translation>
    </message>
    <message>
        <source>A gateway is an address like 192.168.1.6</source>
        <translation>Une passerelle est une adresse comme 192.168.1.6</translation>
    </message>
    <message>
        <source>“%1” cannot name an interface</source>
        <translation>« %1 » ne peut pas être un nom d’interface</translation>
    </message>
    <message>
        <source>A metric is a number; the smallest one wins</source>
        <translation>Une métrique est un nombre ; la plus petite l’emporte</translation>
    </message>
    <message>
        <source>A type is unicast, blackhole, unreachable, prohibit or throw</source>
        <translation>Un type est unicast, blackhole, unreachable, prohibit ou throw</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>policy %1</source>
        <translation>politique %1</translation>
    </message>
    <message>
        <source>every packet</source>
        <translation>tout paquet</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>The machine itself stays; remove its links instead</source>
        <translation>La machine elle-même reste ; supprimer plutôt ses liens</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Remove %1 objects</source>
        <translation>Supprimer %1 objets</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Dupliquer %1</translation>
    </message>
    <message>
        <source>Duplicate %1 nodes</source>
        <translation>Dupliquer %1 nœuds</translation>
    </message>
    <message>
        <source>The machine itself cannot be copied</source>
        <translation>La machine elle-même ne peut pas être copiée</translation>
    </message>
    <message>
        <source>Nodes copied: %L1</source>
        <translation>Nœuds copiés : %L1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>Coller %1</translation>
    </message>
    <message>
        <source>Paste %1 nodes</source>
        <translation>Coller %1 nœuds</translation>
    </message>
    <message>
        <source>Select three nodes or more to spread them</source>
        <translation>Sélectionner au moins trois nœuds pour les répartir</translation>
    </message>
    <message>
        <source>Select two nodes or more to align them</source>
        <translation>Sélectionner au moins deux nœuds pour les aligner</translation>
    </message>
    <message>
        <source>Spread nodes</source>
        <translation>Répartir les nœuds</translation>
    </message>
    <message>
        <source>Align nodes</source>
        <translation>Aligner les nœuds</translation>
    </message>
    <message>
        <source>Lay out nodes</source>
        <translation>Disposer les nœuds</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>Replier %1</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>Déplier %1</translation>
    </message>
    <message>
        <source>Select a node that holds others, or one that is inside of it</source>
        <translation>Sélectionner un nœud qui en contient d’autres, ou un nœud contenu dans un autre</translation>
    </message>
    <message>
        <source>Select a node that is inside of another one</source>
        <translation>Sélectionner un nœud contenu dans un autre</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Extraire %1</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>Activer %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>Désactiver %1</translation>
    </message>
    <message>
        <source>Duplicate %1 objects</source>
        <translation>Dupliquer %1 objets</translation>
    </message>
    <message>
        <source>Select what to copy</source>
        <translation>Sélectionner ce qu’il faut copier</translation>
    </message>
    <message>
        <source>Objects copied: %L1</source>
        <translation>Objets copiés : %L1</translation>
    </message>
    <message>
        <source>There are no nodes and no annotations on the clipboard</source>
        <translation>Il n’y a ni nœuds ni annotations dans le presse-papiers</translation>
    </message>
    <message>
        <source>Paste %1 objects</source>
        <translation>Coller %1 objets</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Déplacer %1</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>Déplacer %1 objets</translation>
    </message>
</context>
<context>
    <name>StationWords</name>
    <message>
        <source>no route to the destination</source>
        <translation>aucune route vers la destination</translation>
    </message>
    <message>
        <source>a blackhole: dropped without a word</source>
        <translation>blackhole : abandonné sans un mot</translation>
    </message>
    <message>
        <source>an unreachable route: refused</source>
        <translation>route unreachable : refusé</translation>
    </message>
    <message>
        <source>prohibited: refused</source>
        <translation>interdit (prohibit) : refusé</translation>
    </message>
    <message>
        <source>this node does not forward (ip_forward is 0)</source>
        <translation>ce nœud ne transfère pas (ip_forward vaut 0)</translation>
    </message>
    <message>
        <source>nobody answers for that address</source>
        <translation>personne ne répond pour cette adresse</translation>
    </message>
    <message>
        <source>the frame is for another MAC address</source>
        <translation>la trame est destinée à une autre adresse MAC</translation>
    </message>
    <message>
        <source>the link is down</source>
        <translation>l’interface est désactivée</translation>
    </message>
    <message>
        <source>the link has no carrier</source>
        <translation>l’interface n’a pas de porteuse</translation>
    </message>
    <message>
        <source>lo is down</source>
        <translation>lo est désactivée</translation>
    </message>
    <message>
        <source>the source cannot come from there (martian)</source>
        <translation>cette adresse source ne peut pas venir de là (martian)</translation>
    </message>
    <message>
        <source>the way back to the source is another link (rp_filter)</source>
        <translation>le retour vers la source passe par une autre interface (rp_filter)</translation>
    </message>
    <message>
        <source>a link-local source may not pass a router</source>
        <translation>une source de lien local ne peut pas franchir un routeur</translation>
    </message>
    <message>
        <source>the time to live is used up</source>
        <translation>le TTL est épuisé</translation>
    </message>
    <message>
        <source>larger than the MTU</source>
        <translation>dépasse la MTU</translation>
    </message>
    <message>
        <source>no address to send from</source>
        <translation>aucune adresse source disponible</translation>
    </message>
    <message>
        <source>a broadcast address, which nobody answers</source>
        <translation>une adresse de diffusion, à laquelle personne ne répond</translation>
    </message>
    <message>
        <source>the switches form a loop, and frames circle in it</source>
        <translation>les commutateurs forment une boucle, et les trames y tournent en rond</translation>
    </message>
    <message>
        <source>nobody here waits for it</source>
        <translation>personne ne l’attend ici</translation>
    </message>
    <message>
        <source>echo requests are ignored (icmp_echo_ignore_all)</source>
        <translation>les requêtes d’écho sont ignorées (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>abandonné</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>not in the frame's VLAN</source>
        <translation>pas dans le VLAN de la trame</translation>
    </message>
    <message>
        <source>does not carry the frame's VLAN</source>
        <translation>ne transporte pas le VLAN de la trame</translation>
    </message>
    <message>
        <source>isolated from the port that it came by</source>
        <translation>isolé du port par lequel la trame est arrivée</translation>
    </message>
    <message>
        <source>no port takes frames for unknown addresses</source>
        <translation>aucun port n’accepte les trames vers des adresses inconnues</translation>
    </message>
    <message>
        <source>the port does not forward</source>
        <translation>le port ne transmet pas</translation>
    </message>
    <message>
        <source>the port is locked, and does not know the sender</source>
        <translation>le port est verrouillé et ne connaît pas l’émetteur</translation>
    </message>
    <message>
        <source>the tunnel knows no end to send to</source>
        <translation>le tunnel ne connaît aucune extrémité à qui envoyer</translation>
    </message>
    <message>
        <source>no VXLAN link has the VNI</source>
        <translation>aucun lien VXLAN n’a ce VNI</translation>
    </message>
    <message>
        <source>no tunnel takes it</source>
        <translation>aucun tunnel ne l’accepte</translation>
    </message>
    <message>
        <source>the tunnel has another key</source>
        <translation>le tunnel a une autre clé</translation>
    </message>
    <message>
        <source>the tunnel's local address is not here</source>
        <translation>l’adresse locale du tunnel n’est pas ici</translation>
    </message>
    <message>
        <source>the way to the tunnel's end leads into the tunnel</source>
        <translation>le chemin vers l’extrémité du tunnel passe par le tunnel même</translation>
    </message>
    <message>
        <source>the VRF is down</source>
        <translation>la VRF est désactivée</translation>
    </message>
    <message>
        <source>the link does not carry this</source>
        <translation>l’interface ne transporte pas cela</translation>
    </message>
    <message>
        <source>not the active member of the bond</source>
        <translation>pas le membre actif du bond</translation>
    </message>
    <message>
        <source>nobody listens on the port</source>
        <translation>aucun programme n’est à l’écoute sur ce port</translation>
    </message>
    <message>
        <source>a dummy link leads nowhere</source>
        <translation>une interface dummy ne mène nulle part</translation>
    </message>
    <message>
        <source>what happens here is not modelled</source>
        <translation>ce qui se passe ici n’est pas modélisé</translation>
    </message>
    <message>
        <source>less specific</source>
        <translation>moins spécifique</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>métrique moins bonne</translation>
    </message>
    <message>
        <source>less preferred</source>
        <translation>préférence moindre</translation>
    </message>
    <message>
        <source>stands behind it</source>
        <translation>vient après</translation>
    </message>
    <message>
        <source>its link is down</source>
        <translation>son interface est désactivée</translation>
    </message>
    <message>
        <source>leaves by another link than asked for</source>
        <translation>sort par une autre interface que celle demandée</translation>
    </message>
    <message>
        <source>goes on to the next table</source>
        <translation>passe à la table suivante</translation>
    </message>
    <message>
        <source>too short for the rule (suppress_prefixlength)</source>
        <translation>préfixe trop court pour la règle (suppress_prefixlength)</translation>
    </message>
    <message>
        <source>its table is asked only after that</source>
        <translation>sa table n’est consultée qu’ensuite</translation>
    </message>
    <message>
        <source>no rule leads to its table</source>
        <translation>aucune règle ne mène à sa table</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>aucune correspondance</translation>
    </message>
    <message>
        <source>says to go on</source>
        <translation>demande de continuer</translation>
    </message>
    <message>
        <source>jumps on</source>
        <translation>saute plus loin</translation>
    </message>
    <message>
        <source>matches, its table has no route</source>
        <translation>correspond, sa table n’a pas de route</translation>
    </message>
    <message>
        <source>matches, its table says throw</source>
        <translation>correspond, sa table indique throw</translation>
    </message>
    <message>
        <source>matches, its route is suppressed</source>
        <translation>correspond, sa route est écartée (suppress)</translation>
    </message>
    <message>
        <source>tunnel packet</source>
        <translation>paquet de tunnel</translation>
    </message>
    <message>
        <source>echo request</source>
        <translation>requête d’écho</translation>
    </message>
    <message>
        <source>echo reply</source>
        <translation>réponse d’écho</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>erreur ICMP</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>pont</translation>
    </message>
    <message>
        <source>local process</source>
        <translation>processus local</translation>
    </message>
    <message>
        <source>routing decision</source>
        <translation>décision de routage</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>voisin</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>ARP request for {}</source>
        <translation>requête ARP pour {}</translation>
    </message>
    <message>
        <source>ARP reply of {}</source>
        <translation>réponse ARP envoyée par {}</translation>
    </message>
    <message>
        <source>neighbour solicitation for {}</source>
        <translation>sollicitation de voisin pour {}</translation>
    </message>
    <message>
        <source>neighbour advertisement of {}</source>
        <translation>annonce de voisin envoyée par {}</translation>
    </message>
    <message>
        <source>the qdisc drops it</source>
        <translation>la qdisc le rejette</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Ends here: %1</source>
        <translation>S’arrête ici : %1</translation>
    </message>
    <message>
        <source>not %1 (%2)</source>
        <translation>pas %1 (%2)</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteinte</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Core, distribution and access routers in a tree, hosts on the access routers' LANs.</source>
        <translation>Routeurs de cœur, de distribution et d’accès en arbre, hôtes sur les LAN des routeurs d’accès.</translation>
    </message>
    <message>
        <source>Routers in a row with a host each, and static routes both ways.</source>
        <translation>Routeurs en ligne avec un hôte chacun, et routes statiques dans les deux sens.</translation>
    </message>
    <message>
        <source>Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.</source>
        <translation>Nœuds avec des pods, chacun sur un pont, réunis par un overlay VXLAN à la manière de flannel.</translation>
    </message>
    <message>
        <source>The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.</source>
        <translation>Le fat tree à k pods d’Al-Fares, Loukissas et Vahdat (2008), routé, utilisant tous les chemins de coût égal.</translation>
    </message>
    <message>
        <source>Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.</source>
        <translation>Chaque routeur leaf est câblé à chaque spine, tous les chemins de coût égal étant utilisés ; hôtes sur les LAN des leafs.</translation>
    </message>
    <message>
        <source>Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.</source>
        <translation>Routeurs câblés au hasard, un LAN d’hôtes sur chacun, routés par les plus courts chemins ; identique pour une même graine.</translation>
    </message>
    <message>
        <source>Routers in a circle with a host each, routed by the shorter way round.</source>
        <translation>Routeurs en cercle avec un hôte chacun, routés par le côté le plus court.</translation>
    </message>
    <message>
        <source>Hosts on one switch.</source>
        <translation>Hôtes sur un seul commutateur.</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>Campus</translation>
    </message>
    <message>
        <source>Chain of Routers</source>
        <translation>Chaîne de routeurs</translation>
    </message>
    <message>
        <source>Cluster with an Overlay</source>
        <translation>Cluster avec overlay</translation>
    </message>
    <message>
        <source>Fat Tree</source>
        <translation>Fat tree</translation>
    </message>
    <message>
        <source>Leaf and Spine</source>
        <translation>Leaf-spine</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aléatoire</translation>
    </message>
    <message>
        <source>Ring of Routers</source>
        <translation>Anneau de routeurs</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Étoile</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Routeurs</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Hosts on each</source>
        <translation>Hôtes par LAN</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nœuds</translation>
    </message>
    <message>
        <source>Pods on each</source>
        <translation>Pods par nœud</translation>
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
        <translation>Graine</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A network</source>
        <translation>Un réseau</translation>
    </message>
    <message>
        <source>Devices, switches and a router, wired up. Double-click to add something; press L and drag from one to another to wire them.</source>
        <translation>Des appareils, des commutateurs et un routeur, câblés entre eux. Double-cliquer pour ajouter un élément ; appuyer sur L et glisser de l’un à l’autre pour les relier.</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Est-ce que ça marche ?</translation>
    </message>
    <message>
        <source>After every change it says whether everybody reaches everybody, and if not, why not. The button on the right mends it, one step at a time.</source>
        <translation>Après chaque modification, il est indiqué ici si tous s’atteignent et, sinon, pourquoi. Le bouton à droite répare, une étape à la fois.</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Qui atteint qui</translation>
    </message>
    <message>
        <source>A row pings a column. Point at a cell for the reason, or click it to see on the canvas how far the packet comes.</source>
        <translation>La ligne envoie un ping à la colonne. Survoler une cellule pour en voir la raison, ou cliquer dessus pour voir sur le dessin jusqu’où va le paquet.</translation>
    </message>
    <message>
        <source>What a node is</source>
        <translation>Ce qui compose un nœud</translation>
    </message>
    <message>
        <source>Select a node to see and change its interfaces, addresses and routes. Enter opens its terminal, which knows ip, bridge, ping, tcpdump and many others.</source>
        <translation>Sélectionner un nœud pour voir et modifier ses interfaces, ses adresses et ses routes. Entrée ouvre son terminal, qui connaît ip, bridge, ping, tcpdump et bien d’autres commandes.</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>La même chose en commandes</translation>
    </message>
    <message>
        <source>Whatever you do is written down as the commands that do it on a real machine. Export (Ctrl+E) makes a script of them that builds this very network in namespaces.</source>
        <translation>Chaque action est notée sous forme des commandes qui font de même sur une vraie machine. Exporter (Ctrl+E) en tire un script qui construit ce même réseau dans des espaces de noms.</translation>
    </message>
</context>
<context>
    <name>TroubleQuestion</name>
    <message>
        <source>Not Everything Was Understood</source>
        <translation>Tout n’a pas été compris</translation>
    </message>
    <message>
        <source>Netdraft does not understand these parts of “%1”. What it does understand can be opened, as a network that is not complete.</source>
        <translation>Netdraft ne comprend pas ces parties de « %1 ». Ce qu’il comprend peut être ouvert, comme réseau incomplet.</translation>
    </message>
    <message>
        <source>%1 (a note)</source>
        <translation>%1 (une remarque)</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>Ce qui n’a pas été compris</translation>
    </message>
    <message>
        <source>&amp;Open the Rest</source>
        <translation>&amp;Ouvrir le reste</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
<context>
    <name>netdraft::app::MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pairs that this change healed: %L1, and broke: %L2</source>
        <translation>Paires rétablies par cette modification : %L1, rompues : %L2</translation>
    </message>
    <message>
        <source>Find a node by its name or an address</source>
        <translation>Trouver un nœud par son nom ou une adresse</translation>
    </message>
    <message>
        <source>Type what you want to do, or a node</source>
        <translation>Saisir une action à effectuer ou un nœud</translation>
    </message>
</context>
<context>
    <name>netdraft::model::HintWords</name>
    <message>
        <source>Perhaps: {}</source>
        <translation>Peut-être : {}</translation>
    </message>
    <message>
        <source>This makes a namespace that is called netns. Perhaps: ip netns add NAME</source>
        <translation>Ceci crée un espace de noms appelé netns. Peut-être : ip netns add NAME</translation>
    </message>
    <message>
        <source>Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}</source>
        <translation>Sans longueur de préfixe, c’est {}/{}, un réseau d’une seule adresse. Peut-être : {}/{}</translation>
    </message>
    <message>
        <source>{} has no {}, but {}.</source>
        <translation>{} n’a pas {}, mais {}.</translation>
    </message>
    <message>
        <source>{} has no {}; it is in {}.</source>
        <translation>{} n’a pas {} ; il est dans {}.</translation>
    </message>
    <message>
        <source>The gateway has to be in a network that {} has an address in, by a link that is up: see ip addr.</source>
        <translation>La passerelle doit être dans un réseau où {} a une adresse, par une interface active : voir ip addr.</translation>
    </message>
    <message>
        <source>Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24</source>
        <translation>Sans masque, c’est {0}/{1}, selon sa classe. Peut-être : ifconfig {2} {0}/24</translation>
    </message>
</context>
<context>
    <name>netdraft::model::MendWords</name>
    <message>
        <source>Make {} the primary member of {}</source>
        <translation>Choisir {} comme membre primaire dans {}</translation>
    </message>
    <message>
        <source>Make {} the active member of {}</source>
        <translation>Choisir {} comme membre actif dans {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} et {}</translation>
    </message>
    <message>
        <source>Set {} up</source>
        <translation>Activer {}</translation>
    </message>
    <message>
        <source>Set {} of {} up</source>
        <translation>Activer {} sur {}</translation>
    </message>
    <message>
        <source>Switch ARP on for {} of {}</source>
        <translation>Activer ARP pour {} sur {}</translation>
    </message>
    <message>
        <source>Let the route {} of {} carry what its link does</source>
        <translation>Sur {1}, aligner la route {0} sur la MTU de son lien</translation>
    </message>
    <message>
        <source>Write {} of {} as {}, as its neighbours do</source>
        <translation>Sur {1}, écrire {0} sous la forme {2}, comme les voisins</translation>
    </message>
    <message>
        <source>Send {}'s packets for {} via {} instead</source>
        <translation>Sur {}, envoyer les paquets pour {} plutôt via {}</translation>
    </message>
    <message>
        <source>Set the MTU of the links behind {} to {} bytes</source>
        <translation>Fixer à {1} octets la MTU des liens derrière {0}</translation>
    </message>
    <message>
        <source>Remove the fixed neighbour entry for {} from {}</source>
        <translation>Supprimer l’entrée de voisinage statique pour {} sur {}</translation>
    </message>
    <message>
        <source>Let {} forward {} packets</source>
        <translation>Activer le transfert {1} sur {0}</translation>
    </message>
    <message>
        <source>Let {} forward {} packets that come in by {}</source>
        <translation>Sur {}, transférer les paquets {} entrant par {}</translation>
    </message>
    <message>
        <source>Let {} answer echo requests</source>
        <translation>Répondre aux requêtes d’écho sur {}</translation>
    </message>
    <message>
        <source>Switch rp_filter of {} off for {}</source>
        <translation>Désactiver rp_filter sur {} pour {}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in nft table {} of {} accept</source>
        <translation>Passer à accept la politique de la chaîne {} de la table nft {} sur {}</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in nft table {} of {}</source>
        <translation>Supprimer la règle {} de la chaîne {} de la table nft {} sur {}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in table {} of {} accept</source>
        <translation>Passer à ACCEPT la politique de la chaîne {} de la table {} sur {}</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in table {} of {}</source>
        <translation>Supprimer la règle {} de la chaîne {} de la table {} sur {}</translation>
    </message>
    <message>
        <source>Make {} an access port of VLAN {}</source>
        <translation>Passer {} en mode accès dans le VLAN {}</translation>
    </message>
    <message>
        <source>Make {} a trunk</source>
        <translation>Passer {} en mode trunk</translation>
    </message>
    <message>
        <source>Let {} carry VLAN {} as well</source>
        <translation>Transporter aussi le VLAN {1} sur {0}</translation>
    </message>
    <message>
        <source>Let {} and the others on its parent hear each other</source>
        <translation>Laisser communiquer {} et les autres interfaces de son parent</translation>
    </message>
    <message>
        <source>Isolate {} no longer</source>
        <translation>Ne plus isoler {}</translation>
    </message>
    <message>
        <source>Unlock {}</source>
        <translation>Déverrouiller {}</translation>
    </message>
    <message>
        <source>Let {} forward</source>
        <translation>Laisser {} transmettre</translation>
    </message>
    <message>
        <source>Let the ports of {} take frames for unknown addresses</source>
        <translation>Accepter, sur les ports du pont {}, les trames vers des adresses inconnues</translation>
    </message>
    <message>
        <source>Let {} look all packets up in its main table</source>
        <translation>Sur {}, router tous les paquets selon la table main</translation>
    </message>
    <message>
        <source>Remove the throw route to {} from {}</source>
        <translation>Supprimer la route throw vers {} sur {}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {} in VRF {}</source>
        <translation>Rediriger la route {} via {} sur {} dans la VRF {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {} in VRF {}</source>
        <translation>Ajouter la route {} via {} sur {} dans la VRF {}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {}</source>
        <translation>Rediriger la route {} via {} sur {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {}</source>
        <translation>Ajouter la route {} via {} sur {}</translation>
    </message>
    <message>
        <source>Change route {} on {} by its link {}</source>
        <translation>Rediriger la route {} sur {} par son lien {}</translation>
    </message>
    <message>
        <source>Add route {} on {} by its link {}</source>
        <translation>Ajouter la route {} sur {} par son lien {}</translation>
    </message>
    <message>
        <source>Give {} of {} the address {}</source>
        <translation>Attribuer l’adresse {2} à {0} sur {1}</translation>
    </message>
    <message>
        <source>{} and the route {} via {}</source>
        <translation>{} et ajouter la route {} via {}</translation>
    </message>
    <message>
        <source>Remove policy rule {} from {}</source>
        <translation>Supprimer la règle de routage {} sur {}</translation>
    </message>
    <message>
        <source>Let packets of {} set out with a time to live of {}</source>
        <translation>Sur {}, émettre les paquets avec un TTL de {}</translation>
    </message>
    <message>
        <source>Remove this route to {} from {}</source>
        <translation>Supprimer cette route vers {} sur {}</translation>
    </message>
    <message>
        <source>Add route {} by the tunnel {} on {}</source>
        <translation>Ajouter la route {} par le tunnel {} sur {}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {}</source>
        <translation>Ajouter la route {} vers la VRF {} sur {}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {} in VRF {}</source>
        <translation>Ajouter la route {} vers la VRF {} sur {} dans la VRF {}</translation>
    </message>
    <message>
        <source>Set lo of {} up</source>
        <translation>Activer lo sur {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {}</source>
        <translation>Sur {}, mettre un programme à l’écoute sur {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {} for any address</source>
        <translation>Sur {}, mettre un programme à l’écoute sur {} pour toute adresse</translation>
    </message>
    <message>
        <source>Let {} pass from port to port in DOCKER-USER of {}</source>
        <translation>Laisser passer {} de port à port dans DOCKER-USER sur {}</translation>
    </message>
    <message>
        <source>Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)</source>
        <translation>Ne plus soumettre les trames pontées à iptables sur {} (bridge-nf-call-iptables)</translation>
    </message>
    <message>
        <source>Let packets pass between {} and {} in DOCKER-USER of {}</source>
        <translation>Laisser passer les paquets entre {} et {} dans DOCKER-USER sur {}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::NameWords</name>
    <message>
        <source>{} finds {} in /etc/hosts: {}</source>
        <translation>{} trouve {} dans /etc/hosts : {}</translation>
    </message>
    <message>
        <source>{} does not find {} in /etc/hosts</source>
        <translation>{} ne trouve pas {} dans /etc/hosts</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({}) again, over TCP</source>
        <translation>{} redemande à {} {} ({}), par TCP</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({})</source>
        <translation>{} demande à {} {} ({})</translation>
    </message>
    <message>
        <source>{} at {} does not answer</source>
        <translation>{} sur {} ne répond pas</translation>
    </message>
    <message>
        <source>the answer of {} at {} is too long for a datagram</source>
        <translation>la réponse de {} sur {} est trop longue pour un datagramme</translation>
    </message>
    <message>
        <source>no answer comes: {}</source>
        <translation>aucune réponse ne vient : {}</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which answers</source>
        <translation>{} sur {} interroge {}, qui répond</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which does not answer</source>
        <translation>{} sur {} interroge {}, qui ne répond pas</translation>
    </message>
    <message>
        <source>{} at {} knows no name {}</source>
        <translation>{} sur {} ne connaît pas de nom {}</translation>
    </message>
    <message>
        <source>{} at {} answers with the error {}</source>
        <translation>{} sur {} répond par l’erreur {}</translation>
    </message>
    <message>
        <source>{} at {} knows {} as another name of {}</source>
        <translation>{} sur {} connaît {} comme un autre nom de {}</translation>
    </message>
    <message>
        <source>{} at {} knows {}, but no record {} of it</source>
        <translation>{} sur {} connaît {}, mais n’en a pas d’enregistrement {}</translation>
    </message>
    <message>
        <source>{} at {} answers: {}</source>
        <translation>{} sur {} répond : {}</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} est {}</translation>
    </message>
    <message>
        <source>{} is {}, and that is {}</source>
        <translation>{} est {}, c’est-à-dire {}</translation>
    </message>
    <message>
        <source>there is no such name as {}</source>
        <translation>il n’existe pas de nom {}</translation>
    </message>
    <message>
        <source>{} has no address</source>
        <translation>{} n’a pas d’adresse</translation>
    </message>
    <message>
        <source>nobody could tell what {} is</source>
        <translation>personne n’a pu dire ce qu’est {}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ProblemWords</name>
    <message>
        <source>{} cannot reach {} ({}): {}</source>
        <translation>{} ne peut pas atteindre {} ({}) : {}</translation>
    </message>
    <message>
        <source>The switches at {} form a loop: every broadcast circles in it for ever</source>
        <translation>Les commutateurs côté {} forment une boucle : chaque diffusion y tourne sans fin</translation>
    </message>
    <message>
        <source>{} and {} have the same address {} on one segment</source>
        <translation>{} et {} ont la même adresse {} sur un même segment</translation>
    </message>
    <message>
        <source>{} writes its subnet {} with another length than {} on the same segment (/{})</source>
        <translation>{} écrit son sous-réseau {}, mais {} l’écrit avec une autre longueur sur le même segment (/{})</translation>
    </message>
    <message>
        <source>{} of {} is down, so its cable to {} carries nothing</source>
        <translation>{} est désactivée sur {} : son câble vers {} ne transporte rien</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ReasonWords</name>
    <message>
        <source>policy rule {} of {} discards packets to {}</source>
        <translation>la règle de routage {} sur {} abandonne les paquets vers {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} forbids packets to {}</source>
        <translation>la règle de routage {} sur {} interdit les paquets vers {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} refuses packets to {}</source>
        <translation>la règle de routage {} sur {} refuse les paquets vers {}</translation>
    </message>
    <message>
        <source>no rule of {} at {} takes {}/{}</source>
        <translation>aucune règle de {} sur {} ne prend {}/{}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::StationWords</name>
    <message>
        <source>dropped by connection tracking</source>
        <translation>abandonné par le suivi de connexions</translation>
    </message>
    <message>
        <source>takes it, and answers</source>
        <translation>l’accepte et répond</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>l’accepte</translation>
    </message>
    <message>
        <source>a tunnel packs another packet into it</source>
        <translation>un tunnel y encapsule un autre paquet</translation>
    </message>
    <message>
        <source>sends it</source>
        <translation>l’envoie</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>répond</translation>
    </message>
    <message>
        <source>reports what became of another</source>
        <translation>signale ce qu’est devenu un autre paquet</translation>
    </message>
    <message>
        <source>{} dev {} (heard there)</source>
        <translation>{} dev {} (apprise là)</translation>
    </message>
    <message>
        <source>{} dev {} (static)</source>
        <translation>{} dev {} (statique)</translation>
    </message>
    <message>
        <source>{} is not known: flooded</source>
        <translation>{} est inconnue : inondation</translation>
    </message>
    <message>
        <source>{}: to all ports</source>
        <translation>{} : vers tous les ports</translation>
    </message>
    <message>
        <source>{} is {}'s own</source>
        <translation>{} appartient à {} même</translation>
    </message>
    <message>
        <source>connection {}</source>
        <translation>connexion {}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>aucune correspondance</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>aucune règle</translation>
    </message>
    <message>
        <source>source {} becomes {}</source>
        <translation>la source {} devient {}</translation>
    </message>
    <message>
        <source>destination {} becomes {}</source>
        <translation>la destination {} devient {}</translation>
    </message>
    <message>
        <source>of several ways, by a hash of its addresses: {} dev {}</source>
        <translation>parmi plusieurs chemins, par hachage des adresses : {} dev {}</translation>
    </message>
    <message>
        <source>an entry that somebody made (PERMANENT)</source>
        <translation>une entrée créée à la main (PERMANENT)</translation>
    </message>
    <message>
        <source>known from before</source>
        <translation>entrée déjà connue</translation>
    </message>
    <message>
        <source>asked for by ARP</source>
        <translation>demande par ARP</translation>
    </message>
    <message>
        <source>asked for by neighbour discovery</source>
        <translation>demande par découverte des voisins</translation>
    </message>
    <message>
        <source>nobody is asked on this link</source>
        <translation>personne n’est interrogé sur cette interface</translation>
    </message>
    <message>
        <source>is for many: nobody is asked</source>
        <translation>s’adresse à plusieurs : personne n’est interrogé</translation>
    </message>
    <message>
        <source>ARP answers: {} is here</source>
        <translation>ARP répond : {} est ici</translation>
    </message>
    <message>
        <source>ARP says nothing: {} is not here</source>
        <translation>ARP se tait : {} n’est pas ici</translation>
    </message>
    <message>
        <source>ARP learns: {} lladdr {}</source>
        <translation>ARP apprend : {} lladdr {}</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressDialog</name>
    <message>
        <source>Default &amp;gateways for hosts</source>
        <translation>&amp;Passerelles par défaut des hôtes</translation>
    </message>
    <message>
        <source>&amp;Routes between routers</source>
        <translation>&amp;Routes entre les routeurs</translation>
    </message>
    <message>
        <source>&amp;Only the segments of what is selected</source>
        <translation>&amp;Seulement les segments de la sélection</translation>
    </message>
    <message>
        <source>Give Addresses</source>
        <translation>Attribuer les adresses</translation>
    </message>
    <message>
        <source>What every segment gets</source>
        <translation>Ce que reçoit chaque segment</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Give Addresses</source>
        <translation>&amp;Attribuer les adresses</translation>
    </message>
    <message>
        <source>&amp;each of</source>
        <translation>&amp;chacun en</translation>
    </message>
    <message>
        <source>&amp;Networks from</source>
        <translation>Réseaux pris &amp;dans</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>Nothing is missing: every interface on a segment has an address.</source>
        <translation>Il ne manque rien : chaque interface reliée à un segment a une adresse.</translation>
    </message>
    <message>
        <source>Addresses: %L1, default gateways: %L2, other routes: %L3. What is there already stays as it is.</source>
        <translation>Adresses : %L1, passerelles par défaut : %L2, autres routes : %L3. Ce qui existe déjà reste tel quel.</translation>
    </message>
    <message>
        <source>Interfaces that are down, or whose other end is, get none: %L1.</source>
        <translation>Les interfaces désactivées, ou dont l’autre extrémité l’est, n’en reçoivent pas : %L1.</translation>
    </message>
    <message>
        <source>Give addresses</source>
        <translation>Attribuer les adresses</translation>
    </message>
    <message>
        <source>Addresses are given; one Undo takes them all back</source>
        <translation>Adresses attribuées ; une seule annulation les retire toutes</translation>
    </message>
    <message>
        <source>Networks from</source>
        <translation>Réseaux pris dans</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressModel</name>
    <message>
        <source>An address is written like 192.168.1.5/24</source>
        <translation>Une adresse s’écrit comme 192.168.1.5/24</translation>
    </message>
    <message>
        <source>Remove address %1</source>
        <translation>Supprimer l’adresse %1</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Ajouter une adresse…</translation>
    </message>
    <message>
        <source>Type an address with its prefix length, like 192.168.1.5/24, and press Enter</source>
        <translation>Saisir une adresse avec sa longueur de préfixe, comme 192.168.1.5/24, puis appuyer sur Entrée</translation>
    </message>
    <message>
        <source>Of a router's advertisement: it is there again as long as the router can be heard.</source>
        <translation>Vient d’une annonce de routeur : elle revient tant que ce routeur se fait entendre.</translation>
    </message>
    <message>
        <source>The kernel formed this address by itself.</source>
        <translation>Le noyau a formé cette adresse de lui-même.</translation>
    </message>
    <message>
        <source>Double-click to change it, Delete removes it</source>
        <translation>Double-cliquer pour la modifier, Suppr pour la supprimer</translation>
    </message>
    <message>
        <source>Add address %1</source>
        <translation>Ajouter l’adresse %1</translation>
    </message>
    <message>
        <source>Change address to %1</source>
        <translation>Remplacer l’adresse par %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AnnotationEditor</name>
    <message>
        <source>Words of the annotation</source>
        <translation>Texte de l’annotation</translation>
    </message>
    <message>
        <source>Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was</source>
        <translation>Entrée valide ce qui est écrit, Maj+Entrée commence une nouvelle ligne, Échap laisse tout comme avant</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ChartsPanel</name>
    <message>
        <source>Zoom in on the chart</source>
        <translation>Agrandir le graphique</translation>
    </message>
    <message>
        <source>Zoom out of the chart</source>
        <translation>Réduire le graphique</translation>
    </message>
    <message>
        <source>Show the whole chart</source>
        <translation>Afficher tout le graphique</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table</source>
        <translation>Enregistrer le graphique comme image ou comme tableau</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Longueur des chemins</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Paires par sous-réseau</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Taille des tables</translation>
    </message>
    <message>
        <source>Packets by cable, of the shown ping</source>
        <translation>Paquets par câble, du ping affiché</translation>
    </message>
    <message>
        <source>Flooded and forwarded, for the shown ping</source>
        <translation>Inondées et transmises, du ping affiché</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1</source>
        <translation>Les graphiques ne peuvent pas être dessinés : %1</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Il n’y a encore rien à compter.</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>Enregistrer le graphique</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)</source>
        <translation>Images (*.png);;Dessins (*.svg);;Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: %2</source>
        <translation>Impossible d’enregistrer « %1 » : %2</translation>
    </message>
    <message>
        <source>Click a cell under Reachability: the packets of its ping are counted here.</source>
        <translation>Cliquer sur une cellule sous Joignabilité : les paquets de son ping sont comptés ici.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::CommandsPanel</name>
    <message>
        <source>Which commands</source>
        <translation>Quelles commandes</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Cette session</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Réseau entier</translation>
    </message>
    <message>
        <source>Of which node</source>
        <translation>De quel nœud</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>The commands that do the same as what you do here appear in this place.</source>
        <translation>Les commandes équivalentes à ce qui est fait ici apparaissent à cet endroit.</translation>
    </message>
    <message>
        <source>Copy all of them</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Tous les nœuds</translation>
    </message>
    <message>
        <source>Commands of</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sur</translation>
    </message>
    <message>
        <source>This session, step by step</source>
        <translation>Cette session, pas à pas</translation>
    </message>
    <message>
        <source>Do the next command</source>
        <translation>Exécuter la commande suivante</translation>
    </message>
    <message>
        <source>Step through: take the last step back and do its commands one by one</source>
        <translation>Parcourir : annuler la dernière étape et exécuter ses commandes une à une</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Document</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ExportDialog</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Configuration of each node</source>
        <translation>Configuration de chaque nœud</translation>
    </message>
    <message>
        <source>Labs for other engines</source>
        <translation>Labs pour d’autres moteurs</translation>
    </message>
    <message>
        <source>Drawings and sheets</source>
        <translation>Dessins et fiches</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Exporter « %1 »</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Ce qui serait écrit</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>Le dessin</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>the drawing, as it is on the canvas</source>
        <translation>le dessin, tel qu’il est à l’écran</translation>
    </message>
    <message>
        <source>There is nothing to write: no node differs in this from a machine that was just installed.</source>
        <translation>Il n’y a rien à écrire : aucun nœud ne diffère en cela d’une machine fraîchement installée.</translation>
    </message>
    <message>
        <source>This form cannot say:</source>
        <translation>Ce format ne peut pas exprimer :</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… et %L1 de plus</translation>
    </message>
    <message>
        <source>… the rest is not shown here</source>
        <translation>… le reste n’est pas affiché ici</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Export : %1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>The network cannot be exported.</source>
        <translation>Impossible d’exporter le réseau.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::FileFlow</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Enregistrer les modifications dans « %1 » ?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Sans enregistrement, elles seront perdues.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;Scripts (*.sh);;All files (*)</source>
        <translation>Réseaux (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Fichiers de projet (*.netdraft);;Scripts (*.sh);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open Lab Folder</source>
        <translation>Ouvrir un dossier de lab</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>Impossible d’ouvrir « %1 ».</translation>
    </message>
    <message>
        <source>“%1” is drawn, with this to know: %2</source>
        <translation>« %1 » est dessiné ; à noter : %2</translation>
    </message>
    <message>
        <source>This machine cannot be captured.</source>
        <translation>Impossible de capturer cette machine.</translation>
    </message>
    <message>
        <source>The example cannot be opened.</source>
        <translation>Impossible d’ouvrir l’exemple.</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Project files (*.netdraft)</source>
        <translation>Fichiers de projet (*.netdraft)</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>Enregistrer les paquets</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>Captures (*.pcapng)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved.</source>
        <translation>Impossible d’enregistrer « %1 ».</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aucun fichier pour l’instant</translation>
    </message>
</context>
<context>
    <name>netdraft::views::GuessBar</name>
    <message>
        <source>an ARP request</source>
        <translation>une requête ARP</translation>
    </message>
    <message>
        <source>an ARP reply</source>
        <translation>une réponse ARP</translation>
    </message>
    <message>
        <source>the echo request</source>
        <translation>la requête d’écho</translation>
    </message>
    <message>
        <source>the echo reply</source>
        <translation>la réponse d’écho</translation>
    </message>
    <message>
        <source>a packet of a tunnel</source>
        <translation>un paquet de tunnel</translation>
    </message>
    <message>
        <source>an ICMP error</source>
        <translation>une erreur ICMP</translation>
    </message>
    <message>
        <source>a message of neighbour discovery</source>
        <translation>un message de découverte des voisins</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>un paquet</translation>
    </message>
    <message>
        <source>The node to which the next frame comes</source>
        <translation>Le nœud où arrive la prochaine trame</translation>
    </message>
    <message>
        <source>Which node?</source>
        <translation>Quel nœud ?</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>Juste : %1 sur %2</translation>
    </message>
    <message>
        <source>Next comes %1. Which node gets it? Click the node, or choose it.</source>
        <translation>Ensuite vient %1. Quel nœud reçoit la trame ? Cliquer sur le nœud ou le choisir dans la liste.</translation>
    </message>
    <message>
        <source>Right, %1 gets it. %2</source>
        <translation>Exact : %1 reçoit la trame. %2</translation>
    </message>
    <message>
        <source>No: %1 gets it, not %2. %3</source>
        <translation>Non : %1 reçoit la trame, pas %2. %3</translation>
    </message>
    <message>
        <source>%1 sends it by its route %2.</source>
        <translation>%1 l’envoie selon la route %2.</translation>
    </message>
    <message>
        <source>The switch %1 looks for its MAC address: %2.</source>
        <translation>Le commutateur %1 recherche l’adresse MAC de destination : %2.</translation>
    </message>
    <message>
        <source>%1 sends it by its link %2.</source>
        <translation>%1 l’envoie par l’interface %2.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::HookFlow</name>
    <message>
        <source>processes</source>
        <translation>processus</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP</source>
        <translation>Règles : %1, sinon DROP</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Aucune règle</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Règles : %1</translation>
    </message>
    <message>
        <source>Show the chains that the kernel runs at %1</source>
        <translation>Montrer les chaînes que le noyau parcourt à %1</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP (ip6tables)</source>
        <translation>Règles : %1, sinon DROP (ip6tables)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InspectorPanel</name>
    <message>
        <source>Select a node or a cable to see and change what it is.</source>
        <translation>Sélectionner un nœud ou un câble pour voir et modifier ses propriétés.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceForm</name>
    <message>
        <source>Up</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Port of</source>
        <translation>Port de</translation>
    </message>
    <message>
        <source>Interface name</source>
        <translation>Nom de l’interface</translation>
    </message>
    <message>
        <source>1 to 15 letters, digits and _ . - + make a name</source>
        <translation>Un nom se compose de 1 à 15 lettres, chiffres ou caractères _ . - +</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renommer %1 en %2</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>Activer %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>Désactiver %1</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU en octets</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>La MTU est un nombre d’octets, comme 1500</translation>
    </message>
    <message>
        <source>Set MTU of %1 to %2</source>
        <translation>Définir la MTU sur %1 : %2</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Adresse MAC</translation>
    </message>
    <message>
        <source>A MAC address is six octets, like 02:00:00:00:00:01</source>
        <translation>Une adresse MAC se compose de six octets, comme 02:00:00:00:00:01</translation>
    </message>
    <message>
        <source>Set MAC of %1</source>
        <translation>Définir la MAC sur %1</translation>
    </message>
    <message>
        <source>Bridge that it is a port of</source>
        <translation>Pont dont elle est un port</translation>
    </message>
    <message>
        <source>Take %1 out of its bridge</source>
        <translation>Retirer %1 de son pont</translation>
    </message>
    <message>
        <source>Make %1 a port of %2</source>
        <translation>Rattacher %1 au pont %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
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
        <translation>Câble vers %1</translation>
    </message>
    <message>
        <source>Bridge, %1</source>
        <translation>Pont, %1</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>%1; set down here</source>
        <translation>%1 ; désactivée ici</translation>
    </message>
    <message>
        <source>%1; no carrier: the other end is down</source>
        <translation>%1 ; sans porteuse : l’autre extrémité est désactivée</translation>
    </message>
    <message>
        <source>no bridge</source>
        <translation>aucun pont</translation>
    </message>
    <message>
        <source>Delay, loss and rate of what leaves here</source>
        <translation>Délai, perte et débit de ce qui sort d’ici</translation>
    </message>
    <message>
        <source>Let packets leave %1 at once</source>
        <translation>Laisser les paquets quitter %1 aussitôt</translation>
    </message>
    <message>
        <source>Delay what leaves %1</source>
        <translation>Retarder ce qui quitte %1</translation>
    </message>
    <message>
        <source>Delay, loss</source>
        <translation>Délai, perte</translation>
    </message>
    <message>
        <source>none; such as %1</source>
        <translation>aucun ; par ex. %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceModel</name>
    <message>
        <source>up</source>
        <translation>active</translation>
    </message>
    <message>
        <source>up, but no carrier: the other end is down</source>
        <translation>active, mais sans porteuse : l’autre extrémité est désactivée</translation>
    </message>
    <message>
        <source>down</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>Set %1 %2 up</source>
        <translation>Activer %1 %2</translation>
    </message>
    <message>
        <source>Set %1 %2 down</source>
        <translation>Désactiver %1 %2</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Mène à</translation>
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
        <translation>%1 → %2 : %3</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reachable</source>
        <translation>%L1 sur %L2 paires joignables</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>calcul en cours</translation>
    </message>
    <message>
        <source>%1: its own address</source>
        <translation>%1 : sa propre adresse</translation>
    </message>
    <message>
        <source>%1: reachable</source>
        <translation>%1 : joignable</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1 : injoignable</translation>
    </message>
    <message>
        <source>%1: the kernel may decide either way</source>
        <translation>%1 : le noyau peut trancher dans un sens ou dans l’autre</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>joignable</translation>
    </message>
    <message>
        <source>reachable, but the kernel may decide otherwise</source>
        <translation>joignable, mais le noyau peut en décider autrement</translation>
    </message>
    <message>
        <source>To mend: %1</source>
        <translation>Pour réparer : %1</translation>
    </message>
    <message>
        <source>%1, nodes: %L2</source>
        <translation>%1, nœuds : %L2</translation>
    </message>
    <message>
        <source>%1, addresses: %L2</source>
        <translation>%1, adresses : %L2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixPanel</name>
    <message>
        <source>No node has an address yet that another one could ping.</source>
        <translation>Aucun nœud n’a encore d’adresse qu’un autre pourrait joindre par ping.</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Déplier tous les groupes</translation>
    </message>
    <message>
        <source>Larger cells (Ctrl and the wheel)</source>
        <translation>Agrandir les cellules (Ctrl et la molette)</translation>
    </message>
    <message>
        <source>Smaller cells (Ctrl and the wheel)</source>
        <translation>Réduire les cellules (Ctrl et la molette)</translation>
    </message>
    <message>
        <source>Reachability: rows ping columns</source>
        <translation>Joignabilité : ping des lignes vers les colonnes</translation>
    </message>
    <message>
        <source>Group rows and columns</source>
        <translation>Regrouper lignes et colonnes</translation>
    </message>
    <message>
        <source>Each address</source>
        <translation>Chaque adresse</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>Par sous-réseau</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>Par machine</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Par type</translation>
    </message>
    <message>
        <source>A row pings a column. Rest on a cell for its reason, click to draw the way.</source>
        <translation>Chaque ligne fait un ping vers chaque colonne. Survoler une cellule pour voir la raison, cliquer pour tracer le trajet.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row and Shift+Space that of the column</source>
        <translation>Rassembler lignes et colonnes ; un clic sur le nom d’un groupe le déplie ; dans le tableau, Espace déplie celui de la ligne et Maj+Espace celui de la colonne</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NameEditor</name>
    <message>
        <source>Name of the node</source>
        <translation>Nom du nœud</translation>
    </message>
    <message>
        <source>There is a node %1 already</source>
        <translation>Il existe déjà un nœud %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renommer %1 en %2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NamesPanel</name>
    <message>
        <source>A name, such as web or web.lab</source>
        <translation>Un nom, comme web ou web.lab</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>Nom recherché</translation>
    </message>
    <message>
        <source>How the name is found</source>
        <translation>Comment le nom est trouvé</translation>
    </message>
    <message>
        <source>%1 looks for</source>
        <translation>%1 cherche</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Select a node to see how it finds the address of a name.</source>
        <translation>Sélectionnez un nœud pour voir comment il trouve l’adresse d’un nom.</translation>
    </message>
    <message>
        <source>Type a name: the node looks into /etc/hosts, then asks its name servers.</source>
        <translation>Saisissez un nom : le nœud consulte /etc/hosts, puis interroge ses serveurs de noms.</translation>
    </message>
    <message>
        <source>No name has an empty part, or one of more than 63 letters.</source>
        <translation>Aucun nom n’a de partie vide ni de partie de plus de 63 lettres.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>Dessin du réseau</translation>
    </message>
    <message>
        <source>The machine itself keeps its name</source>
        <translation>La machine elle-même garde son nom</translation>
    </message>
    <message>
        <source>Double-click to add a device, switch or router, or drag one from the palette;
then press L and drag from one to the other to connect them.</source>
        <translation>Double-cliquer pour ajouter un appareil, un commutateur ou un routeur, ou en faire glisser un depuis la palette ;
puis appuyer sur L et tirer de l’un à l’autre pour les relier.</translation>
    </message>
    <message>
        <source>Connect to a new node</source>
        <translation>Relier à un nouveau nœud</translation>
    </message>
    <message>
        <source>Select one node to rename it, or one annotation to write on it</source>
        <translation>Sélectionner un seul nœud pour le renommer, ou une seule annotation pour y écrire</translation>
    </message>
    <message>
        <source>Add a node, a note, a box or an arrow</source>
        <translation>Ajouter un nœud, une note, un cadre ou une flèche</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NodeForm</name>
    <message>
        <source>Node name</source>
        <translation>Nom du nœud</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - + make a name; it starts with neither - nor .</source>
        <translation>Un nom se compose de lettres, de chiffres et de _ . - + ; il ne commence ni par - ni par .</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renommer %1 en %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>What the node is drawn as; how packets move does not depend on it</source>
        <translation>La façon de dessiner le nœud ; la circulation des paquets n’en dépend pas</translation>
    </message>
    <message>
        <source>Draw %1 as %2</source>
        <translation>Dessiner %1 comme %2</translation>
    </message>
    <message>
        <source>Forwards IPv4 packets</source>
        <translation>Transfère les paquets IPv4</translation>
    </message>
    <message>
        <source>Forwards IPv6 packets</source>
        <translation>Transfère les paquets IPv6</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward : faire suivre les paquets destinés à d’autres</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding : faire suivre les paquets destinés à d’autres</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Interfaces</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Transfère</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Interface %1</translation>
    </message>
    <message>
        <source>Let %1 forward %2</source>
        <translation>Activer le transfert %2 sur %1</translation>
    </message>
    <message>
        <source>Stop %1 forwarding %2</source>
        <translation>Désactiver le transfert %2 sur %1</translation>
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
        <translation>Installé ici</translation>
    </message>
    <message>
        <source>Docker is installed here</source>
        <translation>Docker est installé ici</translation>
    </message>
    <message>
        <source>Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which stops what this machine only passes on. Off takes all of that away again.</source>
        <translation>Démarre dockerd : le pont docker0, ses règles et le transfert avec la politique DROP, qui arrête ce que cette machine ne fait que transmettre. Décocher enlève tout cela.</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>dockerd is stopped: its bridges and rules stay, as on a real machine.</source>
        <translation>dockerd est arrêté : ses ponts et ses règles restent, comme sur une vraie machine.</translation>
    </message>
    <message>
        <source>dockerd runs: the policy of FORWARD is DROP.</source>
        <translation>dockerd fonctionne : la politique de FORWARD est DROP.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Click or drag to go to another part of the drawing</source>
        <translation>Cliquer ou faire glisser pour aller à une autre partie du dessin</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketDetails</name>
    <message>
        <source>Headers of the packet</source>
        <translation>En-têtes du paquet</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>The way through the kernel of one node: what decided, and what lost</source>
        <translation>Le trajet dans le noyau d’un nœud : ce qui a décidé et ce qui a été écarté</translation>
    </message>
    <message>
        <source>Show the stations over the whole width, without the list</source>
        <translation>Afficher les étapes sur toute la largeur, sans la liste</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>The stations of the node that sends this frame</source>
        <translation>Les étapes du nœud qui envoie cette trame</translation>
    </message>
    <message>
        <source>The stations of the node that takes this frame in</source>
        <translation>Les étapes du nœud qui reçoit cette trame</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Décidé par %1</translation>
    </message>
    <message>
        <source>route</source>
        <translation>route</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>prochain saut</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsModel</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paquet</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsPanel</name>
    <message>
        <source>The packet before</source>
        <translation>Paquet précédent</translation>
    </message>
    <message>
        <source>The next packet</source>
        <translation>Paquet suivant</translation>
    </message>
    <message>
        <source>Let the packets go by</source>
        <translation>Faire défiler les paquets</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>Which packet is looked at</source>
        <translation>Paquet examiné</translation>
    </message>
    <message>
        <source>%1. No packet is sent.</source>
        <translation>%1. Aucun paquet n’est envoyé.</translation>
    </message>
    <message>
        <source>Ping something in a terminal, or click a cell under Reachability: its packets stand here, to be followed one by one.</source>
        <translation>Lancer un ping dans un terminal, ou cliquer sur une cellule sous Joignabilité : ses paquets s’affichent ici, à suivre un par un.</translation>
    </message>
    <message>
        <source>not a filter</source>
        <translation>filtre non valide</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess it</source>
        <translation>Masquer la suite et la deviner</translation>
    </message>
    <message>
        <source>Filter for packets</source>
        <translation>Filtre des paquets</translation>
    </message>
    <message>
        <source>Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)</source>
        <translation>Filtre : icmp, arp, node B, host 192.168.1.5 … (flèche bas : autres choix)</translation>
    </message>
    <message>
        <source>As for tcpdump, and “node NAME” for what one node sends or takes in</source>
        <translation>Comme pour tcpdump, plus « node NOM » pour ce qu’un nœud envoie ou reçoit</translation>
    </message>
    <message>
        <source>How fast the packets go by</source>
        <translation>Vitesse de défilement des paquets</translation>
    </message>
    <message>
        <source>%L1×</source>
        <translation>%L1×</translation>
    </message>
    <message>
        <source>Only This Protocol: %1</source>
        <translation>Ce protocole seulement : %1</translation>
    </message>
    <message>
        <source>Only This Conversation: %1</source>
        <translation>Cette conversation seulement : %1</translation>
    </message>
    <message>
        <source>Only This Node: %1</source>
        <translation>Ce nœud seulement : %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PaletteButton</name>
    <message>
        <source>Drag to the canvas, or click and then click where it shall stand</source>
        <translation>Faire glisser sur le dessin, ou cliquer puis cliquer à l’emplacement voulu</translation>
    </message>
    <message>
        <source>%1: drag it to the canvas, or click and then drag where it shall stand</source>
        <translation>%1 : faire glisser sur le dessin, ou cliquer puis tracer à l’emplacement voulu</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsModel</name>
    <message>
        <source>Not listening</source>
        <translation>N’écoute pas</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteint</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>lui-même</translation>
    </message>
    <message>
        <source>Who has to reach the port</source>
        <translation>Qui doit atteindre le port</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nœud</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsPanel</name>
    <message>
        <source>Ports of the cluster</source>
        <translation>Ports du cluster</translation>
    </message>
    <message>
        <source>Trying the ports of the cluster …</source>
        <translation>Essai des ports du cluster…</translation>
    </message>
    <message>
        <source>All %L1 ways to the ports of the cluster are open</source>
        <translation>Les %L1 chemins vers les ports du cluster sont tous ouverts</translation>
    </message>
    <message>
        <source>%L1 of %L2 ways to the ports of the cluster are open</source>
        <translation>%L1 chemins sur %L2 vers les ports du cluster sont ouverts</translation>
    </message>
    <message>
        <source>The cluster of %1 has no nodes yet.</source>
        <translation>Le cluster de %1 n’a pas encore de nœuds.</translation>
    </message>
    <message>
        <source>There is no cluster in this network. Type “containerd &amp;” and “kubeadm init” into the terminal of a node to make one, or open the example “Cluster Ports”.</source>
        <translation>Ce réseau n’a pas de cluster. Pour en créer un, tapez “containerd &amp;” et “kubeadm init” dans le terminal d’un nœud, ou ouvrez l’exemple « Ports d’un cluster ».</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Montrer sur le dessin</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Erreur : %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Avertissement : %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>How many pairs of nodes cannot reach each other for it</source>
        <translation>Nombre de paires de nœuds qui ne peuvent pas communiquer à cause de ce problème</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Working out who reaches whom …</source>
        <translation>Calcul de qui atteint qui …</translation>
    </message>
    <message>
        <source>No problems: every node reaches every other.</source>
        <translation>Aucun problème : chaque nœud atteint tous les autres.</translation>
    </message>
    <message>
        <source>No problems yet: nothing has an address that another node could reach.</source>
        <translation>Aucun problème pour l’instant : rien n’a d’adresse qu’un autre nœud pourrait atteindre.</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Montrer sur le dessin</translation>
    </message>
</context>
<context>
    <name>netdraft::views::QuickList</name>
    <message>
        <source>What fits</source>
        <translation>Correspondances</translation>
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
        <translation>Une route a besoin d’une destination : un réseau comme 192.168.2.0/24, ou default</translation>
    </message>
    <message>
        <source>Add route to %1 on %2</source>
        <translation>Ajouter la route vers %1 sur %2</translation>
    </message>
    <message>
        <source>Remove route to %1 on %2</source>
        <translation>Supprimer la route vers %1 sur %2</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>noyau</translation>
    </message>
    <message>
        <source>The kernel made this route for an address of the interface; it goes when the address goes.</source>
        <translation>Le noyau a créé cette route pour une adresse de l’interface ; elle disparaît avec l’adresse.</translation>
    </message>
    <message>
        <source>Type a network, its gateway or its interface, and press Enter.</source>
        <translation>Saisir un réseau, sa passerelle ou son interface, puis appuyer sur Entrée.</translation>
    </message>
    <message>
        <source>Change route to %1 on %2</source>
        <translation>Modifier la route vers %1 sur %2</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
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
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesPanel</name>
    <message>
        <source>Local table</source>
        <translation>Table locale</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>Ajouter une route</translation>
    </message>
    <message>
        <source>Remove the selected route (Delete)</source>
        <translation>Supprimer la route sélectionnée (Suppr)</translation>
    </message>
    <message>
        <source>Select one node to see its routing table.</source>
        <translation>Sélectionner un nœud pour voir sa table de routage.</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>Table de routage</translation>
    </message>
    <message>
        <source>Show what the kernel delivers to this node itself (ip route show table local)</source>
        <translation>Montrer ce que le noyau remet à ce nœud lui-même (ip route show table local)</translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation>Routes sur %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RulesView</name>
    <message>
        <source>Rules of iptables and nft</source>
        <translation>Règles d’iptables et de nft</translation>
    </message>
    <message>
        <source>Chains and rules</source>
        <translation>Chaînes et règles</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>%1, which the packet passed that is looked at</source>
        <translation>%1, par où est passé le paquet observé</translation>
    </message>
    <message>
        <source>The rules of this chain would be too many lines</source>
        <translation>Les règles de cette chaîne feraient trop de lignes</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SeveralForm</name>
    <message>
        <source>%1 (several values)</source>
        <translation>%1 (plusieurs valeurs)</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Plusieurs valeurs</translation>
    </message>
    <message>
        <source>What is changed here is changed for all that is selected.</source>
        <translation>Ce qui est modifié ici l’est pour tout ce qui est sélectionné.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Transfère</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Prefix length</source>
        <translation>Longueur du préfixe</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Kind of the selected nodes</source>
        <translation>Type des nœuds sélectionnés</translation>
    </message>
    <message>
        <source>What the nodes are drawn as; how packets move does not depend on it</source>
        <translation>La façon de dessiner les nœuds ; la circulation des paquets n’en dépend pas</translation>
    </message>
    <message>
        <source>Colour of the selected annotations</source>
        <translation>Couleur des annotations sélectionnées</translation>
    </message>
    <message>
        <source>Draw the selected nodes as %1</source>
        <translation>Dessiner les nœuds sélectionnés comme %1</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Colorer les annotations</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv4 packets</source>
        <translation>Les nœuds sélectionnés transfèrent les paquets IPv4</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv6 packets</source>
        <translation>Les nœuds sélectionnés transfèrent les paquets IPv6</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward : faire suivre les paquets destinés à d’autres</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding : faire suivre les paquets destinés à d’autres</translation>
    </message>
    <message>
        <source>The selected interfaces are up</source>
        <translation>Les interfaces sélectionnées sont actives</translation>
    </message>
    <message>
        <source>The interfaces of the selected nodes but lo, and both ends of the selected cables</source>
        <translation>Les interfaces des nœuds sélectionnés sauf lo, et les deux bouts des câbles sélectionnés</translation>
    </message>
    <message>
        <source>Let the selected nodes forward %1</source>
        <translation>Activer le transfert %1 sur les nœuds sélectionnés</translation>
    </message>
    <message>
        <source>Stop the selected nodes forwarding %1</source>
        <translation>Désactiver le transfert %1 sur les nœuds sélectionnés</translation>
    </message>
    <message>
        <source>Set the selected interfaces up</source>
        <translation>Activer les interfaces sélectionnées</translation>
    </message>
    <message>
        <source>Set the selected interfaces down</source>
        <translation>Désactiver les interfaces sélectionnées</translation>
    </message>
    <message>
        <source>Prefix length of the IPv4 addresses of the selected interfaces</source>
        <translation>Longueur du préfixe des adresses IPv4 des interfaces sélectionnées</translation>
    </message>
    <message>
        <source>Gives every IPv4 address there this length; routes over a subnet that goes are lost</source>
        <translation>Donne cette longueur à chaque adresse IPv4 ; les routes passant par un sous-réseau qui disparaît sont perdues</translation>
    </message>
    <message>
        <source>A prefix length of IPv4 is a number from 1 to 32, like 24</source>
        <translation>Une longueur de préfixe IPv4 est un nombre de 1 à 32, par exemple 24</translation>
    </message>
    <message>
        <source>Set prefix length of the selected interfaces to %1</source>
        <translation>Définir la longueur du préfixe des interfaces sélectionnées : %1</translation>
    </message>
    <message>
        <source>MTU of the selected interfaces in bytes</source>
        <translation>MTU des interfaces sélectionnées en octets</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>La MTU est un nombre d’octets, comme 1500</translation>
    </message>
    <message>
        <source>Set MTU of the selected interfaces to %1</source>
        <translation>Définir la MTU des interfaces sélectionnées : %1</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Nœuds : %L1</translation>
    </message>
    <message>
        <source>Cables: %L1</source>
        <translation>Câbles : %L1</translation>
    </message>
    <message>
        <source>Interfaces: %L1</source>
        <translation>Interfaces : %L1</translation>
    </message>
    <message>
        <source>Annotations: %L1</source>
        <translation>Annotations : %L1</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Active</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShortcutSheet</name>
    <message>
        <source>Keys for “%1”</source>
        <translation>Touches pour « %1 »</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>“%1” has these keys already.</source>
        <translation>« %1 » a déjà ces touches.</translation>
    </message>
    <message>
        <source>Press the keys:</source>
        <translation>Appuyer sur les touches :</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Rechercher actions et touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter on it, to change its keys.</source>
        <translation>Double-cliquer sur une ligne, ou y appuyer sur Entrée, pour changer ses touches.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShownPing</name>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 atteint %2</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 ne peut pas atteindre %2 : %3</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Page d’accueil</translation>
    </message>
    <message>
        <source>Close the start page</source>
        <translation>Fermer la page d’accueil</translation>
    </message>
    <message>
        <source>Close the start page (Escape)</source>
        <translation>Fermer la page d’accueil (Échap)</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>Afficher cette page au &amp;démarrage</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation>Ce qui est ouvert et enregistré apparaîtra ici.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StationsView</name>
    <message>
        <source>Stations of the packet</source>
        <translation>Étapes du paquet</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StepsView</name>
    <message>
        <source>Steps of this session</source>
        <translation>Étapes de cette session</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SummaryBanner</name>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Select the node and draw the way of the packet</source>
        <translation>Sélectionner le nœud et tracer le trajet du paquet</translation>
    </message>
    <message>
        <source>Working out who reaches whom: %1 %</source>
        <translation>Calcul de qui atteint qui : %1 %</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reach</source>
        <translation>%L1 sur %L2 paires joignables</translation>
    </message>
    <message>
        <source>Draw two nodes, connect them and give them addresses to see who reaches whom.</source>
        <translation>Dessiner deux nœuds, les relier et leur donner des adresses pour voir qui atteint qui.</translation>
    </message>
    <message>
        <source>Every node reaches every other.</source>
        <translation>Chaque nœud atteint tous les autres.</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 ne peut pas atteindre %2 : %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TablesPanel</name>
    <message>
        <source>Which table</source>
        <translation>Quelle table</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Select one node to see its rules, neighbours, forwarding table and sockets.</source>
        <translation>Sélectionnez un nœud pour voir ses règles, ses voisins, sa table de commutation et ses sockets.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>No rules: every packet passes.</source>
        <translation>Aucune règle : tout paquet passe.</translation>
    </message>
    <message>
        <source>No hook leads to a chain: every packet passes.</source>
        <translation>Aucun point d’ancrage ne mène à une chaîne : tous les paquets passent.</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Aucune entrée.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TemplateDialog</name>
    <message>
        <source>New From Template</source>
        <translation>Nouveau depuis un modèle</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>Le réseau, dessiné</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Nœuds : %L1</translation>
    </message>
    <message>
        <source>Nodes: %L1, more than %L2. So large a network is written to a file by: %3</source>
        <translation>Nœuds : %L1, plus de %L2. Un réseau aussi grand s’écrit dans un fichier avec : %3</translation>
    </message>
    <message>
        <source>Too large for a small picture.</source>
        <translation>Trop grand pour une petite image.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>The terminal of %1</source>
        <translation>Terminal sur %1</translation>
    </message>
    <message>
        <source>The terminal of %1, the selected node; it stays once it is used</source>
        <translation>Terminal sur %1, le nœud sélectionné ; il reste une fois utilisé</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalView</name>
    <message>
        <source>What the commands printed</source>
        <translation>Ce que les commandes ont affiché</translation>
    </message>
    <message>
        <source>Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</source>
        <translation>Essayer : ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Ctrl+C ends the command that runs</source>
        <translation>Ctrl+C interrompt la commande en cours</translation>
    </message>
    <message>
        <source>a command on %1: ip, bridge, sysctl, ping, traceroute …</source>
        <translation>une commande sur %1 : ip, bridge, sysctl, ping, traceroute …</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Tour</name>
    <message>
        <source>Tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Passer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfModel</name>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Câble entre %1 et %2</translation>
    </message>
    <message>
        <source>cuts off %1</source>
        <translation>isole %1</translation>
    </message>
    <message>
        <source>%1 no longer reaches %2</source>
        <translation>%1 n’atteint plus %2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>If this fails alone</source>
        <translation>Seul élément en panne</translation>
    </message>
    <message>
        <source>Pairs that break</source>
        <translation>Paires rompues</translation>
    </message>
    <message>
        <source>So that</source>
        <translation>Conséquence</translation>
    </message>
    <message>
        <source>Of the pairs that reach each other now; those of a node that fails itself do not count</source>
        <translation>Parmi les paires qui communiquent actuellement ; celles du nœud en panne lui-même ne comptent pas</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfPanel</name>
    <message>
        <source>Single points of failure</source>
        <translation>Points uniques de défaillance</translation>
    </message>
    <message>
        <source>Letting each node and cable fail in turn: %1 %</source>
        <translation>Mise en panne de chaque nœud et câble tour à tour : %1 %</translation>
    </message>
    <message>
        <source>Nobody reaches anybody yet, so nothing can break.</source>
        <translation>Personne n’atteint encore personne : rien ne peut donc se rompre.</translation>
    </message>
    <message>
        <source>No single cable or node breaks a pair of others when it fails.</source>
        <translation>Aucun câble ni nœud, à lui seul, ne rompt une paire d’autres nœuds en tombant en panne.</translation>
    </message>
</context>
</TS>
