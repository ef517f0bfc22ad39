<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Novo</translation>
    </message>
    <message>
        <source>Start with an empty network</source>
        <translation>Começar com uma rede vazia</translation>
    </message>
    <message>
        <source>New From &amp;Template…</source>
        <translation>Novo a partir de &amp;modelo…</translation>
    </message>
    <message>
        <source>Start with a network of a known shape, of any size</source>
        <translation>Começar com uma rede de forma conhecida, de qualquer tamanho</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a project file, a script, or a lab of another program</source>
        <translation>Abrir um arquivo de projeto, um script ou um laboratório de outro programa</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Abrir &amp;pasta…</translation>
    </message>
    <message>
        <source>Open a folder, such as a Kathará lab or what was captured on a machine</source>
        <translation>Abrir uma pasta, como um laboratório do Kathará ou o que foi capturado em uma máquina</translation>
    </message>
    <message>
        <source>&amp;Capture This Machine…</source>
        <translation>&amp;Capturar esta máquina…</translation>
    </message>
    <message>
        <source>Draw the network of this machine, with its namespaces and containers</source>
        <translation>Desenhar a rede desta máquina, com seus namespaces e contêineres</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>Salvar o projeto no seu arquivo</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Salvar c&amp;omo…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>Salvar o projeto em outro arquivo</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Take the network away as a script, configuration files, a lab or a picture</source>
        <translation>Exportar a rede como script, arquivos de configuração, laboratório ou imagem</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>Salvar paco&amp;tes…</translation>
    </message>
    <message>
        <source>Write what the tab Packets lists into a capture file that Wireshark opens</source>
        <translation>Salvar o que a aba Pacotes lista em um arquivo de captura que o Wireshark abre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sa&amp;ir</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Desfazer a última alteração</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Fazer de novo o que foi desfeito</translation>
    </message>
    <message>
        <source>&amp;Give Addresses…</source>
        <translation>Atribuir endereç&amp;os…</translation>
    </message>
    <message>
        <source>Give every interface an address, every host a gateway and every router its routes</source>
        <translation>Dar um endereço a cada interface, um gateway a cada host e as rotas a cada roteador</translation>
    </message>
    <message>
        <source>&amp;Find Node…</source>
        <translation>&amp;Buscar nó…</translation>
    </message>
    <message>
        <source>Find a node by its name or an address and select it</source>
        <translation>Buscar um nó pelo nome ou por um endereço e selecioná-lo</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>Abrir &amp;terminal</translation>
    </message>
    <message>
        <source>Type commands on the selected node</source>
        <translation>Digitar comandos no nó selecionado</translation>
    </message>
    <message>
        <source>&amp;Hide Path</source>
        <translation>&amp;Ocultar caminho</translation>
    </message>
    <message>
        <source>Stop drawing the way of a packet</source>
        <translation>Parar de desenhar o caminho de um pacote</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Paleta de comandos…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Buscar qualquer ação pelo nome</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Resta&amp;urar layout</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Colocar todos os painéis de volta na posição inicial</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Te&amp;la cheia</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Usar a tela inteira</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Como o &amp;sistema</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Claro ou escuro, como a área de trabalho</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Escuro sobre claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Escuro</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Claro sobre escuro</translation>
    </message>
    <message>
        <source>&amp;Language of the System</source>
        <translation>&amp;Idioma do sistema</translation>
    </message>
    <message>
        <source>The language that the desktop speaks, or English</source>
        <translation>O idioma da área de trabalho ou, se não houver, inglês</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Atalhos de teclado</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>Todas as teclas e o que elas fazem</translation>
    </message>
    <message>
        <source>&amp;About Netdraft</source>
        <translation>S&amp;obre o Netdraft</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Versão e licença</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Ferramentas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>Or&amp;ganizar</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir &amp;recente</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>Abrir e&amp;xemplo</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Painéis</translation>
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
        <translation>&amp;Pacote anterior</translation>
    </message>
    <message>
        <source>Look at the packet before, of those that the shown ping sends</source>
        <translation>Ver o pacote anterior dos que o ping mostrado envia</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>Pró&amp;ximo pacote</translation>
    </message>
    <message>
        <source>Look at the next packet of those that the shown ping sends</source>
        <translation>Ver o próximo pacote dos que o ping mostrado envia</translation>
    </message>
    <message>
        <source>&amp;Play Packets</source>
        <translation>&amp;Reproduzir pacotes</translation>
    </message>
    <message>
        <source>Let the packets of the shown ping go by</source>
        <translation>Reproduzir os pacotes do ping mostrado</translation>
    </message>
    <message>
        <source>&amp;Guess the Next Hop</source>
        <translation>&amp;Adivinhar o próximo salto</translation>
    </message>
    <message>
        <source>Hide where each packet comes to next until somebody has guessed it</source>
        <translation>Ocultar aonde cada pacote chega até que alguém adivinhe</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>Pró&amp;ximo painel</translation>
    </message>
    <message>
        <source>Take the keyboard to the next panel in sight, or back to the canvas</source>
        <translation>Levar o teclado ao próximo painel visível, ou de volta à área de desenho</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>Painel an&amp;terior</translation>
    </message>
    <message>
        <source>Take the keyboard to the panel before</source>
        <translation>Levar o teclado ao painel anterior</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>Modo apresenta&amp;dor</translation>
    </message>
    <message>
        <source>Show the drawing alone, in large type and without the answers</source>
        <translation>Mostrar só o desenho, com letras grandes e sem as respostas</translation>
    </message>
    <message>
        <source>Hide Ans&amp;wers</source>
        <translation>O&amp;cultar respostas</translation>
    </message>
    <message>
        <source>While presenting: hide who reaches whom and the way of a packet, or show them</source>
        <translation>Durante a apresentação: ocultar ou mostrar quem alcança quem e o caminho de um pacote</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>Fazer o &amp;tour</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>A janela em cinco passos</translation>
    </message>
    <message>
        <source>Go T&amp;o</source>
        <translation>Ir &amp;para</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Nova &amp;janela</translation>
    </message>
    <message>
        <source>Work on another network beside this one</source>
        <translation>Trabalhar em outra rede ao lado desta</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>Página &amp;inicial</translation>
    </message>
    <message>
        <source>Examples, recent files and other ways to begin</source>
        <translation>Exemplos, arquivos recentes e outras formas de começar</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Co&amp;r</translation>
    </message>
</context>
<context>
    <name>AnnotateTool</name>
    <message>
        <source>%1: drag from one corner or end to the other, or click, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: arraste de um canto ou de uma ponta à outra, ou clique, ou pressione Enter; Shift para repetir, Esc termina</translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 “%2”</translation>
    </message>
    <message>
        <source>Colour: %1.</source>
        <translation>Cor: %1.</translation>
    </message>
</context>
<context>
    <name>AnnotationColour</name>
    <message>
        <source>Grey</source>
        <translation>Cinza</translation>
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
        <translation>Amarelo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Laranja</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Roxo</translation>
    </message>
</context>
<context>
    <name>AnnotationEdits</name>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>Double-click it, or press F2, to write on it</source>
        <translation>Clique duas vezes ou pressione F2 para escrever nela</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escrever %1</translation>
    </message>
    <message>
        <source>Select the notes, boxes and arrows to colour</source>
        <translation>Selecione as notas, molduras e setas a colorir</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Colorir anotações</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Redimensionar %1</translation>
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
        <translation>Moldura</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Seta</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next cable of it, J to the next annotation, Alt with an arrow to the nearest node that way.</source>
        <translation>Nós: %L1, cabos: %L2, anotações: %L3. N leva ao próximo nó, K ao próximo cabo dele, J à próxima anotação, Alt com uma seta ao nó mais próximo nessa direção.</translation>
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
        <translation>&amp;Reduzir</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Tamanho real</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>&amp;Enquadrar tudo</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>Enquadrar &amp;seleção</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Selecion&amp;ar tudo</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>Limpar &amp;seleção</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>R&amp;emover</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Reno&amp;mear</translation>
    </message>
    <message>
        <source>Add &amp;Node…</source>
        <translation>Adicionar &amp;nó…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Recor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;lar</translation>
    </message>
    <message>
        <source>&amp;Fold or Unfold</source>
        <translation>Recolher ou e&amp;xpandir</translation>
    </message>
    <message>
        <source>Take &amp;Out</source>
        <translation>T&amp;irar de dentro</translation>
    </message>
    <message>
        <source>Align in a &amp;Row</source>
        <translation>Alinhar em &amp;linha</translation>
    </message>
    <message>
        <source>Align in a &amp;Column</source>
        <translation>Alinhar em &amp;coluna</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>Distribuir na &amp;horizontal</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>Distribuir na &amp;vertical</translation>
    </message>
    <message>
        <source>Lay Out by Ca&amp;bles</source>
        <translation>Dispor pelos ca&amp;bos</translation>
    </message>
    <message>
        <source>Lay Out in &amp;Layers</source>
        <translation>Dispor em ca&amp;madas</translation>
    </message>
    <message>
        <source>Lay Out in a C&amp;ircle</source>
        <translation>Dispor em cí&amp;rculo</translation>
    </message>
    <message>
        <source>Lay Out on a &amp;Grid</source>
        <translation>Dispor em &amp;grade</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplicar</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Selecionar</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Conectar</translation>
    </message>
    <message>
        <source>Show &amp;Interface Names</source>
        <translation>Mostrar &amp;nomes das interfaces</translation>
    </message>
    <message>
        <source>Show A&amp;ddresses</source>
        <translation>Mostrar en&amp;dereços</translation>
    </message>
    <message>
        <source>Show &amp;Grid</source>
        <translation>Mostrar &amp;grade</translation>
    </message>
    <message>
        <source>Snap to Grid</source>
        <translation>Alinhar à grade</translation>
    </message>
    <message>
        <source>Show &amp;Overview</source>
        <translation>Mostrar &amp;visão geral</translation>
    </message>
    <message>
        <source>&amp;Next Node</source>
        <translation>&amp;Próximo nó</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>&amp;Nó anterior</translation>
    </message>
    <message>
        <source>Next &amp;Cable</source>
        <translation>Próximo &amp;cabo</translation>
    </message>
    <message>
        <source>Previous Ca&amp;ble</source>
        <translation>Ca&amp;bo anterior</translation>
    </message>
    <message>
        <source>Shade Su&amp;bnets</source>
        <translation>Colorir as su&amp;b-redes</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>Escrever uma &amp;nota</translation>
    </message>
    <message>
        <source>Draw a &amp;Box</source>
        <translation>Desenhar uma &amp;moldura</translation>
    </message>
    <message>
        <source>Draw an &amp;Arrow</source>
        <translation>Desenhar uma &amp;seta</translation>
    </message>
    <message>
        <source>Next Anno&amp;tation</source>
        <translation>Próxima ano&amp;tação</translation>
    </message>
    <message>
        <source>Previous Annotat&amp;ion</source>
        <translation>Anotação anter&amp;ior</translation>
    </message>
    <message>
        <source>&amp;Install and Start Docker</source>
        <translation>&amp;Instalar e iniciar o Docker</translation>
    </message>
    <message>
        <source>St&amp;op Docker (Rules Stay)</source>
        <translation>Parar o D&amp;ocker (as regras permanecem)</translation>
    </message>
    <message>
        <source>Remo&amp;ve Docker</source>
        <translation>Remo&amp;ver o Docker</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>&amp;Connect From Here</source>
        <translation>Conectar a partir &amp;daqui</translation>
    </message>
    <message>
        <source>Set %1 Up</source>
        <translation>Ativar %1</translation>
    </message>
    <message>
        <source>Set %1 Down</source>
        <translation>Desativar %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>&amp;Write on It</source>
        <translation>&amp;Escrever nela</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>C&amp;or</translation>
    </message>
</context>
<context>
    <name>CanvasPartAccessible</name>
    <message>
        <source>Select</source>
        <translation>Selecionar</translation>
    </message>
    <message>
        <source>Open Terminal</source>
        <translation>Abrir terminal</translation>
    </message>
    <message>
        <source>Fold or Unfold</source>
        <translation>Recolher ou expandir</translation>
    </message>
    <message>
        <source>Selects this and nothing else</source>
        <translation>Seleciona somente este elemento</translation>
    </message>
    <message>
        <source>Lets one type commands on this node</source>
        <translation>Permite digitar comandos neste nó</translation>
    </message>
    <message>
        <source>Hides what is inside, or shows it again</source>
        <translation>Oculta o que há dentro, ou volta a mostrar</translation>
    </message>
    <message>
        <source>Write on It</source>
        <translation>Escrever nela</translation>
    </message>
    <message>
        <source>Lets one change the words of this annotation</source>
        <translation>Permite mudar o texto desta anotação</translation>
    </message>
</context>
<context>
    <name>CanvasWalk</name>
    <message>
        <source>There is no node yet; A adds one</source>
        <translation>Ainda não há nenhum nó; A adiciona um</translation>
    </message>
    <message>
        <source>%1 has no cable</source>
        <translation>%1 não tem nenhum cabo</translation>
    </message>
    <message>
        <source>Select one node to go through its cables</source>
        <translation>Selecione um nó para percorrer seus cabos</translation>
    </message>
    <message>
        <source>No node lies that way</source>
        <translation>Não há nenhum nó nessa direção</translation>
    </message>
    <message>
        <source>There is no annotation yet; T writes a note</source>
        <translation>Ainda não há nenhuma anotação; T escreve uma nota</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>%L1 more</source>
        <translation>mais %L1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>desativada</translation>
    </message>
    <message>
        <source>up</source>
        <translation>ativa</translation>
    </message>
    <message>
        <source>up, no carrier</source>
        <translation>ativa, sem portadora</translation>
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
        <translation>Encaminha IPv4 e IPv6.</translation>
    </message>
    <message>
        <source>Forwards IPv4.</source>
        <translation>Encaminha IPv4.</translation>
    </message>
    <message>
        <source>Forwards IPv6.</source>
        <translation>Encaminha IPv6.</translation>
    </message>
    <message>
        <source>Does not forward.</source>
        <translation>Não encaminha.</translation>
    </message>
    <message>
        <source>Inside of %1.</source>
        <translation>Dentro de: %1.</translation>
    </message>
    <message>
        <source>%1, connected to %2</source>
        <translation>%1, conexão com %2</translation>
    </message>
    <message>
        <source>Box of %1, inside: %L2</source>
        <translation>Caixa: %1, nós dentro: %L2</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>Contém: %1.</translation>
    </message>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Cabo de %1 para %2</translation>
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
        <translation>Roteadores no caminho</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Comprimento dos caminhos</translation>
    </message>
    <message>
        <source>Pairs that reach</source>
        <translation>Pares que se alcançam</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Pares por sub-rede</translation>
    </message>
    <message>
        <source>Subnet of the destination</source>
        <translation>Sub-rede do destino</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcançados</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Não alcançados</translation>
    </message>
    <message>
        <source>Left to chance</source>
        <translation>Ao acaso</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Tamanho das tabelas</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Endereços</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Vizinhos</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>Regras de política</translation>
    </message>
    <message>
        <source>Packets by cable</source>
        <translation>Pacotes por cabo</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Cabo</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Quadros</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ARP and neighbour discovery</source>
        <translation>ARP e descoberta de vizinhos</translation>
    </message>
    <message>
        <source>Echo requests and replies</source>
        <translation>Pedidos e respostas de eco</translation>
    </message>
    <message>
        <source>Other packets</source>
        <translation>Outros pacotes</translation>
    </message>
    <message>
        <source>Flooded and forwarded</source>
        <translation>Inundados e encaminhados</translation>
    </message>
    <message>
        <source>Frames that came to the bridge</source>
        <translation>Quadros que chegaram à bridge</translation>
    </message>
    <message>
        <source>Frames so far</source>
        <translation>Quadros até agora</translation>
    </message>
    <message>
        <source>%1: flooded</source>
        <translation>%1: inundados</translation>
    </message>
    <message>
        <source>%1: forwarded</source>
        <translation>%1: encaminhados</translation>
    </message>
    <message>
        <source>Length of the ways, of one pair in %L1</source>
        <translation>Comprimento dos caminhos, de um par em cada %L1</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rotas</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Connect %1 and %2</source>
        <translation>Conectar %1 e %2</translation>
    </message>
    <message>
        <source>Choose the node at the other end; Escape cancels</source>
        <translation>Escolha o nó da outra ponta; Esc cancela</translation>
    </message>
    <message>
        <source>A cable starts at a node</source>
        <translation>Um cabo começa em um nó</translation>
    </message>
    <message>
        <source>No node there: choose what to connect to, or Escape</source>
        <translation>Não há nó aí: escolha a que conectar, ou pressione Esc</translation>
    </message>
    <message>
        <source>A cable needs two different nodes</source>
        <translation>Um cabo precisa de dois nós diferentes</translation>
    </message>
    <message>
        <source>Drag from one node to another, or click one after the other, or go there with N and press Enter</source>
        <translation>Arraste de um nó para outro, clique em um e depois no outro, ou vá até ele com N e pressione Enter</translation>
    </message>
    <message>
        <source>Select the node where the cable shall end, and press Enter</source>
        <translation>Selecione o nó onde o cabo deve terminar e pressione Enter</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>Install Docker on %1</source>
        <translation>Instalar o Docker em %1</translation>
    </message>
    <message>
        <source>Start Docker on %1</source>
        <translation>Iniciar o Docker em %1</translation>
    </message>
    <message>
        <source>Stop Docker on %1</source>
        <translation>Parar o Docker em %1</translation>
    </message>
    <message>
        <source>Remove Docker from %1</source>
        <translation>Remover o Docker de %1</translation>
    </message>
</context>
<context>
    <name>DockerEdits</name>
    <message>
        <source>Select the node that has Docker, or shall have it</source>
        <translation>Selecione o nó que tem o Docker, ou que deve tê-lo</translation>
    </message>
    <message>
        <source>Docker runs on %1 already</source>
        <translation>O Docker já está em execução em %1</translation>
    </message>
    <message>
        <source>Docker does not run on %1</source>
        <translation>O Docker não está em execução em %1</translation>
    </message>
    <message>
        <source>There is no Docker on %1</source>
        <translation>Não há Docker em %1</translation>
    </message>
    <message>
        <source>Docker is stopped on %1: its bridges and rules stay</source>
        <translation>O Docker está parado em %1: suas bridges e regras permanecem</translation>
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
        <translation>Roteamento: a lição</translation>
    </message>
    <message>
        <source>Routing: Solved</source>
        <translation>Roteamento: a solução</translation>
    </message>
    <message>
        <source>Default Gateway</source>
        <translation>Gateway padrão</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>Comutação</translation>
    </message>
    <message>
        <source>Two devices get addresses</source>
        <translation>Dois dispositivos recebem endereços</translation>
    </message>
    <message>
        <source>A router between two networks</source>
        <translation>Um roteador entre duas redes</translation>
    </message>
    <message>
        <source>There and back are two ways</source>
        <translation>Ida e volta são dois caminhos</translation>
    </message>
    <message>
        <source>One route for everything else</source>
        <translation>Uma rota para todo o resto</translation>
    </message>
    <message>
        <source>Hosts File</source>
        <translation>Arquivo hosts</translation>
    </message>
    <message>
        <source>Each host has names of its own</source>
        <translation>Cada host tem seus próprios nomes</translation>
    </message>
    <message>
        <source>DNS Server</source>
        <translation>Servidor DNS</translation>
    </message>
    <message>
        <source>One server tells the names</source>
        <translation>Um servidor informa os nomes</translation>
    </message>
    <message>
        <source>Network Namespaces</source>
        <translation>Namespaces de rede</translation>
    </message>
    <message>
        <source>Red, blue and a veth pair</source>
        <translation>Vermelho, azul e um par veth</translation>
    </message>
    <message>
        <source>Linux Bridge</source>
        <translation>Bridge do Linux</translation>
    </message>
    <message>
        <source>NAT and a forwarded port</source>
        <translation>NAT e uma porta redirecionada</translation>
    </message>
    <message>
        <source>Open vSwitch</source>
        <translation>Open vSwitch</translation>
    </message>
    <message>
        <source>The same by ovs-vsctl</source>
        <translation>O mesmo com ovs-vsctl</translation>
    </message>
    <message>
        <source>Docker Networks</source>
        <translation>Redes do Docker</translation>
    </message>
    <message>
        <source>None, host, bridge, your own</source>
        <translation>None, host, bridge, a sua</translation>
    </message>
    <message>
        <source>CNI by Hand</source>
        <translation>CNI à mão</translation>
    </message>
    <message>
        <source>What a runtime does</source>
        <translation>O que um runtime faz</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Portas de um cluster</translation>
    </message>
    <message>
        <source>Who listens, who must reach it</source>
        <translation>Quem escuta, quem precisa chegar</translation>
    </message>
    <message>
        <source>Pod Networking</source>
        <translation>Rede de pods</translation>
    </message>
    <message>
        <source>A bridge per node, and routes</source>
        <translation>Um bridge por nó, e rotas</translation>
    </message>
    <message>
        <source>CNI in the Kubelet</source>
        <translation>CNI no kubelet</translation>
    </message>
    <message>
        <source>From a pod to its address</source>
        <translation>De um pod ao seu endereço</translation>
    </message>
    <message>
        <source>Deploying an Overlay</source>
        <translation>Implantar um overlay</translation>
    </message>
    <message>
        <source>Weave Net from its manifest</source>
        <translation>Weave Net a partir do manifesto</translation>
    </message>
    <message>
        <source>A link-local default gateway</source>
        <translation>Um gateway padrão link-local</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>API group of the resource</source>
        <translation>Grupo de API do recurso</translation>
    </message>
    <message>
        <source>Image of the containers</source>
        <translation>Imagem dos contêineres</translation>
    </message>
    <message>
        <source>Servers between which the nodes are spread</source>
        <translation>Servidores entre os quais os nós são distribuídos</translation>
    </message>
    <message>
        <source>Lab script (bash)</source>
        <translation>Script de laboratório (bash)</translation>
    </message>
    <message>
        <source>a script that builds the network in namespaces, checks it and takes it down</source>
        <translation>um script que constrói a rede em namespaces, a verifica e a desmonta</translation>
    </message>
    <message>
        <source>Plain commands</source>
        <translation>Comandos simples</translation>
    </message>
    <message>
        <source>the commands for each device, as lesson notes give them</source>
        <translation>os comandos de cada dispositivo, como aparecem nas notas de aula</translation>
    </message>
    <message>
        <source>Batch files (ip -batch)</source>
        <translation>Arquivos em lote (ip -batch)</translation>
    </message>
    <message>
        <source>a folder of files for `ip -batch` and `bridge -batch`</source>
        <translation>uma pasta com arquivos para `ip -batch` e `bridge -batch`</translation>
    </message>
    <message>
        <source>ifupdown (interfaces)</source>
        <translation>ifupdown (interfaces)</translation>
    </message>
    <message>
        <source>a folder with etc/network/interfaces for each node</source>
        <translation>uma pasta com etc/network/interfaces para cada nó</translation>
    </message>
    <message>
        <source>netplan</source>
        <translation>netplan</translation>
    </message>
    <message>
        <source>a folder with etc/netplan/ for each node</source>
        <translation>uma pasta com etc/netplan/ para cada nó</translation>
    </message>
    <message>
        <source>systemd-networkd</source>
        <translation>systemd-networkd</translation>
    </message>
    <message>
        <source>a folder with etc/systemd/network/ for each node</source>
        <translation>uma pasta com etc/systemd/network/ para cada nó</translation>
    </message>
    <message>
        <source>Settings (sysctl.d)</source>
        <translation>Configurações (sysctl.d)</translation>
    </message>
    <message>
        <source>a folder with etc/sysctl.d/ for each node</source>
        <translation>uma pasta com etc/sysctl.d/ para cada nó</translation>
    </message>
    <message>
        <source>iptables-persistent</source>
        <translation>iptables-persistent</translation>
    </message>
    <message>
        <source>a folder with etc/iptables/rules.v4 and rules.v6 for each node</source>
        <translation>uma pasta com etc/iptables/rules.v4 e rules.v6 para cada nó</translation>
    </message>
    <message>
        <source>Kathará lab folder</source>
        <translation>Pasta de laboratório do Kathará</translation>
    </message>
    <message>
        <source>a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts</source>
        <translation>um laboratório para o Kathará, em contêineres ou com Megalos no Kubernetes: lab.conf e scripts de inicialização</translation>
    </message>
    <message>
        <source>containerlab topology</source>
        <translation>Topologia do containerlab</translation>
    </message>
    <message>
        <source>a lab for containerlab: containers that their commands configure</source>
        <translation>um laboratório para o containerlab: contêineres configurados por seus comandos</translation>
    </message>
    <message>
        <source>clabernetes topology</source>
        <translation>Topologia do clabernetes</translation>
    </message>
    <message>
        <source>the same on Kubernetes with clabernetes: a resource Topology</source>
        <translation>o mesmo no Kubernetes com clabernetes: um recurso Topology</translation>
    </message>
    <message>
        <source>Mininet script</source>
        <translation>Script do Mininet</translation>
    </message>
    <message>
        <source>a script that builds the network with Mininet 2.3, and checks it</source>
        <translation>um script que constrói a rede com o Mininet 2.3 e a verifica</translation>
    </message>
    <message>
        <source>CORE session</source>
        <translation>Sessão do CORE</translation>
    </message>
    <message>
        <source>a session of CORE 9.2, with the commands of each node as its service</source>
        <translation>uma sessão do CORE 9.2, com os comandos de cada nó como serviço</translation>
    </message>
    <message>
        <source>Lab sheet (Markdown)</source>
        <translation>Folha de laboratório (Markdown)</translation>
    </message>
    <message>
        <source>a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom</source>
        <translation>uma folha com o desenho, tabelas de endereços, rotas e regras, os comandos, e quem alcança quem</translation>
    </message>
    <message>
        <source>Drawing for Mermaid</source>
        <translation>Desenho para Mermaid</translation>
    </message>
    <message>
        <source>the drawing as a flowchart of Mermaid</source>
        <translation>o desenho como fluxograma do Mermaid</translation>
    </message>
    <message>
        <source>Drawing for Graphviz</source>
        <translation>Desenho para Graphviz</translation>
    </message>
    <message>
        <source>the drawing in Graphviz's language</source>
        <translation>o desenho na linguagem do Graphviz</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Imagem (SVG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Imagem (PNG)</translation>
    </message>
    <message>
        <source>Picture (PDF)</source>
        <translation>Imagem (PDF)</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Comandos do Docker</translation>
    </message>
    <message>
        <source>a folder with docker.sh for each node with Docker: its networks and containers</source>
        <translation>uma pasta com docker.sh para cada nó com Docker: suas redes e contêineres</translation>
    </message>
    <message>
        <source>Names (hosts, DNS)</source>
        <translation>Nomes (hosts, DNS)</translation>
    </message>
    <message>
        <source>a folder with hosts, resolv.conf and the name servers' files of each node</source>
        <translation>uma pasta com hosts, resolv.conf e os arquivos dos servidores de nomes de cada nó</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>a folder with compose.yaml for each node with Docker: its containers and networks</source>
        <translation>uma pasta com compose.yaml para cada nó com Docker: seus contêineres e redes</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Manifestos do Kubernetes</translation>
    </message>
    <message>
        <source>a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm</source>
        <translation>uma pasta com os manifestos de um cluster, e a configuração de CNI e o kubeadm de cada nó</translation>
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
        <translation>Inserir %1 entre %2 e %3</translation>
    </message>
</context>
<context>
    <name>MatrixGroups</name>
    <message>
        <source>no address</source>
        <translation>sem endereço</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message>
        <source>port {} of {} on {}</source>
        <translation>a porta {} de {} em {}</translation>
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
        <translation>Mover %1 nós</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 nós</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>Mover %1 para dentro de %2</translation>
    </message>
    <message>
        <source>Move %1 out</source>
        <translation>Tirar %1 de dentro</translation>
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
        <translation>Roteador</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
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
        <translation>Endereço</translation>
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
        <translation>Estado</translation>
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
        <translation>Ponta do túnel</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridade</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Endereço local</translation>
    </message>
    <message>
        <source>Peer address</source>
        <translation>Endereço remoto</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processo</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Vizinhos</translation>
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
        <translation>Regras de política</translation>
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
        <translation>sem portas</translation>
    </message>
    <message>
        <source>1 port</source>
        <translation>1 porta</translation>
    </message>
    <message>
        <source>%1 ports</source>
        <translation>%1 portas</translation>
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
        <translation>Inspetor</translation>
    </message>
    <message>
        <source>Routing Table</source>
        <translation>Tabela de rotas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>Conectividade</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>What If</source>
        <translation>E se…?</translation>
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
        <translation>Nomes</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>Portas cluster</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
</context>
<context>
    <name>PassageFilter</name>
    <message>
        <source>Behind “node” stands the name of one node, then “and” or nothing.</source>
        <translation>Depois de “node” vem o nome de um só nó e, em seguida, “and” ou nada.</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>Não há nenhum nó “%1”.</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Add %1</source>
        <translation>Adicionar %1</translation>
    </message>
    <message>
        <source>%1: click where it shall stand, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: clique no lugar desejado, ou pressione Enter; Shift para repetir, Esc termina</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Netdraft</source>
        <translation>Sobre o Netdraft</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw Linux networks, see who reaches whom and why not, and take the commands that build them along.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes with no warranty. Made with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Desenhar redes Linux, ver quem alcança quem e por que não, e levar os comandos que as constroem.&lt;/p&gt;&lt;p&gt;Software livre sob a Licença Pública Geral GNU, versão 3 ou posterior; sem nenhuma garantia. Feito com Qt %1.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>an untitled network</source>
        <translation>uma rede sem título</translation>
    </message>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>Recuperar alterações não salvas</translation>
    </message>
    <message>
        <source>Netdraft did not end properly. Recover the unsaved changes to %1?</source>
        <translation>O Netdraft não foi encerrado corretamente. Recuperar as alterações não salvas de %1?</translation>
    </message>
    <message>
        <source>They were kept on %1.</source>
        <translation>Foram guardadas em %1.</translation>
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
        <translation>Perguntar mais &amp;tarde</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
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
        <translation>{} e {}</translation>
    </message>
    <message>
        <source>nobody listens on {} at {}</source>
        <translation>ninguém escuta em {} de {}</translation>
    </message>
    <message>
        <source>{} listens on {} for {} only, not for {}</source>
        <translation>{} escuta em {} apenas para {}, não para {}</translation>
    </message>
    <message>
        <source>the answer comes from {}, which is not what {} asked</source>
        <translation>a resposta vem de {}, não do endereço ao qual {} perguntou</translation>
    </message>
    <message>
        <source>{} reaches {} of {}, which does not answer</source>
        <translation>{} alcança {} de {}, que não responde</translation>
    </message>
    <message>
        <source>{} reaches {} of {}</source>
        <translation>{} alcança {} de {}</translation>
    </message>
    <message>
        <source>the default route</source>
        <translation>a rota padrão</translation>
    </message>
    <message>
        <source>the route {}</source>
        <translation>a rota {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in nft table {}</source>
        <translation>a política da cadeia {} na tabela nft {}</translation>
    </message>
    <message>
        <source>rule {} (handle {}) of chain {} in nft table {}</source>
        <translation>a regra {} (handle {}) da cadeia {} na tabela nft {}</translation>
    </message>
    <message>
        <source>the policy of chain {} in table {}</source>
        <translation>a política da cadeia {} na tabela {}</translation>
    </message>
    <message>
        <source>rule {} of chain {} in table {}</source>
        <translation>a regra {} da cadeia {} na tabela {}</translation>
    </message>
    <message>
        <source>{} has a fixed neighbour entry for {} on {} whose link-layer address is not there</source>
        <translation>{} tem uma entrada de vizinho fixa para {} em {} cujo endereço da camada de enlace não existe ali</translation>
    </message>
    <message>
        <source>ARP is off on {} of {}, which so asks nobody for the link-layer address of {}</source>
        <translation>ARP está desativado em {} de {}, que por isso não pergunta a ninguém o endereço da camada de enlace de {}</translation>
    </message>
    <message>
        <source>the frame from {} to {} on {} comes to nobody who has its link-layer address</source>
        <translation>o quadro de {} para {} em {} não chega a ninguém com seu endereço de destino da camada de enlace</translation>
    </message>
    <message>
        <source>{} has no carrier: the other end is down</source>
        <translation>{} não tem portadora: a outra ponta está desativada</translation>
    </message>
    <message>
        <source>{} has no carrier: it has no members</source>
        <translation>{} não tem portadora: não tem membros</translation>
    </message>
    <message>
        <source>{} has no carrier: none of its members has</source>
        <translation>{} não tem portadora: nenhum de seus membros tem</translation>
    </message>
    <message>
        <source>{} has no {} tunnel to take what {} sends (local {}, remote {})</source>
        <translation>{} não tem nenhum túnel {} que receba o que {} envia (local {}, remote {})</translation>
    </message>
    <message>
        <source>{} sends from {}, which is no address of {}</source>
        <translation>{} envia a partir de {}, que não é um endereço de {}</translation>
    </message>
    <message>
        <source>{} carries no VLAN {}</source>
        <translation>{} não transporta a VLAN {}</translation>
    </message>
    <message>
        <source>port {} of {} on {}</source>
        <translation>a porta {} de {} em {}</translation>
    </message>
    <message>
        <source>{} carries no frames without a tag</source>
        <translation>{} não transporta quadros sem tag</translation>
    </message>
    <message>
        <source>{} is an access port, and takes no frames with a tag</source>
        <translation>{} é uma porta de acesso e não aceita quadros com tag</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and the frame in none</source>
        <translation>{} está na VLAN {}, e o quadro em nenhuma</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and carries no VLAN {}</source>
        <translation>{} está na VLAN {} e não transporta a VLAN {}</translation>
    </message>
    <message>
        <source> in VRF {}</source>
        <translation> na VRF {}</translation>
    </message>
    <message>
        <source> outside of VRF {}</source>
        <translation> fora da VRF {}</translation>
    </message>
    <message>
        <source>{} is reached</source>
        <translation>{} é alcançado</translation>
    </message>
    <message>
        <source>{} turns packets to {} away, as IPv6 does for every route out by lo ({})</source>
        <translation>{} recusa pacotes para {}, como o IPv6 faz com toda rota que sai por lo ({})</translation>
    </message>
    <message>
        <source>{} has no route to {}{}</source>
        <translation>{} não tem rota para {}{}</translation>
    </message>
    <message>
        <source>{} discards packets to {}: blackhole route {}</source>
        <translation>{} descarta pacotes para {}: rota blackhole {}</translation>
    </message>
    <message>
        <source>{} refuses packets to {}: unreachable route {}</source>
        <translation>{} recusa pacotes para {}: rota unreachable {}</translation>
    </message>
    <message>
        <source>{} forbids packets to {}: prohibit route {}</source>
        <translation>{} proíbe pacotes para {}: rota prohibit {}</translation>
    </message>
    <message>
        <source>{} does not forward {} packets</source>
        <translation>{} não encaminha pacotes {}</translation>
    </message>
    <message>
        <source>{} asks for {} on {}, and nobody answers{}</source>
        <translation>{} pergunta por {} em {}, e ninguém responde{}</translation>
    </message>
    <message>
        <source>{} is down</source>
        <translation>{} está desativada</translation>
    </message>
    <message>
        <source>lo of {} is down, so it cannot reach itself</source>
        <translation>lo de {} está desativada, então o nó não alcança a si mesmo</translation>
    </message>
    <message>
        <source>{} sends packets to {} back to itself by lo, and drops them ({})</source>
        <translation>{} devolve a si os pacotes para {} por lo, e os descarta ({})</translation>
    </message>
    <message>
        <source>{} drops the packet from {}, for that address is its own</source>
        <translation>{} descarta o pacote de {}, porque esse endereço é o seu próprio</translation>
    </message>
    <message>
        <source>{} drops the packet from {}: its way back there is another link, and rp_filter asks for the same</source>
        <translation>{} descarta o pacote de {}: a volta para lá usa outro enlace, e rp_filter exige o mesmo</translation>
    </message>
    <message>
        <source>{} does not forward packets from the link-local address {}</source>
        <translation>{} não encaminha pacotes do endereço link-local {}</translation>
    </message>
    <message>
        <source>the packet circles until its time to live is used up, last at {}</source>
        <translation>o pacote dá voltas até esgotar seu TTL, por último em {}</translation>
    </message>
    <message>
        <source>the time to live that {} gives its packets is used up at {}</source>
        <translation>o TTL que {} dá a seus pacotes se esgota em {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of a link behind {} of {}</source>
        <translation>o pacote é maior que a MTU de um enlace além de {} de {}</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of the way out of {}</source>
        <translation>o pacote é maior que a MTU do caminho de saída de {}</translation>
    </message>
    <message>
        <source>{} has no {} address to send from</source>
        <translation>{} não tem nenhum endereço {} a partir do qual enviar</translation>
    </message>
    <message>
        <source>for {} {} is a broadcast address, which nobody answers ({})</source>
        <translation>para {}, {} é um endereço de broadcast, ao qual ninguém responde ({})</translation>
    </message>
    <message>
        <source>the switches behind {} of {} form a loop, and frames circle in it</source>
        <translation>os switches além de {} de {} formam um loop, e os quadros circulam nele</translation>
    </message>
    <message>
        <source>the reply came to {}, which has the address {} too</source>
        <translation>a resposta chegou a {}, que também tem o endereço {}</translation>
    </message>
    <message>
        <source>{} answers no echo requests (icmp_echo_ignore_all)</source>
        <translation>{} não responde a solicitações de eco (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>{} of {} drops the packet</source>
        <translation>{} de {} descarta o pacote</translation>
    </message>
    <message>
        <source>the connection tracking of {} drops the packet</source>
        <translation>o rastreamento de conexões de {} descarta o pacote</translation>
    </message>
    <message>
        <source>{} of {} rejects the packet</source>
        <translation>{} de {} rejeita o pacote</translation>
    </message>
    <message>
        <source>{} does not take part in the frame's VLAN</source>
        <translation>{} não participa da VLAN do quadro</translation>
    </message>
    <message>
        <source>{} is private, and passes nothing to others on its parent</source>
        <translation>{} está no modo private e não entrega nada às demais da sua interface pai</translation>
    </message>
    <message>
        <source>{} is isolated from the port that the frame came by</source>
        <translation>{} está isolada da porta pela qual o quadro chegou</translation>
    </message>
    <message>
        <source>{} does not know where the frame's address is, and no port takes frames for unknown ones</source>
        <translation>{} não sabe onde está o endereço do quadro, e nenhuma porta aceita quadros para endereços desconhecidos</translation>
    </message>
    <message>
        <source>{} does not forward</source>
        <translation>{} não encaminha</translation>
    </message>
    <message>
        <source>{} is locked, and takes no frames from senders whose entry it does not have</source>
        <translation>{} está bloqueada (locked) e não aceita quadros de remetentes dos quais não tem entrada</translation>
    </message>
    <message>
        <source>{} has no end of the tunnel to send to</source>
        <translation>{} não tem uma ponta do túnel para a qual enviar</translation>
    </message>
    <message>
        <source>{} has a VXLAN link on that port, and none with the VNI</source>
        <translation>{} tem um enlace VXLAN nessa porta, mas nenhum com esse VNI</translation>
    </message>
    <message>
        <source>{} has another key than {}</source>
        <translation>{} tem uma chave diferente da de {}</translation>
    </message>
    <message>
        <source>the way to the far end of {} leads into {} itself</source>
        <translation>o caminho até a ponta remota de {} volta a entrar em {}</translation>
    </message>
    <message>
        <source>VRF {} of {} is down, so that it answers nobody there</source>
        <translation>a VRF {} de {} está desativada, então ali não responde a ninguém</translation>
    </message>
    <message>
        <source>{} carries no {} packets</source>
        <translation>{} não transporta pacotes {}</translation>
    </message>
    <message>
        <source>{} is not the active member of its bond, which takes no frames by it</source>
        <translation>{} não é o membro ativo do seu bond, que não aceita quadros por ali</translation>
    </message>
    <message>
        <source>nobody listens on the port at {}</source>
        <translation>ninguém escuta nessa porta de {}</translation>
    </message>
    <message>
        <source>{} leads nowhere</source>
        <translation>{} não leva a lugar nenhum</translation>
    </message>
    <message>
        <source>what {} does with it is not modelled</source>
        <translation>o que {} faz com o pacote não é modelado</translation>
    </message>
    <message>
        <source>what becomes of the packet from {} is not modelled</source>
        <translation>o que acontece com o pacote de {} não é modelado</translation>
    </message>
    <message>
        <source>{} (so {} does not find its neighbour {})</source>
        <translation>{} (por isso {} não encontra seu vizinho {})</translation>
    </message>
    <message>
        <source>{} (on the way from {} to {})</source>
        <translation>{} (no caminho de {} para {})</translation>
    </message>
    <message>
        <source>{} (on the way back from {} to {}, {})</source>
        <translation>{} (no caminho de volta de {} para {}, {})</translation>
    </message>
    <message>
        <source>{} reaches {}</source>
        <translation>{} alcança {}</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed, and believes nobody who says he has it</source>
        <translation>: {} de {} também tem {}, endereço cuja detecção de duplicados falhou, e não acredita em ninguém que diga tê-lo</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed</source>
        <translation>: {} de {} também tem {}, endereço cuja detecção de duplicados falhou</translation>
    </message>
    <message>
        <source>: {} is on {}, which {} lies on, and the two never hear each other</source>
        <translation>: {} está em {}, a interface pai de {}, e as duas nunca se ouvem</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, a port of {}, which takes every frame that comes to it</source>
        <translation>: {} está em {} de {}, uma porta de {}, que fica com todo quadro que chega a ela</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which lies on {}, and the two never hear each other</source>
        <translation>: {} está em {} de {}, cuja interface pai é {}, e as duas nunca se ouvem</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which in mode {} answers for no address</source>
        <translation>: {} está em {} de {}, que no modo {} não responde por nenhum endereço</translation>
    </message>
    <message>
        <source>: {} has {} itself, and believes nobody who says he has it</source>
        <translation>: a própria {} tem {}, e não acredita em ninguém que diga tê-lo</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP, and bridge-nf-call-iptables lets it see bridged frames</source>
        <translation>{} de {} descarta o pacote: o Docker a definiu como DROP, e bridge-nf-call-iptables lhe mostra também os quadros das bridges</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP</source>
        <translation>{} de {} descarta o pacote: o Docker a definiu como DROP</translation>
    </message>
    <message>
        <source>the qdisc of {} drops it</source>
        <translation>a qdisc de {} o descarta</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>Network drawing</source>
        <translation>Desenho da rede</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>“%1” is no network: write one like 192.168.2.0/24, or default</source>
        <translation>“%1” não é uma rede: escreva uma como 192.168.2.0/24, ou default</translation>
    </message>
    <message>
        <source>A network is written like 192.168.2.0/24</source>
        <translation>Uma rede se escreve como 192.168.2.0/24</translation>
    </message>
    <message>
        <source>A gateway is an address like 192.168.1.6</source>
        <translation>Um gateway é um endereço como 192.168.1.6</translation>
    </message>
    <message>
        <source>“%1” cannot name an interface</source>
        <translation>“%1” não pode ser o nome de uma interface</translation>
    </message>
    <message>
        <source>A metric is a number; the smallest one wins</source>
        <translation>Uma métrica é um número; a menor vence</translation>
    </message>
    <message>
        <source>A type is unicast, blackhole, unreachable, prohibit or throw</source>
        <translation>Um tipo é unicast, blackhole, unreachable, prohibit ou throw</translation>
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
        <translation>todo pacote</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>The machine itself stays; remove its links instead</source>
        <translation>A própria máquina fica; em vez dela, remova seus enlaces</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Remove %1 objects</source>
        <translation>Remover %1 objetos</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Duplicar %1</translation>
    </message>
    <message>
        <source>Duplicate %1 nodes</source>
        <translation>Duplicar %1 nós</translation>
    </message>
    <message>
        <source>The machine itself cannot be copied</source>
        <translation>A própria máquina não pode ser copiada</translation>
    </message>
    <message>
        <source>Nodes copied: %L1</source>
        <translation>Nós copiados: %L1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>Colar %1</translation>
    </message>
    <message>
        <source>Paste %1 nodes</source>
        <translation>Colar %1 nós</translation>
    </message>
    <message>
        <source>Select three nodes or more to spread them</source>
        <translation>Selecione três nós ou mais para distribuí-los</translation>
    </message>
    <message>
        <source>Select two nodes or more to align them</source>
        <translation>Selecione dois nós ou mais para alinhá-los</translation>
    </message>
    <message>
        <source>Spread nodes</source>
        <translation>Distribuir nós</translation>
    </message>
    <message>
        <source>Align nodes</source>
        <translation>Alinhar nós</translation>
    </message>
    <message>
        <source>Lay out nodes</source>
        <translation>Dispor nós</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>Recolher %1</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>Expandir %1</translation>
    </message>
    <message>
        <source>Select a node that holds others, or one that is inside of it</source>
        <translation>Selecione um nó que contenha outros, ou um que esteja dentro dele</translation>
    </message>
    <message>
        <source>Select a node that is inside of another one</source>
        <translation>Selecione um nó que esteja dentro de outro</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>Tirar %1 de dentro</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>Ativar %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>Desativar %1</translation>
    </message>
    <message>
        <source>Duplicate %1 objects</source>
        <translation>Duplicar %1 objetos</translation>
    </message>
    <message>
        <source>Select what to copy</source>
        <translation>Selecione o que deseja copiar</translation>
    </message>
    <message>
        <source>Objects copied: %L1</source>
        <translation>Objetos copiados: %L1</translation>
    </message>
    <message>
        <source>There are no nodes and no annotations on the clipboard</source>
        <translation>Não há nós nem anotações na área de transferência</translation>
    </message>
    <message>
        <source>Paste %1 objects</source>
        <translation>Colar %1 objetos</translation>
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
        <translation>não há rota para o destino</translation>
    </message>
    <message>
        <source>a blackhole: dropped without a word</source>
        <translation>blackhole: descartado sem aviso</translation>
    </message>
    <message>
        <source>an unreachable route: refused</source>
        <translation>rota unreachable: recusado</translation>
    </message>
    <message>
        <source>prohibited: refused</source>
        <translation>proibido: recusado</translation>
    </message>
    <message>
        <source>this node does not forward (ip_forward is 0)</source>
        <translation>este nó não encaminha (ip_forward é 0)</translation>
    </message>
    <message>
        <source>nobody answers for that address</source>
        <translation>ninguém responde por esse endereço</translation>
    </message>
    <message>
        <source>the frame is for another MAC address</source>
        <translation>o quadro é para outro endereço MAC</translation>
    </message>
    <message>
        <source>the link is down</source>
        <translation>a interface está desativada</translation>
    </message>
    <message>
        <source>the link has no carrier</source>
        <translation>a interface não tem portadora</translation>
    </message>
    <message>
        <source>lo is down</source>
        <translation>lo está desativada</translation>
    </message>
    <message>
        <source>the source cannot come from there (martian)</source>
        <translation>a origem não pode vir dali (martian)</translation>
    </message>
    <message>
        <source>the way back to the source is another link (rp_filter)</source>
        <translation>a volta à origem vai por outra interface (rp_filter)</translation>
    </message>
    <message>
        <source>a link-local source may not pass a router</source>
        <translation>uma origem link-local não pode passar por um roteador</translation>
    </message>
    <message>
        <source>the time to live is used up</source>
        <translation>o TTL se esgotou</translation>
    </message>
    <message>
        <source>larger than the MTU</source>
        <translation>maior que a MTU</translation>
    </message>
    <message>
        <source>no address to send from</source>
        <translation>não há endereço a partir do qual enviar</translation>
    </message>
    <message>
        <source>a broadcast address, which nobody answers</source>
        <translation>um endereço de broadcast, ao qual ninguém responde</translation>
    </message>
    <message>
        <source>the switches form a loop, and frames circle in it</source>
        <translation>os switches formam um loop, e os quadros circulam nele</translation>
    </message>
    <message>
        <source>nobody here waits for it</source>
        <translation>ninguém aqui espera por ele</translation>
    </message>
    <message>
        <source>echo requests are ignored (icmp_echo_ignore_all)</source>
        <translation>as solicitações de eco são ignoradas (icmp_echo_ignore_all)</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitado</translation>
    </message>
    <message>
        <source>not in the frame's VLAN</source>
        <translation>não está na VLAN do quadro</translation>
    </message>
    <message>
        <source>does not carry the frame's VLAN</source>
        <translation>não transporta a VLAN do quadro</translation>
    </message>
    <message>
        <source>isolated from the port that it came by</source>
        <translation>isolada da porta pela qual ele chegou</translation>
    </message>
    <message>
        <source>no port takes frames for unknown addresses</source>
        <translation>nenhuma porta aceita quadros para endereços desconhecidos</translation>
    </message>
    <message>
        <source>the port does not forward</source>
        <translation>a porta não encaminha</translation>
    </message>
    <message>
        <source>the port is locked, and does not know the sender</source>
        <translation>a porta está bloqueada (locked) e não conhece o remetente</translation>
    </message>
    <message>
        <source>the tunnel knows no end to send to</source>
        <translation>o túnel não conhece nenhuma ponta para a qual enviar</translation>
    </message>
    <message>
        <source>no VXLAN link has the VNI</source>
        <translation>nenhuma interface VXLAN tem esse VNI</translation>
    </message>
    <message>
        <source>no tunnel takes it</source>
        <translation>nenhum túnel o recebe</translation>
    </message>
    <message>
        <source>the tunnel has another key</source>
        <translation>o túnel tem outra chave</translation>
    </message>
    <message>
        <source>the tunnel's local address is not here</source>
        <translation>o endereço local do túnel não está aqui</translation>
    </message>
    <message>
        <source>the way to the tunnel's end leads into the tunnel</source>
        <translation>o caminho até a ponta do túnel entra no próprio túnel</translation>
    </message>
    <message>
        <source>the VRF is down</source>
        <translation>a VRF está desativada</translation>
    </message>
    <message>
        <source>the link does not carry this</source>
        <translation>a interface não transporta este tipo de pacote</translation>
    </message>
    <message>
        <source>not the active member of the bond</source>
        <translation>não é o membro ativo do bond</translation>
    </message>
    <message>
        <source>nobody listens on the port</source>
        <translation>ninguém escuta na porta</translation>
    </message>
    <message>
        <source>a dummy link leads nowhere</source>
        <translation>uma interface dummy não leva a lugar nenhum</translation>
    </message>
    <message>
        <source>what happens here is not modelled</source>
        <translation>o que acontece aqui não é modelado</translation>
    </message>
    <message>
        <source>less specific</source>
        <translation>menos específica</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>métrica pior</translation>
    </message>
    <message>
        <source>less preferred</source>
        <translation>menos preferida</translation>
    </message>
    <message>
        <source>stands behind it</source>
        <translation>vem depois da escolhida</translation>
    </message>
    <message>
        <source>its link is down</source>
        <translation>sua interface está desativada</translation>
    </message>
    <message>
        <source>leaves by another link than asked for</source>
        <translation>sai por uma interface diferente da pedida</translation>
    </message>
    <message>
        <source>goes on to the next table</source>
        <translation>passa para a próxima tabela</translation>
    </message>
    <message>
        <source>too short for the rule (suppress_prefixlength)</source>
        <translation>curta demais para a regra (suppress_prefixlength)</translation>
    </message>
    <message>
        <source>its table is asked only after that</source>
        <translation>sua tabela só é consultada depois</translation>
    </message>
    <message>
        <source>no rule leads to its table</source>
        <translation>nenhuma regra leva à sua tabela</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>não corresponde</translation>
    </message>
    <message>
        <source>says to go on</source>
        <translation>manda continuar</translation>
    </message>
    <message>
        <source>jumps on</source>
        <translation>salta adiante</translation>
    </message>
    <message>
        <source>matches, its table has no route</source>
        <translation>corresponde, mas sua tabela não tem rota</translation>
    </message>
    <message>
        <source>matches, its table says throw</source>
        <translation>corresponde, mas sua tabela diz throw</translation>
    </message>
    <message>
        <source>matches, its route is suppressed</source>
        <translation>corresponde, mas sua rota é suprimida</translation>
    </message>
    <message>
        <source>tunnel packet</source>
        <translation>pacote de túnel</translation>
    </message>
    <message>
        <source>echo request</source>
        <translation>solicitação de eco</translation>
    </message>
    <message>
        <source>echo reply</source>
        <translation>resposta de eco</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>erro ICMP</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>bridge</translation>
    </message>
    <message>
        <source>local process</source>
        <translation>processo local</translation>
    </message>
    <message>
        <source>routing decision</source>
        <translation>decisão de roteamento</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>vizinho</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>ARP request for {}</source>
        <translation>solicitação ARP para {}</translation>
    </message>
    <message>
        <source>ARP reply of {}</source>
        <translation>resposta ARP de {}</translation>
    </message>
    <message>
        <source>neighbour solicitation for {}</source>
        <translation>solicitação de vizinho para {}</translation>
    </message>
    <message>
        <source>neighbour advertisement of {}</source>
        <translation>anúncio de vizinho de {}</translation>
    </message>
    <message>
        <source>the qdisc drops it</source>
        <translation>a qdisc o descarta</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Ends here: %1</source>
        <translation>Termina aqui: %1</translation>
    </message>
    <message>
        <source>not %1 (%2)</source>
        <translation>não %1 (%2)</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>não alcançada</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Core, distribution and access routers in a tree, hosts on the access routers' LANs.</source>
        <translation>Roteadores de núcleo, distribuição e acesso em árvore; hosts nas LANs dos roteadores de acesso.</translation>
    </message>
    <message>
        <source>Routers in a row with a host each, and static routes both ways.</source>
        <translation>Roteadores em linha, cada um com um host, e rotas estáticas nos dois sentidos.</translation>
    </message>
    <message>
        <source>Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.</source>
        <translation>Nós, cada um com pods em uma bridge, unidos por um overlay VXLAN como o flannel monta.</translation>
    </message>
    <message>
        <source>The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.</source>
        <translation>A fat tree de k pods de Al-Fares, Loukissas e Vahdat (2008), roteada, usando todos os caminhos equivalentes.</translation>
    </message>
    <message>
        <source>Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.</source>
        <translation>Cada roteador leaf é ligado a todos os spine, usando todos os caminhos equivalentes; hosts nas LANs dos leaf.</translation>
    </message>
    <message>
        <source>Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.</source>
        <translation>Roteadores ligados ao acaso, cada um com uma LAN de hosts, e rotas pelos caminhos mais curtos; a mesma semente dá a mesma rede.</translation>
    </message>
    <message>
        <source>Routers in a circle with a host each, routed by the shorter way round.</source>
        <translation>Roteadores em círculo, cada um com um host, e rotas pelo lado mais curto.</translation>
    </message>
    <message>
        <source>Hosts on one switch.</source>
        <translation>Hosts em um único switch.</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>Campus</translation>
    </message>
    <message>
        <source>Chain of Routers</source>
        <translation>Cadeia de roteadores</translation>
    </message>
    <message>
        <source>Cluster with an Overlay</source>
        <translation>Cluster com overlay</translation>
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
        <translation>Aleatória</translation>
    </message>
    <message>
        <source>Ring of Routers</source>
        <translation>Anel de roteadores</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Estrela</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>Roteadores</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Hosts on each</source>
        <translation>Hosts em cada um</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>Pods on each</source>
        <translation>Pods em cada um</translation>
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
        <translation>Semente</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A network</source>
        <translation>Uma rede</translation>
    </message>
    <message>
        <source>Devices, switches and a router, wired up. Double-click to add something; press L and drag from one to another to wire them.</source>
        <translation>Dispositivos, switches e um roteador, já cabeados. Clique duas vezes para adicionar algo; pressione L e arraste de um para o outro para conectá-los.</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Funciona?</translation>
    </message>
    <message>
        <source>After every change it says whether everybody reaches everybody, and if not, why not. The button on the right mends it, one step at a time.</source>
        <translation>Depois de cada alteração, aqui se vê se todos alcançam todos e, se não, por quê. O botão à direita corrige isso, um passo de cada vez.</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Quem alcança quem</translation>
    </message>
    <message>
        <source>A row pings a column. Point at a cell for the reason, or click it to see on the canvas how far the packet comes.</source>
        <translation>Cada linha dá ping em cada coluna. Aponte para uma célula para ver o motivo, ou clique nela para ver na área de desenho até onde o pacote chega.</translation>
    </message>
    <message>
        <source>What a node is</source>
        <translation>O que é um nó</translation>
    </message>
    <message>
        <source>Select a node to see and change its interfaces, addresses and routes. Enter opens its terminal, which knows ip, bridge, ping, tcpdump and many others.</source>
        <translation>Selecione um nó para ver e alterar suas interfaces, endereços e rotas. Enter abre o terminal dele, que conhece ip, bridge, ping, tcpdump e muitos outros.</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>O mesmo, em comandos</translation>
    </message>
    <message>
        <source>Whatever you do is written down as the commands that do it on a real machine. Export (Ctrl+E) makes a script of them that builds this very network in namespaces.</source>
        <translation>Tudo o que se faz fica anotado como os comandos que o fazem em uma máquina real. Exportar (Ctrl+E) os transforma em um script que constrói esta mesma rede em namespaces.</translation>
    </message>
</context>
<context>
    <name>TroubleQuestion</name>
    <message>
        <source>Not Everything Was Understood</source>
        <translation>Nem tudo foi entendido</translation>
    </message>
    <message>
        <source>Netdraft does not understand these parts of “%1”. What it does understand can be opened, as a network that is not complete.</source>
        <translation>O Netdraft não entende estas partes de “%1”. O que ele entende pode ser aberto, como uma rede incompleta.</translation>
    </message>
    <message>
        <source>%1 (a note)</source>
        <translation>%1 (observação)</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>O que não foi entendido</translation>
    </message>
    <message>
        <source>&amp;Open the Rest</source>
        <translation>&amp;Abrir o restante</translation>
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
        <translation>Barra de ferramentas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Pairs that this change healed: %L1, and broke: %L2</source>
        <translation>Pares que esta alteração corrigiu: %L1; pares que quebrou: %L2</translation>
    </message>
    <message>
        <source>Find a node by its name or an address</source>
        <translation>Buscar um nó pelo nome ou por um endereço</translation>
    </message>
    <message>
        <source>Type what you want to do, or a node</source>
        <translation>Digite o que deseja fazer, ou um nó</translation>
    </message>
</context>
<context>
    <name>netdraft::model::HintWords</name>
    <message>
        <source>Perhaps: {}</source>
        <translation>Talvez: {}</translation>
    </message>
    <message>
        <source>This makes a namespace that is called netns. Perhaps: ip netns add NAME</source>
        <translation>Isto cria um namespace chamado netns. Talvez: ip netns add NAME</translation>
    </message>
    <message>
        <source>Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}</source>
        <translation>Sem o comprimento do prefixo, isto é {}/{}, uma rede de um único endereço. Talvez: {}/{}</translation>
    </message>
    <message>
        <source>{} has no {}, but {}.</source>
        <translation>{} não tem {}, mas tem {}.</translation>
    </message>
    <message>
        <source>{} has no {}; it is in {}.</source>
        <translation>{} não tem {}; está em {}.</translation>
    </message>
    <message>
        <source>The gateway has to be in a network that {} has an address in, by a link that is up: see ip addr.</source>
        <translation>O gateway precisa estar em uma rede em que {} tenha um endereço, por uma interface ativa: veja ip addr.</translation>
    </message>
    <message>
        <source>Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24</source>
        <translation>Sem máscara, isto é {0}/{1}, pela sua classe. Talvez: ifconfig {2} {0}/24</translation>
    </message>
</context>
<context>
    <name>netdraft::model::MendWords</name>
    <message>
        <source>Make {} the primary member of {}</source>
        <translation>Definir {} como membro primário de {}</translation>
    </message>
    <message>
        <source>Make {} the active member of {}</source>
        <translation>Definir {} como membro ativo de {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} e {}</translation>
    </message>
    <message>
        <source>Set {} up</source>
        <translation>Ativar {}</translation>
    </message>
    <message>
        <source>Set {} of {} up</source>
        <translation>Ativar {} de {}</translation>
    </message>
    <message>
        <source>Switch ARP on for {} of {}</source>
        <translation>Ativar ARP para {} de {}</translation>
    </message>
    <message>
        <source>Let the route {} of {} carry what its link does</source>
        <translation>Dar à rota {} de {} a MTU do seu enlace</translation>
    </message>
    <message>
        <source>Write {} of {} as {}, as its neighbours do</source>
        <translation>Escrever {} de {} como {}, igual aos vizinhos</translation>
    </message>
    <message>
        <source>Send {}'s packets for {} via {} instead</source>
        <translation>Enviar os pacotes de {} para {} passando por {}</translation>
    </message>
    <message>
        <source>Set the MTU of the links behind {} to {} bytes</source>
        <translation>Definir a MTU dos enlaces além de {} como {} bytes</translation>
    </message>
    <message>
        <source>Remove the fixed neighbour entry for {} from {}</source>
        <translation>Remover a entrada de vizinho fixa para {} em {}</translation>
    </message>
    <message>
        <source>Let {} forward {} packets</source>
        <translation>Permitir que {} encaminhe pacotes {}</translation>
    </message>
    <message>
        <source>Let {} forward {} packets that come in by {}</source>
        <translation>Permitir que {} encaminhe pacotes {} que entram por {}</translation>
    </message>
    <message>
        <source>Let {} answer echo requests</source>
        <translation>Permitir que {} responda a solicitações de eco</translation>
    </message>
    <message>
        <source>Switch rp_filter of {} off for {}</source>
        <translation>Desativar rp_filter de {} para {}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in nft table {} of {} accept</source>
        <translation>Mudar para accept a política da cadeia {} na tabela nft {} de {}</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in nft table {} of {}</source>
        <translation>Remover a regra {} da cadeia {} na tabela nft {} de {}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in table {} of {} accept</source>
        <translation>Mudar para accept a política da cadeia {} na tabela {} de {}</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in table {} of {}</source>
        <translation>Remover a regra {} da cadeia {} na tabela {} de {}</translation>
    </message>
    <message>
        <source>Make {} an access port of VLAN {}</source>
        <translation>Definir {} como porta de acesso da VLAN {}</translation>
    </message>
    <message>
        <source>Make {} a trunk</source>
        <translation>Definir {} como trunk</translation>
    </message>
    <message>
        <source>Let {} carry VLAN {} as well</source>
        <translation>Permitir que {} transporte também a VLAN {}</translation>
    </message>
    <message>
        <source>Let {} and the others on its parent hear each other</source>
        <translation>Permitir que {} e as demais da sua interface pai se ouçam</translation>
    </message>
    <message>
        <source>Isolate {} no longer</source>
        <translation>Deixar de isolar {}</translation>
    </message>
    <message>
        <source>Unlock {}</source>
        <translation>Desbloquear {}</translation>
    </message>
    <message>
        <source>Let {} forward</source>
        <translation>Permitir que {} encaminhe</translation>
    </message>
    <message>
        <source>Let the ports of {} take frames for unknown addresses</source>
        <translation>Permitir nas portas de {} quadros para endereços desconhecidos</translation>
    </message>
    <message>
        <source>Let {} look all packets up in its main table</source>
        <translation>Fazer {} consultar sua tabela main para todos os pacotes</translation>
    </message>
    <message>
        <source>Remove the throw route to {} from {}</source>
        <translation>Remover a rota throw para {} em {}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {} in VRF {}</source>
        <translation>Alterar a rota {} via {} em {}, VRF {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {} in VRF {}</source>
        <translation>Adicionar a rota {} via {} em {}, VRF {}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {}</source>
        <translation>Alterar a rota {} via {} em {}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {}</source>
        <translation>Adicionar a rota {} via {} em {}</translation>
    </message>
    <message>
        <source>Change route {} on {} by its link {}</source>
        <translation>Alterar a rota {} em {} para sair pelo enlace {}</translation>
    </message>
    <message>
        <source>Add route {} on {} by its link {}</source>
        <translation>Adicionar a rota {} em {} pelo enlace {}</translation>
    </message>
    <message>
        <source>Give {} of {} the address {}</source>
        <translation>Dar a {} de {} o endereço {}</translation>
    </message>
    <message>
        <source>{} and the route {} via {}</source>
        <translation>{} e a rota {} via {}</translation>
    </message>
    <message>
        <source>Remove policy rule {} from {}</source>
        <translation>Remover a regra de política {} em {}</translation>
    </message>
    <message>
        <source>Let packets of {} set out with a time to live of {}</source>
        <translation>Fazer os pacotes de {} saírem com TTL de {}</translation>
    </message>
    <message>
        <source>Remove this route to {} from {}</source>
        <translation>Remover esta rota para {} em {}</translation>
    </message>
    <message>
        <source>Add route {} by the tunnel {} on {}</source>
        <translation>Adicionar a rota {} pelo túnel {} em {}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {}</source>
        <translation>Adicionar a rota {} para a VRF {} em {}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {} in VRF {}</source>
        <translation>Adicionar a rota {} para a VRF {} em {}, VRF {}</translation>
    </message>
    <message>
        <source>Set lo of {} up</source>
        <translation>Ativar lo de {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {}</source>
        <translation>Fazer um programa de {} escutar em {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {} for any address</source>
        <translation>Fazer um programa de {} escutar em {} para qualquer endereço</translation>
    </message>
    <message>
        <source>Let {} pass from port to port in DOCKER-USER of {}</source>
        <translation>Deixar {} passar de porta a porta em DOCKER-USER de {}</translation>
    </message>
    <message>
        <source>Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)</source>
        <translation>Não entregar ao iptables os quadros das bridges em {} (bridge-nf-call-iptables)</translation>
    </message>
    <message>
        <source>Let packets pass between {} and {} in DOCKER-USER of {}</source>
        <translation>Deixar pacotes passarem entre {} e {} em DOCKER-USER de {}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::NameWords</name>
    <message>
        <source>{} finds {} in /etc/hosts: {}</source>
        <translation>{} encontra {} em /etc/hosts: {}</translation>
    </message>
    <message>
        <source>{} does not find {} in /etc/hosts</source>
        <translation>{} não encontra {} em /etc/hosts</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({}) again, over TCP</source>
        <translation>{} pergunta de novo a {} por {} ({}), por TCP</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({})</source>
        <translation>{} pergunta a {} por {} ({})</translation>
    </message>
    <message>
        <source>{} at {} does not answer</source>
        <translation>{} em {} não responde</translation>
    </message>
    <message>
        <source>the answer of {} at {} is too long for a datagram</source>
        <translation>a resposta de {} em {} é longa demais para um datagrama</translation>
    </message>
    <message>
        <source>no answer comes: {}</source>
        <translation>nenhuma resposta chega: {}</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which answers</source>
        <translation>{} em {} pergunta a {}, que responde</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which does not answer</source>
        <translation>{} em {} pergunta a {}, que não responde</translation>
    </message>
    <message>
        <source>{} at {} knows no name {}</source>
        <translation>{} em {} não conhece nenhum nome {}</translation>
    </message>
    <message>
        <source>{} at {} answers with the error {}</source>
        <translation>{} em {} responde com o erro {}</translation>
    </message>
    <message>
        <source>{} at {} knows {} as another name of {}</source>
        <translation>{} em {} conhece {} como outro nome de {}</translation>
    </message>
    <message>
        <source>{} at {} knows {}, but no record {} of it</source>
        <translation>{} em {} conhece {}, mas não tem nenhum registro {}</translation>
    </message>
    <message>
        <source>{} at {} answers: {}</source>
        <translation>{} em {} responde: {}</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} é {}</translation>
    </message>
    <message>
        <source>{} is {}, and that is {}</source>
        <translation>{} é {}, e isso é {}</translation>
    </message>
    <message>
        <source>there is no such name as {}</source>
        <translation>não existe nenhum nome {}</translation>
    </message>
    <message>
        <source>{} has no address</source>
        <translation>{} não tem endereço</translation>
    </message>
    <message>
        <source>nobody could tell what {} is</source>
        <translation>ninguém soube dizer o que é {}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ProblemWords</name>
    <message>
        <source>{} cannot reach {} ({}): {}</source>
        <translation>{} não alcança {} ({}): {}</translation>
    </message>
    <message>
        <source>The switches at {} form a loop: every broadcast circles in it for ever</source>
        <translation>Os switches de {} formam um loop: todo broadcast circula nele sem fim</translation>
    </message>
    <message>
        <source>{} and {} have the same address {} on one segment</source>
        <translation>{} e {} têm o mesmo endereço {} em um mesmo segmento</translation>
    </message>
    <message>
        <source>{} writes its subnet {} with another length than {} on the same segment (/{})</source>
        <translation>{} escreve sua sub-rede {} com comprimento diferente do de {} no mesmo segmento (/{})</translation>
    </message>
    <message>
        <source>{} of {} is down, so its cable to {} carries nothing</source>
        <translation>{} de {} está desativada, então seu cabo para {} não transporta nada</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ReasonWords</name>
    <message>
        <source>policy rule {} of {} discards packets to {}</source>
        <translation>a regra de política {} de {} descarta pacotes para {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} forbids packets to {}</source>
        <translation>a regra de política {} de {} proíbe pacotes para {}</translation>
    </message>
    <message>
        <source>policy rule {} of {} refuses packets to {}</source>
        <translation>a regra de política {} de {} recusa pacotes para {}</translation>
    </message>
    <message>
        <source>no rule of {} at {} takes {}/{}</source>
        <translation>nenhuma regra de {} em {} aceita {}/{}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::StationWords</name>
    <message>
        <source>dropped by connection tracking</source>
        <translation>descartado pelo rastreamento de conexões</translation>
    </message>
    <message>
        <source>takes it, and answers</source>
        <translation>recebe e responde</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>recebe</translation>
    </message>
    <message>
        <source>a tunnel packs another packet into it</source>
        <translation>um túnel encapsula nele outro pacote</translation>
    </message>
    <message>
        <source>sends it</source>
        <translation>envia</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>responde</translation>
    </message>
    <message>
        <source>reports what became of another</source>
        <translation>informa o que aconteceu com outro pacote</translation>
    </message>
    <message>
        <source>{} dev {} (heard there)</source>
        <translation>{} dev {} (ouvido ali)</translation>
    </message>
    <message>
        <source>{} dev {} (static)</source>
        <translation>{} dev {} (estático)</translation>
    </message>
    <message>
        <source>{} is not known: flooded</source>
        <translation>{} não é conhecido: inundação</translation>
    </message>
    <message>
        <source>{}: to all ports</source>
        <translation>{}: para todas as portas</translation>
    </message>
    <message>
        <source>{} is {}'s own</source>
        <translation>{} é o próprio MAC de {}</translation>
    </message>
    <message>
        <source>connection {}</source>
        <translation>conexão {}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>não corresponde</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>sem regras</translation>
    </message>
    <message>
        <source>source {} becomes {}</source>
        <translation>a origem {} passa a ser {}</translation>
    </message>
    <message>
        <source>destination {} becomes {}</source>
        <translation>o destino {} passa a ser {}</translation>
    </message>
    <message>
        <source>of several ways, by a hash of its addresses: {} dev {}</source>
        <translation>entre vários caminhos, por um hash dos seus endereços: {} dev {}</translation>
    </message>
    <message>
        <source>an entry that somebody made (PERMANENT)</source>
        <translation>entrada criada manualmente (PERMANENT)</translation>
    </message>
    <message>
        <source>known from before</source>
        <translation>já conhecido</translation>
    </message>
    <message>
        <source>asked for by ARP</source>
        <translation>obtido por ARP</translation>
    </message>
    <message>
        <source>asked for by neighbour discovery</source>
        <translation>obtido por descoberta de vizinhos</translation>
    </message>
    <message>
        <source>nobody is asked on this link</source>
        <translation>neste enlace não se pergunta a ninguém</translation>
    </message>
    <message>
        <source>is for many: nobody is asked</source>
        <translation>é para vários: não se pergunta a ninguém</translation>
    </message>
    <message>
        <source>ARP answers: {} is here</source>
        <translation>ARP responde: {} está aqui</translation>
    </message>
    <message>
        <source>ARP says nothing: {} is not here</source>
        <translation>ARP não responde: {} não está aqui</translation>
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
        <translation>&amp;Gateway padrão para os hosts</translation>
    </message>
    <message>
        <source>&amp;Routes between routers</source>
        <translation>&amp;Rotas entre roteadores</translation>
    </message>
    <message>
        <source>&amp;Only the segments of what is selected</source>
        <translation>&amp;Somente os segmentos do que está selecionado</translation>
    </message>
    <message>
        <source>Give Addresses</source>
        <translation>Atribuir endereços</translation>
    </message>
    <message>
        <source>What every segment gets</source>
        <translation>O que cada segmento recebe</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>&amp;Give Addresses</source>
        <translation>&amp;Atribuir endereços</translation>
    </message>
    <message>
        <source>&amp;each of</source>
        <translation>&amp;cada uma de</translation>
    </message>
    <message>
        <source>&amp;Networks from</source>
        <translation>R&amp;edes de</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nova</translation>
    </message>
    <message>
        <source>present</source>
        <translation>existente</translation>
    </message>
    <message>
        <source>Nothing is missing: every interface on a segment has an address.</source>
        <translation>Não falta nada: toda interface em um segmento tem endereço.</translation>
    </message>
    <message>
        <source>Addresses: %L1, default gateways: %L2, other routes: %L3. What is there already stays as it is.</source>
        <translation>Endereços: %L1; gateways padrão: %L2; outras rotas: %L3. O que já existe fica como está.</translation>
    </message>
    <message>
        <source>Interfaces that are down, or whose other end is, get none: %L1.</source>
        <translation>Interfaces desativadas, ou cuja outra ponta está desativada, não recebem nenhum: %L1.</translation>
    </message>
    <message>
        <source>Give addresses</source>
        <translation>Atribuir endereços</translation>
    </message>
    <message>
        <source>Addresses are given; one Undo takes them all back</source>
        <translation>Endereços atribuídos; um único Desfazer remove todos</translation>
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
        <translation>Um endereço se escreve como 192.168.1.5/24</translation>
    </message>
    <message>
        <source>Remove address %1</source>
        <translation>Remover o endereço %1</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Adicionar um endereço…</translation>
    </message>
    <message>
        <source>Type an address with its prefix length, like 192.168.1.5/24, and press Enter</source>
        <translation>Digite um endereço com o comprimento do prefixo, como 192.168.1.5/24, e pressione Enter</translation>
    </message>
    <message>
        <source>Of a router's advertisement: it is there again as long as the router can be heard.</source>
        <translation>De um anúncio de roteador: volta a aparecer enquanto os anúncios do roteador forem recebidos.</translation>
    </message>
    <message>
        <source>The kernel formed this address by itself.</source>
        <translation>O kernel formou este endereço sozinho.</translation>
    </message>
    <message>
        <source>Double-click to change it, Delete removes it</source>
        <translation>Clique duplo para alterar; Delete remove</translation>
    </message>
    <message>
        <source>Add address %1</source>
        <translation>Adicionar o endereço %1</translation>
    </message>
    <message>
        <source>Change address to %1</source>
        <translation>Alterar o endereço para %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AnnotationEditor</name>
    <message>
        <source>Words of the annotation</source>
        <translation>Texto da anotação</translation>
    </message>
    <message>
        <source>Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was</source>
        <translation>Enter aceita o que foi escrito, Shift+Enter começa uma nova linha, Esc deixa tudo como estava</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ChartsPanel</name>
    <message>
        <source>Zoom in on the chart</source>
        <translation>Ampliar o gráfico</translation>
    </message>
    <message>
        <source>Zoom out of the chart</source>
        <translation>Reduzir o gráfico</translation>
    </message>
    <message>
        <source>Show the whole chart</source>
        <translation>Mostrar todo o gráfico</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table</source>
        <translation>Salvar o gráfico como imagem ou como tabela</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>Comprimento dos caminhos</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>Pares por sub-rede</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>Tamanho das tabelas</translation>
    </message>
    <message>
        <source>Packets by cable, of the shown ping</source>
        <translation>Pacotes por cabo, do ping mostrado</translation>
    </message>
    <message>
        <source>Flooded and forwarded, for the shown ping</source>
        <translation>Inundados e encaminhados, do ping mostrado</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1</source>
        <translation>Não é possível desenhar gráficos: %1</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Ainda não há nada para contar.</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>Salvar gráfico</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)</source>
        <translation>Imagens (*.png);;Desenhos (*.svg);;Tabelas (*.csv)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: %2</source>
        <translation>Não é possível salvar “%1”: %2</translation>
    </message>
    <message>
        <source>Click a cell under Reachability: the packets of its ping are counted here.</source>
        <translation>Clique em uma célula em Conectividade: aqui são contados os pacotes do ping dela.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::CommandsPanel</name>
    <message>
        <source>Which commands</source>
        <translation>Quais comandos</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Esta sessão</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Rede inteira</translation>
    </message>
    <message>
        <source>Of which node</source>
        <translation>De qual nó</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>The commands that do the same as what you do here appear in this place.</source>
        <translation>Aqui aparecem os comandos que fazem o mesmo que se faz nesta janela.</translation>
    </message>
    <message>
        <source>Copy all of them</source>
        <translation>Copiar todos</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Todos os nós</translation>
    </message>
    <message>
        <source>Commands of</source>
        <translation>Comandos de</translation>
    </message>
    <message>
        <source>on</source>
        <translation>em</translation>
    </message>
    <message>
        <source>This session, step by step</source>
        <translation>Esta sessão, passo a passo</translation>
    </message>
    <message>
        <source>Do the next command</source>
        <translation>Executar o próximo comando</translation>
    </message>
    <message>
        <source>Step through: take the last step back and do its commands one by one</source>
        <translation>Percorrer: desfazer o último passo e executar seus comandos um a um</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Document</name>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
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
        <translation>Configuração de cada nó</translation>
    </message>
    <message>
        <source>Labs for other engines</source>
        <translation>Laboratórios para outras ferramentas</translation>
    </message>
    <message>
        <source>Drawings and sheets</source>
        <translation>Desenhos e folhas</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Exportar “%1”</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>O que seria gravado</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>O desenho</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Salvar…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>the drawing, as it is on the canvas</source>
        <translation>o desenho, como está na área de desenho</translation>
    </message>
    <message>
        <source>There is nothing to write: no node differs in this from a machine that was just installed.</source>
        <translation>Não há nada a gravar: nisto, nenhum nó difere de uma máquina recém-instalada.</translation>
    </message>
    <message>
        <source>This form cannot say:</source>
        <translation>Este formato não consegue expressar:</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… e mais %L1</translation>
    </message>
    <message>
        <source>… the rest is not shown here</source>
        <translation>… o restante não é mostrado aqui</translation>
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
        <translation>Pastas</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Salvo em %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>The network cannot be exported.</source>
        <translation>Não é possível exportar a rede.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::FileFlow</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Alterações não salvas</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Salvar as alterações em “%1”?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Elas serão perdidas se não forem salvas.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;Scripts (*.sh);;All files (*)</source>
        <translation>Redes (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Arquivos de projeto (*.netdraft);;Scripts (*.sh);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Open Lab Folder</source>
        <translation>Abrir pasta de laboratório</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>Não é possível abrir “%1”.</translation>
    </message>
    <message>
        <source>“%1” is drawn, with this to know: %2</source>
        <translation>“%1” foi desenhado, com uma observação: %2</translation>
    </message>
    <message>
        <source>This machine cannot be captured.</source>
        <translation>Não é possível capturar esta máquina.</translation>
    </message>
    <message>
        <source>The example cannot be opened.</source>
        <translation>Não é possível abrir o exemplo.</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Salvar como</translation>
    </message>
    <message>
        <source>Project files (*.netdraft)</source>
        <translation>Arquivos de projeto (*.netdraft)</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>Salvar pacotes</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>Capturas (*.pcapng)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved.</source>
        <translation>Não é possível salvar “%1”.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Salvo: %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Ainda não há arquivos</translation>
    </message>
</context>
<context>
    <name>netdraft::views::GuessBar</name>
    <message>
        <source>an ARP request</source>
        <translation>uma solicitação ARP</translation>
    </message>
    <message>
        <source>an ARP reply</source>
        <translation>uma resposta ARP</translation>
    </message>
    <message>
        <source>the echo request</source>
        <translation>a solicitação de eco</translation>
    </message>
    <message>
        <source>the echo reply</source>
        <translation>a resposta de eco</translation>
    </message>
    <message>
        <source>a packet of a tunnel</source>
        <translation>um pacote de um túnel</translation>
    </message>
    <message>
        <source>an ICMP error</source>
        <translation>um erro ICMP</translation>
    </message>
    <message>
        <source>a message of neighbour discovery</source>
        <translation>uma mensagem de descoberta de vizinhos</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>um pacote</translation>
    </message>
    <message>
        <source>The node to which the next frame comes</source>
        <translation>O nó ao qual o próximo quadro chega</translation>
    </message>
    <message>
        <source>Which node?</source>
        <translation>Qual nó?</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 de %2 certos</translation>
    </message>
    <message>
        <source>Next comes %1. Which node gets it? Click the node, or choose it.</source>
        <translation>A seguir vem %1. A qual nó chega? Clique no nó ou escolha-o.</translation>
    </message>
    <message>
        <source>Right, %1 gets it. %2</source>
        <translation>Certo, quem recebe é %1. %2</translation>
    </message>
    <message>
        <source>No: %1 gets it, not %2. %3</source>
        <translation>Não: quem recebe é %1, não %2. %3</translation>
    </message>
    <message>
        <source>%1 sends it by its route %2.</source>
        <translation>%1 faz o envio pela sua rota %2.</translation>
    </message>
    <message>
        <source>The switch %1 looks for its MAC address: %2.</source>
        <translation>O switch %1 procura o endereço MAC de destino: %2.</translation>
    </message>
    <message>
        <source>%1 sends it by its link %2.</source>
        <translation>%1 faz o envio pela sua interface %2.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::HookFlow</name>
    <message>
        <source>processes</source>
        <translation>processos</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP</source>
        <translation>Regras: %1, senão DROP</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Sem regras</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Regras: %1</translation>
    </message>
    <message>
        <source>Show the chains that the kernel runs at %1</source>
        <translation>Mostrar as cadeias que o kernel percorre em %1</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP (ip6tables)</source>
        <translation>Regras: %1; senão, DROP (ip6tables)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InspectorPanel</name>
    <message>
        <source>Select a node or a cable to see and change what it is.</source>
        <translation>Selecione um nó ou um cabo para ver e alterar suas propriedades.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceForm</name>
    <message>
        <source>Up</source>
        <translation>Ativa</translation>
    </message>
    <message>
        <source>Port of</source>
        <translation>Porta de</translation>
    </message>
    <message>
        <source>Interface name</source>
        <translation>Nome da interface</translation>
    </message>
    <message>
        <source>1 to 15 letters, digits and _ . - + make a name</source>
        <translation>Um nome tem de 1 a 15 letras, algarismos e _ . - +</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renomear %1 para %2</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>Ativar %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>Desativar %1</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Endereços</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU em bytes</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>A MTU é um número de bytes, como 1500</translation>
    </message>
    <message>
        <source>Set MTU of %1 to %2</source>
        <translation>Definir a MTU de %1 como %2</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Endereço MAC</translation>
    </message>
    <message>
        <source>A MAC address is six octets, like 02:00:00:00:00:01</source>
        <translation>Um endereço MAC são seis octetos, como 02:00:00:00:00:01</translation>
    </message>
    <message>
        <source>Set MAC of %1</source>
        <translation>Definir o MAC de %1</translation>
    </message>
    <message>
        <source>Bridge that it is a port of</source>
        <translation>Bridge da qual é porta</translation>
    </message>
    <message>
        <source>Take %1 out of its bridge</source>
        <translation>Tirar %1 da sua bridge</translation>
    </message>
    <message>
        <source>Make %1 a port of %2</source>
        <translation>Tornar %1 porta de %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
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
        <translation>Cabo para %1</translation>
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
        <translation>%1; desativada aqui</translation>
    </message>
    <message>
        <source>%1; no carrier: the other end is down</source>
        <translation>%1; sem portadora: a outra ponta está desativada</translation>
    </message>
    <message>
        <source>no bridge</source>
        <translation>sem bridge</translation>
    </message>
    <message>
        <source>Delay, loss and rate of what leaves here</source>
        <translation>Atraso, perda e taxa do que sai por aqui</translation>
    </message>
    <message>
        <source>Let packets leave %1 at once</source>
        <translation>Deixar os pacotes saírem de %1 imediatamente</translation>
    </message>
    <message>
        <source>Delay what leaves %1</source>
        <translation>Atrasar o que sai de %1</translation>
    </message>
    <message>
        <source>Delay, loss</source>
        <translation>Atraso, perda</translation>
    </message>
    <message>
        <source>none; such as %1</source>
        <translation>nenhum; p. ex. %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceModel</name>
    <message>
        <source>up</source>
        <translation>ativa</translation>
    </message>
    <message>
        <source>up, but no carrier: the other end is down</source>
        <translation>ativa, mas sem portadora: a outra ponta está desativada</translation>
    </message>
    <message>
        <source>down</source>
        <translation>desativada</translation>
    </message>
    <message>
        <source>Set %1 %2 up</source>
        <translation>Ativar %1 %2</translation>
    </message>
    <message>
        <source>Set %1 %2 down</source>
        <translation>Desativar %1 %2</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Endereços</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Conecta a</translation>
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
        <translation>%L1 de %L2 pares alcançáveis</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>calculando</translation>
    </message>
    <message>
        <source>%1: its own address</source>
        <translation>%1: seu próprio endereço</translation>
    </message>
    <message>
        <source>%1: reachable</source>
        <translation>%1: alcançável</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1: inalcançável</translation>
    </message>
    <message>
        <source>%1: the kernel may decide either way</source>
        <translation>%1: o kernel pode decidir de um jeito ou de outro</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>alcançável</translation>
    </message>
    <message>
        <source>reachable, but the kernel may decide otherwise</source>
        <translation>alcançável, mas o kernel pode decidir de outro jeito</translation>
    </message>
    <message>
        <source>To mend: %1</source>
        <translation>Para corrigir: %1</translation>
    </message>
    <message>
        <source>%1, nodes: %L2</source>
        <translation>%1, nós: %L2</translation>
    </message>
    <message>
        <source>%1, addresses: %L2</source>
        <translation>%1, endereços: %L2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixPanel</name>
    <message>
        <source>No node has an address yet that another one could ping.</source>
        <translation>Nenhum nó tem ainda um endereço no qual outro possa dar ping.</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>Abrir todos os grupos</translation>
    </message>
    <message>
        <source>Larger cells (Ctrl and the wheel)</source>
        <translation>Células maiores (Ctrl e a roda do mouse)</translation>
    </message>
    <message>
        <source>Smaller cells (Ctrl and the wheel)</source>
        <translation>Células menores (Ctrl e a roda do mouse)</translation>
    </message>
    <message>
        <source>Reachability: rows ping columns</source>
        <translation>Conectividade: as linhas dão ping nas colunas</translation>
    </message>
    <message>
        <source>Group rows and columns</source>
        <translation>Agrupar linhas e colunas</translation>
    </message>
    <message>
        <source>Each address</source>
        <translation>Cada endereço</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>Por sub-rede</translation>
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
        <translation>Uma linha dá ping em uma coluna. Deixe o ponteiro sobre uma célula para ver o motivo; clique para desenhar o caminho.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row and Shift+Space that of the column</source>
        <translation>Agrupar linhas e colunas; um clique no nome de um grupo o abre e, na tabela, Espaço abre o da linha e Shift+Espaço o da coluna</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NameEditor</name>
    <message>
        <source>Name of the node</source>
        <translation>Nome do nó</translation>
    </message>
    <message>
        <source>There is a node %1 already</source>
        <translation>Já existe um nó %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renomear %1 para %2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NamesPanel</name>
    <message>
        <source>A name, such as web or web.lab</source>
        <translation>Um nome, como web ou web.lab</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>Nome procurado</translation>
    </message>
    <message>
        <source>How the name is found</source>
        <translation>Como o nome é encontrado</translation>
    </message>
    <message>
        <source>%1 looks for</source>
        <translation>%1 procura</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nomes</translation>
    </message>
    <message>
        <source>Select a node to see how it finds the address of a name.</source>
        <translation>Selecione um nó para ver como ele encontra o endereço de um nome.</translation>
    </message>
    <message>
        <source>Type a name: the node looks into /etc/hosts, then asks its name servers.</source>
        <translation>Digite um nome: o nó olha em /etc/hosts e depois pergunta a seus servidores de nomes.</translation>
    </message>
    <message>
        <source>No name has an empty part, or one of more than 63 letters.</source>
        <translation>Nenhum nome tem uma parte vazia ou com mais de 63 letras.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>Desenho da rede</translation>
    </message>
    <message>
        <source>The machine itself keeps its name</source>
        <translation>A própria máquina mantém seu nome</translation>
    </message>
    <message>
        <source>Double-click to add a device, switch or router, or drag one from the palette;
then press L and drag from one to the other to connect them.</source>
        <translation>Clique duas vezes para adicionar um dispositivo, switch ou roteador, ou arraste um da paleta;
depois pressione L e arraste de um para o outro para conectá-los.</translation>
    </message>
    <message>
        <source>Connect to a new node</source>
        <translation>Conectar a um novo nó</translation>
    </message>
    <message>
        <source>Select one node to rename it, or one annotation to write on it</source>
        <translation>Selecione um nó para renomeá-lo, ou uma anotação para escrever nela</translation>
    </message>
    <message>
        <source>Add a node, a note, a box or an arrow</source>
        <translation>Adicionar um nó, uma nota, uma moldura ou uma seta</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NodeForm</name>
    <message>
        <source>Node name</source>
        <translation>Nome do nó</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - + make a name; it starts with neither - nor .</source>
        <translation>Um nome tem letras, algarismos e _ . - +; não começa com - nem com .</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renomear %1 para %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What the node is drawn as; how packets move does not depend on it</source>
        <translation>Como o nó é desenhado; o movimento dos pacotes não depende disso</translation>
    </message>
    <message>
        <source>Draw %1 as %2</source>
        <translation>Desenhar %1 como %2</translation>
    </message>
    <message>
        <source>Forwards IPv4 packets</source>
        <translation>Encaminha pacotes IPv4</translation>
    </message>
    <message>
        <source>Forwards IPv6 packets</source>
        <translation>Encaminha pacotes IPv6</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: encaminhar pacotes destinados a outros</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: encaminhar pacotes destinados a outros</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Interfaces</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Encaminha</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>Interface %1</translation>
    </message>
    <message>
        <source>Let %1 forward %2</source>
        <translation>Permitir que %1 encaminhe %2</translation>
    </message>
    <message>
        <source>Stop %1 forwarding %2</source>
        <translation>Impedir que %1 encaminhe %2</translation>
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
        <translation>Instalado aqui</translation>
    </message>
    <message>
        <source>Docker is installed here</source>
        <translation>O Docker está instalado aqui</translation>
    </message>
    <message>
        <source>Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which stops what this machine only passes on. Off takes all of that away again.</source>
        <translation>Inicia o dockerd: a bridge docker0, suas regras e o encaminhamento com a política DROP, que barra o que esta máquina apenas repassa. Desmarcar retira tudo isso.</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>dockerd is stopped: its bridges and rules stay, as on a real machine.</source>
        <translation>O dockerd está parado: suas bridges e regras permanecem, como em uma máquina real.</translation>
    </message>
    <message>
        <source>dockerd runs: the policy of FORWARD is DROP.</source>
        <translation>O dockerd está em execução: a política de FORWARD é DROP.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Click or drag to go to another part of the drawing</source>
        <translation>Clique ou arraste para ir a outra parte do desenho</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketDetails</name>
    <message>
        <source>Headers of the packet</source>
        <translation>Cabeçalhos do pacote</translation>
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
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>The way through the kernel of one node: what decided, and what lost</source>
        <translation>O caminho pelo kernel de um nó: o que decidiu e o que foi preterido</translation>
    </message>
    <message>
        <source>Show the stations over the whole width, without the list</source>
        <translation>Mostrar as etapas em toda a largura, sem a lista</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>em %1</translation>
    </message>
    <message>
        <source>The stations of the node that sends this frame</source>
        <translation>As etapas do nó que envia este quadro</translation>
    </message>
    <message>
        <source>The stations of the node that takes this frame in</source>
        <translation>As etapas do nó que recebe este quadro</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Decisão de %1</translation>
    </message>
    <message>
        <source>route</source>
        <translation>rota</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>próximo salto</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsModel</name>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Pacote</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsPanel</name>
    <message>
        <source>The packet before</source>
        <translation>O pacote anterior</translation>
    </message>
    <message>
        <source>The next packet</source>
        <translation>O próximo pacote</translation>
    </message>
    <message>
        <source>Let the packets go by</source>
        <translation>Reproduzir os pacotes</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>Which packet is looked at</source>
        <translation>Qual pacote é examinado</translation>
    </message>
    <message>
        <source>%1. No packet is sent.</source>
        <translation>%1. Nenhum pacote é enviado.</translation>
    </message>
    <message>
        <source>Ping something in a terminal, or click a cell under Reachability: its packets stand here, to be followed one by one.</source>
        <translation>Dê um ping em um terminal, ou clique em uma célula em Conectividade: os pacotes aparecem aqui, para serem seguidos um a um.</translation>
    </message>
    <message>
        <source>not a filter</source>
        <translation>não é um filtro</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess it</source>
        <translation>Ocultar o que vem a seguir e adivinhar</translation>
    </message>
    <message>
        <source>Filter for packets</source>
        <translation>Filtro de pacotes</translation>
    </message>
    <message>
        <source>Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)</source>
        <translation>Filtro: icmp, arp, node B, host 192.168.1.5 … (seta para baixo mostra mais)</translation>
    </message>
    <message>
        <source>As for tcpdump, and “node NAME” for what one node sends or takes in</source>
        <translation>Como no tcpdump, e também “node NOME” para o que um nó envia ou recebe</translation>
    </message>
    <message>
        <source>How fast the packets go by</source>
        <translation>Velocidade com que os pacotes passam</translation>
    </message>
    <message>
        <source>%L1×</source>
        <translation>%L1×</translation>
    </message>
    <message>
        <source>Only This Protocol: %1</source>
        <translation>Somente este protocolo: %1</translation>
    </message>
    <message>
        <source>Only This Conversation: %1</source>
        <translation>Somente esta conversa: %1</translation>
    </message>
    <message>
        <source>Only This Node: %1</source>
        <translation>Somente este nó: %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PaletteButton</name>
    <message>
        <source>Drag to the canvas, or click and then click where it shall stand</source>
        <translation>Arraste para a área de desenho, ou clique aqui e depois no lugar desejado</translation>
    </message>
    <message>
        <source>%1: drag it to the canvas, or click and then drag where it shall stand</source>
        <translation>%1: arraste para a área de desenho, ou clique aqui e depois arraste no lugar desejado</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsModel</name>
    <message>
        <source>Not listening</source>
        <translation>Não escuta</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Não alcançada</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberta</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incerto</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>ele mesmo</translation>
    </message>
    <message>
        <source>Who has to reach the port</source>
        <translation>Quem precisa alcançar a porta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nó</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
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
        <translation>Portas do cluster</translation>
    </message>
    <message>
        <source>Trying the ports of the cluster …</source>
        <translation>Testando as portas do cluster…</translation>
    </message>
    <message>
        <source>All %L1 ways to the ports of the cluster are open</source>
        <translation>Todos os %L1 caminhos para as portas do cluster estão abertos</translation>
    </message>
    <message>
        <source>%L1 of %L2 ways to the ports of the cluster are open</source>
        <translation>%L1 de %L2 caminhos para as portas do cluster estão abertos</translation>
    </message>
    <message>
        <source>The cluster of %1 has no nodes yet.</source>
        <translation>O cluster de %1 ainda não tem nós.</translation>
    </message>
    <message>
        <source>There is no cluster in this network. Type “containerd &amp;” and “kubeadm init” into the terminal of a node to make one, or open the example “Cluster Ports”.</source>
        <translation>Não há cluster nesta rede. Para criar um, digite “containerd &amp;” e “kubeadm init” no terminal de um nó, ou abra o exemplo “Portas de um cluster”.</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Mostrar na área de desenho</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Erro: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
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
        <translation>Correção</translation>
    </message>
    <message>
        <source>How many pairs of nodes cannot reach each other for it</source>
        <translation>Quantos pares de nós não se alcançam por causa disto</translation>
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
        <translation>Calculando quem alcança quem…</translation>
    </message>
    <message>
        <source>No problems: every node reaches every other.</source>
        <translation>Sem problemas: cada nó alcança todos os outros.</translation>
    </message>
    <message>
        <source>No problems yet: nothing has an address that another node could reach.</source>
        <translation>Ainda sem problemas: nada tem um endereço que outro nó possa alcançar.</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>Mostrar na área de desenho</translation>
    </message>
</context>
<context>
    <name>netdraft::views::QuickList</name>
    <message>
        <source>What fits</source>
        <translation>Correspondências</translation>
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
        <translation>Uma rota precisa de um destino: uma rede como 192.168.2.0/24, ou default</translation>
    </message>
    <message>
        <source>Add route to %1 on %2</source>
        <translation>Adicionar rota para %1 em %2</translation>
    </message>
    <message>
        <source>Remove route to %1 on %2</source>
        <translation>Remover rota para %1 em %2</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>Adicionar…</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>kernel</translation>
    </message>
    <message>
        <source>The kernel made this route for an address of the interface; it goes when the address goes.</source>
        <translation>O kernel criou esta rota para um endereço da interface; ela desaparece com o endereço.</translation>
    </message>
    <message>
        <source>Type a network, its gateway or its interface, and press Enter.</source>
        <translation>Digite uma rede, seu gateway ou sua interface, e pressione Enter.</translation>
    </message>
    <message>
        <source>Change route to %1 on %2</source>
        <translation>Alterar rota para %1 em %2</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destino</translation>
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
        <translation>Tabela local</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>Adicionar uma rota</translation>
    </message>
    <message>
        <source>Remove the selected route (Delete)</source>
        <translation>Remover a rota selecionada (Delete)</translation>
    </message>
    <message>
        <source>Select one node to see its routing table.</source>
        <translation>Selecione um nó para ver sua tabela de rotas.</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>Tabela de rotas</translation>
    </message>
    <message>
        <source>Show what the kernel delivers to this node itself (ip route show table local)</source>
        <translation>Mostrar o que o kernel entrega a este próprio nó (ip route show table local)</translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation>Rotas de %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RulesView</name>
    <message>
        <source>Rules of iptables and nft</source>
        <translation>Regras do iptables e do nft</translation>
    </message>
    <message>
        <source>Chains and rules</source>
        <translation>Cadeias e regras</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1, which the packet passed that is looked at</source>
        <translation>%1, por onde passou o pacote observado</translation>
    </message>
    <message>
        <source>The rules of this chain would be too many lines</source>
        <translation>As regras desta cadeia dariam linhas demais</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SeveralForm</name>
    <message>
        <source>%1 (several values)</source>
        <translation>%1 (vários valores)</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Vários valores</translation>
    </message>
    <message>
        <source>What is changed here is changed for all that is selected.</source>
        <translation>O que é mudado aqui muda em tudo o que está selecionado.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Encaminha</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Prefix length</source>
        <translation>Comprimento do prefixo</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Cor</translation>
    </message>
    <message>
        <source>Kind of the selected nodes</source>
        <translation>Tipo dos nós selecionados</translation>
    </message>
    <message>
        <source>What the nodes are drawn as; how packets move does not depend on it</source>
        <translation>Como os nós são desenhados; o movimento dos pacotes não depende disso</translation>
    </message>
    <message>
        <source>Colour of the selected annotations</source>
        <translation>Cor das anotações selecionadas</translation>
    </message>
    <message>
        <source>Draw the selected nodes as %1</source>
        <translation>Desenhar os nós selecionados como %1</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>Colorir anotações</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv4 packets</source>
        <translation>Os nós selecionados encaminham pacotes IPv4</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv6 packets</source>
        <translation>Os nós selecionados encaminham pacotes IPv6</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: encaminhar pacotes destinados a outros</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: encaminhar pacotes destinados a outros</translation>
    </message>
    <message>
        <source>The selected interfaces are up</source>
        <translation>As interfaces selecionadas estão ativas</translation>
    </message>
    <message>
        <source>The interfaces of the selected nodes but lo, and both ends of the selected cables</source>
        <translation>As interfaces dos nós selecionados, exceto lo, e as duas pontas dos cabos selecionados</translation>
    </message>
    <message>
        <source>Let the selected nodes forward %1</source>
        <translation>Permitir que os nós selecionados encaminhem %1</translation>
    </message>
    <message>
        <source>Stop the selected nodes forwarding %1</source>
        <translation>Impedir que os nós selecionados encaminhem %1</translation>
    </message>
    <message>
        <source>Set the selected interfaces up</source>
        <translation>Ativar as interfaces selecionadas</translation>
    </message>
    <message>
        <source>Set the selected interfaces down</source>
        <translation>Desativar as interfaces selecionadas</translation>
    </message>
    <message>
        <source>Prefix length of the IPv4 addresses of the selected interfaces</source>
        <translation>Comprimento do prefixo dos endereços IPv4 das interfaces selecionadas</translation>
    </message>
    <message>
        <source>Gives every IPv4 address there this length; routes over a subnet that goes are lost</source>
        <translation>Dá este comprimento a todos os endereços IPv4; as rotas por uma sub-rede que some se perdem</translation>
    </message>
    <message>
        <source>A prefix length of IPv4 is a number from 1 to 32, like 24</source>
        <translation>Um comprimento de prefixo de IPv4 é um número de 1 a 32, como 24</translation>
    </message>
    <message>
        <source>Set prefix length of the selected interfaces to %1</source>
        <translation>Definir o comprimento do prefixo das interfaces selecionadas como %1</translation>
    </message>
    <message>
        <source>MTU of the selected interfaces in bytes</source>
        <translation>MTU das interfaces selecionadas em bytes</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>A MTU é um número de bytes, como 1500</translation>
    </message>
    <message>
        <source>Set MTU of the selected interfaces to %1</source>
        <translation>Definir a MTU das interfaces selecionadas como %1</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Nós: %L1</translation>
    </message>
    <message>
        <source>Cables: %L1</source>
        <translation>Cabos: %L1</translation>
    </message>
    <message>
        <source>Interfaces: %L1</source>
        <translation>Interfaces: %L1</translation>
    </message>
    <message>
        <source>Annotations: %L1</source>
        <translation>Anotações: %L1</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Ativa</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShortcutSheet</name>
    <message>
        <source>Keys for “%1”</source>
        <translation>Teclas para “%1”</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Sem teclas</translation>
    </message>
    <message>
        <source>“%1” has these keys already.</source>
        <translation>“%1” já tem essas teclas.</translation>
    </message>
    <message>
        <source>Press the keys:</source>
        <translation>Pressione as teclas:</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Buscar ações e teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ação</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Restaurar tudo</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter on it, to change its keys.</source>
        <translation>Clique duas vezes em uma linha, ou pressione Enter nela, para alterar suas teclas.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Ações e suas teclas</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShownPing</name>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 alcança %2</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 não alcança %2: %3</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Página inicial</translation>
    </message>
    <message>
        <source>Close the start page</source>
        <translation>Fechar a página inicial</translation>
    </message>
    <message>
        <source>Close the start page (Escape)</source>
        <translation>Fechar a página inicial (Esc)</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>&amp;Mostrar esta página ao iniciar</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Arquivos recentes</translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation>O que for aberto e salvo aparece aqui.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemplos</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Começar</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StationsView</name>
    <message>
        <source>Stations of the packet</source>
        <translation>Etapas do pacote</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StepsView</name>
    <message>
        <source>Steps of this session</source>
        <translation>Passos desta sessão</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Em</translation>
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
        <translation>Selecionar o nó e desenhar o caminho do pacote</translation>
    </message>
    <message>
        <source>Working out who reaches whom: %1 %</source>
        <translation>Calculando quem alcança quem: %1%</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reach</source>
        <translation>%L1 de %L2 pares se alcançam</translation>
    </message>
    <message>
        <source>Draw two nodes, connect them and give them addresses to see who reaches whom.</source>
        <translation>Desenhe dois nós, conecte-os e dê endereços a eles para ver quem alcança quem.</translation>
    </message>
    <message>
        <source>Every node reaches every other.</source>
        <translation>Cada nó alcança todos os outros.</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 não alcança %2: %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tudo certo</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
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
        <translation>Qual tabela</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
    <message>
        <source>Select one node to see its rules, neighbours, forwarding table and sockets.</source>
        <translation>Selecione um nó para ver suas regras, vizinhos, tabela de encaminhamento e sockets.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regras</translation>
    </message>
    <message>
        <source>No rules: every packet passes.</source>
        <translation>Sem regras: todo pacote passa.</translation>
    </message>
    <message>
        <source>No hook leads to a chain: every packet passes.</source>
        <translation>Nenhum gancho leva a uma cadeia: todos os pacotes passam.</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>Nenhuma entrada.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TemplateDialog</name>
    <message>
        <source>New From Template</source>
        <translation>Novo a partir de modelo</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>A rede, desenhada</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>Nós: %L1</translation>
    </message>
    <message>
        <source>Nodes: %L1, more than %L2. So large a network is written to a file by: %3</source>
        <translation>Nós: %L1, mais que %L2. Uma rede tão grande é gravada em um arquivo com: %3</translation>
    </message>
    <message>
        <source>Too large for a small picture.</source>
        <translation>Grande demais para uma imagem pequena.</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>Terminais</translation>
    </message>
    <message>
        <source>The terminal of %1</source>
        <translation>O terminal de %1</translation>
    </message>
    <message>
        <source>The terminal of %1, the selected node; it stays once it is used</source>
        <translation>O terminal de %1, o nó selecionado; ele permanece depois de usado</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalView</name>
    <message>
        <source>What the commands printed</source>
        <translation>O que os comandos mostraram</translation>
    </message>
    <message>
        <source>Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</source>
        <translation>Experimente: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Ctrl+C ends the command that runs</source>
        <translation>Ctrl+C encerra o comando em execução</translation>
    </message>
    <message>
        <source>a command on %1: ip, bridge, sysctl, ping, traceroute …</source>
        <translation>um comando em %1: ip, bridge, sysctl, ping, traceroute …</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Tour</name>
    <message>
        <source>Tour</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Pular</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Concluir</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Pró&amp;ximo</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfModel</name>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>Cabo de %1 para %2</translation>
    </message>
    <message>
        <source>cuts off %1</source>
        <translation>isola %1</translation>
    </message>
    <message>
        <source>%1 no longer reaches %2</source>
        <translation>%1 deixa de alcançar %2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 de %L2</translation>
    </message>
    <message>
        <source>If this fails alone</source>
        <translation>Se só isto falhar</translation>
    </message>
    <message>
        <source>Pairs that break</source>
        <translation>Pares quebrados</translation>
    </message>
    <message>
        <source>So that</source>
        <translation>Consequência</translation>
    </message>
    <message>
        <source>Of the pairs that reach each other now; those of a node that fails itself do not count</source>
        <translation>Dos pares que agora se alcançam; não contam os do próprio nó que falha</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfPanel</name>
    <message>
        <source>Single points of failure</source>
        <translation>Pontos únicos de falha</translation>
    </message>
    <message>
        <source>Letting each node and cable fail in turn: %1 %</source>
        <translation>Fazendo falhar cada nó e cada cabo, um de cada vez: %1%</translation>
    </message>
    <message>
        <source>Nobody reaches anybody yet, so nothing can break.</source>
        <translation>Ninguém alcança ninguém ainda, então nada pode quebrar.</translation>
    </message>
    <message>
        <source>No single cable or node breaks a pair of others when it fails.</source>
        <translation>Nenhum cabo ou nó que falhe sozinho quebra um par de outros.</translation>
    </message>
</context>
</TS>
