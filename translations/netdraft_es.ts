<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>Start with an empty network</source>
        <translation>Empezar con una red vacía</translation>
    </message>
    <message>
        <source>New From &amp;Template…</source>
        <translation>Nuevo desde &amp;plantilla…</translation>
    </message>
    <message>
        <source>Start with a network of a known shape, of any size</source>
        <translation>Empezar con una red de una forma conocida, de cualquier tamaño</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a project file, a script, or a lab of another program</source>
        <translation>Abrir un archivo de proyecto, un script o un laboratorio de otro programa</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open a folder, such as a Kathará lab or what was captured on a machine</source>
        <translation>Abrir una carpeta, como un laboratorio de Kathará o lo capturado en una máquina</translation>
    </message>
    <message>
        <source>&amp;Capture This Machine…</source>
        <translation>Capt&amp;urar esta máquina…</translation>
    </message>
    <message>
        <source>Draw the network of this machine, with its namespaces and containers</source>
        <translation>Dibujar la red de esta máquina, con sus espacios de nombres y contenedores</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>Guardar el proyecto en su archivo</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Guardar c&amp;omo…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>Guardar el proyecto en otro archivo</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Take the network away as a script, configuration files, a lab or a picture</source>
        <translation>Exportar la red como script, archivos de configuración, laboratorio o imagen</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>Guardar paque&amp;tes…</translation>
    </message>
    <message>
        <source>Write what the tab Packets lists into a capture file that Wireshark opens</source>
        <translation>Guardar lo que muestra la pestaña Paquetes en un archivo de captura que Wireshark puede abrir</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Volver a hacer lo que se deshizo</translation>
    </message>
    <message>
        <source>&amp;Give Addresses…</source>
        <translation>Asignar dir&amp;ecciones…</translation>
    </message>
    <message>
        <source>Give every interface an address, every host a gateway and every router its routes</source>
        <translation>Dar a cada interfaz una dirección, a cada host una puerta de enlace y a cada router sus rutas</translation>
    </message>
    <message>
        <source>&amp;Find Node…</source>
        <translation>&amp;Buscar nodo…</translation>
    </message>
    <message>
        <source>Find a node by its name or an address and select it</source>
        <translation>Buscar un nodo por su nombre o por una dirección y seleccionarlo</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>Abrir &amp;terminal</translation>
    </message>
    <message>
        <source>Type commands on the selected node</source>
        <translation>Escribir comandos en el nodo seleccionado</translation>
    </message>
    <message>
        <source>&amp;Hide Path</source>
        <translation>&amp;Ocultar camino</translation>
    </message>
    <message>
        <source>Stop drawing the way of a packet</source>
        <translation>Dejar de dibujar el camino de un paquete</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>Paleta de &amp;comandos…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Buscar cualquier acción por su nombre</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Resta&amp;blecer disposición</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Devolver todos los paneles a su posición inicial</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pantalla comp&amp;leta</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Usar toda la pantalla</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Claro u oscuro, igual que el escritorio</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Oscuro sobre claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Claro sobre oscuro</translation>
    </message>
    <message>
        <source>&amp;Language of the System</source>
        <translation>&amp;Idioma del sistema</translation>
    </message>
    <message>
        <source>The language that the desktop speaks, or English</source>
        <translation>El idioma del escritorio o, si no está, inglés</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>Todas las teclas y lo que hacen</translation>
    </message>
    <message>
        <source>&amp;About Netdraft</source>
        <translation>Acerca &amp;de Netdraft</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Versión y licencia</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>Organi&amp;zar</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>Abrir e&amp;jemplo</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Te&amp;ma</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Packet &amp;Before</source>
        <translation>Paquete &amp;anterior</translation>
    </message>
    <message>
        <source>Look at the packet before, of those that the shown ping sends</source>
        <translation>Ver el paquete anterior de los que envía el ping mostrado</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>&amp;Paquete siguiente</translation>
    </message>
    <message>
        <source>Look at the next packet of those that the shown ping sends</source>
        <translation>Ver el paquete siguiente de los que envía el ping mostrado</translation>
    </message>
    <message>
        <source>&amp;Play Packets</source>
        <translation>&amp;Reproducir paquetes</translation>
    </message>
    <message>
        <source>Let the packets of the shown ping go by</source>
        <translation>Reproducir los paquetes del ping mostrado</translation>
    </message>
    <message>
        <source>&amp;Guess the Next Hop</source>
        <translation>Adi&amp;vinar el siguiente salto</translation>
    </message>
    <message>
        <source>Hide where each packet comes to next until somebody has guessed it</source>
        <translation>Ocultar adónde llega cada paquete hasta que alguien lo adivine</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>Panel sig&amp;uiente</translation>
    </message>
    <message>
        <source>Take the keyboard to the next panel in sight, or back to the canvas</source>
        <translation>Llevar el teclado al siguiente panel visible, o de vuelta al lienzo</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>Panel anterio&amp;r</translation>
    </message>
    <message>
        <source>Take the keyboard to the panel before</source>
        <translation>Llevar el teclado al panel anterior</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>Modo pre&amp;sentador</translation>
    </message>
    <message>
        <source>Show the drawing alone, in large type and without the answers</source>
        <translation>Mostrar solo el dibujo, en letra grande y sin las respuestas</translation>
    </message>
    <message>
        <source>Hide Ans&amp;wers</source>
        <translation>Ocultar respues&amp;tas</translation>
    </message>
    <message>
        <source>While presenting: hide who reaches whom and the way of a packet, or show them</source>
        <translation>Durante la presentación: ocultar o mostrar quién llega a quién y el camino de un paquete</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>Hacer la &amp;visita guiada</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>La ventana en cinco pasos</translation>
    </message>
    <message>
        <source>Go T&amp;o</source>
        <translation>Ir &amp;a</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Nueva &amp;ventana</translation>
    </message>
    <message>
        <source>Work on another network beside this one</source>
        <translation>Trabajar en otra red junto a esta</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>Página de &amp;inicio</translation>
    </message>
    <message>
        <source>Examples, recent files and other ways to begin</source>
        <translation>Ejemplos, archivos recientes y otras formas de empezar</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Co&amp;lor</translation>
    </message>
</context>
<context>
    <name>AnnotateTool</name>
    <message>
        <source>%1: drag from one corner or end to the other, or click, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: arrastre de una esquina o un extremo al otro, o haga clic, o pulse Intro; Mayús para repetir, Esc termina</translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>Colour: %1.</source>
        <translation>Color: %1.</translation>
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
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
</context>
<context>
    <name>AnnotationEdits</name>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
    <message>
        <source>Double-click it, or press F2, to write on it</source>
        <translation>Haga doble clic o pulse F2 para escribir en ella</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Select the notes, boxes and arrows to colour</source>
        <translation>Seleccione las notas, los marcos y las flechas que desea colorear</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Colorear anotaciones</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Cambiar el tamaño de %1</translation>
    </message>
</context>
<context>
    <name>AnnotationKind</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Marco</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next cable of it, J to the next annotation, Alt with an arrow to the nearest node that way.</source>
        <translation>Nodos: %L1, cables: %L2, anotaciones: %L3. N lleva al siguiente nodo, K a su siguiente cable, J a la siguiente anotación, Alt con una flecha al nodo más cercano en esa dirección.</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Tamaño real</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>&amp;Encuadrar todo</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>Encuadrar selecció&amp;n</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Seleccionar t&amp;odo</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>Anular selecc&amp;ión</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Ca&amp;mbiar nombre</translation>
    </message>
    <message>
        <source>Add &amp;Node…</source>
        <translation>Añadir &amp;nodo…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>&amp;Fold or Unfold</source>
        <translation>Plegar o desple&amp;gar</translation>
    </message>
    <message>
        <source>Take &amp;Out</source>
        <translation>&amp;Sacar</translation>
    </message>
    <message>
        <source>Align in a &amp;Row</source>
        <translation>Alinear en &amp;fila</translation>
    </message>
    <message>
        <source>Align in a &amp;Column</source>
        <translation>Alinear en &amp;columna</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>Distribuir en &amp;horizontal</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>Distribuir en &amp;vertical</translation>
    </message>
    <message>
        <source>Lay Out by Ca&amp;bles</source>
        <translation>Disponer según los ca&amp;bles</translation>
    </message>
    <message>
        <source>Lay Out in &amp;Layers</source>
        <translation>Disponer en ca&amp;pas</translation>
    </message>
    <message>
        <source>Lay Out in a C&amp;ircle</source>
        <translation>Disponer en cí&amp;rculo</translation>
    </message>
    <message>
        <source>Lay Out on a &amp;Grid</source>
        <translation>Disponer en c&amp;uadrícula</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplicar</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Seleccionar</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Conectar</translation>
    </message>
    <message>
        <source>Show &amp;Interface Names</source>
        <translation>Mostrar nombres de &amp;interfaces</translation>
    </message>
    <message>
        <source>Show A&amp;ddresses</source>
        <translation>Mostrar &amp;direcciones</translation>
    </message>
    <message>
        <source>Show &amp;Grid</source>
        <translation>Mostrar &amp;cuadrícula</translation>
    </message>
    <message>
        <source>Snap to Grid</source>
        <translation>Ajustar a la cuadrícula</translation>
    </message>
    <message>
        <source>Show &amp;Overview</source>
        <translation>Mostrar vista &amp;general</translation>
    </message>
    <message>
        <source>&amp;Next Node</source>
        <translation>Nodo &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>Nodo &amp;anterior</translation>
    </message>
    <message>
        <source>Next &amp;Cable</source>
        <translation>&amp;Cable siguiente</translation>
    </message>
    <message>
        <source>Previous Ca&amp;ble</source>
        <translation>Ca&amp;ble anterior</translation>
    </message>
    <message>
        <source>Shade Su&amp;bnets</source>
        <translation>Colorear las su&amp;bredes</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>Escribir una &amp;nota</translation>
    </message>
    <message>
        <source>Draw a &amp;Box</source>
        <translation>Dibujar un &amp;marco</translation>
    </message>
    <message>
        <source>Draw an &amp;Arrow</source>
        <translation>Dibujar una &amp;flecha</translation>
    </message>
    <message>
        <source>Next Anno&amp;tation</source>
        <translation>Ano&amp;tación siguiente</translation>
    </message>
    <message>
        <source>Previous Annotat&amp;ion</source>
        <translation>Anotac&amp;ión anterior</translation>
    </message>
    <message>
        <source>&amp;Install and Start Docker</source>
        <translation>&amp;Instalar e iniciar Docker</translation>
    </message>
    <message>
        <source>St&amp;op Docker (Rules Stay)</source>
        <translation>Detener D&amp;ocker (las reglas permanecen)</translation>
    </message>
    <message>
        <source>Remo&amp;ve Docker</source>
        <translation>Eliminar Doc&amp;ker</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>&amp;Connect From Here</source>
        <translation>Conectar des&amp;de aquí</translation>
    </message>
    <message>
        <source>Set %1 Up</source>
        <translation>Activar %1</translation>
    </message>
    <message>
        <source>Set %1 Down</source>
        <translation>Desactivar %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
    <message>
        <source>&amp;Write on It</source>
        <translation>&amp;Escribir en ella</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>C&amp;olor</translation>
    </message>
</context>
<context>
    <name>CanvasPartAccessible</name>
    <message>
        <source>Select</source>
        <translation>Seleccionar</translation>
    </message>
    <message>
        <source>Open Terminal</source>
        <translation>Abrir terminal</translation>
    </message>
    <message>
        <source>Fold or Unfold</source>
        <translation>Plegar o desplegar</translation>
    </message>
    <message>
        <source>Selects this and nothing else</source>
        <translation>Selecciona solo este elemento</translation>
    </message>
    <message>
        <source>Lets one type commands on this node</source>
        <translation>Permite escribir comandos en este nodo</translation>
    </message>
    <message>
        <source>Hides what is inside, or shows it again</source>
        <translation>Oculta lo que hay dentro, o lo vuelve a mostrar</translation>
    </message>
    <message>
        <source>Write on It</source>
        <translation>Escribir en ella</translation>
    </message>
    <message>
        <source>Lets one change the words of this annotation</source>
        <translation>Permite cambiar el texto de esta anotación</translation>
    </message>
</context>
<context>
    <name>CanvasWalk</name>
    <message>
        <source>There is no node yet; A adds one</source>
        <translation>Todavía no hay ningún nodo; A añade uno</translation>
    </message>
    <message>
        <source>%1 has no cable</source>
        <translation>%1 no tiene ningún cable</translation>
    </message>
    <message>
        <source>Select one node to go through its cables</source>
        <translation>Seleccione un nodo para recorrer sus cables</translation>
    </message>
    <message>
        <source>No node lies that way</source>
        <translation>No hay ningún nodo en esa dirección</translation>
    </message>
    <message>
        <source>There is no annotation yet; T writes a note</source>
        <translation>Todavía no hay ninguna anotación; T escribe una nota</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>%L1 more</source>
        <translation>%L1 más</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>up</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>up, no carrier</source>
        <translation>activa, sin portadora</translation>
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
        <translation>Reenvía IPv4 e IPv6.</translation>
    </message>
    <message>
        <source>Forwards IPv4.</source>
        <translation>Reenvía IPv4.</translation>
    </message>
    <message>
        <source>Forwards IPv6.</source>
        <translation>Reenvía IPv6.</translation>
    </message>
    <message>
        <source>Does not forward.</source>
        <translation>No reenvía.</translation>
    </message>
    <message>
        <source>Inside of %1.</source>
        <translation>Dentro de: %1.</translation>
    </message>
    <message>
        <source>%1, connected to %2</source>
        <translation>%1, conexión con %2</translation>
    </message>
    <message>
        <source>Box of %1, inside: %L2</source>
        <translation>Recuadro: %1, nodos dentro: %L2</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>Contiene: %1.</translation>
    </message>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Cable de %1 a %2</translation>
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
        <translation>Routers en el camino</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Longitud de los caminos</translation>
    </message>
    <message>
        <source>Pairs that reach</source>
        <translation>Pares que se alcanzan</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Pares por subred</translation>
    </message>
    <message>
        <source>Subnet of the destination</source>
        <translation>Subred del destino</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzados</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No alcanzados</translation>
    </message>
    <message>
        <source>Left to chance</source>
        <translation>Según el azar</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Tamaño de las tablas</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Vecinos</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>Reglas de política</translation>
    </message>
    <message>
        <source>Packets by cable</source>
        <translation>Paquetes por cable</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Cable</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Tramas</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ARP and neighbour discovery</source>
        <translation>ARP y descubrimiento de vecinos</translation>
    </message>
    <message>
        <source>Echo requests and replies</source>
        <translation>Peticiones y respuestas de eco</translation>
    </message>
    <message>
        <source>Other packets</source>
        <translation>Otros paquetes</translation>
    </message>
    <message>
        <source>Flooded and forwarded</source>
        <translation>Inundadas y reenviadas</translation>
    </message>
    <message>
        <source>Frames that came to the bridge</source>
        <translation>Tramas llegadas al puente</translation>
    </message>
    <message>
        <source>Frames so far</source>
        <translation>Tramas hasta ahora</translation>
    </message>
    <message>
        <source>%1: flooded</source>
        <translation>%1: inundadas</translation>
    </message>
    <message>
        <source>%1: forwarded</source>
        <translation>%1: reenviadas</translation>
    </message>
    <message>
        <source>Length of the ways, of one pair in %L1</source>
        <translation>Longitud de los caminos, de un par de cada %L1</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Connect %1 and %2</source>
        <translation>Conectar %1 y %2</translation>
    </message>
    <message>
        <source>Choose the node at the other end; Escape cancels</source>
        <translation>Elija el nodo del otro extremo; Esc cancela</translation>
    </message>
    <message>
        <source>A cable starts at a node</source>
        <translation>Un cable empieza en un nodo</translation>
    </message>
    <message>
        <source>No node there: choose what to connect to, or Escape</source>
        <translation>Ahí no hay ningún nodo: elija a qué conectar, o pulse Esc</translation>
    </message>
    <message>
        <source>A cable needs two different nodes</source>
        <translation>Un cable necesita dos nodos distintos</translation>
    </message>
    <message>
        <source>Drag from one node to another, or click one after the other, or go there with N and press Enter</source>
        <translation>Arrastre de un nodo a otro, haga clic en uno y después en el otro, o vaya hasta él con N y pulse Intro</translation>
    </message>
    <message>
        <source>Select the node where the cable shall end, and press Enter</source>
        <translation>Seleccione el nodo donde debe terminar el cable y pulse Intro</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>Install Docker on %1</source>
        <translation>Instalar Docker en %1</translation>
    </message>
    <message>
        <source>Start Docker on %1</source>
        <translation>Iniciar Docker en %1</translation>
    </message>
    <message>
        <source>Stop Docker on %1</source>
        <translation>Detener Docker en %1</translation>
    </message>
    <message>
        <source>Remove Docker from %1</source>
        <translation>Eliminar Docker de %1</translation>
    </message>
</context>
<context>
    <name>DockerEdits</name>
    <message>
        <source>Select the node that has Docker, or shall have it</source>
        <translation>Seleccione el nodo que tiene Docker, o que debe tenerlo</translation>
    </message>
    <message>
        <source>Docker runs on %1 already</source>
        <translation>Docker ya se ejecuta en %1</translation>
    </message>
    <message>
        <source>Docker does not run on %1</source>
        <translation>Docker no se ejecuta en %1</translation>
    </message>
    <message>
        <source>There is no Docker on %1</source>
        <translation>No hay Docker en %1</translation>
    </message>
    <message>
        <source>Docker is stopped on %1: its bridges and rules stay</source>
        <translation>Docker está detenido en %1: sus puentes y reglas permanecen</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (incompleta)</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Routing: the Lesson</source>
        <translation>Enrutamiento: la lección</translation>
    </message>
    <message>
        <source>Routing: Solved</source>
        <translation>Enrutamiento: la solución</translation>
    </message>
    <message>
        <source>Default Gateway</source>
        <translation>Puerta de enlace predeterminada</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>Conmutación</translation>
    </message>
    <message>
        <source>Two devices get addresses</source>
        <translation>Dos dispositivos reciben direcciones</translation>
    </message>
    <message>
        <source>A router between two networks</source>
        <translation>Un router entre dos redes</translation>
    </message>
    <message>
        <source>There and back are two ways</source>
        <translation>Ida y vuelta son dos caminos</translation>
    </message>
    <message>
        <source>One route for everything else</source>
        <translation>Una ruta para todo lo demás</translation>
    </message>
    <message>
        <source>Hosts File</source>
        <translation>Archivo hosts</translation>
    </message>
    <message>
        <source>Each host has names of its own</source>
        <translation>Cada host tiene sus propios nombres</translation>
    </message>
    <message>
        <source>DNS Server</source>
        <translation>Servidor DNS</translation>
    </message>
    <message>
        <source>One server tells the names</source>
        <translation>Un servidor da los nombres</translation>
    </message>
    <message>
        <source>Network Namespaces</source>
        <translation>Espacios de nombres de red</translation>
    </message>
    <message>
        <source>Red, blue and a veth pair</source>
        <translation>Rojo, azul y un par veth</translation>
    </message>
    <message>
        <source>Linux Bridge</source>
        <translation>Bridge de Linux</translation>
    </message>
    <message>
        <source>NAT and a forwarded port</source>
        <translation>NAT y un puerto redirigido</translation>
    </message>
    <message>
        <source>Open vSwitch</source>
        <translation>Open vSwitch</translation>
    </message>
    <message>
        <source>The same by ovs-vsctl</source>
        <translation>Lo mismo con ovs-vsctl</translation>
    </message>
    <message>
        <source>Docker Networks</source>
        <translation>Redes de Docker</translation>
    </message>
    <message>
        <source>None, host, bridge, your own</source>
        <translation>None, host, bridge, la propia</translation>
    </message>
    <message>
        <source>CNI by Hand</source>
        <translation>CNI a mano</translation>
    </message>
    <message>
        <source>What a runtime does</source>
        <translation>Lo que hace un runtime</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Puertos de un clúster</translation>
    </message>
    <message>
        <source>Who listens, who must reach it</source>
        <translation>Quién escucha, quién debe llegar</translation>
    </message>
    <message>
        <source>Pod Networking</source>
        <translation>Red de pods</translation>
    </message>
    <message>
        <source>A bridge per node, and routes</source>
        <translation>Un bridge por nodo, y rutas</translation>
    </message>
    <message>
        <source>CNI in the Kubelet</source>
        <translation>CNI en el kubelet</translation>
    </message>
    <message>
        <source>From a pod to its address</source>
        <translation>De un pod a su dirección</translation>
    </message>
    <message>
        <source>Deploying an Overlay</source>
        <translation>Desplegar un overlay</translation>
    </message>
    <message>
        <source>Weave Net from its manifest</source>
        <translation>Weave Net desde su manifiesto</translation>
    </message>
    <message>
        <source>A link-local default gateway</source>
        <translation>Una puerta de enlace de enlace local</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>API group of the resource</source>
        <translation>Grupo de API del recurso</translation>
    </message>
    <message>
        <source>Image of the containers</source>
        <translation>Imagen de los contenedores</translation>
    </message>
    <message>
        <source>Servers between which the nodes are spread</source>
        <translation>Servidores entre los que se reparten los nodos</translation>
    </message>
    <message>
        <source>Lab script (bash)</source>
        <translation>Script de laboratorio (bash)</translation>
    </message>
    <message>
        <source>a script that builds the network in namespaces, checks it and takes it down</source>
        <translation>un script que construye la red en espacios de nombres, la comprueba y la desmonta</translation>
    </message>
    <message>
        <source>Plain commands</source>
        <translation>Comandos sueltos</translation>
    </message>
    <message>
        <source>the commands for each device, as lesson notes give them</source>
        <translation>los comandos de cada dispositivo, como figuran en los apuntes de clase</translation>
    </message>
    <message>
        <source>Batch files (ip -batch)</source>
        <translation>Archivos por lotes (ip -batch)</translation>
    </message>
    <message>
        <source>a folder of files for `ip -batch` and `bridge -batch`</source>
        <translation>una carpeta con archivos para `ip -batch` y `bridge -batch`</translation>
    </message>
    <message>
        <source>ifupdown (interfaces)</source>
        <translation>ifupdown (interfaces)</translation>
    </message>
    <message>
        <source>a folder with etc/network/interfaces for each node</source>
        <translation>una carpeta con etc/network/interfaces para cada nodo</translation>
    </message>
    <message>
        <source>netplan</source>
        <translation>netplan</translation>
    </message>
    <message>
        <source>a folder with etc/netplan/ for each node</source>
        <translation>una carpeta con etc/netplan/ para cada nodo</translation>
    </message>
    <message>
        <source>systemd-networkd</source>
        <translation>systemd-networkd</translation>
    </message>
    <message>
        <source>a folder with etc/systemd/network/ for each node</source>
        <translation>una carpeta con etc/systemd/network/ para cada nodo</translation>
    </message>
    <message>
        <source>Settings (sysctl.d)</source>
        <translation>Ajustes (sysctl.d)</translation>
    </message>
    <message>
        <source>a folder with etc/sysctl.d/ for each node</source>
        <translation>una carpeta con etc/sysctl.d/ para cada nodo</translation>
    </message>
    <message>
        <source>iptables-persistent</source>
        <translation>iptables-persistent</translation>
    </message>
    <message>
        <source>a folder with etc/iptables/rules.v4 and rules.v6 for each node</source>
        <translation>una carpeta con etc/iptables/rules.v4 y rules.v6 para cada nodo</translation>
    </message>
    <message>
        <source>Kathará lab folder</source>
        <translation>Carpeta de laboratorio de Kathará</translation>
    </message>
    <message>
        <source>a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts</source>
        <translation>un laboratorio para Kathará, en contenedores o con Megalos sobre Kubernetes: lab.conf y scripts de inicio</translation>
    </message>
    <message>
        <source>containerlab topology</source>
        <translation>Topología de containerlab</translation>
    </message>
    <message>
        <source>a lab for containerlab: containers that their commands configure</source>
        <translation>un laboratorio para containerlab: contenedores que se configuran con sus comandos</translation>
    </message>
    <message>
        <source>clabernetes topology</source>
        <translation>Topología de clabernetes</translation>
    </message>
    <message>
        <source>the same on Kubernetes with clabernetes: a resource Topology</source>
        <translation>lo mismo sobre Kubernetes con clabernetes: un recurso Topology</translation>
    </message>
    <message>
        <source>Mininet script</source>
        <translation>Script de Mininet</translation>
    </message>
    <message>
        <source>a script that builds the network with Mininet 2.3, and checks it</source>
        <translation>un script que construye la red con Mininet 2.3 y la comprueba</translation>
    </message>
    <message>
        <source>CORE session</source>
        <translation>Sesión de CORE</translation>
    </message>
    <message>
        <source>a session of CORE 9.2, with the commands of each node as its service</source>
        <translation>una sesión de CORE 9.2, con los comandos de cada nodo como servicio</translation>
    </message>
    <message>
        <source>Lab sheet (Markdown)</source>
        <translation>Hoja de laboratorio (Markdown)</translation>
    </message>
    <message>
        <source>a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom</source>
        <translation>una hoja con el dibujo, tablas de direcciones, rutas y reglas, los comandos, y quién llega a quién</translation>
    </message>
    <message>
        <source>Drawing for Mermaid</source>
        <translation>Dibujo para Mermaid</translation>
    </message>
    <message>
        <source>the drawing as a flowchart of Mermaid</source>
        <translation>el dibujo como diagrama de flujo de Mermaid</translation>
    </message>
    <message>
        <source>Drawing for Graphviz</source>
        <translation>Dibujo para Graphviz</translation>
    </message>
    <message>
        <source>the drawing in Graphviz's language</source>
        <translation>el dibujo en el lenguaje de Graphviz</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Imagen (SVG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Imagen (PNG)</translation>
    </message>
    <message>
        <source>Picture (PDF)</source>
        <translation>Imagen (PDF)</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Comandos de Docker</translation>
    </message>
    <message>
        <source>a folder with docker.sh for each node with Docker: its networks and containers</source>
        <translation>una carpeta con docker.sh para cada nodo con Docker: sus redes y contenedores</translation>
    </message>
    <message>
        <source>Names (hosts, DNS)</source>
        <translation>Nombres (hosts, DNS)</translation>
    </message>
    <message>
        <source>a folder with hosts, resolv.conf and the name servers' files of each node</source>
        <translation>una carpeta con hosts, resolv.conf y los archivos de los servidores de nombres de cada nodo</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>a folder with compose.yaml for each node with Docker: its containers and networks</source>
        <translation>una carpeta con compose.yaml para cada nodo con Docker: sus contenedores y redes</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Manifiestos de Kubernetes</translation>
    </message>
    <message>
        <source>a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm</source>
        <translation>una carpeta con los manifiestos de un clúster, y la configuración de CNI y el kubeadm de cada nodo</translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 %2, inside: %L3</source>
        <translation>%1 %2, dentro: %L3</translation>
    </message>
</context>
<context>
    <name>Insertion</name>
    <message>
        <source>Insert %1 between %2 and %3</source>
        <translation>Insertar %1 entre %2 y %3</translation>
    </message>
</context>
<context>
    <name>MatrixGroups</name>
    <message>
        <source>no address</source>
        <translation>sin dirección</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message>
        <source>port {} of {} on {}</source>
        <translation>el puerto {} de {} en {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
</context>
<context>
    <name>MoveGesture</name>
    <message>
        <source>Move %1</source>
        <translation>Mover %1</translation>
    </message>
    <message>
        <source>Move %1 nodes</source>
        <translation>Mover %1 nodos</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 nodos</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>Mover %1 dentro de %2</translation>
    </message>
    <message>
        <source>Move %1 out</source>
        <translation>Sacar %1</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>Mover %1 objetos</translation>
    </message>
</context>
<context>
    <name>NodeKind</name>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
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
        <translation>Espacio de nombres</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interfaz</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Puente</translation>
    </message>
    <message>
        <source>Tunnel end</source>
        <translation>Extremo del túnel</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Dirección local</translation>
    </message>
    <message>
        <source>Peer address</source>
        <translation>Dirección remota</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Vecinos</translation>
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
        <translation>Reglas de política</translation>
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
        <translation>sin puertos</translation>
    </message>
    <message>
        <source>1 port</source>
        <translation>1 puerto</translation>
    </message>
    <message>
        <source>%1 ports</source>
        <translation>%1 puertos</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Routing Table</source>
        <translation>Tabla de rutas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>Conectividad</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>What If</source>
        <translation>¿Y si…?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Puertos clúster</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
</context>
<context>
    <name>PassageFilter</name>
    <message>
        <source>Behind “node” stands the name of one node, then “and” or nothing.</source>
        <translation>Tras «node» va el nombre de un solo nodo, y después «and» o nada.</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>No hay ningún nodo «%1».</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
    <message>
        <source>%1: click where it shall stand, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: haga clic en el lugar deseado, o pulse Intro; Mayús para repetir, Esc termina</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Netdraft</source>
        <translation>Acerca de Netdraft</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw Linux networks, see who reaches whom and why not, and take the commands that build them along.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes with no warranty. Made with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dibujar redes Linux, ver quién llega a quién y por qué no, y llevarse los comandos que las construyen.&lt;/p&gt;&lt;p&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior; se ofrece sin ninguna garantía. Hecho con Qt %1.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>an untitled network</source>
        <translation>una red sin título</translation>
    </message>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>Recuperar cambios sin guardar</translation>
    </message>
    <message>
        <source>Netdraft did not end properly. Recover the unsaved changes to %1?</source>
        <translation>Netdraft no se cerró correctamente. ¿Recuperar los cambios sin guardar de %1?</translation>
    </message>
    <message>
        <source>They were kept on %1.</source>
        <translation>Se conservaron el %1.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Recuperar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>Ask &amp;Later</source>
        <translation>Preguntar &amp;más tarde</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>{} by {}</source>
        <translation>{} por {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} y {}</translation>
    </message>
    <message>
        <source>nobody listens on {} at {}</source>
        <translation>nadie escucha en {} de {}</translation>
    </message>
    <message>
        <source>{} listens on {} for {} only, not for {}</source>
        <translation>{} escucha en {} solo para {}, no para {}</translation>
    </message>
    <message>
        <source>the answer comes from {}, which is not what {} asked</source>
        <translation>la respuesta viene de {}, no de la dirección a la que preguntó {}</translation>
    </message>
    <message>
        <source>{} reaches {} of {}, which does not answer</source>
        <translation>{} llega a {} de {}, que no responde</translation>
    </message>
    <message>
        <source>{} reaches {} of {}</source>
        <translation>{} llega a {} de {}</translation>
    </message>
    <message>
        <source>the default route</source>
        <translation>la ruta predeterminada</translation>
    </message>
    <message>
        <source>the route {}</source>
        <translation>la ruta {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in nft table {}</source>
        <translation>la política de la cadena {} en la tabla nft {}</translation>
    </message>
    <message>
        <source>rule {} (handle {}) of chain {} in nft table {}</source>
        <translation>la regla {} (handle {}) de la cadena {} en la tabla nft {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in table {}</source>
        <translation>la política de la cadena {} en la tabla {}</translation>
    </message>
    <message>
        <source>rule {} of chain {} in table {}</source>
        <translation>la regla {} de la cadena {} en la tabla {}</translation>
    </message>
    <message>
        <source>{} has a fixed neighbour entry for {} on {} whose link-layer address is not there</source>
        <translation>{} tiene una entrada de vecino fija para {} en {} cuya dirección de capa de enlace no existe allí</translation>
    </message>
    <message>
        <source>ARP is off on {} of {}, which so asks nobody for the link-layer address of {}</source>
        <translation>ARP está desactivado en {} de {}, que por eso no pregunta a nadie la dirección de capa de enlace de {}</translation>
    </message>
    <message>
        <source>the frame from {} to {} on {} comes to nobody who has its link-layer address</source>
        <translation>la trama de {} a {} en {} no llega a nadie con su dirección de capa de enlace de destino</translation>
    </message>
    <message>
        <source>{} has no carrier: the other end is down</source>
        <translation>{} no tiene portadora: el otro extremo está desactivado</translation>
    </message>
    <message>
        <source>{} has no carrier: it has no members</source>
        <translation>{} no tiene portadora: no tiene miembros</translation>
    </message>
    <message>
        <source>{} has no carrier: none of its members has</source>
        <translation>{} no tiene portadora: ninguno de sus miembros la tiene</translation>
    </message>
    <message>
        <source>{} has no {} tunnel to take what {} sends (local {}, remote {})</source>
        <translation>{} no tiene ningún túnel {} que reciba lo que envía {} (local {}, remote {})</translation>
    </message>
    <message>
        <source>{} sends from {}, which is no address of {}</source>
        <translation>{} envía desde {}, que no es una dirección de {}</translation>
    </message>
    <message>
        <source>{} carries no VLAN {}</source>
        <translation>{} no transporta la VLAN {}</translation>
    </message>
    <message>
        <source>port {} of {} on {}</source>
        <translation>el puerto {} de {} en {}</translation>
    </message>
    <message>
        <source>{} carries no frames without a tag</source>
        <translation>{} no transporta tramas sin etiqueta</translation>
    </message>
    <message>
        <source>{} is an access port, and takes no frames with a tag</source>
        <translation>{} es un puerto de acceso y no acepta tramas con etiqueta</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and the frame in none</source>
        <translation>{} está en la VLAN {}, y la trama en ninguna</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and carries no VLAN {}</source>
        <translation>{} está en la VLAN {} y no transporta la VLAN {}</translation>
    </message>
    <message>
        <source> in VRF {}</source>
        <translation> en la VRF {}</translation>
    </message>
    <message>
        <source> outside of VRF {}</source>
        <translation> fuera de la VRF {}</translation>
    </message>
    <message>
        <source>{} is reached</source>
        <translation>se llega a {}</translation>
    </message>
    <message>
        <source>{} turns packets to {} away, as IPv6 does for every route out by lo ({})</source>
        <translation>{} rechaza los paquetes hacia {}, como hace IPv6 con toda ruta que sale por lo ({})</translation>
    </message>
    <message>
        <source>{} has no route to {}{}</source>
        <translation>{} no tiene ruta hacia {}{}</translation>
    </message>
    <message>
        <source>{} discards packets to {}: blackhole route {}</source>
        <translation>{} descarta los paquetes hacia {}: ruta blackhole {}</translation>
    </message>
    <message>
        <source>{} refuses packets to {}: unreachable route {}</source>
        <translation>{} rechaza los paquetes hacia {}: ruta unreachable {}</translation>
    </message>
    <message>
        <source>{} forbids packets to {}: prohibit route {}</source>
        <translation>{} prohíbe los paquetes hacia {}: ruta prohibit {}</translation>
    </message>
    <message>
        <source>{} does not forward {} packets</source>
        <translation>{} no reenvía paquetes {}</translation>
    </message>
    <message>
        <source>{} asks for {} on {}, and nobody answers{}</source>
        <translation>{} pregunta por {} en {}, y nadie responde{}</translation>
    </message>
    <message>
        <source>{} is down</source>
        <translation>{} está desactivada</translation>
    </message>
    <message>
        <source>lo of {} is down, so it cannot reach itself</source>
        <translation>lo de {} está desactivada, así que el nodo no puede llegar a sí mismo</translation>
    </message>
    <message>
        <source>{} sends packets to {} back to itself by lo, and drops them ({})</source>
        <translation>{} se devuelve los paquetes hacia {} a través de lo, y los descarta ({})</translation>
    </message>
    <message>
        <source>{} drops the packet from {}, for that address is its own</source>
        <translation>{} descarta el paquete de {}, porque esa dirección es la suya</translation>
    </message>
    <message>
        <source>{} drops the packet from {}: its way back there is another link, and rp_filter asks for the same</source>
        <translation>{} descarta el paquete de {}: para volver allí usa otro enlace, y rp_filter exige el mismo</translation>
    </message>
    <message>
        <source>{} does not forward packets from the link-local address {}</source>
        <translation>{} no reenvía paquetes de la dirección de enlace local {}</translation>
    </message>
    <message>
        <source>the packet circles until its time to live is used up, last at {}</source>
        <translation>el paquete da vueltas hasta agotar su TTL, por último en {}</translation>
    </message>
    <message>
        <source>the time to live that {} gives its packets is used up at {}</source>
        <translation>el TTL que {} da a sus paquetes se agota en {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of a link behind {} of {}</source>
        <translation>el paquete supera la MTU de un enlace más allá de {} de {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of the way out of {}</source>
        <translation>el paquete supera la MTU del camino de salida de {}</translation>
    </message>
    <message>
        <source>{} has no {} address to send from</source>
        <translation>{} no tiene ninguna dirección {} desde la que enviar</translation>
    </message>
    <message>
        <source>for {} {} is a broadcast address, which nobody answers ({})</source>
        <translation>para {}, {} es una dirección de broadcast, a la que nadie responde ({})</translation>
    </message>
    <message>
        <source>the switches behind {} of {} form a loop, and frames circle in it</source>
        <translation>los switches más allá de {} de {} forman un bucle en el que circulan las tramas</translation>
    </message>
    <message>
        <source>the reply came to {}, which has the address {} too</source>
        <translation>la respuesta llegó a {}, que también tiene la dirección {}</translation>
    </message>
    <message>
        <source>{} answers no echo requests (icmp_echo_ignore_all)</source>
        <translation>{} no responde a las solicitudes de eco (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>{} of {} drops the packet</source>
        <translation>{} de {} descarta el paquete</translation>
    </message>
    <message>
        <source>the connection tracking of {} drops the packet</source>
        <translation>el seguimiento de conexiones de {} descarta el paquete</translation>
    </message>
    <message>
        <source>{} of {} rejects the packet</source>
        <translation>{} de {} rechaza el paquete</translation>
    </message>
    <message>
        <source>{} does not take part in the frame's VLAN</source>
        <translation>{} no participa en la VLAN de la trama</translation>
    </message>
    <message>
        <source>{} is private, and passes nothing to others on its parent</source>
        <translation>{} está en modo private y no entrega nada a las demás de su interfaz padre</translation>
    </message>
    <message>
        <source>{} is isolated from the port that the frame came by</source>
        <translation>{} está aislada del puerto por el que llegó la trama</translation>
    </message>
    <message>
        <source>{} does not know where the frame's address is, and no port takes frames for unknown ones</source>
        <translation>{} no sabe dónde está la dirección de la trama, y ningún puerto acepta tramas a direcciones desconocidas</translation>
    </message>
    <message>
        <source>{} does not forward</source>
        <translation>{} no reenvía</translation>
    </message>
    <message>
        <source>{} is locked, and takes no frames from senders whose entry it does not have</source>
        <translation>{} está bloqueada (locked) y no acepta tramas de remitentes de los que no tiene entrada</translation>
    </message>
    <message>
        <source>{} has no end of the tunnel to send to</source>
        <translation>{} no tiene un extremo de túnel al que enviar</translation>
    </message>
    <message>
        <source>{} has a VXLAN link on that port, and none with the VNI</source>
        <translation>{} tiene un enlace VXLAN en ese puerto, pero ninguno con ese VNI</translation>
    </message>
    <message>
        <source>{} has another key than {}</source>
        <translation>{} tiene una clave distinta de la de {}</translation>
    </message>
    <message>
        <source>the way to the far end of {} leads into {} itself</source>
        <translation>el camino hasta el extremo remoto de {} vuelve a entrar en {}</translation>
    </message>
    <message>
        <source>VRF {} of {} is down, so that it answers nobody there</source>
        <translation>la VRF {} de {} está desactivada, así que allí no responde a nadie</translation>
    </message>
    <message>
        <source>{} carries no {} packets</source>
        <translation>{} no transporta paquetes {}</translation>
    </message>
    <message>
        <source>{} is not the active member of its bond, which takes no frames by it</source>
        <translation>{} no es el miembro activo de su bond, que no acepta tramas por ahí</translation>
    </message>
    <message>
        <source>nobody listens on the port at {}</source>
        <translation>nadie escucha en ese puerto de {}</translation>
    </message>
    <message>
        <source>{} leads nowhere</source>
        <translation>{} no lleva a ninguna parte</translation>
    </message>
    <message>
        <source>what {} does with it is not modelled</source>
        <translation>lo que hace {} con el paquete no está modelado</translation>
    </message>
    <message>
        <source>what becomes of the packet from {} is not modelled</source>
        <translation>lo que ocurre con el paquete de {} no está modelado</translation>
    </message>
    <message>
        <source>{} (so {} does not find its neighbour {})</source>
        <translation>{} (por eso {} no encuentra a su vecino {})</translation>
    </message>
    <message>
        <source>{} (on the way from {} to {})</source>
        <translation>{} (en el camino de {} a {})</translation>
    </message>
    <message>
        <source>{} (on the way back from {} to {}, {})</source>
        <translation>{} (en el camino de vuelta de {} a {}, {})</translation>
    </message>
    <message>
        <source>{} reaches {}</source>
        <translation>{} llega a {}</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed, and believes nobody who says he has it</source>
        <translation>: {} de {} también tiene {}, dirección cuya detección de duplicados falló, y no cree a nadie que diga tenerla</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed</source>
        <translation>: {} de {} también tiene {}, dirección cuya detección de duplicados falló</translation>
    </message>
    <message>
        <source>: {} is on {}, which {} lies on, and the two never hear each other</source>
        <translation>: {} está en {}, la interfaz padre de {}, y las dos nunca se oyen entre sí</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, a port of {}, which takes every frame that comes to it</source>
        <translation>: {} está en {} de {}, un puerto de {}, que se queda con toda trama que le llega</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which lies on {}, and the two never hear each other</source>
        <translation>: {} está en {} de {}, cuya interfaz padre es {}, y las dos nunca se oyen entre sí</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which in mode {} answers for no address</source>
        <translation>: {} está en {} de {}, que en modo {} no responde por ninguna dirección</translation>
    </message>
    <message>
        <source>: {} has {} itself, and believes nobody who says he has it</source>
        <translation>: la propia {} tiene {}, y no cree a nadie que diga tenerla</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP, and bridge-nf-call-iptables lets it see bridged frames</source>
        <translation>{} de {} descarta el paquete: Docker la ha puesto en DROP, y bridge-nf-call-iptables le muestra también las tramas de los puentes</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP</source>
        <translation>{} de {} descarta el paquete: Docker la ha puesto en DROP</translation>
    </message>
    <message>
        <source>the qdisc of {} drops it</source>
        <translation>la qdisc de {} lo descarta</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>Network drawing</source>
        <translation>Dibujo de la red</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>“%1” is no network: write one like 192.168.2.0/24, or default</source>
        <translation>«%1» no es una red: escriba una como 192.168.2.0/24, o default</translation>
    </message>
    <message>
        <source>A network is written like 192.168.2.0/24</source>
        <translation>Una red se escribe como 192.168.2.0/24</translation>
    </message>
    <message>
        <source>A gateway is an address like 192.168.1.6</source>
        <translation>Una puerta de enlace es una dirección como 192.168.1.6</translation>
    </message>
    <message>
        <source>“%1” cannot name an interface</source>
        <translation>«%1» no puede ser el nombre de una interfaz</translation>
    </message>
    <message>
        <source>A metric is a number; the smallest one wins</source>
        <translation>Una métrica es un número; gana la más pequeña</translation>
    </message>
    <message>
        <source>A type is unicast, blackhole, unreachable, prohibit or throw</source>
        <translation>Un tipo es unicast, blackhole, unreachable, prohibit o throw</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>policy %1</source>
        <translation>política %1</translation>
    </message>
    <message>
        <source>every packet</source>
        <translation>todo paquete</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>The machine itself stays; remove its links instead</source>
        <translation>La propia máquina se queda; elimine en su lugar sus enlaces</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Remove %1 objects</source>
        <translation>Eliminar %1 objetos</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Duplicar %1</translation>
    </message>
    <message>
        <source>Duplicate %1 nodes</source>
        <translation>Duplicar %1 nodos</translation>
    </message>
    <message>
        <source>The machine itself cannot be copied</source>
        <translation>La propia máquina no se puede copiar</translation>
    </message>
    <message>
        <source>Nodes copied: %L1</source>
        <translation>Nodos copiados: %L1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>Pegar %1</translation>
    </message>
    <message>
        <source>Paste %1 nodes</source>
        <translation>Pegar %1 nodos</translation>
    </message>
    <message>
        <source>Select three nodes or more to spread them</source>
        <translation>Seleccione tres nodos o más para distribuirlos</translation>
    </message>
    <message>
        <source>Select two nodes or more to align them</source>
        <translation>Seleccione dos nodos o más para alinearlos</translation>
    </message>
    <message>
        <source>Spread nodes</source>
        <translation>Distribuir nodos</translation>
    </message>
    <message>
        <source>Align nodes</source>
        <translation>Alinear nodos</translation>
    </message>
    <message>
        <source>Lay out nodes</source>
        <translation>Disponer nodos</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>Plegar %1</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>Desplegar %1</translation>
    </message>
    <message>
        <source>Select a node that holds others, or one that is inside of it</source>
        <translation>Seleccione un nodo que contenga otros, o uno que esté dentro de él</translation>
    </message>
    <message>
        <source>Select a node that is inside of another one</source>
        <translation>Seleccione un nodo que esté dentro de otro</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Sacar %1</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>Activar %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>Desactivar %1</translation>
    </message>
    <message>
        <source>Duplicate %1 objects</source>
        <translation>Duplicar %1 objetos</translation>
    </message>
    <message>
        <source>Select what to copy</source>
        <translation>Seleccione lo que desea copiar</translation>
    </message>
    <message>
        <source>Objects copied: %L1</source>
        <translation>Objetos copiados: %L1</translation>
    </message>
    <message>
        <source>There are no nodes and no annotations on the clipboard</source>
        <translation>No hay nodos ni anotaciones en el portapapeles</translation>
    </message>
    <message>
        <source>Paste %1 objects</source>
        <translation>Pegar %1 objetos</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Mover %1</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>Mover %1 objetos</translation>
    </message>
</context>
<context>
    <name>StationWords</name>
    <message>
        <source>no route to the destination</source>
        <translation>no hay ruta hacia el destino</translation>
    </message>
    <message>
        <source>a blackhole: dropped without a word</source>
        <translation>blackhole: descartado sin aviso</translation>
    </message>
    <message>
        <source>an unreachable route: refused</source>
        <translation>ruta unreachable: rechazado</translation>
    </message>
    <message>
        <source>prohibited: refused</source>
        <translation>prohibido: rechazado</translation>
    </message>
    <message>
        <source>this node does not forward (ip_forward is 0)</source>
        <translation>este nodo no reenvía (ip_forward es 0)</translation>
    </message>
    <message>
        <source>nobody answers for that address</source>
        <translation>nadie responde por esa dirección</translation>
    </message>
    <message>
        <source>the frame is for another MAC address</source>
        <translation>la trama es para otra dirección MAC</translation>
    </message>
    <message>
        <source>the link is down</source>
        <translation>la interfaz está desactivada</translation>
    </message>
    <message>
        <source>the link has no carrier</source>
        <translation>la interfaz no tiene portadora</translation>
    </message>
    <message>
        <source>lo is down</source>
        <translation>lo está desactivada</translation>
    </message>
    <message>
        <source>the source cannot come from there (martian)</source>
        <translation>el origen no puede venir de ahí (martian)</translation>
    </message>
    <message>
        <source>the way back to the source is another link (rp_filter)</source>
        <translation>la vuelta al origen va por otra interfaz (rp_filter)</translation>
    </message>
    <message>
        <source>a link-local source may not pass a router</source>
        <translation>un origen de enlace local no puede atravesar un router</translation>
    </message>
    <message>
        <source>the time to live is used up</source>
        <translation>el TTL se ha agotado</translation>
    </message>
    <message>
        <source>larger than the MTU</source>
        <translation>mayor que la MTU</translation>
    </message>
    <message>
        <source>no address to send from</source>
        <translation>no hay dirección desde la que enviar</translation>
    </message>
    <message>
        <source>a broadcast address, which nobody answers</source>
        <translation>una dirección de broadcast, a la que nadie responde</translation>
    </message>
    <message>
        <source>the switches form a loop, and frames circle in it</source>
        <translation>los switches forman un bucle en el que circulan las tramas</translation>
    </message>
    <message>
        <source>nobody here waits for it</source>
        <translation>aquí nadie lo espera</translation>
    </message>
    <message>
        <source>echo requests are ignored (icmp_echo_ignore_all)</source>
        <translation>se ignoran las solicitudes de eco (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>not in the frame's VLAN</source>
        <translation>no está en la VLAN de la trama</translation>
    </message>
    <message>
        <source>does not carry the frame's VLAN</source>
        <translation>no transporta la VLAN de la trama</translation>
    </message>
    <message>
        <source>isolated from the port that it came by</source>
        <translation>aislada del puerto por el que llegó</translation>
    </message>
    <message>
        <source>no port takes frames for unknown addresses</source>
        <translation>ningún puerto acepta tramas a direcciones desconocidas</translation>
    </message>
    <message>
        <source>the port does not forward</source>
        <translation>el puerto no reenvía</translation>
    </message>
    <message>
        <source>the port is locked, and does not know the sender</source>
        <translation>el puerto está bloqueado (locked) y no conoce al remitente</translation>
    </message>
    <message>
        <source>the tunnel knows no end to send to</source>
        <translation>el túnel no conoce ningún extremo al que enviar</translation>
    </message>
    <message>
        <source>no VXLAN link has the VNI</source>
        <translation>ninguna interfaz VXLAN tiene ese VNI</translation>
    </message>
    <message>
        <source>no tunnel takes it</source>
        <translation>ningún túnel lo recibe</translation>
    </message>
    <message>
        <source>the tunnel has another key</source>
        <translation>el túnel tiene otra clave</translation>
    </message>
    <message>
        <source>the tunnel's local address is not here</source>
        <translation>la dirección local del túnel no está aquí</translation>
    </message>
    <message>
        <source>the way to the tunnel's end leads into the tunnel</source>
        <translation>el camino hasta el extremo del túnel entra en el propio túnel</translation>
    </message>
    <message>
        <source>the VRF is down</source>
        <translation>la VRF está desactivada</translation>
    </message>
    <message>
        <source>the link does not carry this</source>
        <translation>la interfaz no transporta este tipo de paquete</translation>
    </message>
    <message>
        <source>not the active member of the bond</source>
        <translation>no es el miembro activo del bond</translation>
    </message>
    <message>
        <source>nobody listens on the port</source>
        <translation>nadie escucha en el puerto</translation>
    </message>
    <message>
        <source>a dummy link leads nowhere</source>
        <translation>una interfaz dummy no lleva a ninguna parte</translation>
    </message>
    <message>
        <source>what happens here is not modelled</source>
        <translation>lo que ocurre aquí no está modelado</translation>
    </message>
    <message>
        <source>less specific</source>
        <translation>menos específica</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>peor métrica</translation>
    </message>
    <message>
        <source>less preferred</source>
        <translation>menos preferida</translation>
    </message>
    <message>
        <source>stands behind it</source>
        <translation>va después de la elegida</translation>
    </message>
    <message>
        <source>its link is down</source>
        <translation>su interfaz está desactivada</translation>
    </message>
    <message>
        <source>leaves by another link than asked for</source>
        <translation>sale por una interfaz distinta de la pedida</translation>
    </message>
    <message>
        <source>goes on to the next table</source>
        <translation>pasa a la tabla siguiente</translation>
    </message>
    <message>
        <source>too short for the rule (suppress_prefixlength)</source>
        <translation>demasiado corta para la regla (suppress_prefixlength)</translation>
    </message>
    <message>
        <source>its table is asked only after that</source>
        <translation>su tabla se consulta solo después</translation>
    </message>
    <message>
        <source>no rule leads to its table</source>
        <translation>ninguna regla lleva a su tabla</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>no coincide</translation>
    </message>
    <message>
        <source>says to go on</source>
        <translation>indica continuar</translation>
    </message>
    <message>
        <source>jumps on</source>
        <translation>salta más adelante</translation>
    </message>
    <message>
        <source>matches, its table has no route</source>
        <translation>coincide, pero su tabla no tiene ruta</translation>
    </message>
    <message>
        <source>matches, its table says throw</source>
        <translation>coincide, pero su tabla dice throw</translation>
    </message>
    <message>
        <source>matches, its route is suppressed</source>
        <translation>coincide, pero su ruta se suprime</translation>
    </message>
    <message>
        <source>tunnel packet</source>
        <translation>paquete de túnel</translation>
    </message>
    <message>
        <source>echo request</source>
        <translation>solicitud de eco</translation>
    </message>
    <message>
        <source>echo reply</source>
        <translation>respuesta de eco</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>error ICMP</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>puente</translation>
    </message>
    <message>
        <source>local process</source>
        <translation>proceso local</translation>
    </message>
    <message>
        <source>routing decision</source>
        <translation>decisión de enrutamiento</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>vecino</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>ARP request for {}</source>
        <translation>solicitud ARP para {}</translation>
    </message>
    <message>
        <source>ARP reply of {}</source>
        <translation>respuesta ARP de {}</translation>
    </message>
    <message>
        <source>neighbour solicitation for {}</source>
        <translation>solicitud de vecino para {}</translation>
    </message>
    <message>
        <source>neighbour advertisement of {}</source>
        <translation>anuncio de vecino de {}</translation>
    </message>
    <message>
        <source>the qdisc drops it</source>
        <translation>la qdisc lo descarta</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Ends here: %1</source>
        <translation>Termina aquí: %1</translation>
    </message>
    <message>
        <source>not %1 (%2)</source>
        <translation>no %1 (%2)</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no alcanzada</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Core, distribution and access routers in a tree, hosts on the access routers' LANs.</source>
        <translation>Routers de núcleo, distribución y acceso en árbol; hosts en las LAN de los routers de acceso.</translation>
    </message>
    <message>
        <source>Routers in a row with a host each, and static routes both ways.</source>
        <translation>Routers en fila, cada uno con un host, y rutas estáticas en ambos sentidos.</translation>
    </message>
    <message>
        <source>Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.</source>
        <translation>Nodos, cada uno con pods en un puente, unidos por un overlay VXLAN como lo monta flannel.</translation>
    </message>
    <message>
        <source>The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.</source>
        <translation>El fat tree de k pods de Al-Fares, Loukissas y Vahdat (2008), enrutado, usando todos los caminos equivalentes.</translation>
    </message>
    <message>
        <source>Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.</source>
        <translation>Cada router leaf está conectado a todos los spine, usando todos los caminos equivalentes; hosts en las LAN de los leaf.</translation>
    </message>
    <message>
        <source>Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.</source>
        <translation>Routers conectados al azar, cada uno con una LAN de hosts, y rutas por los caminos más cortos; la misma semilla da la misma red.</translation>
    </message>
    <message>
        <source>Routers in a circle with a host each, routed by the shorter way round.</source>
        <translation>Routers en círculo, cada uno con un host, y rutas por el lado más corto.</translation>
    </message>
    <message>
        <source>Hosts on one switch.</source>
        <translation>Hosts en un solo switch.</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>Campus</translation>
    </message>
    <message>
        <source>Chain of Routers</source>
        <translation>Cadena de routers</translation>
    </message>
    <message>
        <source>Cluster with an Overlay</source>
        <translation>Clúster con overlay</translation>
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
        <translation>Aleatoria</translation>
    </message>
    <message>
        <source>Ring of Routers</source>
        <translation>Anillo de routers</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Estrella</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Routers</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Hosts on each</source>
        <translation>Hosts en cada uno</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodos</translation>
    </message>
    <message>
        <source>Pods on each</source>
        <translation>Pods en cada uno</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Leaf</translation>
    </message>
    <message>
        <source>Spines</source>
        <translation>Spine</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A network</source>
        <translation>Una red</translation>
    </message>
    <message>
        <source>Devices, switches and a router, wired up. Double-click to add something; press L and drag from one to another to wire them.</source>
        <translation>Dispositivos, switches y un router, ya cableados. Haga doble clic para añadir algo; pulse L y arrastre de uno a otro para conectarlos.</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>¿Funciona?</translation>
    </message>
    <message>
        <source>After every change it says whether everybody reaches everybody, and if not, why not. The button on the right mends it, one step at a time.</source>
        <translation>Después de cada cambio se indica aquí si todos llegan a todos y, si no, por qué. El botón de la derecha lo arregla, paso a paso.</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Quién llega a quién</translation>
    </message>
    <message>
        <source>A row pings a column. Point at a cell for the reason, or click it to see on the canvas how far the packet comes.</source>
        <translation>Cada fila hace ping a cada columna. Señale una celda para ver el motivo, o haga clic en ella para ver en el lienzo hasta dónde llega el paquete.</translation>
    </message>
    <message>
        <source>What a node is</source>
        <translation>Qué es un nodo</translation>
    </message>
    <message>
        <source>Select a node to see and change its interfaces, addresses and routes. Enter opens its terminal, which knows ip, bridge, ping, tcpdump and many others.</source>
        <translation>Seleccione un nodo para ver y cambiar sus interfaces, direcciones y rutas. Intro abre su terminal, que conoce ip, bridge, ping, tcpdump y muchos otros.</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>Lo mismo, en comandos</translation>
    </message>
    <message>
        <source>Whatever you do is written down as the commands that do it on a real machine. Export (Ctrl+E) makes a script of them that builds this very network in namespaces.</source>
        <translation>Todo lo que se hace queda anotado como los comandos que lo hacen en una máquina real. Exportar (Ctrl+E) los convierte en un script que construye esta misma red en espacios de nombres.</translation>
    </message>
</context>
<context>
    <name>TroubleQuestion</name>
    <message>
        <source>Not Everything Was Understood</source>
        <translation>No se entendió todo</translation>
    </message>
    <message>
        <source>Netdraft does not understand these parts of “%1”. What it does understand can be opened, as a network that is not complete.</source>
        <translation>Netdraft no entiende estas partes de «%1». Lo que sí entiende se puede abrir, como una red incompleta.</translation>
    </message>
    <message>
        <source>%1 (a note)</source>
        <translation>%1 (nota)</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>Lo que no se entendió</translation>
    </message>
    <message>
        <source>&amp;Open the Rest</source>
        <translation>&amp;Abrir el resto</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>netdraft::app::MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pairs that this change healed: %L1, and broke: %L2</source>
        <translation>Pares que este cambio arregló: %L1; pares que rompió: %L2</translation>
    </message>
    <message>
        <source>Find a node by its name or an address</source>
        <translation>Buscar un nodo por su nombre o por una dirección</translation>
    </message>
    <message>
        <source>Type what you want to do, or a node</source>
        <translation>Escriba lo que desea hacer, o un nodo</translation>
    </message>
</context>
<context>
    <name>netdraft::model::HintWords</name>
    <message>
        <source>Perhaps: {}</source>
        <translation>Quizá: {}</translation>
    </message>
    <message>
        <source>This makes a namespace that is called netns. Perhaps: ip netns add NAME</source>
        <translation>Esto crea un espacio de nombres llamado netns. Quizá: ip netns add NAME</translation>
    </message>
    <message>
        <source>Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}</source>
        <translation>Sin longitud de prefijo esto es {}/{}, una red de una sola dirección. Quizá: {}/{}</translation>
    </message>
    <message>
        <source>{} has no {}, but {}.</source>
        <translation>{} no tiene {}, pero sí {}.</translation>
    </message>
    <message>
        <source>{} has no {}; it is in {}.</source>
        <translation>{} no tiene {}; está en {}.</translation>
    </message>
    <message>
        <source>The gateway has to be in a network that {} has an address in, by a link that is up: see ip addr.</source>
        <translation>La puerta de enlace debe estar en una red en la que {} tenga una dirección, por una interfaz activa: véase ip addr.</translation>
    </message>
    <message>
        <source>Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24</source>
        <translation>Sin máscara esto es {0}/{1}, según su clase. Quizá: ifconfig {2} {0}/24</translation>
    </message>
</context>
<context>
    <name>netdraft::model::MendWords</name>
    <message>
        <source>Make {} the primary member of {}</source>
        <translation>Poner {} como miembro primario de {}</translation>
    </message>
    <message>
        <source>Make {} the active member of {}</source>
        <translation>Poner {} como miembro activo de {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} y {}</translation>
    </message>
    <message>
        <source>Set {} up</source>
        <translation>Activar {}</translation>
    </message>
    <message>
        <source>Set {} of {} up</source>
        <translation>Activar {} de {}</translation>
    </message>
    <message>
        <source>Switch ARP on for {} of {}</source>
        <translation>Activar ARP para {} de {}</translation>
    </message>
    <message>
        <source>Let the route {} of {} carry what its link does</source>
        <translation>Dar a la ruta {} de {} la MTU de su enlace</translation>
    </message>
    <message>
        <source>Write {} of {} as {}, as its neighbours do</source>
        <translation>Escribir {} de {} como {}, igual que sus vecinos</translation>
    </message>
    <message>
        <source>Send {}'s packets for {} via {} instead</source>
        <translation>Enviar los paquetes de {} hacia {} a través de {}</translation>
    </message>
    <message>
        <source>Set the MTU of the links behind {} to {} bytes</source>
        <translation>Fijar la MTU de los enlaces más allá de {} en {} bytes</translation>
    </message>
    <message>
        <source>Remove the fixed neighbour entry for {} from {}</source>
        <translation>Quitar la entrada de vecino fija para {} en {}</translation>
    </message>
    <message>
        <source>Let {} forward {} packets</source>
        <translation>Permitir que {} reenvíe paquetes {}</translation>
    </message>
    <message>
        <source>Let {} forward {} packets that come in by {}</source>
        <translation>Permitir que {} reenvíe paquetes {} que entran por {}</translation>
    </message>
    <message>
        <source>Let {} answer echo requests</source>
        <translation>Permitir que {} responda a solicitudes de eco</translation>
    </message>
    <message>
        <source>Switch rp_filter of {} off for {}</source>
        <translation>Desactivar rp_filter de {} para {}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in nft table {} of {} accept</source>
        <translation>Poner en accept la política de la cadena {} en la tabla nft {} de {}</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in nft table {} of {}</source>
        <translation>Quitar la regla {} de la cadena {} en la tabla nft {} de {}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in table {} of {} accept</source>
        <translation>Poner en accept la política de la cadena {} en la tabla {} de {}</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in table {} of {}</source>
        <translation>Quitar la regla {} de la cadena {} en la tabla {} de {}</translation>
    </message>
    <message>
        <source>Make {} an access port of VLAN {}</source>
        <translation>Poner {} como puerto de acceso de la VLAN {}</translation>
    </message>
    <message>
        <source>Make {} a trunk</source>
        <translation>Poner {} como troncal</translation>
    </message>
    <message>
        <source>Let {} carry VLAN {} as well</source>
        <translation>Permitir que {} transporte también la VLAN {}</translation>
    </message>
    <message>
        <source>Let {} and the others on its parent hear each other</source>
        <translation>Permitir que {} y las demás de su interfaz padre se oigan</translation>
    </message>
    <message>
        <source>Isolate {} no longer</source>
        <translation>Dejar de aislar {}</translation>
    </message>
    <message>
        <source>Unlock {}</source>
        <translation>Desbloquear {}</translation>
    </message>
    <message>
        <source>Let {} forward</source>
        <translation>Permitir que {} reenvíe</translation>
    </message>
    <message>
        <source>Let the ports of {} take frames for unknown addresses</source>
        <translation>Permitir en los puertos de {} tramas a direcciones desconocidas</translation>
    </message>
    <message>
        <source>Let {} look all packets up in its main table</source>
        <translation>Hacer que {} consulte su tabla main para todos los paquetes</translation>
    </message>
    <message>
        <source>Remove the throw route to {} from {}</source>
        <translation>Quitar la ruta throw hacia {} en {}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {} in VRF {}</source>
        <translation>Cambiar la ruta {} vía {} en {}, VRF {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {} in VRF {}</source>
        <translation>Añadir la ruta {} vía {} en {}, VRF {}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {}</source>
        <translation>Cambiar la ruta {} vía {} en {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {}</source>
        <translation>Añadir la ruta {} vía {} en {}</translation>
    </message>
    <message>
        <source>Change route {} on {} by its link {}</source>
        <translation>Hacer que la ruta {} en {} salga por su enlace {}</translation>
    </message>
    <message>
        <source>Add route {} on {} by its link {}</source>
        <translation>Añadir la ruta {} en {} por su enlace {}</translation>
    </message>
    <message>
        <source>Give {} of {} the address {}</source>
        <translation>Asignar a {} de {} la dirección {}</translation>
    </message>
    <message>
        <source>{} and the route {} via {}</source>
        <translation>{} y la ruta {} vía {}</translation>
    </message>
    <message>
        <source>Remove policy rule {} from {}</source>
        <translation>Quitar la regla de política {} en {}</translation>
    </message>
    <message>
        <source>Let packets of {} set out with a time to live of {}</source>
        <translation>Hacer que los paquetes de {} salgan con un TTL de {}</translation>
    </message>
    <message>
        <source>Remove this route to {} from {}</source>
        <translation>Quitar esta ruta hacia {} en {}</translation>
    </message>
    <message>
        <source>Add route {} by the tunnel {} on {}</source>
        <translation>Añadir la ruta {} por el túnel {} en {}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {}</source>
        <translation>Añadir la ruta {} hacia la VRF {} en {}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {} in VRF {}</source>
        <translation>Añadir la ruta {} hacia la VRF {} en {}, VRF {}</translation>
    </message>
    <message>
        <source>Set lo of {} up</source>
        <translation>Activar lo de {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {}</source>
        <translation>Hacer que un programa de {} escuche en {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {} for any address</source>
        <translation>Hacer que un programa de {} escuche en {} para cualquier dirección</translation>
    </message>
    <message>
        <source>Let {} pass from port to port in DOCKER-USER of {}</source>
        <translation>Dejar pasar {} de puerto a puerto en DOCKER-USER de {}</translation>
    </message>
    <message>
        <source>Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)</source>
        <translation>No entregar a iptables las tramas de los puentes en {} (bridge-nf-call-iptables)</translation>
    </message>
    <message>
        <source>Let packets pass between {} and {} in DOCKER-USER of {}</source>
        <translation>Dejar pasar paquetes entre {} y {} en DOCKER-USER de {}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::NameWords</name>
    <message>
        <source>{} finds {} in /etc/hosts: {}</source>
        <translation>{} encuentra {} en /etc/hosts: {}</translation>
    </message>
    <message>
        <source>{} does not find {} in /etc/hosts</source>
        <translation>{} no encuentra {} en /etc/hosts</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({}) again, over TCP</source>
        <translation>{} vuelve a preguntar a {} por {} ({}), por TCP</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({})</source>
        <translation>{} pregunta a {} por {} ({})</translation>
    </message>
    <message>
        <source>{} at {} does not answer</source>
        <translation>{} en {} no responde</translation>
    </message>
    <message>
        <source>the answer of {} at {} is too long for a datagram</source>
        <translation>la respuesta de {} en {} es demasiado larga para un datagrama</translation>
    </message>
    <message>
        <source>no answer comes: {}</source>
        <translation>no llega ninguna respuesta: {}</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which answers</source>
        <translation>{} en {} pregunta a {}, que responde</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which does not answer</source>
        <translation>{} en {} pregunta a {}, que no responde</translation>
    </message>
    <message>
        <source>{} at {} knows no name {}</source>
        <translation>{} en {} no conoce ningún nombre {}</translation>
    </message>
    <message>
        <source>{} at {} answers with the error {}</source>
        <translation>{} en {} responde con el error {}</translation>
    </message>
    <message>
        <source>{} at {} knows {} as another name of {}</source>
        <translation>{} en {} conoce {} como otro nombre de {}</translation>
    </message>
    <message>
        <source>{} at {} knows {}, but no record {} of it</source>
        <translation>{} en {} conoce {}, pero no tiene ningún registro {}</translation>
    </message>
    <message>
        <source>{} at {} answers: {}</source>
        <translation>{} en {} responde: {}</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} es {}</translation>
    </message>
    <message>
        <source>{} is {}, and that is {}</source>
        <translation>{} es {}, y eso es {}</translation>
    </message>
    <message>
        <source>there is no such name as {}</source>
        <translation>no existe ningún nombre {}</translation>
    </message>
    <message>
        <source>{} has no address</source>
        <translation>{} no tiene dirección</translation>
    </message>
    <message>
        <source>nobody could tell what {} is</source>
        <translation>nadie pudo decir qué es {}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ProblemWords</name>
    <message>
        <source>{} cannot reach {} ({}): {}</source>
        <translation>{} no llega a {} ({}): {}</translation>
    </message>
    <message>
        <source>The switches at {} form a loop: every broadcast circles in it for ever</source>
        <translation>Los switches de {} forman un bucle: todo broadcast circula por él sin fin</translation>
    </message>
    <message>
        <source>{} and {} have the same address {} on one segment</source>
        <translation>{} y {} tienen la misma dirección {} en un mismo segmento</translation>
    </message>
    <message>
        <source>{} writes its subnet {} with another length than {} on the same segment (/{})</source>
        <translation>{} escribe su subred {} con una longitud distinta de la de {} en el mismo segmento (/{})</translation>
    </message>
    <message>
        <source>{} of {} is down, so its cable to {} carries nothing</source>
        <translation>{} de {} está desactivada, así que su cable a {} no transporta nada</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ReasonWords</name>
    <message>
        <source>policy rule {} of {} discards packets to {}</source>
        <translation>la regla de política {} de {} descarta los paquetes hacia {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} forbids packets to {}</source>
        <translation>la regla de política {} de {} prohíbe los paquetes hacia {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} refuses packets to {}</source>
        <translation>la regla de política {} de {} rechaza los paquetes hacia {}</translation>
    </message>
    <message>
        <source>no rule of {} at {} takes {}/{}</source>
        <translation>ninguna regla de {} en {} acepta {}/{}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::StationWords</name>
    <message>
        <source>dropped by connection tracking</source>
        <translation>descartado por el seguimiento de conexiones</translation>
    </message>
    <message>
        <source>takes it, and answers</source>
        <translation>lo recibe y responde</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>lo recibe</translation>
    </message>
    <message>
        <source>a tunnel packs another packet into it</source>
        <translation>un túnel encapsula en él otro paquete</translation>
    </message>
    <message>
        <source>sends it</source>
        <translation>lo envía</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>responde</translation>
    </message>
    <message>
        <source>reports what became of another</source>
        <translation>informa de lo ocurrido con otro paquete</translation>
    </message>
    <message>
        <source>{} dev {} (heard there)</source>
        <translation>{} dev {} (oída ahí)</translation>
    </message>
    <message>
        <source>{} dev {} (static)</source>
        <translation>{} dev {} (estática)</translation>
    </message>
    <message>
        <source>{} is not known: flooded</source>
        <translation>{} no se conoce: inundación</translation>
    </message>
    <message>
        <source>{}: to all ports</source>
        <translation>{}: a todos los puertos</translation>
    </message>
    <message>
        <source>{} is {}'s own</source>
        <translation>{} es la propia MAC de {}</translation>
    </message>
    <message>
        <source>connection {}</source>
        <translation>conexión {}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>no coincide</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>sin reglas</translation>
    </message>
    <message>
        <source>source {} becomes {}</source>
        <translation>el origen {} pasa a ser {}</translation>
    </message>
    <message>
        <source>destination {} becomes {}</source>
        <translation>el destino {} pasa a ser {}</translation>
    </message>
    <message>
        <source>of several ways, by a hash of its addresses: {} dev {}</source>
        <translation>entre varios caminos, según un hash de sus direcciones: {} dev {}</translation>
    </message>
    <message>
        <source>an entry that somebody made (PERMANENT)</source>
        <translation>entrada creada a mano (PERMANENT)</translation>
    </message>
    <message>
        <source>known from before</source>
        <translation>ya conocida</translation>
    </message>
    <message>
        <source>asked for by ARP</source>
        <translation>averiguada por ARP</translation>
    </message>
    <message>
        <source>asked for by neighbour discovery</source>
        <translation>averiguada por descubrimiento de vecinos</translation>
    </message>
    <message>
        <source>nobody is asked on this link</source>
        <translation>en este enlace no se pregunta a nadie</translation>
    </message>
    <message>
        <source>is for many: nobody is asked</source>
        <translation>es para varios: no se pregunta a nadie</translation>
    </message>
    <message>
        <source>ARP answers: {} is here</source>
        <translation>ARP responde: {} está aquí</translation>
    </message>
    <message>
        <source>ARP says nothing: {} is not here</source>
        <translation>ARP no responde: {} no está aquí</translation>
    </message>
    <message>
        <source>ARP learns: {} lladdr {}</source>
        <translation>ARP aprende: {} lladdr {}</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressDialog</name>
    <message>
        <source>Default &amp;gateways for hosts</source>
        <translation>&amp;Puertas de enlace predeterminadas para los hosts</translation>
    </message>
    <message>
        <source>&amp;Routes between routers</source>
        <translation>R&amp;utas entre routers</translation>
    </message>
    <message>
        <source>&amp;Only the segments of what is selected</source>
        <translation>&amp;Solo los segmentos de lo seleccionado</translation>
    </message>
    <message>
        <source>Give Addresses</source>
        <translation>Asignar direcciones</translation>
    </message>
    <message>
        <source>What every segment gets</source>
        <translation>Lo que recibe cada segmento</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>&amp;Give Addresses</source>
        <translation>&amp;Asignar direcciones</translation>
    </message>
    <message>
        <source>&amp;each of</source>
        <translation>&amp;cada una de</translation>
    </message>
    <message>
        <source>&amp;Networks from</source>
        <translation>&amp;Redes de</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>present</source>
        <translation>existente</translation>
    </message>
    <message>
        <source>Nothing is missing: every interface on a segment has an address.</source>
        <translation>No falta nada: todas las interfaces de un segmento tienen dirección.</translation>
    </message>
    <message>
        <source>Addresses: %L1, default gateways: %L2, other routes: %L3. What is there already stays as it is.</source>
        <translation>Direcciones: %L1; puertas de enlace predeterminadas: %L2; otras rutas: %L3. Lo que ya existe se queda como está.</translation>
    </message>
    <message>
        <source>Interfaces that are down, or whose other end is, get none: %L1.</source>
        <translation>Las interfaces desactivadas, o cuyo otro extremo lo está, no reciben ninguna: %L1.</translation>
    </message>
    <message>
        <source>Give addresses</source>
        <translation>Asignar direcciones</translation>
    </message>
    <message>
        <source>Addresses are given; one Undo takes them all back</source>
        <translation>Direcciones asignadas; un solo Deshacer las quita todas</translation>
    </message>
    <message>
        <source>Networks from</source>
        <translation>Redes de</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressModel</name>
    <message>
        <source>An address is written like 192.168.1.5/24</source>
        <translation>Una dirección se escribe como 192.168.1.5/24</translation>
    </message>
    <message>
        <source>Remove address %1</source>
        <translation>Quitar la dirección %1</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Añadir una dirección…</translation>
    </message>
    <message>
        <source>Type an address with its prefix length, like 192.168.1.5/24, and press Enter</source>
        <translation>Escriba una dirección con su longitud de prefijo, como 192.168.1.5/24, y pulse Intro</translation>
    </message>
    <message>
        <source>Of a router's advertisement: it is there again as long as the router can be heard.</source>
        <translation>De un anuncio de router: volverá a aparecer mientras se reciban los anuncios de ese router.</translation>
    </message>
    <message>
        <source>The kernel formed this address by itself.</source>
        <translation>El kernel formó esta dirección por su cuenta.</translation>
    </message>
    <message>
        <source>Double-click to change it, Delete removes it</source>
        <translation>Doble clic para cambiarla; Supr la quita</translation>
    </message>
    <message>
        <source>Add address %1</source>
        <translation>Añadir la dirección %1</translation>
    </message>
    <message>
        <source>Change address to %1</source>
        <translation>Cambiar la dirección a %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AnnotationEditor</name>
    <message>
        <source>Words of the annotation</source>
        <translation>Texto de la anotación</translation>
    </message>
    <message>
        <source>Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was</source>
        <translation>Intro acepta lo escrito, Mayús+Intro empieza una línea, Esc lo deja como estaba</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ChartsPanel</name>
    <message>
        <source>Zoom in on the chart</source>
        <translation>Ampliar el gráfico</translation>
    </message>
    <message>
        <source>Zoom out of the chart</source>
        <translation>Reducir el gráfico</translation>
    </message>
    <message>
        <source>Show the whole chart</source>
        <translation>Mostrar todo el gráfico</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table</source>
        <translation>Guardar el gráfico como imagen o como tabla</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Longitud de los caminos</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Pares por subred</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Tamaño de las tablas</translation>
    </message>
    <message>
        <source>Packets by cable, of the shown ping</source>
        <translation>Paquetes por cable, del ping mostrado</translation>
    </message>
    <message>
        <source>Flooded and forwarded, for the shown ping</source>
        <translation>Inundadas y reenviadas, del ping mostrado</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1</source>
        <translation>No se pueden dibujar gráficos: %1</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Aún no hay nada que contar.</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>Guardar gráfico</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)</source>
        <translation>Imágenes (*.png);;Dibujos (*.svg);;Tablas (*.csv)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: %2</source>
        <translation>No se puede guardar «%1»: %2</translation>
    </message>
    <message>
        <source>Click a cell under Reachability: the packets of its ping are counted here.</source>
        <translation>Haga clic en una celda de Conectividad: aquí se cuentan los paquetes de su ping.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::CommandsPanel</name>
    <message>
        <source>Which commands</source>
        <translation>Qué comandos</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Esta sesión</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Toda la red</translation>
    </message>
    <message>
        <source>Of which node</source>
        <translation>De qué nodo</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>The commands that do the same as what you do here appear in this place.</source>
        <translation>Aquí aparecen los comandos que hacen lo mismo que se hace en esta ventana.</translation>
    </message>
    <message>
        <source>Copy all of them</source>
        <translation>Copiarlos todos</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Todos los nodos</translation>
    </message>
    <message>
        <source>Commands of</source>
        <translation>Comandos de</translation>
    </message>
    <message>
        <source>on</source>
        <translation>en</translation>
    </message>
    <message>
        <source>This session, step by step</source>
        <translation>Esta sesión, paso a paso</translation>
    </message>
    <message>
        <source>Do the next command</source>
        <translation>Ejecutar el siguiente comando</translation>
    </message>
    <message>
        <source>Step through: take the last step back and do its commands one by one</source>
        <translation>Recorrer: deshacer el último paso y ejecutar sus comandos uno a uno</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Document</name>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ExportDialog</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Configuration of each node</source>
        <translation>Configuración de cada nodo</translation>
    </message>
    <message>
        <source>Labs for other engines</source>
        <translation>Laboratorios para otros motores</translation>
    </message>
    <message>
        <source>Drawings and sheets</source>
        <translation>Dibujos y hojas</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Exportar «%1»</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Lo que se escribiría</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>El dibujo</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>the drawing, as it is on the canvas</source>
        <translation>el dibujo, tal como está en el lienzo</translation>
    </message>
    <message>
        <source>There is nothing to write: no node differs in this from a machine that was just installed.</source>
        <translation>No hay nada que escribir: en esto, ningún nodo se diferencia de una máquina recién instalada.</translation>
    </message>
    <message>
        <source>This form cannot say:</source>
        <translation>Este formato no puede expresar:</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… y %L1 más</translation>
    </message>
    <message>
        <source>… the rest is not shown here</source>
        <translation>… el resto no se muestra aquí</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Exportar: %1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Guardado en %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>The network cannot be exported.</source>
        <translation>No se puede exportar la red.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::FileFlow</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>¿Guardar los cambios en «%1»?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Si no se guardan, se perderán.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;Scripts (*.sh);;All files (*)</source>
        <translation>Redes (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Archivos de proyecto (*.netdraft);;Scripts (*.sh);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open Lab Folder</source>
        <translation>Abrir carpeta de laboratorio</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>No se puede abrir «%1».</translation>
    </message>
    <message>
        <source>“%1” is drawn, with this to know: %2</source>
        <translation>«%1» se ha dibujado, con una observación: %2</translation>
    </message>
    <message>
        <source>This machine cannot be captured.</source>
        <translation>No se puede capturar esta máquina.</translation>
    </message>
    <message>
        <source>The example cannot be opened.</source>
        <translation>No se puede abrir el ejemplo.</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Project files (*.netdraft)</source>
        <translation>Archivos de proyecto (*.netdraft)</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>Guardar paquetes</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>Capturas (*.pcapng)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved.</source>
        <translation>No se puede guardar «%1».</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aún no hay archivos</translation>
    </message>
</context>
<context>
    <name>netdraft::views::GuessBar</name>
    <message>
        <source>an ARP request</source>
        <translation>una solicitud ARP</translation>
    </message>
    <message>
        <source>an ARP reply</source>
        <translation>una respuesta ARP</translation>
    </message>
    <message>
        <source>the echo request</source>
        <translation>la solicitud de eco</translation>
    </message>
    <message>
        <source>the echo reply</source>
        <translation>la respuesta de eco</translation>
    </message>
    <message>
        <source>a packet of a tunnel</source>
        <translation>un paquete de un túnel</translation>
    </message>
    <message>
        <source>an ICMP error</source>
        <translation>un error ICMP</translation>
    </message>
    <message>
        <source>a message of neighbour discovery</source>
        <translation>un mensaje de descubrimiento de vecinos</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>un paquete</translation>
    </message>
    <message>
        <source>The node to which the next frame comes</source>
        <translation>El nodo al que llega la siguiente trama</translation>
    </message>
    <message>
        <source>Which node?</source>
        <translation>¿Qué nodo?</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 de %2 bien</translation>
    </message>
    <message>
        <source>Next comes %1. Which node gets it? Click the node, or choose it.</source>
        <translation>A continuación viene %1. ¿A qué nodo llega? Haga clic en el nodo o elíjalo.</translation>
    </message>
    <message>
        <source>Right, %1 gets it. %2</source>
        <translation>Correcto, llega a %1. %2</translation>
    </message>
    <message>
        <source>No: %1 gets it, not %2. %3</source>
        <translation>No: llega a %1, no a %2. %3</translation>
    </message>
    <message>
        <source>%1 sends it by its route %2.</source>
        <translation>%1 hace el envío por su ruta %2.</translation>
    </message>
    <message>
        <source>The switch %1 looks for its MAC address: %2.</source>
        <translation>El switch %1 busca la dirección MAC de destino: %2.</translation>
    </message>
    <message>
        <source>%1 sends it by its link %2.</source>
        <translation>%1 hace el envío por su interfaz %2.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::HookFlow</name>
    <message>
        <source>processes</source>
        <translation>procesos</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP</source>
        <translation>Reglas: %1; si no, DROP</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Sin reglas</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Reglas: %1</translation>
    </message>
    <message>
        <source>Show the chains that the kernel runs at %1</source>
        <translation>Mostrar las cadenas que el núcleo recorre en %1</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP (ip6tables)</source>
        <translation>Reglas: %1; si no, DROP (ip6tables)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InspectorPanel</name>
    <message>
        <source>Select a node or a cable to see and change what it is.</source>
        <translation>Seleccione un nodo o un cable para ver y cambiar sus propiedades.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceForm</name>
    <message>
        <source>Up</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Port of</source>
        <translation>Puerto de</translation>
    </message>
    <message>
        <source>Interface name</source>
        <translation>Nombre de la interfaz</translation>
    </message>
    <message>
        <source>1 to 15 letters, digits and _ . - + make a name</source>
        <translation>Un nombre consta de 1 a 15 letras, cifras y _ . - +</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Cambiar nombre de %1 a %2</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>Activar %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>Desactivar %1</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU en bytes</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>La MTU es un número de bytes, como 1500</translation>
    </message>
    <message>
        <source>Set MTU of %1 to %2</source>
        <translation>Fijar la MTU de %1 en %2</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Dirección MAC</translation>
    </message>
    <message>
        <source>A MAC address is six octets, like 02:00:00:00:00:01</source>
        <translation>Una dirección MAC son seis octetos, como 02:00:00:00:00:01</translation>
    </message>
    <message>
        <source>Set MAC of %1</source>
        <translation>Fijar la MAC de %1</translation>
    </message>
    <message>
        <source>Bridge that it is a port of</source>
        <translation>Puente del que es puerto</translation>
    </message>
    <message>
        <source>Take %1 out of its bridge</source>
        <translation>Sacar %1 de su puente</translation>
    </message>
    <message>
        <source>Make %1 a port of %2</source>
        <translation>Hacer %1 puerto de %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
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
        <translation>Cable a %1</translation>
    </message>
    <message>
        <source>Bridge, %1</source>
        <translation>Puente, %1</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>%1; set down here</source>
        <translation>%1; desactivada aquí</translation>
    </message>
    <message>
        <source>%1; no carrier: the other end is down</source>
        <translation>%1; sin portadora: el otro extremo está desactivado</translation>
    </message>
    <message>
        <source>no bridge</source>
        <translation>sin puente</translation>
    </message>
    <message>
        <source>Delay, loss and rate of what leaves here</source>
        <translation>Retardo, pérdida y velocidad de lo que sale por aquí</translation>
    </message>
    <message>
        <source>Let packets leave %1 at once</source>
        <translation>Dejar que los paquetes salgan de %1 enseguida</translation>
    </message>
    <message>
        <source>Delay what leaves %1</source>
        <translation>Retrasar lo que sale de %1</translation>
    </message>
    <message>
        <source>Delay, loss</source>
        <translation>Retardo</translation>
    </message>
    <message>
        <source>none; such as %1</source>
        <translation>ninguno; p. ej. %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceModel</name>
    <message>
        <source>up</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>up, but no carrier: the other end is down</source>
        <translation>activa, pero sin portadora: el otro extremo está desactivado</translation>
    </message>
    <message>
        <source>down</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>Set %1 %2 up</source>
        <translation>Activar %1 %2</translation>
    </message>
    <message>
        <source>Set %1 %2 down</source>
        <translation>Desactivar %1 %2</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interfaz</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Conecta con</translation>
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
        <translation>%L1 de %L2 pares alcanzables</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>calculando</translation>
    </message>
    <message>
        <source>%1: its own address</source>
        <translation>%1: su propia dirección</translation>
    </message>
    <message>
        <source>%1: reachable</source>
        <translation>%1: alcanzable</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1: inalcanzable</translation>
    </message>
    <message>
        <source>%1: the kernel may decide either way</source>
        <translation>%1: el kernel puede decidir una cosa u otra</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>alcanzable</translation>
    </message>
    <message>
        <source>reachable, but the kernel may decide otherwise</source>
        <translation>alcanzable, pero el kernel puede decidir otra cosa</translation>
    </message>
    <message>
        <source>To mend: %1</source>
        <translation>Para arreglarlo: %1</translation>
    </message>
    <message>
        <source>%1, nodes: %L2</source>
        <translation>%1, nodos: %L2</translation>
    </message>
    <message>
        <source>%1, addresses: %L2</source>
        <translation>%1, direcciones: %L2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixPanel</name>
    <message>
        <source>No node has an address yet that another one could ping.</source>
        <translation>Todavía ningún nodo tiene una dirección a la que otro pueda hacer ping.</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Abrir todos los grupos</translation>
    </message>
    <message>
        <source>Larger cells (Ctrl and the wheel)</source>
        <translation>Celdas más grandes (Ctrl y la rueda)</translation>
    </message>
    <message>
        <source>Smaller cells (Ctrl and the wheel)</source>
        <translation>Celdas más pequeñas (Ctrl y la rueda)</translation>
    </message>
    <message>
        <source>Reachability: rows ping columns</source>
        <translation>Conectividad: las filas hacen ping a las columnas</translation>
    </message>
    <message>
        <source>Group rows and columns</source>
        <translation>Agrupar filas y columnas</translation>
    </message>
    <message>
        <source>Each address</source>
        <translation>Cada dirección</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>Por subred</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>Por máquina</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
    <message>
        <source>A row pings a column. Rest on a cell for its reason, click to draw the way.</source>
        <translation>Una fila hace ping a una columna. El puntero sobre una celda muestra el motivo; un clic dibuja el camino.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row and Shift+Space that of the column</source>
        <translation>Agrupar filas y columnas; un clic en el nombre de un grupo lo abre y, en la tabla, Espacio abre el de la fila y Mayús+Espacio el de la columna</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NameEditor</name>
    <message>
        <source>Name of the node</source>
        <translation>Nombre del nodo</translation>
    </message>
    <message>
        <source>There is a node %1 already</source>
        <translation>Ya hay un nodo %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Cambiar nombre de %1 a %2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NamesPanel</name>
    <message>
        <source>A name, such as web or web.lab</source>
        <translation>Un nombre, como web o web.lab</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>Nombre buscado</translation>
    </message>
    <message>
        <source>How the name is found</source>
        <translation>Cómo se encuentra el nombre</translation>
    </message>
    <message>
        <source>%1 looks for</source>
        <translation>%1 busca</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Select a node to see how it finds the address of a name.</source>
        <translation>Seleccione un nodo para ver cómo encuentra la dirección de un nombre.</translation>
    </message>
    <message>
        <source>Type a name: the node looks into /etc/hosts, then asks its name servers.</source>
        <translation>Escriba un nombre: el nodo mira en /etc/hosts y luego pregunta a sus servidores de nombres.</translation>
    </message>
    <message>
        <source>No name has an empty part, or one of more than 63 letters.</source>
        <translation>Ningún nombre tiene una parte vacía ni una de más de 63 letras.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>Dibujo de la red</translation>
    </message>
    <message>
        <source>The machine itself keeps its name</source>
        <translation>La propia máquina conserva su nombre</translation>
    </message>
    <message>
        <source>Double-click to add a device, switch or router, or drag one from the palette;
then press L and drag from one to the other to connect them.</source>
        <translation>Haga doble clic para añadir un dispositivo, un switch o un router, o arrastre uno desde la paleta;
después pulse L y arrastre de uno a otro para conectarlos.</translation>
    </message>
    <message>
        <source>Connect to a new node</source>
        <translation>Conectar a un nodo nuevo</translation>
    </message>
    <message>
        <source>Select one node to rename it, or one annotation to write on it</source>
        <translation>Seleccione un nodo para cambiarle el nombre, o una anotación para escribir en ella</translation>
    </message>
    <message>
        <source>Add a node, a note, a box or an arrow</source>
        <translation>Añadir un nodo, una nota, un marco o una flecha</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NodeForm</name>
    <message>
        <source>Node name</source>
        <translation>Nombre del nodo</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - + make a name; it starts with neither - nor .</source>
        <translation>Un nombre consta de letras, cifras y _ . - +; no empieza por - ni por .</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Cambiar nombre de %1 a %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What the node is drawn as; how packets move does not depend on it</source>
        <translation>Cómo se dibuja el nodo; el movimiento de los paquetes no depende de ello</translation>
    </message>
    <message>
        <source>Draw %1 as %2</source>
        <translation>Dibujar %1 como %2</translation>
    </message>
    <message>
        <source>Forwards IPv4 packets</source>
        <translation>Reenvía paquetes IPv4</translation>
    </message>
    <message>
        <source>Forwards IPv6 packets</source>
        <translation>Reenvía paquetes IPv6</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: reenviar los paquetes destinados a otros</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: reenviar los paquetes destinados a otros</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Interfaces</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Reenvía</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Interfaz %1</translation>
    </message>
    <message>
        <source>Let %1 forward %2</source>
        <translation>Permitir que %1 reenvíe %2</translation>
    </message>
    <message>
        <source>Stop %1 forwarding %2</source>
        <translation>Impedir que %1 reenvíe %2</translation>
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
        <translation>Instalado aquí</translation>
    </message>
    <message>
        <source>Docker is installed here</source>
        <translation>Docker está instalado aquí</translation>
    </message>
    <message>
        <source>Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which stops what this machine only passes on. Off takes all of that away again.</source>
        <translation>Inicia dockerd: el puente docker0, sus reglas y el reenvío con la política DROP, que detiene lo que esta máquina solo reenvía. Al desmarcar se quita todo eso.</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>dockerd is stopped: its bridges and rules stay, as on a real machine.</source>
        <translation>dockerd está detenido: sus puentes y reglas permanecen, como en una máquina real.</translation>
    </message>
    <message>
        <source>dockerd runs: the policy of FORWARD is DROP.</source>
        <translation>dockerd se ejecuta: la política de FORWARD es DROP.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>Click or drag to go to another part of the drawing</source>
        <translation>Haga clic o arrastre para ir a otra parte del dibujo</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketDetails</name>
    <message>
        <source>Headers of the packet</source>
        <translation>Cabeceras del paquete</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeceras</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>The way through the kernel of one node: what decided, and what lost</source>
        <translation>El camino por el kernel de un nodo: qué decidió y qué no se impuso</translation>
    </message>
    <message>
        <source>Show the stations over the whole width, without the list</source>
        <translation>Mostrar las etapas a todo el ancho, sin la lista</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>The stations of the node that sends this frame</source>
        <translation>Las etapas del nodo que envía esta trama</translation>
    </message>
    <message>
        <source>The stations of the node that takes this frame in</source>
        <translation>Las etapas del nodo que recibe esta trama</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Decisión de %1</translation>
    </message>
    <message>
        <source>route</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>siguiente salto</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsModel</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paquete</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsPanel</name>
    <message>
        <source>The packet before</source>
        <translation>El paquete anterior</translation>
    </message>
    <message>
        <source>The next packet</source>
        <translation>El paquete siguiente</translation>
    </message>
    <message>
        <source>Let the packets go by</source>
        <translation>Reproducir los paquetes</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Which packet is looked at</source>
        <translation>Qué paquete se examina</translation>
    </message>
    <message>
        <source>%1. No packet is sent.</source>
        <translation>%1. No se envía ningún paquete.</translation>
    </message>
    <message>
        <source>Ping something in a terminal, or click a cell under Reachability: its packets stand here, to be followed one by one.</source>
        <translation>Haga ping en una terminal, o haga clic en una celda de Conectividad: aquí aparecerán sus paquetes, para seguirlos uno a uno.</translation>
    </message>
    <message>
        <source>not a filter</source>
        <translation>no es un filtro</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess it</source>
        <translation>Ocultar lo que viene después y adivinarlo</translation>
    </message>
    <message>
        <source>Filter for packets</source>
        <translation>Filtro de paquetes</translation>
    </message>
    <message>
        <source>Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)</source>
        <translation>Filtro: icmp, arp, node B, host 192.168.1.5 … (flecha abajo muestra más)</translation>
    </message>
    <message>
        <source>As for tcpdump, and “node NAME” for what one node sends or takes in</source>
        <translation>Como en tcpdump, y además «node NOMBRE» para lo que un nodo envía o recibe</translation>
    </message>
    <message>
        <source>How fast the packets go by</source>
        <translation>Velocidad a la que pasan los paquetes</translation>
    </message>
    <message>
        <source>%L1×</source>
        <translation>%L1×</translation>
    </message>
    <message>
        <source>Only This Protocol: %1</source>
        <translation>Solo este protocolo: %1</translation>
    </message>
    <message>
        <source>Only This Conversation: %1</source>
        <translation>Solo esta conversación: %1</translation>
    </message>
    <message>
        <source>Only This Node: %1</source>
        <translation>Solo este nodo: %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PaletteButton</name>
    <message>
        <source>Drag to the canvas, or click and then click where it shall stand</source>
        <translation>Arrastre al lienzo, o haga clic aquí y después en el lugar deseado</translation>
    </message>
    <message>
        <source>%1: drag it to the canvas, or click and then drag where it shall stand</source>
        <translation>%1: arrastre al lienzo, o haga clic aquí y después arrastre en el lugar deseado</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsModel</name>
    <message>
        <source>Not listening</source>
        <translation>No escucha</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No se alcanza</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incierto</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>él mismo</translation>
    </message>
    <message>
        <source>Who has to reach the port</source>
        <translation>Quién tiene que alcanzar el puerto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsPanel</name>
    <message>
        <source>Ports of the cluster</source>
        <translation>Puertos del clúster</translation>
    </message>
    <message>
        <source>Trying the ports of the cluster …</source>
        <translation>Probando los puertos del clúster…</translation>
    </message>
    <message>
        <source>All %L1 ways to the ports of the cluster are open</source>
        <translation>Los %L1 caminos a los puertos del clúster están abiertos</translation>
    </message>
    <message>
        <source>%L1 of %L2 ways to the ports of the cluster are open</source>
        <translation>%L1 de %L2 caminos a los puertos del clúster están abiertos</translation>
    </message>
    <message>
        <source>The cluster of %1 has no nodes yet.</source>
        <translation>El clúster de %1 aún no tiene nodos.</translation>
    </message>
    <message>
        <source>There is no cluster in this network. Type “containerd &amp;” and “kubeadm init” into the terminal of a node to make one, or open the example “Cluster Ports”.</source>
        <translation>No hay ningún clúster en esta red. Para crear uno, escriba «containerd &amp;» y «kubeadm init» en la terminal de un nodo, o abra el ejemplo «Puertos de un clúster».</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Mostrar en el lienzo</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Advertencia: %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Arreglo</translation>
    </message>
    <message>
        <source>How many pairs of nodes cannot reach each other for it</source>
        <translation>Cuántos pares de nodos no se alcanzan por esto</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Working out who reaches whom …</source>
        <translation>Calculando quién llega a quién…</translation>
    </message>
    <message>
        <source>No problems: every node reaches every other.</source>
        <translation>Sin problemas: todos los nodos llegan a todos los demás.</translation>
    </message>
    <message>
        <source>No problems yet: nothing has an address that another node could reach.</source>
        <translation>Aún sin problemas: nada tiene una dirección a la que otro nodo pueda llegar.</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Mostrar en el lienzo</translation>
    </message>
</context>
<context>
    <name>netdraft::views::QuickList</name>
    <message>
        <source>What fits</source>
        <translation>Coincidencias</translation>
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
        <translation>Una ruta necesita un destino: una red como 192.168.2.0/24, o default</translation>
    </message>
    <message>
        <source>Add route to %1 on %2</source>
        <translation>Añadir ruta hacia %1 en %2</translation>
    </message>
    <message>
        <source>Remove route to %1 on %2</source>
        <translation>Quitar ruta hacia %1 en %2</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>kernel</translation>
    </message>
    <message>
        <source>The kernel made this route for an address of the interface; it goes when the address goes.</source>
        <translation>El kernel creó esta ruta para una dirección de la interfaz; desaparece con la dirección.</translation>
    </message>
    <message>
        <source>Type a network, its gateway or its interface, and press Enter.</source>
        <translation>Escriba una red, su puerta de enlace o su interfaz, y pulse Intro.</translation>
    </message>
    <message>
        <source>Change route to %1 on %2</source>
        <translation>Cambiar ruta hacia %1 en %2</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesPanel</name>
    <message>
        <source>Local table</source>
        <translation>Tabla local</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>Añadir una ruta</translation>
    </message>
    <message>
        <source>Remove the selected route (Delete)</source>
        <translation>Quitar la ruta seleccionada (Supr)</translation>
    </message>
    <message>
        <source>Select one node to see its routing table.</source>
        <translation>Seleccione un nodo para ver su tabla de rutas.</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>Tabla de rutas</translation>
    </message>
    <message>
        <source>Show what the kernel delivers to this node itself (ip route show table local)</source>
        <translation>Mostrar lo que el kernel entrega a este mismo nodo (ip route show table local)</translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation>Rutas de %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RulesView</name>
    <message>
        <source>Rules of iptables and nft</source>
        <translation>Reglas de iptables y nft</translation>
    </message>
    <message>
        <source>Chains and rules</source>
        <translation>Cadenas y reglas</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1, which the packet passed that is looked at</source>
        <translation>%1, por donde pasó el paquete observado</translation>
    </message>
    <message>
        <source>The rules of this chain would be too many lines</source>
        <translation>Las reglas de esta cadena serían demasiadas líneas</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SeveralForm</name>
    <message>
        <source>%1 (several values)</source>
        <translation>%1 (varios valores)</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Varios valores</translation>
    </message>
    <message>
        <source>What is changed here is changed for all that is selected.</source>
        <translation>Lo que se cambia aquí cambia en todo lo seleccionado.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Reenvía</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Prefix length</source>
        <translation>Longitud del prefijo</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Kind of the selected nodes</source>
        <translation>Tipo de los nodos seleccionados</translation>
    </message>
    <message>
        <source>What the nodes are drawn as; how packets move does not depend on it</source>
        <translation>Cómo se dibujan los nodos; el movimiento de los paquetes no depende de ello</translation>
    </message>
    <message>
        <source>Colour of the selected annotations</source>
        <translation>Color de las anotaciones seleccionadas</translation>
    </message>
    <message>
        <source>Draw the selected nodes as %1</source>
        <translation>Dibujar los nodos seleccionados como %1</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Colorear anotaciones</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv4 packets</source>
        <translation>Los nodos seleccionados reenvían paquetes IPv4</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv6 packets</source>
        <translation>Los nodos seleccionados reenvían paquetes IPv6</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: reenviar los paquetes destinados a otros</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: reenviar los paquetes destinados a otros</translation>
    </message>
    <message>
        <source>The selected interfaces are up</source>
        <translation>Las interfaces seleccionadas están activas</translation>
    </message>
    <message>
        <source>The interfaces of the selected nodes but lo, and both ends of the selected cables</source>
        <translation>Las interfaces de los nodos seleccionados salvo lo, y ambos extremos de los cables seleccionados</translation>
    </message>
    <message>
        <source>Let the selected nodes forward %1</source>
        <translation>Permitir que los nodos seleccionados reenvíen %1</translation>
    </message>
    <message>
        <source>Stop the selected nodes forwarding %1</source>
        <translation>Impedir que los nodos seleccionados reenvíen %1</translation>
    </message>
    <message>
        <source>Set the selected interfaces up</source>
        <translation>Activar las interfaces seleccionadas</translation>
    </message>
    <message>
        <source>Set the selected interfaces down</source>
        <translation>Desactivar las interfaces seleccionadas</translation>
    </message>
    <message>
        <source>Prefix length of the IPv4 addresses of the selected interfaces</source>
        <translation>Longitud del prefijo de las direcciones IPv4 de las interfaces seleccionadas</translation>
    </message>
    <message>
        <source>Gives every IPv4 address there this length; routes over a subnet that goes are lost</source>
        <translation>Da esta longitud a todas las direcciones IPv4; las rutas por una subred que desaparece se pierden</translation>
    </message>
    <message>
        <source>A prefix length of IPv4 is a number from 1 to 32, like 24</source>
        <translation>Una longitud de prefijo de IPv4 es un número del 1 al 32, como 24</translation>
    </message>
    <message>
        <source>Set prefix length of the selected interfaces to %1</source>
        <translation>Fijar la longitud del prefijo de las interfaces seleccionadas en %1</translation>
    </message>
    <message>
        <source>MTU of the selected interfaces in bytes</source>
        <translation>MTU de las interfaces seleccionadas en bytes</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>La MTU es un número de bytes, como 1500</translation>
    </message>
    <message>
        <source>Set MTU of the selected interfaces to %1</source>
        <translation>Fijar la MTU de las interfaces seleccionadas en %1</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Nodos: %L1</translation>
    </message>
    <message>
        <source>Cables: %L1</source>
        <translation>Cables: %L1</translation>
    </message>
    <message>
        <source>Interfaces: %L1</source>
        <translation>Interfaces: %L1</translation>
    </message>
    <message>
        <source>Annotations: %L1</source>
        <translation>Anotaciones: %L1</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Activa</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShortcutSheet</name>
    <message>
        <source>Keys for “%1”</source>
        <translation>Teclas para «%1»</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>“%1” has these keys already.</source>
        <translation>«%1» ya tiene esas teclas.</translation>
    </message>
    <message>
        <source>Press the keys:</source>
        <translation>Pulse las teclas:</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Buscar acciones y teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter on it, to change its keys.</source>
        <translation>Haga doble clic en una fila, o pulse Intro en ella, para cambiar sus teclas.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShownPing</name>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 llega a %2</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 no llega a %2: %3</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Página de inicio</translation>
    </message>
    <message>
        <source>Close the start page</source>
        <translation>Cerrar la página de inicio</translation>
    </message>
    <message>
        <source>Close the start page (Escape)</source>
        <translation>Cerrar la página de inicio (Esc)</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>&amp;Mostrar esta página al iniciar</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Archivos recientes</translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation>Lo que se abre y se guarda aparece aquí.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StationsView</name>
    <message>
        <source>Stations of the packet</source>
        <translation>Etapas del paquete</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StepsView</name>
    <message>
        <source>Steps of this session</source>
        <translation>Pasos de esta sesión</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>On</source>
        <translation>En</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SummaryBanner</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Select the node and draw the way of the packet</source>
        <translation>Seleccionar el nodo y dibujar el camino del paquete</translation>
    </message>
    <message>
        <source>Working out who reaches whom: %1 %</source>
        <translation>Calculando quién llega a quién: %1 %</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reach</source>
        <translation>Se alcanzan %L1 de %L2 pares</translation>
    </message>
    <message>
        <source>Draw two nodes, connect them and give them addresses to see who reaches whom.</source>
        <translation>Dibuje dos nodos, conéctelos y asígneles direcciones para ver quién llega a quién.</translation>
    </message>
    <message>
        <source>Every node reaches every other.</source>
        <translation>Todos los nodos llegan a todos los demás.</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 no llega a %2: %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo correcto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TablesPanel</name>
    <message>
        <source>Which table</source>
        <translation>Qué tabla</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Select one node to see its rules, neighbours, forwarding table and sockets.</source>
        <translation>Seleccione un nodo para ver sus reglas, vecinos, tabla de reenvío y sockets.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>No rules: every packet passes.</source>
        <translation>Sin reglas: pasa todo paquete.</translation>
    </message>
    <message>
        <source>No hook leads to a chain: every packet passes.</source>
        <translation>Ningún gancho lleva a una cadena: pasan todos los paquetes.</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Sin entradas.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TemplateDialog</name>
    <message>
        <source>New From Template</source>
        <translation>Nuevo desde plantilla</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>La red, dibujada</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Nodos: %L1</translation>
    </message>
    <message>
        <source>Nodes: %L1, more than %L2. So large a network is written to a file by: %3</source>
        <translation>Nodos: %L1, más de %L2. Una red tan grande se escribe en un archivo con: %3</translation>
    </message>
    <message>
        <source>Too large for a small picture.</source>
        <translation>Demasiado grande para una imagen pequeña.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>Terminales</translation>
    </message>
    <message>
        <source>The terminal of %1</source>
        <translation>La terminal de %1</translation>
    </message>
    <message>
        <source>The terminal of %1, the selected node; it stays once it is used</source>
        <translation>La terminal de %1, el nodo seleccionado; se conserva una vez usada</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalView</name>
    <message>
        <source>What the commands printed</source>
        <translation>Lo que mostraron los comandos</translation>
    </message>
    <message>
        <source>Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</source>
        <translation>Pruebe: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Ctrl+C ends the command that runs</source>
        <translation>Ctrl+C termina el comando en curso</translation>
    </message>
    <message>
        <source>a command on %1: ip, bridge, sysctl, ping, traceroute …</source>
        <translation>un comando en %1: ip, bridge, sysctl, ping, traceroute …</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Tour</name>
    <message>
        <source>Tour</source>
        <translation>Visita guiada</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Listo</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfModel</name>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Cable de %1 a %2</translation>
    </message>
    <message>
        <source>cuts off %1</source>
        <translation>aísla a %1</translation>
    </message>
    <message>
        <source>%1 no longer reaches %2</source>
        <translation>%1 deja de llegar a %2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 de %L2</translation>
    </message>
    <message>
        <source>If this fails alone</source>
        <translation>Si falla solo esto</translation>
    </message>
    <message>
        <source>Pairs that break</source>
        <translation>Pares rotos</translation>
    </message>
    <message>
        <source>So that</source>
        <translation>Consecuencia</translation>
    </message>
    <message>
        <source>Of the pairs that reach each other now; those of a node that fails itself do not count</source>
        <translation>De los pares que ahora se alcanzan; no cuentan los del propio nodo que falla</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfPanel</name>
    <message>
        <source>Single points of failure</source>
        <translation>Puntos únicos de fallo</translation>
    </message>
    <message>
        <source>Letting each node and cable fail in turn: %1 %</source>
        <translation>Haciendo fallar cada nodo y cada cable, uno a uno: %1 %</translation>
    </message>
    <message>
        <source>Nobody reaches anybody yet, so nothing can break.</source>
        <translation>Aún nadie llega a nadie, así que nada puede romperse.</translation>
    </message>
    <message>
        <source>No single cable or node breaks a pair of others when it fails.</source>
        <translation>Ningún cable ni nodo que falle por sí solo rompe un par de otros.</translation>
    </message>
</context>
</TS>
